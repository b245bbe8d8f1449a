import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { DiscordMessage } from '../../../adapters/discord/render.ts';

/** The marks that mean something to Discord when no backslash stands before them. */
const marks = '*_~|`#>+-[]()<:@/';

/** A piece of markdown: what a reader sees of it, and where it leads or whom it names. */
export interface Piece {
  readonly seen: string;
  readonly kind?: 'link' | 'channel' | 'person' | 'group';
  /** The address or the id. */
  readonly target?: string;
}

/**
 * Markdown taken apart, by a reading of its own that takes only the nodes that a renderer may
 * write: any other unescaped mark is an error.
 */
export function piecesOf(markdown: string): readonly Piece[] {
  // In a box everything is shown as it is; a fence within it would end it.
  return markdown
    .split(/^```\n([\s\S]*?)\n```$/mu)
    .flatMap((part, index) => (index % 2 === 1 ? [{ seen: part }] : piecesOutside(part)));
}

function piecesOutside(text: string): readonly Piece[] {
  return text.split('\n').flatMap((line, index) => [...(index === 0 ? [] : [{ seen: '\n' }]), ...piecesOfLine(line)]);
}

/** What a reader sees of markdown. */
export function shown(markdown: string): string {
  return piecesOf(markdown)
    .map(({ seen }) => seen)
    .join('');
}

const nodes: readonly (readonly [RegExp, (match: readonly string[]) => Piece])[] = [
  [/^\\([^0-9A-Za-z\s])/u, ([, mark = '']) => ({ seen: mark })],
  [/^``(?!`)((?:(?!``).)+?) ?``(?!`)/su, ([, text = '']) => ({ seen: text.replace(/^ (?=`)/u, '') })],
  [/^`([^`]+)`(?!`)/u, ([, text = '']) => ({ seen: text })],
  [/^\*\*(?!\*)/u, () => ({ seen: '' })],
  [/^\[([^[\]\\]+)\]\(<(https?:\/\/[^\s<>()\\]+)>\)/u, ([, text, url = '']) => linkTo(url, `${text} (${url})`)],
  [/^\(<(https?:\/\/[^\s<>()\\]+)>\)/u, ([, url = '']) => linkTo(url, `(${url})`)],
  [/^<(https?:\/\/[^\s<>()\\]+)>/u, ([, url = '']) => linkTo(url, url)],
  [/^<t:(-?\d+):F>/u, ([, seconds]) => ({ seen: new Date(Number(seconds) * 1000).toISOString() })],
  [/^<#(\d{17,20})>/u, ([, id = '']) => ({ seen: `#${id}`, kind: 'channel', target: id })],
  [/^<@(\d{17,20})>/u, ([, id = '']) => ({ seen: `@${id}`, kind: 'person', target: id })],
  [/^<@&(\d{17,20})>/u, ([, id = '']) => ({ seen: `@&${id}`, kind: 'group', target: id })],
];

function linkTo(url: string, seen: string): Piece {
  return { seen, kind: 'link', target: url };
}

function piecesOfLine(text: string): readonly Piece[] {
  let rest = text.replace(/^(?:## |-# |- |\d+\. )/u, '');
  if (/^\s*\d+\./u.test(rest)) throw new Error(`a numbered list: ${text}`);
  const pieces: Piece[] = [];
  while (rest !== '') {
    const [match, show] = nodes.map(([pattern, draw]) => [pattern.exec(rest), draw] as const).find(([m]) => m) ?? [];
    if (match && show) {
      pieces.push(show(match));
      rest = rest.slice(match[0].length);
      continue;
    }
    if (marks.includes(rest.charAt(0)) || rest.startsWith('\\')) throw new Error(`unescaped: ${rest.slice(0, 40)}`);
    pieces.push({ seen: rest.charAt(0) });
    rest = rest.slice(1);
  }
  return pieces;
}

/** All that can be read of messages, in order. */
export function readable(messages: readonly DiscordMessage[]): string {
  return messages.flatMap(({ components }) => components.map(readComponent)).join('\n');
}

function readComponent(component: APIMessageTopLevelComponent): string {
  if (component.type === 10) return shown(component.content);
  if (component.type === 9)
    return [...component.components.map(readComponent), labelOf(component.accessory)].join('\n');
  if (component.type === 1) return component.components.map(labelOf).join('\n');
  if (component.type === 12) return component.items.map(({ description }) => description ?? '').join('\n');
  return component.type === 13 ? component.file.url : '';
}

function labelOf(control: object): string {
  const { label, placeholder, options } = control as { label?: string; placeholder?: string; options?: object[] };
  return [label, placeholder, ...(options ?? []).map(labelOf)].filter(Boolean).join('\n');
}

/** Without the space that Discord trims and that a cut may stand for. */
export function dense(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** Everything in a tree that has a `type` number, itself included. */
export function walk(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(walk);
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Record<string, unknown>;
  const nested = [own.components, own.component, own.accessory].flatMap(walk);
  return typeof own.type === 'number' ? [own, ...nested] : nested;
}
