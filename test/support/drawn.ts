import { Resvg } from '@resvg/resvg-js';

/** A text of a picture as it stands there: decoded, without what isolates its direction. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 'book' | 'bold';
  readonly align: 'start' | 'end';
  readonly fill: string;
  /** The colour of the ground that it was written on. */
  readonly ground: string;
}

interface Ground {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

/** The texts of a picture, each with the colour of the last box that was drawn under it. */
export function textsOf(svg: string): readonly DrawnText[] {
  const grounds: Ground[] = [];
  const texts: DrawnText[] = [];
  for (const [, name, written = '', content = ''] of svg.matchAll(/<(rect|text)([^>]*?)\/?>(?:([^<]*)<\/text>)?/gu)) {
    const attributes = new Map(
      [...written.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [key, value]),
    );
    const number = (key: string) => Number(attributes.get(key));
    const [x, y, fill] = [number('x'), number('y'), attributes.get('fill') ?? ''];
    if (name === 'rect') {
      if (fill !== 'none') grounds.push({ x, y, width: number('width'), height: number('height'), fill });
      continue;
    }
    const align = attributes.get('text-anchor') === 'end' ? 'end' : 'start';
    const point = { x: align === 'end' ? x - 2 : x + 2, y: y - 4 };
    texts.push({
      text: decode(content).replace(/[\u2068\u2069]/gu, ''),
      x,
      y,
      size: number('font-size'),
      weight: attributes.get('font-weight') === 'bold' ? 'bold' : 'book',
      align,
      fill,
      ground: grounds.findLast((ground) => covers(ground, point))?.fill ?? 'nothing',
    });
  }
  return texts;
}

function covers({ x, y, width, height }: Ground, point: { readonly x: number; readonly y: number }): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

function decode(text: string): string {
  return text.replace(/&#(\d+);/gu, (_, code) => String.fromCharCode(Number(code)));
}

/** The pixels of a PNG, read by a library that did not write it. */
export function pixelsOf(png: Uint8Array): {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of a pixel, 0 to 255. */
  readonly at: (x: number, y: number) => readonly [number, number, number];
} {
  const header = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [header.getUint32(16), header.getUint32(20)];
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const { pixels } = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${source}"/></svg>`,
  ).render();
  return {
    width,
    height,
    at: (x, y) => {
      const [red = 0, green = 0, blue = 0] = pixels.subarray(4 * (y * width + x));
      return [red, green, blue];
    },
  };
}

/** How well two colours `#rrggbb` can be told apart, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
