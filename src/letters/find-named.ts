import { closest } from '../core/closest.ts';

/** What a text may mean among several things, or the nearest when it means none. */
export type Found<T> =
  | { readonly kind: 'one'; readonly found: T }
  | { readonly kind: 'several'; readonly found: readonly T[] }
  | { readonly kind: 'none'; readonly nearest: readonly T[] };

/** By what something is found. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** Further words that tell it from its namesakes. */
  readonly more: readonly (string | null)[];
}

const honorifics = new Set(['dr', 'prof', 'professor', 'doctor', 'mr', 'mrs', 'ms', 'mx', 'md', 'do', 'phd']);

/** `Dr.`, `Prof`: what names nobody by itself. */
export function isHonorific(word: string): boolean {
  return honorifics.has(word.toLowerCase().replace('.', ''));
}

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
 * Finds something by its id, or by words of its name and what it has besides: `chen`, `chen carms`.
 * A name that is given whole wins over one that only begins so.
 */
export function findNamed<T>(all: readonly T[], typed: string, of: (item: T) => Named): Found<T> {
  const byId = all.find((item) => of(item).id === typed);
  if (byId !== undefined) return { kind: 'one', found: byId };
  const exact = all.filter((item) => sameName(of(item).name, typed));
  const fitting = exact.length > 0 ? exact : all.filter((item) => fits(of(item), typed));
  const [first] = fitting;
  if (first !== undefined)
    return fitting.length === 1 ? { kind: 'one', found: first } : { kind: 'several', found: fitting };
  return { kind: 'none', nearest: all.filter((item) => isNear(of(item), typed)) };
}

function fits({ name, more }: Named, typed: string): boolean {
  const words = nameWords(typed);
  const known = [name, ...more].flatMap((text) => nameWords(text ?? ''));
  return words.length > 0 && words.every((word) => known.some((one) => one.startsWith(word)));
}

function isNear({ name }: Named, typed: string): boolean {
  const known = nameWords(name);
  return nameWords(typed).some((word) => closest(word, known) !== undefined);
}
