import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextSection } from '@slack/types';
import { mailRecipient } from '../../src/core/mail-link.ts';
import { assertNever, type Inline, type Line } from '../../src/core/reply.ts';
import { inlineText, lineText } from '../../src/core/reply-text.ts';
import { split } from '../../src/core/text.ts';
import { formatDay, formatMoment } from '../../src/core/time.ts';
import { limits } from './limits.ts';
import { escapedLength } from './wire.ts';

/** One line of a block: how it is drawn, and what stands before it where only text is shown. */
export interface Row {
  readonly line: Line;
  readonly prefix?: string;
  readonly list?: 'bullet' | 'ordered';
  /** Its number in an ordered list. */
  readonly number?: number;
}

export function rowText({ prefix = '', line }: Row): string {
  return prefix + lineText(line);
}

/**
 * The rows in groups of which each fits one block, escaped or not. A row that is too long for a
 * block goes on in the next group, without its bullet.
 */
export function fitRows(rows: readonly Row[]): readonly (readonly Row[])[] {
  return chunk(rows.flatMap(splitRow), (row) => escapedLength(rowText(row)) + 1, limits.richText + 1);
}

/**
 * Items in order in groups that are within `max` and hold at most `count`; an item that is larger
 * than `max` is alone.
 */
export function chunk<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  max: number,
  count = Number.POSITIVE_INFINITY,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let used = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const group = groups.at(-1);
    if (group && used + size <= max && group.length < count) {
      group.push(item);
      used += size;
    } else {
      groups.push([item]);
      used = size;
    }
  }
  return groups;
}

/** A prefix, such as the number of a list item, is never as long as this. */
const roomForPrefix = 32;

function splitRow(row: Row): readonly Row[] {
  if (escapedLength(rowText(row)) <= limits.richText) return [row];
  const lines = chunk(
    row.line.flatMap(splitInline),
    (inline) => escapedLength(inlineText(inline)),
    limits.richText - roomForPrefix,
  );
  return lines.map((line, index) => (index === 0 ? { ...row, line } : { line }));
}

/** The inline in pieces that fit a block; what cannot be drawn as it is becomes text first. */
function splitInline(inline: Inline): readonly Inline[] {
  const room = limits.richText - roomForPrefix;
  if (typeof inline === 'string') return pieces(inline, room);
  switch (inline.kind) {
    case 'strong':
    case 'code':
      return pieces(inline.text, room).map((text) => ({ ...inline, text }));
    case 'link':
      if (!isDrawableLink(inline.url)) return pieces(inlineText(inline), room);
      return lastOf(pieces(inline.text, room - limits.linkUrl - 3), (text) => ({ ...inline, text }));
    case 'channel':
      return isChannelId(inline.channel) ? [inline] : pieces(inlineText(inline), room);
    case 'person':
      return isPersonId(inline.person) ? [inline] : pieces(inlineText(inline), room);
    case 'group':
      return isGroupId(inline.group) ? [inline] : pieces(inlineText(inline), room);
    case 'day':
    case 'moment':
      return [inline];
    default:
      return assertNever(inline);
  }
}

/** Only the last piece of a label is the link: as text, each piece would say the address. */
function lastOf(texts: readonly string[], make: (text: string) => Inline): readonly Inline[] {
  return texts.map((text, index) => (index === texts.length - 1 ? make(text) : text));
}

/** Escaping makes one character at most five. */
function pieces(text: string, max: number): readonly string[] {
  return escapedLength(text) <= max ? [text] : split(text, /[&<>]/u.test(text) ? Math.floor(max / 5) : max);
}

/** Rich text has no markup: whatever stands in a text element is shown as it is and pings nobody. */
export function richText(rows: readonly Row[]): RichTextBlock {
  const elements: RichTextBlockElement[] = [];
  for (const run of runs(rows)) {
    const first = run[0];
    if (first?.list === undefined) elements.push(section(run));
    else {
      elements.push({
        type: 'rich_text_list',
        style: first.list,
        elements: run.map((row) => section([row])),
        // A list that goes on in another block must not start at 1 again. Documented, but not in @slack/types.
        ...(first.number !== undefined && first.number > 1 && { offset: first.number - 1 }),
      });
    }
  }
  return { type: 'rich_text', elements };
}

/** A text in a box of its own, in as many blocks as it needs; there is no markup in it either. */
export function preformatted(text: string): readonly { readonly block: RichTextBlock; readonly text: string }[] {
  return pieces(text, limits.richText)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({
      block: {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: piece }] }],
      },
      text: piece,
    }));
}

/** Neighbouring rows of one kind of list together. */
function runs(rows: readonly Row[]): readonly (readonly Row[])[] {
  const grouped: Row[][] = [];
  for (const row of rows) {
    const run = grouped.at(-1);
    if (run && run[0]?.list === row.list) run.push(row);
    else grouped.push([row]);
  }
  return grouped;
}

/** Slack refuses an empty text, so an empty line is a space. */
function section(rows: readonly Row[]): RichTextSection {
  const elements = rows.flatMap((row, index): readonly RichTextElement[] => {
    const drawn = row.line.filter((inline) => inlineText(inline) !== '').map(element);
    return index === 0 ? drawn : [{ type: 'text', text: '\n' }, ...drawn];
  });
  return { type: 'rich_text_section', elements: elements.length > 0 ? elements : [{ type: 'text', text: ' ' }] };
}

function element(inline: Inline): RichTextElement {
  if (typeof inline === 'string') return { type: 'text', text: inline };
  switch (inline.kind) {
    case 'strong':
      return { type: 'text', text: inline.text, style: { bold: true } };
    case 'code':
      return { type: 'text', text: inline.text, style: { code: true } };
    case 'link':
      if (!isDrawableLink(inline.url)) return { type: 'text', text: inlineText(inline) };
      return { type: 'link', url: inline.url, text: inline.text || mailRecipient(inline.url) || inline.url };
    case 'day':
      // A date element is a moment that Slack moves to the reader's zone: west of the writer's, a
      // deadline would show the day before. A calendar date is the same text everywhere.
      return { type: 'text', text: formatDay(inline.day, inline.language) };
    case 'moment':
      return {
        type: 'date',
        timestamp: Math.floor(Date.parse(inline.at) / 1000),
        format: '{date_long}, {time}',
        fallback: formatMoment(inline.at, inline.zone, inline.language),
      };
    case 'channel':
      if (!isChannelId(inline.channel)) return { type: 'text', text: inlineText(inline) };
      return { type: 'channel', channel_id: inline.channel };
    case 'person':
      if (!isPersonId(inline.person)) return { type: 'text', text: inlineText(inline) };
      return { type: 'user', user_id: inline.person };
    case 'group':
      if (!isGroupId(inline.group)) return { type: 'text', text: inlineText(inline) };
      return { type: 'usergroup', usergroup_id: inline.group };
    default:
      return assertNever(inline);
  }
}

/** Only web addresses and mails: anything else, `javascript:` or `slack:`, stays text. */
function isDrawableLink(url: string): boolean {
  const known = /^https?:\/\//iu.test(url) ? URL.canParse(url) : mailRecipient(url) !== undefined;
  return known && escapedLength(url) <= limits.linkUrl;
}

/** A channel can also be kept by its name, which Slack cannot link. */
export function isChannelId(channel: string): boolean {
  return /^[CG][A-Z0-9]+$/u.test(channel);
}

export function isPersonId(person: string): boolean {
  return /^[UW][A-Z0-9]{2,}$/u.test(person);
}

export function isGroupId(group: string): boolean {
  return /^S[A-Z0-9]{2,}$/u.test(group);
}
