import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { DiscordMessage } from '../../../adapters/discord/render.ts';

/** The marks that mean something to Discord when no backslash stands before them. */
const marks = '*_~|`#>+-[]()<:@/';

/**
 * What a reader sees of markdown, by a reading of its own that takes only the nodes that a
 * renderer may write: any other unescaped mark is an error.
 */
export function shown(markdown: string): string {
  // In a box everything is shown as it is; a fence within it would end it.
  return markdown
    .split(/^```\n([\s\S]*?)\n```$/mu)
    .map((part, index) => (index % 2 === 1 ? part : part.split('\n').map(shownLine).join('\n')))
    .join('');
}

const nodes: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^\\([^0-9A-Za-z\s])/u, ([, mark]) => mark ?? ''],
  [/^``(?!`)((?:(?!``).)+?) ?``(?!`)/su, ([, text]) => (text ?? '').replace(/^ (?=`)/u, '')],
  [/^`([^`]+)`(?!`)/u, ([, text]) => text ?? ''],
  [/^\*\*(?!\*)/u, () => ''],
  [/^\[([^[\]\\]+)\]\(<(https?:\/\/[^\s<>()\\]+)>\)/u, ([, text, url]) => `${text} (${url})`],
  [/^\(<(https?:\/\/[^\s<>()\\]+)>\)/u, ([, url]) => `(${url})`],
  [/^<(https?:\/\/[^\s<>()\\]+)>/u, ([, url]) => url ?? ''],
  [/^<t:(-?\d+):F>/u, ([, seconds]) => new Date(Number(seconds) * 1000).toISOString()],
  [/^<#(\d{17,20})>/u, ([, id]) => `#${id}`],
  [/^<@(&?\d{17,20})>/u, ([, id]) => `@${id}`],
];

function shownLine(text: string): string {
  let rest = text.replace(/^(?:## |-# |- |\d+\. )/u, '');
  if (/^\s*\d+\./u.test(rest)) throw new Error(`a numbered list: ${text}`);
  let out = '';
  while (rest !== '') {
    const [match, show] = nodes.map(([pattern, draw]) => [pattern.exec(rest), draw] as const).find(([m]) => m) ?? [];
    if (match && show) {
      out += show(match);
      rest = rest.slice(match[0].length);
      continue;
    }
    if (marks.includes(rest.charAt(0)) || rest.startsWith('\\')) throw new Error(`unescaped: ${rest.slice(0, 40)}`);
    out += rest.charAt(0);
    rest = rest.slice(1);
  }
  return out;
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
