import { givenNames } from './given-names.ts';
import { noNames } from './no-names.ts';
import type { Span, Token } from './reading.ts';
import { gapBehind, isUnmarked, type Scene } from './scene.ts';

/** A word of letters alone, two at least. */
export function isWord({ word }: Token): boolean {
  return /^\p{L}[\p{L}']+$/u.test(word);
}

export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.cased);
}

/** `MRI`, `RICHARDS`. */
export function isAllCapitals(token: Token): boolean {
  return /^\p{Lu}{2,}$/u.test(token.cased);
}

/** Where everything is written in capitals, a capital says nothing. */
export function isShouted(scene: Scene, { from, to }: Span): boolean {
  return !/\p{Ll}/u.test(scene.cased.slice(Math.max(0, from - 20), to + 20));
}

/** A word that says nothing else here. */
export function canBeName(scene: Scene, index: number): boolean {
  const token = scene.tokens[index];
  return token !== undefined && isWord(token) && !noNames.has(token.word) && isUnmarked(scene, index);
}

/** Further words than a name has. */
const longestName = 4;

/**
 * Where the name ends that begins with a token. Further words of it have a capital; in small
 * letters one more is taken that says nothing else: rather a word too many than a surname left.
 */
export function endOfName(scene: Scene, index: number): number {
  const first = scene.tokens[index];
  const small = first !== undefined && (!isCapital(first) || isShouted(scene, first));
  const longest = small ? 1 : longestName;
  let last = index;
  while (last < index + longest && goesOn(scene, last, small)) last += 1;
  return scene.tokens[last]?.to ?? 0;
}

function goesOn(scene: Scene, index: number, small: boolean): boolean {
  const next = scene.tokens[index + 1];
  const gap = gapBehind(scene, index);
  if (!next || !/^(?: |-|\. |, |" ?| ")$/u.test(gap)) return false;
  // `Nguyen, Thi Hoa`: behind a comma a given name goes on.
  if (gap === ', ' && (small || !givenNames.has(next.word))) return false;
  if (small) return canBeName(scene, index + 1);
  return isCapital(next) && (/^\p{Lu}$/u.test(next.cased) || canBeName(scene, index + 1));
}
