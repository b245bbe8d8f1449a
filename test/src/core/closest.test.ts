import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { closest, slips } from '../../../src/core/closest.ts';

/** The definition itself, letter by letter from the end: slow, and plain to see. */
function slowSlips(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [a1, b1, a2, b2] = [a.at(-1), b.at(-1), a.at(-2), b.at(-2)];
  const tries = [
    slowSlips(a.slice(0, -1), b) + 1,
    slowSlips(a, b.slice(0, -1)) + 1,
    slowSlips(a.slice(0, -1), b.slice(0, -1)) + (a1 === b1 ? 0 : 1),
  ];
  const swapped = a.length > 1 && b.length > 1 && a1 === b2 && a2 === b1;
  return Math.min(...tries, ...(swapped ? [slowSlips(a.slice(0, -2), b.slice(0, -2)) + 1] : []));
}

const shortWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

describe('the slips between two words', () => {
  it('are those of the definition', () => {
    fc.assert(
      fc.property(shortWord, shortWord, (a, b) => {
        expect(slips(a, b)).toBe(slowSlips(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['add', 'add', 0],
    ['add', 'ad', 1],
    ['ad', 'add', 1],
    ['add', 'odd', 1],
    ['chair', 'chiar', 1],
    ['', 'add', 3],
    ['kitten', 'sitting', 3],
  ])('%s, %s: %i', (a, b, count) => {
    expect(slips(a, b)).toBe(count);
    expect(slips(b, a)).toBe(count);
  });
});

describe('the word that somebody meant', () => {
  it('is the first of those with the fewest slips, when they are few enough', () => {
    fc.assert(
      fc.property(shortWord, fc.array(shortWord, { maxLength: 5 }), (word, candidates) => {
        const counts = candidates.map((candidate) => slowSlips(word, candidate));
        const fewest = Math.min(...counts);
        const near = word !== '' && fewest <= 1 ? candidates[counts.indexOf(fewest)] : undefined;
        const begun = word.length > 1 ? candidates.find((candidate) => candidate.startsWith(word)) : undefined;
        expect(closest(word, candidates)).toBe(near ?? begun);
      }),
      { numRuns: 500 },
    );
  });

  const names = commands.map(({ path }) => path.replace(/^lor /u, ''));

  it.each([
    ['ad', 'add'],
    ['addd', 'add'],
    ['ADD', 'add'],
    ['lsit', 'list'],
    ['todya', 'today'],
    ['setings', 'settings'],
    ['sett', 'settings'],
    ['priv', 'privacy'],
    ['remind onn', 'remind on'],
  ])('“%s” means %s', (typed, meant) => {
    expect(closest(typed, names)).toBe(meant);
  });

  it.each(['', 'q', 'xyzzy', 'banana', 'a'.repeat(10_000)])('nothing is near “%.20s”', (typed) => {
    expect(closest(typed, names)).toBeUndefined();
  });
});
