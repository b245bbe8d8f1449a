import { isAge } from './age-word.ts';
import { allMarks, lexicon, type Mark } from './lexicon.ts';
import { patientMark } from './patient-word.ts';
import { type Reading, readText, type Token } from './reading.ts';

/** Marks as the bits of a number. */
export type Marks = number;

export const bitOf = Object.fromEntries(allMarks.map((mark, index) => [mark, 1 << index])) as Readonly<
  Record<Mark, Marks>
>;

export function bitsOf(marks: readonly Mark[]): Marks {
  let bits = 0;
  for (const mark of marks) bits |= bitOf[mark];
  return bits;
}

interface Phrase {
  readonly words: readonly string[];
  readonly bit: Marks;
}

/** What the words of a text say, an entry for each token. */
export function markWords(reading: Reading): Uint32Array {
  const marks = new Uint32Array(reading.tokens.length);
  markPhrases(reading.tokens, marks);
  for (let index = 0; index < marks.length; index += 1) {
    const patient = patientMark(reading, index);
    if (patient) mark(marks, index, bitOf[patient]);
    if (isAge(reading, index) && !isOwn(reading, marks, index)) mark(marks, index, bitOf.aged);
  }
  return marks;
}

function mark(marks: Uint32Array, index: number, bit: Marks): void {
  marks[index] = (marks[index] ?? 0) | bit;
}

/** The writer's own grandmother is nobody's patient. */
function isOwn({ tokens }: Reading, marks: Uint32Array, index: number): boolean {
  for (let near = Math.max(0, index - 4); near <= index + 4; near += 1) {
    if (tokens[near]?.line === tokens[index]?.line && ((marks[near] ?? 0) & bitOf.own) !== 0) return true;
  }
  return false;
}

/** The phrases of the lexicon by their first word. */
const phrases: ReadonlyMap<string, readonly Phrase[]> = phrasesByFirstWord();

function phrasesByFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const kind of allMarks) {
    for (const entry of lexicon[kind] ?? []) {
      const words = readText(entry).tokens.map(({ word }) => word);
      const [first = ''] = words;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, bit: bitOf[kind] }]);
    }
  }
  return byFirst;
}

function markPhrases(tokens: readonly Token[], marks: Uint32Array): void {
  tokens.forEach(({ word, line }, index) => {
    for (const { words, bit } of phrases.get(word) ?? []) {
      const here = words.map((_, at) => tokens[index + at]);
      if (!here.every((token, at) => token?.word === words[at] && token?.line === line)) continue;
      for (let at = 0; at < words.length; at += 1) mark(marks, index + at, bit);
    }
  });
}
