import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, split, tidy, tidyLine, unkeepable } from '../../../src/core/text.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where a text may be cut: before each of its graphemes, and at its end. */
function boundaries(text: string): Set<number> {
  return new Set([...[...segmenter.segment(text)].map(({ index }) => index), text.length]);
}

const longestGrapheme = (text: string) =>
  Math.max(0, ...[...segmenter.segment(text)].map(({ segment }) => segment.length));

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '\r\n',
        '👨‍👩‍👧‍👦',
        '🇨🇦',
        '🏳️‍🌈',
        'e\u0301',
        ' \u0301',
        '\u200d',
        'word',
        'क्षि',
        '한국',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('a long text in pieces', () => {
  it('is the whole text again when the pieces are put together', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const pieces = split(text, max);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('is never cut inside an emoji or an accented letter', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const allowed = boundaries(text);
        let at = 0;
        for (const piece of split(text, Math.max(max, longestGrapheme(text)))) {
          at += piece.length;
          expect(allowed.has(at)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is cut between characters even when one grapheme is longer than a piece', () => {
    for (const piece of split('👨‍👩‍👧‍👦'.repeat(3), 4)) expect(unkeepable(piece)).toBeUndefined();
    for (const piece of split(`a${'\u{1d167}'.repeat(50)}`, 7)) expect(unkeepable(piece)).toBeUndefined();
  });

  it('is cut at the end of a line or a word where there is one', () => {
    expect(split('one two three', 9)).toEqual(['one two ', 'three']);
    expect(split('one two\nthree four', 12)).toEqual(['one two\n', 'three four']);
    expect(split('onetwothree', 4)).toEqual(['onet', 'woth', 'ree']);
    expect(split('x yyyyyyyyyyyy', 8)).toEqual(['x yyyyyy', 'yyyyyy']);
  });

  it('is one piece when it fits, also when it is empty', () => {
    expect(split('abc', 3)).toEqual(['abc']);
    expect(split('abcd', 3)).toEqual(['abc', 'd']);
    expect(split('', 3)).toEqual(['']);
  });
});

describe('a shortened text', () => {
  it('keeps within the limit, and what is left is its beginning', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const short = shorten(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        if (text.length <= max) expect(short).toBe(text);
        else {
          expect(short.endsWith('…')).toBe(true);
          expect(text.startsWith(short.slice(0, -1))).toBe(true);
          expect(boundaries(text).has(short.length - 1)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows that it was shortened', () => {
    expect(shorten('Dr. Chen', 8)).toBe('Dr. Chen');
    expect(shorten('Dr. Cheng', 8)).toBe('Dr. Che…');
    expect(shorten('ab👩‍⚕️', 6)).toBe('ab…');
  });
});

describe('what can be kept', () => {
  it.each(["O'Brien", 'line\nand\ttab\r\n', '王医生', 'ד״ר לוי\u200f', 'د. علي', '👩‍⚕️', 'zero\u200dwidth', ''])(
    '%j',
    (text) => {
      expect(unkeepable(text)).toBeUndefined();
    },
  );

  it.each([
    ['\ufffd', 'broken'],
    ['\u0000', 'control'],
    ['\u0007', 'control'],
    ['\u001b', 'control'],
    ['\u007f', 'control'],
    ['\u0085', 'control'],
    ['\u202e', 'override'],
    ['\u2066', 'override'],
    ['\ud800', 'broken'],
    ['\udc00\ud800', 'broken'],
  ])('not %j, a %s', (text, what) => {
    expect(unkeepable(`a${text}b`)).toBe(what);
  });
});

describe('a tidy text', () => {
  it('has one spelling for what looks the same', () => {
    expect(tidy(' e\u0301\r\nb\rc ')).toBe('é\nb\nc');
    expect(tidyLine(' a \n\t b\u00a0c ')).toBe('a b c');
  });

  it('is tidy already', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
        expect(tidyLine(tidyLine(text))).toBe(tidyLine(text));
      }),
    );
  });
});
