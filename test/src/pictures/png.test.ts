import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPng } from '../../../src/pictures/png.ts';
import { pixelsOf } from '../../support/drawn.ts';

function rgba(colours: readonly number[]): Uint8Array {
  return Uint8Array.from(colours.flatMap((one) => [one >> 16, (one >> 8) & 255, one & 255, 255]));
}

function coloursOf(png: Uint8Array): readonly number[] {
  const { width, height, at } = pixelsOf(png);
  return Array.from({ length: width * height }, (_, index) => {
    const [red, green, blue] = at(index % width, Math.floor(index / width));
    return (red << 16) | (green << 8) | blue;
  });
}

describe('a PNG of ours', () => {
  test('is read by another library pixel by pixel as it was', () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 12 }));
    const drawn = size.chain(([width, height]) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        colours: fc.array(fc.integer({ min: 0, max: 0xffffff }), {
          minLength: width * height,
          maxLength: width * height,
        }),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ width, height, colours }) => {
        expect(coloursOf(toPng(rgba(colours), width, height))).toEqual(colours);
      }),
      { numRuns: 50 },
    );
  });

  test('of more colours than a palette holds keeps the frequent ones, and is near in the others', () => {
    const grey = (shade: number) => shade * 0x010101;
    const frequent = Array.from({ length: 250 }, (_, shade) => grey(shade));
    const rare = Array.from({ length: 100 }, (_, index) => grey(2 * index) + 1);
    const colours = [...frequent, ...frequent, ...frequent, ...rare];
    const read = coloursOf(toPng(rgba(colours), colours.length, 1));
    expect(read.slice(0, 750)).toEqual(colours.slice(0, 750));
    rare.forEach((colour, index) => {
      expect(Math.abs((read[750 + index] ?? 0) - colour)).toBeLessThanOrEqual(0x010101);
    });
  });

  test('takes less than half of the bytes of the library that draws', () => {
    const text = '<text x="10" y="40" font-size="20">x</text><circle cx="60" cy="60" r="40" fill="#0072B2"/>';
    const drawn = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="400" height="400" fill="#fff"/>${text}</svg>`,
    ).render();
    expect(toPng(drawn.pixels, 400, 400).length).toBeLessThan(drawn.asPng().length / 2);
  });
});
