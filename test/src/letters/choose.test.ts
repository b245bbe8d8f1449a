import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, type Option, type Sort, type Wanted } from '../../../src/letters/choose.ts';
import { subsets } from '../../support/subsets.ts';

const nothingWanted: Wanted = { sorts: [], letters: 0, usual: 4, most: 4, soleForm: false };

function sort(min: number, better = min, atMost = Number.POSITIVE_INFINITY): Sort {
  return { min, better, atMost };
}

/** A letter named `A1` is of the writer A; what is not said of it is no. */
function option(letter: string, more: Partial<Option> = {}): Option {
  const plain = { fixed: false, sorts: [], standardized: false, weak: false, merits: [] };
  return { letter, writer: letter.charAt(0), ...plain, ...more };
}

function chosen(options: readonly Option[], wanted: Partial<Wanted>): string {
  return [...choose(options, { ...nothingWanted, ...wanted })].sort().join(' ');
}

describe('a choice of letters', () => {
  it('takes what is asked for before what is good', () => {
    const good = ['A1', 'B1', 'C1'].map((letter) => option(letter, { sorts: [false], merits: [1] }));
    const asked = option('D1', { sorts: [true], weak: true, merits: [0] });
    expect(chosen([...good, asked], { sorts: [sort(1)], usual: 3, most: 3 })).toBe('A1 B1 D1');
  });

  it('leaves a place open rather than take a weak letter that nobody asked for', () => {
    const options = [option('A1'), option('B1'), option('C1', { weak: true })];
    expect(chosen(options, { letters: 2, usual: 3 })).toBe('A1 B1');
    expect(chosen(options, { letters: 3, usual: 3 })).toBe('A1 B1 C1');
  });

  it('takes a second letter of a writer only for what is asked for', () => {
    const options = [option('A1', { sorts: [false] }), option('A2', { sorts: [true] })];
    expect(chosen(options, { sorts: [sort(0, 1)] })).toBe('A2');
    expect(chosen(options, { sorts: [sort(1)], letters: 2 })).toBe('A1 A2');
  });

  it('takes no second letter of whoever writes a form where that is the rule', () => {
    const options = [option('A1', { standardized: true }), option('A2'), option('B1')];
    expect(chosen(options, { letters: 3, soleForm: true })).toBe('A1 B1');
  });

  it('keeps what is fixed, above the limit too', () => {
    const fixed = ['A1', 'A2', 'B1'].map((letter) => option(letter, { fixed: true, weak: true }));
    expect(chosen([...fixed, option('C1')], { most: 2, usual: 2, letters: 4 })).toBe('A1 A2 B1');
  });

  it('goes beyond what is usual only for what is asked for or better', () => {
    const plain = ['A1', 'B1', 'C1'].map((letter) => option(letter, { sorts: [false] }));
    const form = option('D1', { sorts: [true] });
    expect(chosen([...plain, form], { sorts: [sort(1)], letters: 2, usual: 2 })).toBe('A1 D1');
    const two = [sort(2), sort(2)];
    const mixed = [
      option('A1', { sorts: [true, false] }),
      option('B1', { sorts: [true, false] }),
      option('C1', { sorts: [false, true] }),
      option('D1', { sorts: [false, true] }),
    ];
    expect(chosen(mixed, { sorts: two, usual: 2 })).toBe('A1 B1 C1 D1');
  });

  it('leaves out letters of a sort of which more are of no use', () => {
    const options = ['A1', 'B1', 'C1', 'D1'].map((letter) => option(letter, { sorts: [true] }));
    expect(chosen(options, { sorts: [sort(0, 0, 2)], letters: 2, usual: 4 })).toBe('A1 B1');
  });

  it('weighs merits one after the other, not letter by letter', () => {
    const options = [
      option('A1', { merits: [1, 0] }),
      option('B1', { merits: [0, 0] }),
      option('C1', { merits: [1, 0] }),
      option('D1', { merits: [0, 1] }),
    ];
    expect(chosen(options, { usual: 3, most: 3 })).toBe('A1 C1 D1');
  });

  it('of nothing is nothing', () => {
    expect(chosen([], { sorts: [sort(2)], letters: 3 })).toBe('');
  });
});

/** Whether a choice keeps what must be kept: fixed letters, the limit, one letter of whoever writes a form. */
function isAllowed(choice: readonly Option[], all: readonly Option[], wanted: Wanted): boolean {
  const added = choice.filter(({ fixed }) => !fixed);
  if (choice.length - added.length < all.filter(({ fixed }) => fixed).length) return false;
  if (added.length > 0 && choice.length > wanted.most) return false;
  return !wanted.soleForm || added.every((one) => !choice.some((other) => clash(one, other)));
}

function clash(one: Option, other: Option): boolean {
  return one !== other && one.writer === other.writer && (one.standardized || other.standardized);
}

/** The order of preference written out again, as numbers of which less is better. */
function points(choice: readonly Option[], { sorts, letters, usual }: Wanted): readonly number[] {
  const count = (test: (one: Option) => boolean | undefined) => choice.filter(test).length;
  const have = sorts.map((_, index) => count((one) => one.sorts[index]));
  const under = (want: number, got: number) => (got < want ? want - got : 0);
  return [
    ...sorts.map(({ min }, index) => under(min, have[index] ?? 0)),
    under(letters, choice.length),
    choice.length - new Set(choice.map(({ writer }) => writer)).size,
    count(({ weak }) => weak),
    ...sorts.flatMap(({ better, atMost }, index) => {
      const got = have[index] ?? 0;
      return [under(better, got), got > atMost ? got - atMost : 0];
    }),
    choice.length < usual ? usual - choice.length : choice.length - usual,
    ...[0, 1, 2].map((merit) => -count((one) => one.merits[merit] === 1)),
  ];
}

/** Whether one list of numbers comes before another, and what decides it in the end: who comes first. */
function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

const someOption = fc.record({
  writer: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  fixed: fc.nat(5).map((one) => one === 0),
  sorts: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  standardized: fc.boolean(),
  weak: fc.boolean(),
  merits: fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1)),
});

const someSort = fc
  .tuple(fc.nat(2), fc.nat(1), fc.constantFrom(0, 1, Number.POSITIVE_INFINITY))
  .map(([min, more, beyond]) => sort(min, min + more, min + more + beyond));

const someWanted = fc
  .record({
    sorts: fc.tuple(someSort, someSort, someSort),
    letters: fc.nat(4),
    more: fc.nat(2),
    most: fc.constantFrom(1, 2, 3, 4, 4, 6, Number.POSITIVE_INFINITY),
    soleForm: fc.boolean(),
  })
  .map(({ more, ...wanted }): Wanted => ({ ...wanted, usual: wanted.letters + more }));

describe('a choice among a few letters', () => {
  it('is the best of all that are allowed, and the same whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(someOption, { maxLength: 7 }), someWanted, (drawn, wanted) => {
        const all = drawn.map((one, index): Option => ({ ...one, letter: `${one.writer}${index}` }));
        const ids = choose(all, wanted);
        const mine = all.filter(({ letter }) => ids.has(letter));
        expect(mine).toHaveLength(ids.size);
        expect(isAllowed(mine, all, wanted)).toBe(true);
        const own = points(mine, wanted);
        for (const other of subsets(all)) {
          if (isAllowed(other, all, wanted)) expect(isBefore(points(other, wanted), own)).toBe(false);
        }
        expect(choose(all.toReversed(), wanted)).toEqual(ids);
      }),
      { numRuns: 4_000 },
    );
  });
});
