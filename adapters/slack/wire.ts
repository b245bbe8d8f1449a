import { type Carried, decode, encode } from '../../src/core/call-codec.ts';

/**
 * Text for a field that Slack reads as markup: `&`, `<` and `>` once, nothing else
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping).
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/gu, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** How long a text is once it is escaped. */
export function escapedLength(text: string): number {
  return escapeText(text).length;
}

/**
 * Text for an id or a value that Slack hands back. Slack escapes `&`, `<` and `>` in parts of what
 * it returns without saying which (https://github.com/slackapi/bolt-python/issues/513), so they
 * never travel as themselves. `fromWire` gives the text back; text that never was ours passes.
 */
export function toWire(text: string): string {
  return text.replace(/[%&<>]/gu, encodeURIComponent);
}

export function fromWire(text: string): string {
  return text.replace(/%(?:25|26|3C|3E)/gu, decodeURIComponent);
}

/** What is carried as a value of at most `max` characters, or `undefined` when it does not fit. */
export function carry(carried: Carried, max: number): string | undefined {
  const encoded = encode(carried, max);
  const text = encoded === undefined ? undefined : toWire(encoded);
  return text !== undefined && text.length <= max ? text : undefined;
}

/** The inverse of `carry`; `undefined` for a value that is none of ours. */
export function uncarry<K extends Carried['kind']>(kind: K, text: string): Extract<Carried, { kind: K }> | undefined {
  const carried = decode(fromWire(text));
  return carried?.kind === kind ? (carried as Extract<Carried, { kind: K }>) : undefined;
}
