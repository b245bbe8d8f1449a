import { closest } from '../core/closest.ts';
import type { LetterWithWriter } from './letter.ts';

/** Letters that a text may mean, or the nearest when none does. */
export type Found =
  | { readonly kind: 'one'; readonly found: LetterWithWriter }
  | { readonly kind: 'several'; readonly found: readonly LetterWithWriter[] }
  | { readonly kind: 'none'; readonly nearest: readonly LetterWithWriter[] };

const honorifics = new Set(['dr', 'prof', 'professor', 'doctor', 'mr', 'mrs', 'ms', 'mx', 'md', 'do', 'phd']);

/** The words of a name that tell people apart: without case, marks and honorifics. */
export function nameWords(name: string): readonly string[] {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|['’`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !honorifics.has(word));
  return telling.length > 0 ? telling : words;
}

/** Whether two names are written for the same person: `Dr. O'Brien` and `dr obrien`. */
export function sameName(a: string, b: string): boolean {
  const [left, right] = [nameWords(a), nameWords(b)];
  // A name of signs alone (an emoji) has no words and is compared as it stands.
  if (left.length === 0 || right.length === 0) return a === b;
  return left.join(' ') === right.join(' ');
}

/**
 * Finds a letter by its id, or by words of its writer's name, of its service and its specialty:
 * `chen`, `chen carms`. A name that is given whole wins over one that only begins so.
 */
export function findLetter(letters: readonly LetterWithWriter[], typed: string): Found {
  const byId = letters.find(({ letter }) => letter.id === typed);
  if (byId) return { kind: 'one', found: byId };
  const exact = letters.filter(({ writer }) => sameName(writer.name, typed));
  const fitting = exact.length > 0 ? exact : letters.filter((one) => fits(one, typed));
  const [first] = fitting;
  if (first) return fitting.length === 1 ? { kind: 'one', found: first } : { kind: 'several', found: fitting };
  return { kind: 'none', nearest: nearest(letters, typed) };
}

function fits({ letter, writer }: LetterWithWriter, typed: string): boolean {
  const words = nameWords(typed);
  const known = [...nameWords(writer.name), ...nameWords(letter.service ?? ''), ...nameWords(letter.specialty ?? '')];
  return words.length > 0 && words.every((word) => known.some((one) => one.startsWith(word)));
}

function nearest(letters: readonly LetterWithWriter[], typed: string): readonly LetterWithWriter[] {
  const words = nameWords(typed);
  return letters.filter(({ writer }) => {
    const known = nameWords(writer.name);
    return words.some((word) => closest(word, known) !== undefined);
  });
}
