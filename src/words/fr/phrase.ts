import { line } from '../../core/reply.ts';
import { typeset } from '../../core/typeset.ts';

/** Writes a French line. What stands in its gaps is not touched: it may be what somebody typed. */
export const phrase: typeof line = (words, ...parts) => {
  const set = words.map(typeset);
  return line(Object.assign(set, { raw: set }), ...parts);
};

/** `9 jours`, `1 jour`, `0 jour`: in French nothing is not yet many. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('fr-CA')} ${number < 2 ? one : many}`;
}

/** `a, b ou c`. */
export function either(words: readonly string[]): string {
  return joined(words, 'ou');
}

/** `a, b et c`. */
export function both(words: readonly string[]): string {
  return joined(words, 'et');
}

function joined(words: readonly string[], last: string): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
