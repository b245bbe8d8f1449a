import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidyLine } from '../../../src/core/text.ts';
import { blankSign, fitText, toDrawable, toName, wrapText } from '../../../src/pictures/fit-text.ts';
import { loadFonts, weights } from '../../../src/pictures/fonts.ts';

const fonts = loadFonts();
const anything = fc.string({ unit: 'binary', maxLength: 80 });
const names = fc.oneof(anything, fc.string({ unit: fc.constantFrom(...'Dr. ÉßшλمحדW😀王\u0301'), maxLength: 60 }));

describe('a text in its room', () => {
  test('is whole where it fits, and shows an ellipsis where it does not', () => {
    expect(fitText("Dr. O'Brien", 200, 17, 'bold', fonts)).toBe("Dr. O'Brien");
    expect(fitText('Dr. Konstantinopoulou', 100, 17, 'bold', fonts)).toBe('Dr. Konst…');
    expect(fitText('Dr. Ana', 50, 17, 'bold', fonts)).toBe('Dr.…');
  });

  test('loses nothing without an ellipsis, and never stands over its edge', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 30, max: 400 }), fc.constantFrom(...weights), (name, room, weight) => {
        const shown = fitText(name, room, 15, weight, fonts);
        expect(fonts.width(shown, 15, weight)).toBeLessThanOrEqual(room);
        if (shown === name) return;
        expect(shown.endsWith('…')).toBe(true);
        expect(name.startsWith(shown.slice(0, -1))).toBe(true);
        expect(fonts.width(name, 15, weight)).toBeGreaterThan(room);
      }),
    );
  });

  test('is never cut inside a letter and its accent', () => {
    const name = 'q\u0323\u0307'.repeat(40);
    expect(fitText(name, 100, 15, 'book', fonts)).toMatch(/^(?:q\u0323\u0307)+…$/u);
  });

  test('is found as quickly in ten thousand characters', () => {
    for (const unit of ['x', 'é ', '\u0301', '王', '\u200d', '\u202e'])
      expect(fitText(toDrawable(unit.repeat(10_000), fonts).text, 100, 15, 'book', fonts).length).toBeLessThan(200);
  });
});

describe('what can be drawn', () => {
  test.each([
    ["Dr. O'Brien", "Dr. O'Brien"],
    ['Núñez', 'Núñez'],
    ['Nu\u0301n\u0303ez', 'Núñez'],
    ['  two\n\twords ', 'two words'],
    ['می‌خواهم', 'می‌خواهم'],
    ['😀', '😀'],
  ])('%s stands as it is', (text, drawn) => {
    expect(toDrawable(text, fonts)).toEqual({ text: drawn, lost: false });
  });

  test.each([
    ['王小明', blankSign],
    ['Dr. Wang (王小明)', `Dr. Wang (${blankSign})`],
    ['Sam 👩‍⚕️🩺 Carter', `Sam ${blankSign} Carter`],
    ['a\u0000b\u0007\u001bc', `a${blankSign}b${blankSign}c`],
    ['a\ud800b', `a${blankSign}b`],
    [`Z${'\u0351\u036b\u0343\u036a\u0302'.repeat(3)}algo`, `${blankSign}algo`],
  ])('of %j is shown with a sign for the rest', (text, drawn) => {
    expect(toDrawable(text, fonts)).toEqual({ text: drawn, lost: true });
  });

  test('turns the direction of nothing else', () => {
    expect(toDrawable('\u202eevil\u202c \u2067x\u2069', fonts)).toEqual({ text: 'evil x', lost: false });
  });

  test('is on one line, and every character of it is in a font', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: drawn, lost } = toDrawable(text, fonts);
        const missing = [...drawn].filter((one) => !fonts.has(one.codePointAt(0) ?? 0));
        expect(missing.filter((one) => !/\u200c|\u200d|\ufe0e|\ufe0f/u.test(one))).toEqual([]);
        expect(drawn).toBe(tidyLine(drawn));
        expect(drawn.includes(blankSign) || !lost).toBe(true);
      }),
    );
  });
});

describe('a name', () => {
  test.each([
    ['Ольга', 'Ольга'],
    ['王小明', '#7'],
    ['Dr. Wang (王小明)', `#7 Dr. Wang (${blankSign})`],
    ['', '#7'],
    ['\u200b\u2060', '#7'],
  ])('%j is drawn as %j', (name, drawn) => {
    expect(toName(name, 7, fonts)).toBe(drawn);
  });
});

describe('small print', () => {
  test('goes on in the next line, and its lines are about as long', () => {
    const lines = wrapText('planned asked agreed sent requested uploaded processed', 200, 14, 'book', fonts);
    expect(lines).toEqual(['planned asked agreed sent', 'requested uploaded processed']);
  });

  test('loses no word, and stays within its width', () => {
    const words = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }), { maxLength: 30 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = tidyLine(parts.join(' '));
        const lines = wrapText(text, 150, 14, 'book', fonts);
        expect(lines.join(' ')).toBe(text);
        for (const line of lines) expect(fonts.width(line, 14, 'book')).toBeLessThanOrEqual(150);
      }),
    );
  });
});
