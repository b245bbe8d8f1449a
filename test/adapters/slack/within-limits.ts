import { expect } from 'vitest';
import type { SlackMessage } from '../../../adapters/slack/render.ts';

/** What the tests hold Slack to; written out again, so that a slip in the adapter's table shows. */
const longest: Readonly<Record<string, number>> = {
  header: 150,
  button: 75,
  option: 75,
  placeholder: 150,
  title: 24,
  label: 2000,
  hint: 2000,
  plain: 3000,
};

/** One object inside a payload, with the names on the way to it. */
interface Found {
  readonly path: readonly string[];
  readonly node: Readonly<Record<string, unknown>>;
}

export function objectsIn(value: unknown, path: readonly string[] = []): readonly Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, child]) => objectsIn(child, [...path, key]));
  return Array.isArray(value) ? inner : [{ path, node: value as Readonly<Record<string, unknown>> }, ...inner];
}

export function idsIn(value: unknown): readonly string[] {
  return objectsIn(value).flatMap(({ node }) => (typeof node.action_id === 'string' ? [node.action_id] : []));
}

/** All that the blocks show, in order, without what lies between. */
export function shownIn(value: unknown): string {
  return objectsIn(value)
    .map(({ node }) => {
      const text = typeof node.text === 'string' ? node.text : '';
      const more = [node.fallback, node.channel_id, node.user_id, node.usergroup_id].filter(
        (part) => typeof part === 'string',
      );
      return [text, ...more].join('');
    })
    .join('');
}

export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function spaceless(text: string): string {
  return text.replace(/\s/gu, '');
}

const blockTypes = ['rich_text', 'header', 'context', 'actions', 'divider', 'input'];
const leafTypes = ['text', 'link', 'date', 'channel', 'user', 'usergroup', 'plain_text'];
const holderTypes = ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'button', 'static_select'];
const inputTypes = [
  'plain_text_input',
  'number_input',
  'datepicker',
  'timepicker',
  'radio_buttons',
  'users_select',
  'file_input',
];
const known = [...blockTypes, ...leafTypes, ...holderTypes, ...inputTypes, 'conversations_select', 'modal'];

/** No markup, no mention, nothing longer or more than Slack takes. */
export function expectBlocksWithinLimits(payload: unknown): void {
  for (const { path, node } of objectsIn(payload)) {
    const { type, text, elements, options, value, action_id: actionId, initial_value: initial } = node;
    if (type !== undefined) expect(known).toContain(type);
    if (type === 'plain_text') expect(node.emoji).toBe(false);
    if (typeof text === 'string') {
      expect(leafTypes).toContain(type);
      expect(text).not.toBe('');
      if (type === 'plain_text') expect(text.length).toBeLessThanOrEqual(longest[roleOf(path, payload)] ?? 3000);
    }
    if (typeof actionId === 'string') expect(actionId.length).toBeLessThanOrEqual(255);
    if (type === 'button') expect(String(value).length).toBeLessThanOrEqual(2000);
    if (type === undefined && typeof value === 'string') expect(value.length).toBeLessThanOrEqual(150);
    if (type === 'plain_text_input') {
      expect(Number(node.max_length)).toBeLessThanOrEqual(3000);
      expect(String(initial ?? '').length).toBeLessThanOrEqual(Number(node.max_length));
    }
    if (Array.isArray(elements)) {
      expect(elements.length).toBeGreaterThan(0);
      if (type === 'actions') expect(elements.length).toBeLessThanOrEqual(25);
      if (type === 'context') expect(elements.length).toBeLessThanOrEqual(10);
    }
    if (Array.isArray(options)) {
      expect(options.length).toBeGreaterThan(0);
      expect(options.length).toBeLessThanOrEqual(type === 'radio_buttons' ? 10 : 100);
    }
  }
}

/** What a plain text is there: by the property that holds it, or by the element around it. */
function roleOf(path: readonly string[], payload: unknown): string {
  const property = path.at(-1) ?? '';
  if (property !== 'text') return property;
  const holder = path.slice(0, -1).reduce((node: unknown, key) => (node as Record<string, unknown>)[key], payload);
  const { type } = holder as Record<string, unknown>;
  return typeof type === 'string' ? type : 'option';
}

export function expectMessageWithinLimits(message: SlackMessage): void {
  expectBlocksWithinLimits(message.blocks);
  expect(message.blocks.length).toBeGreaterThan(0);
  expect(message.blocks.length).toBeLessThanOrEqual(50);
  expect(message.text.length).toBeLessThanOrEqual(4000);
  expect(message.text).not.toMatch(/[<>]/u);
  expect(message.text).not.toMatch(/&(?!(?:amp|lt|gt);)/u);
  expect(message).toMatchObject({ mrkdwn: false, unfurl_links: false, unfurl_media: false });
  expect(new Set(idsIn(message.blocks)).size).toBe(idsIn(message.blocks).length);
  if (message.blocks.length > 1) expect(JSON.stringify(message.blocks).length).toBeLessThanOrEqual(12_000);
}
