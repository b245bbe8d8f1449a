import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/dates/calendar.ts';
import { ladder, stages } from '../../../src/letters/stages.ts';
import { type Board, type BoardRow, type BoardWords, boardMarks, urgencies } from '../../../src/pictures/board.ts';
import { boardAlt } from '../../../src/pictures/board-alt.ts';
import { markLooks, urgencyLooks } from '../../../src/pictures/board-looks.ts';
import { boardSvg, mostRows } from '../../../src/pictures/board-svg.ts';
import { loadFonts } from '../../../src/pictures/fonts.ts';
import { tones } from '../../../src/pictures/palette.ts';
import { en } from '../../../src/words/en/index.ts';
import { fr } from '../../../src/words/fr/index.ts';
import { manyLetters, sixLetters } from '../../pictures/samples.ts';
import { contrast, type DrawnText, textsOf } from '../../support/drawn.ts';

const fonts = loadFonts();
const languages = [
  ['English', en.pictures.board],
  ['French', fr.pictures.board],
] as const;

function textsIn(board: Board, words: BoardWords = en.pictures.board): readonly DrawnText[] {
  return textsOf(boardSvg(board, words, fonts));
}

function withRow(change: Partial<BoardRow>): Board {
  const [first] = sixLetters.rows;
  if (!first) throw new Error('the sample has letters');
  return { ...sixLetters, rows: [{ ...first, ...change }] };
}

/** Letters of every kind, with names that somebody may have typed. */
const names = fc.oneof(
  fc.constantFrom(
    "Dr. Sinéad O'Brien",
    'Ольга',
    'محمد الأحمدي',
    '王小明',
    'x'.repeat(300),
    'W. W. W. Wwwwwwwwwwwwwwwww Wwwww',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const boards: fc.Arbitrary<Board> = fc.record({
  title: names,
  today: fc.constant(sixLetters.today),
  rows: fc.array(
    fc.record({
      label: names,
      purpose: names,
      stage: fc.constantFrom(...stages),
      due: fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(sixLetters.today, days))),
      urgency: fc.constantFrom(...urgencies),
      marks: fc.subarray([...boardMarks]),
    }),
    { maxLength: 6 },
  ),
});

describe.each(languages)('a board in %s', (_, words) => {
  test.each([
    ['six letters', sixLetters],
    ['twenty-five letters', manyLetters],
  ])('of %s has no text that is not in the text beside it', (__, board) => {
    const alt = boardAlt(board, words);
    const notes = [words.lost('□')];
    for (const { text } of textsIn(board, words)) {
      if (notes.includes(text)) continue;
      const shown = text.replace(/^#\d+ ?/u, '').replace(/□.*$|…$/u, '');
      expect(alt, text).toContain(shown);
    }
  });

  test('shows what the text beside it says of each letter', () => {
    const drawn = textsIn(manyLetters, words).map(({ text }) => text);
    // The same words, but sentences that can be taken apart; what only helps to hear them is left out.
    const apart: BoardWords = {
      ...words,
      step: () => '',
      due: (date) => date,
      sentence: (...parts) => JSON.stringify(parts.flat()),
    };
    const told = boardAlt(manyLetters, apart)
      .split('\n')
      .filter((line) => line.includes('. ["'));
    expect(told).toHaveLength(manyLetters.rows.length);
    for (const line of told) {
      const [label = '', purpose = '', ...facts] = JSON.parse(line.slice(line.indexOf('['))) as readonly string[];
      for (const fact of facts.filter((one) => one !== '')) expect(drawn).toContain(fact);
      const number = Number.parseInt(line, 10);
      const shown = (text: string) => (one: string) =>
        one === text || (one.endsWith('…') && text.startsWith(one.slice(0, -1))) || `${one} `.startsWith(`#${number} `);
      expect(drawn.filter(shown(label)), label).not.toEqual([]);
      expect(drawn.filter(shown(purpose)), purpose).not.toEqual([]);
    }
  });
});

describe('a board', () => {
  test('says who is late before anything else', () => {
    const drawn = textsIn(manyLetters).map(({ text }) => text);
    expect(drawn.slice(0, 3)).toEqual(['Your letters', 'Mon 13 Sep 2027', '2 late']);
    expect(drawn).toContain('11 days late');
    expect(boardAlt(manyLetters, en.pictures.board).split('\n')[0]).toBe(
      'Your letters, Mon 13 Sep 2027: 2 late, 8 due soon, 6 later, 2 without a date, 4 arrived, 3 not coming',
    );
  });

  test('reads as sentences where it cannot be seen', () => {
    expect(boardAlt({ ...sixLetters, rows: sixLetters.rows.slice(0, 1) }, en.pictures.board)).toBe(
      [
        'Your letters, Mon 13 Sep 2027: 1 late',
        "1. Dr. Sinéad O'Brien (ERAS, Internal medicine): requested, step 5 of 7, 3 days late, upload by Fri 10 Sep, backup stands by",
        'planned\u00a0› asked\u00a0› agreed\u00a0› packet\u00a0sent\u00a0› requested\u00a0› uploaded\u00a0› processed',
      ].join('\n'),
    );
  });

  test('without letters says so, in the picture and beside it', () => {
    const empty = { ...sixLetters, rows: [] };
    expect(textsIn(empty).map(({ text }) => text)).toEqual(['Your letters', 'Mon 13 Sep 2027', 'No letters yet.']);
    expect(boardAlt(empty, en.pictures.board)).toBe('Your letters, Mon 13 Sep 2027: No letters yet.');
  });

  test('of more letters than fit counts the rest in the picture, and names all of them beside it', () => {
    const rows = Array.from(
      { length: 120 },
      (_, index) => ({ ...withRow({}).rows[0], label: `Dr. N${index}` }) as BoardRow,
    );
    const drawn = textsIn({ ...sixLetters, rows }).map(({ text }) => text);
    expect(drawn.filter((text) => text.startsWith('Dr. N'))).toHaveLength(mostRows);
    expect(drawn).toContain('And 95 more letters; the text has them all.');
    const alt = boardAlt({ ...sixLetters, rows }, en.pictures.board);
    for (const { label } of rows) expect(alt).toContain(`${label} (`);
  });

  test('gives a name that it cannot draw the number that it has in the text', () => {
    const drawn = textsIn(manyLetters).map(({ text }) => text);
    const alt = boardAlt(manyLetters, en.pictures.board);
    expect(drawn).toContain('#5');
    expect(alt).toContain('\n5. 王小明 (');
    expect(drawn).toContain('#9 Dr. Wang Xiaoming (□)');
    expect(alt).toContain('\n9. Dr. Wang Xiaoming (王小明) (');
    expect(drawn).toContain('□ and # stand for what cannot be drawn here; the text has it.');
    expect(
      textsIn(sixLetters)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('cannot be drawn');
  });

  test('puts letters that were declined or dropped below the others, whatever their place', () => {
    const [declined, planned] = [withRow({ stage: 'declined', label: 'A' }), withRow({ stage: 'planned', label: 'B' })];
    const board = { ...sixLetters, rows: [...declined.rows, ...planned.rows] };
    const drawn = textsIn(board).map(({ text }) => text);
    expect(drawn.indexOf('B')).toBeLessThan(drawn.indexOf('Declined or dropped'));
    expect(drawn.indexOf('Declined or dropped')).toBeLessThan(drawn.indexOf('A'));
    expect(boardAlt(board, en.pictures.board)).toMatch(/\n1\. B [^\n]*\nDeclined or dropped\n2\. A /u);
  });

  test('fills as many dots as the letter has come', () => {
    for (const [index, stage] of ladder.entries()) {
      const svg = boardSvg(withRow({ stage, urgency: 'later', marks: [] }), en.pictures.board, fonts);
      // Filled dots below the stage that it stands at, which is larger; rings for what lies ahead.
      expect([...svg.matchAll(/r="4"/gu)], stage).toHaveLength(index);
      expect([...svg.matchAll(/r="6.5"/gu)], stage).toHaveLength(1);
      expect([...svg.matchAll(/r="3.4"/gu)], stage).toHaveLength(ladder.length - 1 - index);
    }
  });

  test('says the year of a date only where it is another', () => {
    const drawn = (due: Board['today']) => textsIn(withRow({ due, urgency: 'later' })).map(({ text }) => text);
    expect(drawn('2027-12-31')).toContain('Fri 31 Dec');
    expect(drawn('2028-01-05')).toContain('Wed 5 Jan 2028');
  });

  test('is told apart by shape without any colour', () => {
    const shapes = [...Object.values(urgencyLooks), ...Object.values(markLooks)].map(({ symbol }) =>
      symbol(0, 0, tones.grey),
    );
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  test('can be read: every text in it stands out from its ground, and is large enough on a phone', () => {
    fc.assert(
      fc.property(boards, fc.constantFrom(...languages), (board, [, words]) => {
        for (const { text, fill, ground, size } of textsIn(board, words)) {
          expect(contrast(fill, ground), `${text}: ${fill} on ${ground}`).toBeGreaterThanOrEqual(4.5);
          // In points, where the picture is four hundred of them wide.
          expect(size * (400 / 500)).toBeGreaterThanOrEqual(11);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('has no text over its edge or over another text', () => {
    fc.assert(
      fc.property(boards, fc.constantFrom(...languages), (board, [, words]) => {
        const boxes = textsIn(board, words)
          .filter(({ text }) => text !== '')
          .map((one) => {
            const width = fonts.width(one.text, one.size, one.weight);
            const left = one.align === 'end' ? one.x - width : one.x;
            return { ...one, left, right: left + width };
          });
        for (const { left, right, text } of boxes) {
          expect(left, text).toBeGreaterThanOrEqual(14);
          expect(right, text).toBeLessThanOrEqual(486.01);
        }
        for (const [index, one] of boxes.entries())
          for (const other of boxes.slice(index + 1))
            if (Math.abs(one.y - other.y) < 12)
              expect(one.right <= other.left || other.right <= one.left, `${one.text} / ${other.text}`).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
