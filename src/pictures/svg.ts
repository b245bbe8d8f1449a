import type { Weight } from './fonts.ts';

/** A piece of SVG: markup, complete and well-formed. */
export type Markup = string;

type Attributes = Readonly<Record<string, string | number>>;

/** An element with what stands inside it. */
export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  return children.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

function attribute(value: string | number): string {
  return typeof value === 'string' ? escapeText(value) : String(Math.round(value * 100) / 100);
}

/** What somebody typed as text of an XML document, which has no place for control characters. */
export function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming what XML refuses is the point
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, '\ufffd');
  return allowed.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** How a text is written: `size` in the picture's units, `fill` a colour of the palette. */
export interface Writing {
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
}

/** First strong isolate and its end: a Hebrew name runs from right to left and turns nothing beside it. */
const isolate = { begin: '\u2068', end: '\u2069' };

/** A text on its baseline, from `x` on, or up to `x` where it is `end`-aligned; nothing where it is empty. */
export function write(x: number, y: number, text: string, writing: Writing, align: 'start' | 'end' = 'start'): Markup {
  if (text === '') return '';
  const { size, weight, fill } = writing;
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      fill,
      ...(weight === 'bold' ? { 'font-weight': 'bold' } : {}),
      ...(align === 'end' ? { 'text-anchor': 'end' } : {}),
    },
    `${isolate.begin}${escapeText(text)}${isolate.end}`,
  );
}

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill: string,
  more: Attributes = {},
): Markup {
  return element('rect', { x, y, width, height, rx: radius, fill, ...more });
}

export function disc(x: number, y: number, radius: number, fill: string, more: Attributes = {}): Markup {
  return element('circle', { cx: x, cy: y, r: radius, fill, ...more });
}

export function stroke(d: string, colour: string, width: number): Markup {
  return element('path', {
    d,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

/** Two pixels for each unit are sharp on the screen of a phone. */
const sharp = 2;

/** A picture of more is drawn with fewer pixels for each unit: nobody waits for a long board, or for its bytes. */
const mostPixels = 1_800_000;

/** The whole picture, of a size in its own units. */
export function picture(width: number, height: number, ...children: readonly Markup[]): Markup {
  const scale = Math.min(sharp, Math.sqrt(mostPixels / (width * height)));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: Math.round(width * scale),
      height: Math.round(height * scale),
      viewBox: `0 0 ${width} ${height}`,
      'font-family': 'DejaVu Sans',
      'font-stretch': 'condensed',
    },
    ...children,
  );
}
