import type { Chance } from '../support/chance.ts';

/** The fields with one of them, at any depth, gone or of another kind. */
export function spoilFields(
  fields: Readonly<Record<string, unknown>>,
  chance: Chance,
  texts: readonly string[],
): Record<string, unknown> {
  const names = Object.keys(fields);
  if (names.length === 0) return {};
  const name = chance.pick(names);
  const { [name]: value, ...others } = fields;
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !chance.once(3)) {
    return { ...others, [name]: spoilFields(value as Record<string, unknown>, chance, texts) };
  }
  if (chance.once(3)) return others;
  const instead = [null, true, -1, '', [], {}, [[]], chance.pick(texts), { type: 'button' }, ['x', 'y']];
  return { ...others, [name]: chance.pick(instead) };
}

const depth = 100_000;

/** Lists in lists, deeper than a reader that calls itself can go. */
export const nested = '['.repeat(depth) + ']'.repeat(depth);

/** The JSON of an object with a very deep field more. */
export function deepJson(json: string): string {
  return `{"deep":${nested},${json.slice(1)}`;
}

/** Names of very many fields. */
export const crowd: readonly string[] = Array.from({ length: 20_000 }, (_, index) => `a${index}`);

/** The JSON of an object with very many fields more. */
export function crowdedJson(json: string): string {
  return `{${crowd.map((name) => `"${name}":1,`).join('')}${json.slice(1)}`;
}

/** The bytes of a text with some in it that are no text, a little behind a word. */
export function brokenUtf8(text: string, word: string): Buffer {
  const at = text.indexOf(word) + word.length + 3;
  return Buffer.concat([
    Buffer.from(text.slice(0, at)),
    Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
    Buffer.from(text.slice(at)),
  ]);
}
