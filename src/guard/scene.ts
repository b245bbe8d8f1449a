import type { Mark } from './lexicon.ts';
import { bitOf, bitsOf, type Marks, markWords } from './marks.ts';
import { type Reading, readText, type Span } from './reading.ts';

/** A text with what its words say about each other. */
export interface Scene extends Reading {
  /** Of each token. */
  readonly marks: Uint32Array;
  /** All marks of the text, of each sentence and of each line, so that most questions end at once. */
  readonly within: { readonly text: Marks; readonly clause: Uint32Array; readonly line: Uint32Array };
}

/** How far to look, in words; no further than the sentence, or the line. */
export interface Reach {
  readonly before?: number;
  readonly after?: number;
  readonly within?: 'clause' | 'line';
}

/** As far as what belongs together stands apart. */
const usualReach = 12;

/** Reads a text and marks its words. */
export function setScene(text: string): Scene {
  const reading = readText(text);
  const marks = markWords(reading);
  const whole = marks.reduce((all, some) => all | some, 0);
  const [clause, line] = [gather(reading, marks, 'clause'), gather(reading, marks, 'line')];
  return { ...reading, marks, within: { text: whole, clause, line } };
}

function gather({ tokens }: Reading, marks: Uint32Array, by: 'clause' | 'line'): Uint32Array {
  const gathered = new Uint32Array((tokens.at(-1)?.[by] ?? 0) + 1);
  tokens.forEach((token, index) => {
    gathered[token[by]] = (gathered[token[by]] ?? 0) | (marks[index] ?? 0);
  });
  return gathered;
}

/** The index of the token at an offset, or of the next one. */
export function tokenAt({ tokens }: Reading, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of the marks stands anywhere in the text: without, many a rule has nothing to look for. */
export function isAnywhere({ within }: Scene, marks: readonly Mark[]): boolean {
  return overlap(within.text, bitsOf(marks));
}

/** Whether one of the marks stands near a piece of the text, or in it. */
export function isNear(scene: Scene, span: Span, marks: readonly Mark[], reach: Reach = {}): boolean {
  if (!isAnywhere(scene, marks)) return false;
  const { before = usualReach, after = usualReach, within = 'clause' } = reach;
  const first = tokenAt(scene, span.from);
  const last = Math.max(first, tokenAt(scene, span.to) - 1);
  const here = scene.tokens[first]?.[within];
  const bits = bitsOf(marks);
  if (here === undefined || !overlap(scene.within[within][here], bits)) return false;
  for (let index = Math.max(0, first - before); index <= last + after; index += 1) {
    if (overlap(scene.marks[index], bits) && scene.tokens[index]?.[within] === here) return true;
  }
  return false;
}

export function hasMark({ marks }: Scene, index: number, mark: Mark): boolean {
  return overlap(marks[index], bitOf[mark]);
}

/** Whether nothing is known of a word. */
export function isUnmarked({ marks }: Scene, index: number): boolean {
  return marks[index] === 0;
}

function overlap(marks: Marks | undefined, bits: Marks): boolean {
  return marks !== undefined && (marks & bits) !== 0;
}

/** The words on both sides of a piece, in its line; empty where there are none. */
export function wordsBeside(scene: Scene, span: Span): { readonly before: string; readonly after: string } {
  const first = tokenAt(scene, span.from);
  const last = Math.max(first, tokenAt(scene, span.to) - 1);
  const line = scene.tokens[first]?.line;
  const word = (index: number) => (scene.tokens[index]?.line === line ? (scene.tokens[index]?.word ?? '') : '');
  return { before: word(first - 1), after: word(last + 1) };
}

/** What stands between a token and the next. */
export function gapBehind({ plain, tokens }: Reading, index: number): string {
  return plain.slice(tokens[index]?.to, tokens[index + 1]?.from);
}

/** The text behind an offset, as much of it as a pattern needs. */
export function behind({ plain }: Reading, offset: number, length = 16): string {
  return plain.slice(offset, offset + length);
}
