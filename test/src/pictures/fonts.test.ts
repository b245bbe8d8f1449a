import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dejaVu, loadFonts, type Weight, weights } from '../../../src/pictures/fonts.ts';
import { picture, write } from '../../../src/pictures/svg.ts';

const fonts = loadFonts();

/** How wide the library draws a text; 0 when it draws nothing. */
function drawnWidth(text: string, size: number, weight: Weight): number {
  const svg = picture(4000, 100, write(100, 50, text, { size, weight, fill: '#000000' }));
  const font = { loadSystemFonts: false, fontFiles: [...fonts.paths] };
  return new Resvg(svg, { font }).getBBox()?.width ?? 0;
}

describe('the fonts of pictures', () => {
  test('that are not installed are named at start, with what to do', () => {
    expect(() => loadFonts({ ...dejaVu, bold: 'dejavu-fonts-ttf/ttf/NotThere.ttf' })).toThrow(
      'The font dejavu-fonts-ttf/ttf/NotThere.ttf cannot be read, and without it pictures would have no text. Run npm ci.',
    );
  });

  test('are fonts, and no other file', () => {
    expect(() => loadFonts({ ...dejaVu, book: 'dejavu-fonts-ttf/package.json' })).toThrow(
      'The font dejavu-fonts-ttf/package.json cannot be read',
    );
  });

  test('have the letters of Europe, Arabic and Hebrew, and say of Chinese that they have not', () => {
    const has = (text: string) => [...text].every((one) => fonts.has(one.codePointAt(0) ?? 0));
    for (const text of ['Núñez', 'Ольга', 'Ελένη', 'محمد', 'דוד', 'Nguyễn', 'Żółkiewski', '…□›·'])
      expect(has(text), text).toBe(true);
    for (const text of ['王', '김', 'さ', '🩺']) expect(has(text), text).toBe(false);
  });

  test.each(weights)('know how wide a line is in %s', (weight) => {
    const text = "Dr. Sinéad O'Brien, Internal medicine";
    const drawn = drawnWidth(text, 20, weight);
    expect(drawn).toBeGreaterThan(200);
    expect(Math.abs(fonts.width(text, 20, weight) - drawn)).toBeLessThan(6);
  });

  test('are never drawn wider than they were measured', () => {
    const letters = fc.constantFrom(..."AVWTaefijlmortxyzÅÉñøŁßЖдЯшΩλгهمدحعلاיםקץש0147 .,-'()&@…“”/");
    fc.assert(
      fc.property(
        fc.string({ unit: letters, minLength: 1, maxLength: 40 }),
        fc.constantFrom(...weights),
        (text, weight) => {
          // The ink of the first and the last letter may reach over their edges by a hair.
          expect(drawnWidth(text, 20, weight)).toBeLessThanOrEqual(fonts.width(text, 20, weight) + 3);
        },
      ),
      { numRuns: 150 },
    );
  });
});
