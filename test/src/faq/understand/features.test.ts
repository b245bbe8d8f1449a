import { describe, expect, test } from 'vitest';
import { families, featuresOf } from '../../../../src/faq/understand/features.ts';

function numbersOf(text: string): ReadonlySet<number> {
  const found = featuresOf(text);
  return new Set(families.flatMap((family) => [...found[family].keys()]));
}

function likeness(one: string, other: string): number {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  const both = [...a].filter((number) => b.has(number)).length;
  return both / (a.size + b.size - both);
}

describe('features', () => {
  test.each([
    ['Can my LETTER be old?', 'can my letter be old?'],
    ['can’t log in', "can't log in"],
    ['how loooooong is it', 'how loong is it'],
    ['<@U123> how long https://example.org/x', 'how long'],
  ])('of “%s” are those of “%s”', (one, other) => {
    expect(numbersOf(one)).toEqual(numbersOf(other));
  });

  test('fold words that mean the same, also French ones', () => {
    const unrelated = likeness('combien de lettres pour le programme', 'where is the cafeteria');
    expect(likeness('three recs', 'three letters')).toBeGreaterThan(likeness('three recs', 'three beers'));
    expect(likeness('combien de lettres pour le programme', 'how many letters for the program')).toBeGreaterThan(
      2 * unrelated,
    );
  });

  test('are much the same with a word misspelt', () => {
    expect(likeness('recommendation deadline', 'recomendation deadlin')).toBeGreaterThan(0.3);
  });

  test('tell a question from a statement', () => {
    const shape = (text: string) => [...featuresOf(text).shape.keys()].sort();
    expect(shape('should i waive it?')).not.toEqual(shape('i waived it all.'));
  });

  test.each(['', '   ', '???', '🎉🎉', '\u0000'])('of “%s” are none', (text) => {
    expect(numbersOf(text).size).toBe(0);
  });

  test('of a long story keep its end, where the question is', () => {
    const story = `${'so this happened on the wards today and '.repeat(100)}`;
    expect(likeness(`${story} can i waive my right?`, `${story} who pays for lunch?`)).toBeLessThan(1);
  });

  test.each([
    'a'.repeat(10_000),
    'a b '.repeat(2_500),
    '?'.repeat(10_000),
    'é'.repeat(10_000),
    '<@'.repeat(5_000),
    'https://'.repeat(1_250),
    'letter of '.repeat(1_000),
    '\n.'.repeat(5_000),
    "l'".repeat(5_000),
  ])('of 10,000 hostile characters take little time: “%.12s…”', (text) => {
    const from = performance.now();
    for (let turn = 0; turn < 10; turn += 1) featuresOf(text);
    expect((performance.now() - from) / 10).toBeLessThan(50);
  });
});
