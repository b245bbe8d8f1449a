import { describe, expect, it } from 'vitest';
import { findLetter } from '../../../src/letters/find.ts';
import { nameWords, sameName } from '../../../src/letters/find-named.ts';
import type { Letter, LetterWithWriter } from '../../../src/letters/letter.ts';
import { aLetter, aWriter } from '../../support/samples.ts';

const member = 'maya';

function one(id: string, name: string, more: Partial<Letter> = {}): LetterWithWriter {
  return { letter: aLetter(member, id, `W-${name}`, more), writer: aWriter(member, `W-${name}`, { name }) };
}

/** What a text finds among these: `one L1`, `several L1 L2`, `none, near L1`. */
function found(letters: readonly LetterWithWriter[], typed: string): string {
  const result = findLetter(letters, typed);
  const ids = (list: readonly LetterWithWriter[]) => list.map(({ letter }) => letter.id).join(' ');
  if (result.kind === 'one') return `one ${result.found.letter.id}`;
  if (result.kind === 'several') return `several ${ids(result.found)}`;
  return `none, near ${ids(result.nearest)}`.trim();
}

describe('finding a letter', () => {
  const letters = [
    one('L1', "Dr. O'Brien"),
    one('L2', 'Dr. Wei Chen', { service: 'eras', specialty: 'Internal medicine' }),
    one('L3', 'Dr. Wei Chen', { service: 'carms' }),
    one('L4', 'Prof. José Núñez'),
    one('L5', 'Dr. Chenoweth'),
    one('L6', '🦉'),
    one('L7', 'Dr. 陳大文'),
    one('L8', 'Dr. חנה לוי'),
  ];

  it.each([
    ["O'Brien", 'one L1'],
    ['obrien', 'one L1'],
    ['o’brien', 'one L1'],
    ["DR O'BRIEN", 'one L1'],
    ['nunez', 'one L4'],
    ['josé núñez', 'one L4'],
    ['nunez jose', 'one L4'],
    ['núñ', 'one L4'],
    ['chenoweth', 'one L5'],
    ['chen carms', 'one L3'],
    ['chen internal', 'one L2'],
    ['wei chen', 'several L2 L3'],
    ['chen', 'several L2 L3 L5'],
    ['🦉', 'one L6'],
    ['陳大文', 'one L7'],
    ['חנה', 'one L8'],
    ['L3', 'one L3'],
  ])('“%s” finds %s', (typed, expected) => {
    expect(found(letters, typed)).toBe(expected);
  });

  it.each([
    ['chenn', 'none, near L2 L3'],
    ['obrein', 'none, near L1'],
    ['nunes', 'none, near L4'],
    ['silva', 'none, near'],
    ['🐢', 'none, near'],
    ['...', 'none, near'],
    ['l3', 'none, near'],
  ])('“%s” finds %s', (typed, expected) => {
    expect(found(letters, typed)).toBe(expected);
  });

  it('takes a whole name before one that only begins so', () => {
    expect(found([one('L1', 'Ann Lee'), one('L2', 'Ann Leeds')], 'ann lee')).toBe('one L1');
  });

  it('finds nothing among no letters', () => {
    expect(found([], 'chen')).toBe('none, near');
  });
});

describe('a name', () => {
  it.each([
    ["Dr. O'Brien", 'dr obrien'],
    ['Prof. José Núñez, MD PhD', 'jose nunez'],
    ['Mary-Jane  Watson', 'mary jane watson'],
    ['🦉', '🦉'],
  ])('%s is the same person as %s', (a, b) => {
    expect(sameName(a, b)).toBe(true);
  });

  it.each([
    ['Dr. Chen', 'Dr. Chan'],
    ['Wei Chen', 'Chen'],
    ['🦉', '🐢'],
    ['🦉', 'Dr. Owl'],
    ['陳', '張'],
  ])('%s is not the same person as %s', (a, b) => {
    expect(sameName(a, b)).toBe(false);
  });

  it('that is nothing but an honorific keeps it', () => {
    expect(nameWords('Dr. Do')).toEqual(['dr', 'do']);
    expect(nameWords('Doctor')).toEqual(['doctor']);
  });
});
