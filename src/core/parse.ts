import type { Call, RawArgs } from './invocation.ts';

/** What the parser needs of a declaration. */
export interface Parseable {
  readonly path: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The command that a text names and its arguments, or the words that name none. */
export type Parsed<C extends Parseable> =
  | { readonly kind: 'call'; readonly command: C; readonly args: RawArgs }
  | { readonly kind: 'unknown'; readonly text: string };

/**
 * Reads a typed command, `lor add Dr. O'Brien kind:attending due:"sep 23"`, without its slash.
 * The longest path that the text starts with wins. Text before the first `name:` is the first
 * option; a value runs to the next `name:` or to the end. Only names that the command declares
 * count, so `https://…` and `10:30` stay text. Quotes, straight or curly, are optional. A dash
 * option (`--kind attending`, also with the em dash that phones make of it) reads as `kind:`.
 */
export function parseTyped<C extends Parseable>(text: string, commands: readonly C[]): Parsed<C> {
  const spoken = text.trim();
  const command = commands
    .filter(({ path }) => startsWithWords(spoken, path))
    .reduce<C | undefined>((best, next) => (best && best.path.length >= next.path.length ? best : next), undefined);
  if (!command) return { kind: 'unknown', text: spoken };
  const rest = spoken.split(/\s+/u).length === wordCount(command.path) ? '' : afterWords(spoken, command.path);
  return { kind: 'call', command, args: parseArgs(rest, Object.keys(command.options)) };
}

function wordCount(path: string): number {
  return path.split(' ').length;
}

function startsWithWords(text: string, path: string): boolean {
  const words = text.toLowerCase().split(/\s+/u);
  return path.split(' ').every((word, index) => words[index] === word);
}

function afterWords(text: string, path: string): string {
  return text.replace(new RegExp(`^(?:\\S+\\s+){${wordCount(path)}}`, 'u'), '');
}

/** The arguments in the text behind a command. The last of two values for one name counts. */
export function parseArgs(text: string, names: readonly string[]): RawArgs {
  const [first] = names;
  if (first === undefined) return {};
  const quoted = quotedParts(text);
  const marks = [...text.matchAll(markPattern(names))].filter(
    (mark) => !quoted.some(({ start, end }) => start < mark.index && mark.index <= end),
  );
  const args: Record<string, string> = {};
  const positional = unquote(text.slice(0, marks[0]?.index ?? text.length).trim());
  if (positional !== '') args[first] = positional;
  marks.forEach((mark, index) => {
    const name = (mark[1] ?? mark[2] ?? '').toLowerCase();
    const start = mark.index + mark[0].length;
    args[name] = unquote(text.slice(start, marks[index + 1]?.index ?? text.length).trim());
  });
  return args;
}

/** `name:` (also `name=`, and with the full-width colon of CJK keyboards), or `--name` and `—name`. */
function markPattern(names: readonly string[]): RegExp {
  const any = names.join('|');
  // Not with the flag `u`: under it a long s counts as an s, and `ſervice` is no name of ours.
  return new RegExp(`(?<=^|\\s)(?:(${any})[:：=]|(?:--|[—–])(${any})(?=[\\s:：=]|$)[:：=]?)`, 'gi');
}

const opening = '"“„«‘';
const closing = '"”“»';

/** What ends a quoted value: a single quote only what a single quote began, for it is an apostrophe, too. */
function closers(opened: string): string {
  return opened === '‘' ? '’' : closing;
}

/**
 * The quoted parts of a text, from quote to quote. A quote opens only where a value or a word
 * starts, so the apostrophe of O'Brien and an inch mark open nothing. A quote that nothing closes
 * ends the search: what would close a later one would have closed it too. So the text is gone
 * through once, however many quotes somebody typed.
 */
function quotedParts(text: string): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  for (let start = nextOpening(text, 0); start !== -1; ) {
    const end = closingQuote(text, start);
    if (end === -1) break;
    parts.push({ start, end });
    start = nextOpening(text, end + 1);
  }
  return parts;
}

/** The next opening quote at the start, or behind a colon or a space. */
function nextOpening(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (opening.includes(text.charAt(at)) && (at === 0 || /[\s:：=]/u.test(text.charAt(at - 1)))) return at;
  }
  return -1;
}

/** The quote that closes the value opened at `start`: unescaped, before a space or the end. */
function closingQuote(text: string, start: number): number {
  const ends = closers(text.charAt(start));
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (ends.includes(text.charAt(at)) && (at + 1 === text.length || /\s/u.test(text.charAt(at + 1)))) return at;
  }
  return -1;
}

/** A value that is one quoted whole loses its quotes; any other stays as it was typed. */
function unquote(value: string): string {
  if (!opening.includes(value.charAt(0)) || value === '') return value;
  const end = closingQuote(value, 0);
  return end === value.length - 1 && end > 0 ? value.slice(1, -1).replace(/\\(["“”„«»‘’\\])/gu, '$1') : value;
}

/** A call as somebody would type it, slash and all; `parseTyped` reads it back to the same call. */
export function printCall(call: Call): string {
  const args = Object.entries(call.args).map(([name, value]) => `${name}:${quoteIfNeeded(value)}`);
  return [`/${call.path}`, ...args].join(' ');
}

function quoteIfNeeded(value: string): string {
  if (/^[\p{L}\p{N}._#/+-]+$/u.test(value)) return value;
  return `"${value.replace(/(["“”„«»‘’\\])/gu, '\\$1')}"`;
}
