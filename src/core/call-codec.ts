import type { Call } from './invocation.ts';

/**
 * How a button, a menu or a form travels through a platform and comes back, also after a
 * restart: its call as one short text. It starts with a letter for what it is, so that nothing
 * that a platform hands back can be taken for something else.
 */
export type Carried =
  | { readonly kind: 'button'; readonly call: Call; readonly inPlace?: true }
  | { readonly kind: 'menu'; readonly call: Call; readonly option: string }
  | { readonly kind: 'form'; readonly call: Call };

const letters = { button: 'b', inPlace: 'p', menu: 'm', form: 'f' } as const;

/** The text of what is carried, or `undefined` when it is longer than `max` characters. */
export function encode(carried: Carried, max: number): string | undefined {
  const option = carried.kind === 'menu' ? [carried.option] : [];
  const args = Object.entries(carried.call.args).flat();
  const letter = letters[carried.kind === 'button' && carried.inPlace ? 'inPlace' : carried.kind];
  const text = [letter, carried.call.path, ...option, ...args].map(escapePart).join('|');
  return text.length <= max ? text : undefined;
}

/** What a text carries, or `undefined` when it is none of ours. Says nothing about its being allowed. */
export function decode(text: string): Carried | undefined {
  const parts = splitParts(text);
  const [letter, path, ...rest] = parts;
  if (path === undefined || path === '') return undefined;
  if (letter === letters.button) return withArgs(rest, (args) => ({ kind: 'button', call: { path, args } }));
  if (letter === letters.inPlace)
    return withArgs(rest, (args) => ({ kind: 'button', call: { path, args }, inPlace: true }));
  if (letter === letters.form) return withArgs(rest, (args) => ({ kind: 'form', call: { path, args } }));
  const [option, ...pairs] = rest;
  if (letter !== letters.menu || option === undefined) return undefined;
  return withArgs(pairs, (args) => ({ kind: 'menu', call: { path, args }, option }));
}

function withArgs(pairs: readonly string[], make: (args: Record<string, string>) => Carried): Carried | undefined {
  if (pairs.length % 2 !== 0) return undefined;
  const args: Record<string, string> = Object.create(null) as Record<string, string>;
  for (let index = 0; index < pairs.length; index += 2) args[pairs[index] ?? ''] = pairs[index + 1] ?? '';
  return make({ ...args });
}

function escapePart(part: string): string {
  return part.replace(/[\\|]/gu, '\\$&');
}

function splitParts(text: string): readonly string[] {
  const parts: string[] = [''];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '|') parts.push('');
    else {
      if (character === '\\') at += 1;
      parts[parts.length - 1] += character === '\\' ? text.charAt(at) : character;
    }
  }
  return parts;
}
