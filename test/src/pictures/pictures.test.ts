import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { boardSvg } from '../../../src/pictures/board-svg.ts';
import { drawPicture } from '../../../src/pictures/draw-picture.ts';
import { loadFonts } from '../../../src/pictures/fonts.ts';
import { tones } from '../../../src/pictures/palette.ts';
import { createPictures, drawHere } from '../../../src/pictures/pictures.ts';
import { en } from '../../../src/words/en/index.ts';
import { manyLetters, oneLetter, season, sixLetters } from '../../pictures/samples.ts';
import { contrast, pixelsOf } from '../../support/drawn.ts';

const fonts = loadFonts();
const pictures = createPictures(fonts);
const { board, timeline } = en.pictures;

/** How many pixels of a part of a picture are as dark as letters, in pixels from its left upper corner. */
function darkPixels(png: Uint8Array, left: number, top: number, width: number, height: number): number {
  const { at } = pixelsOf(png);
  let dark = 0;
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) if (Math.max(...at(x, y)) < 90) dark++;
  }
  return dark;
}

test('a picture is drawn when it leaves, and once where another is the same', () => {
  const [one, other] = [pictures.board(sixLetters, board), createPictures(fonts).board(sixLetters, board)];
  // Inside a transaction nobody touches the bytes.
  expect(Object.getOwnPropertyDescriptor(one, 'bytes')?.get).toBeTypeOf('function');
  expect(one.bytes).toBe(pictures.board(sixLetters, board).bytes);
  expect(one.bytes).not.toBe(other.bytes);
});

test('pictures are prepared one after another, and each once', async () => {
  const order: string[] = [];
  const paced = createPictures(fonts, async (svg) => {
    order.push('begun');
    const bytes = await drawHere(fonts)(svg);
    order.push('done');
    return bytes;
  });
  const waiting = [oneLetter, sixLetters, oneLetter].map((letters) => paced.board(letters, board));
  await Promise.all(waiting.map((file) => file.prepare?.()));
  expect(order).toEqual(['begun', 'done', 'begun', 'done']);
  expect(Buffer.compare(waiting[1]?.bytes ?? Buffer.alloc(0), pictures.board(sixLetters, board).bytes)).toBe(0);
});

test('a picture that cannot be prepared keeps none back that comes after it', async () => {
  let tries = 0;
  const broken = createPictures(fonts, async (svg) => {
    tries += 1;
    if (tries === 1) throw new Error('the thread that draws ended');
    return drawHere(fonts)(svg);
  });
  const [first, second] = [oneLetter, sixLetters].map((letters) => broken.board(letters, board).prepare?.());
  await expect(first).rejects.toThrow('ended');
  await expect(second).resolves.toBeUndefined();
});

/** Samples of the documents, as they lie there and as they are drawn now. */
const documents = [
  ['board.png', pictures.board(sixLetters, board)],
  ['board-one.png', pictures.board(oneLetter, board)],
  ['board-many.png', pictures.board(manyLetters, board)],
  ['timeline.png', pictures.timeline(season, timeline)],
] as const;

describe('a picture', () => {
  test('is a file with the text that stands in its place', () => {
    expect(pictures.board(sixLetters, board)).toMatchObject({ name: 'board.png', mime: 'image/png' });
    expect(pictures.board(sixLetters, board).alt).toContain(
      "1. Dr. Sinéad O'Brien (ERAS, Internal medicine): requested",
    );
    expect(pictures.timeline(season, timeline)).toMatchObject({ name: 'timeline.png', mime: 'image/png' });
    expect(pictures.timeline(season, timeline).alt).toContain('3. Letters for ERAS (deadline): Wed 22 Sep, in 9 days');
  });

  test('of the same data has the same bytes', () => {
    const again = createPictures(loadFonts()).board(sixLetters, board);
    expect(Buffer.compare(again.bytes, pictures.board(sixLetters, board).bytes)).toBe(0);
  });

  test('is a thousand pixels wide, and a long one no larger than a phone loads at once', () => {
    expect(pixelsOf(pictures.board({ ...sixLetters, rows: sixLetters.rows.slice(0, 1) }, board).bytes)).toMatchObject({
      width: 1000,
      height: 500,
    });
    expect(pixelsOf(pictures.board(sixLetters, board).bytes)).toMatchObject({ width: 1000, height: 1284 });
    const { width, height } = pixelsOf(pictures.board(manyLetters, board).bytes);
    expect(width).toBeGreaterThan(650);
    expect(width * height).toBeLessThan(1_810_000);
  });

  test('has its text really drawn, which it has not without its fonts', () => {
    const svg = boardSvg(sixLetters, board, fonts);
    // Where the name of the first letter stands.
    const name = [64, 275, 320, 45] as const;
    expect(darkPixels(drawPicture(svg, fonts), ...name)).toBeGreaterThan(1000);
    expect(darkPixels(drawPicture(svg, { paths: [] }), ...name)).toBe(0);
  });

  test('of any script has its name drawn', () => {
    const named = (label: string) => ({
      ...sixLetters,
      rows: sixLetters.rows.slice(1, 2).map((row) => ({ ...row, label })),
    });
    for (const label of ['Núñez', 'Ольга', 'محمد الأحمدي', 'דוד כהן', 'Ελένη', '王小明'])
      expect(darkPixels(pictures.board(named(label), board).bytes, 64, 200, 100, 45), label).toBeGreaterThan(150);
  });

  test('survives names that are meant to break it', () => {
    const hostile = [
      '<script>alert(1)</script>',
      ']]>',
      '</text></svg>',
      '&amp;&#0;',
      '\u0000\u0008\ufffe\ud800',
      '\u202eabc',
      'x'.repeat(10_000),
    ];
    const rows = hostile.map(
      (label) => ({ label, purpose: label, stage: 'asked', due: null, urgency: 'none', marks: [] }) as const,
    );
    const { bytes, alt } = pictures.board({ title: hostile.join(' '), today: sixLetters.today, rows }, board);
    expect(pixelsOf(bytes).width).toBe(1000);
    expect(alt).toContain('1. <script>alert(1)</script> (<script>alert(1)</script>)');
  });
});

describe('the colours', () => {
  test.each(Object.entries(tones))('of %s keep their text and their symbols apart from the ground', (_, tone) => {
    expect(contrast(tone.ink, tone.tint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tone.on, tone.mark)).toBeGreaterThanOrEqual(3);
  });
});

describe('the samples of the documents', () => {
  test.each(documents)(
    '%s looks as it is drawn now, and is small: npm run pictures draws it anew',
    (name, { bytes }) => {
      const committed = readFileSync(new URL(`../../../docs/${name}`, import.meta.url));
      expect(committed.length).toBeLessThan(150_000);
      const [was, is] = [pixelsOf(committed), pixelsOf(bytes)];
      expect([was.width, was.height]).toEqual([is.width, is.height]);
      let differing = 0;
      for (let y = 0; y < is.height; y++) {
        for (let x = 0; x < is.width; x++) {
          const before = was.at(x, y);
          if (is.at(x, y).some((value, channel) => Math.abs(value - (before[channel] ?? 0)) > 24)) differing++;
        }
      }
      expect(differing / (is.width * is.height)).toBeLessThan(0.0002);
    },
  );
});
