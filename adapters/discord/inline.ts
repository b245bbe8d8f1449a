import { mailRecipient } from '../../src/core/mail-link.ts';
import { assertNever, code, type Inline, type Line } from '../../src/core/reply.ts';
import { inlineText } from '../../src/core/reply-text.ts';
import { split } from '../../src/core/text.ts';
import { formatDay } from '../../src/core/time.ts';
import { isSnowflake } from './codes.ts';
import { escapeText } from './escape.ts';

/** A line as Discord's markdown. Only nodes become markup; every text shows as it is. */
export function drawLine(content: Line): string {
  return joinAlike(content).map(drawInline).join('');
}

function drawInline(inline: Inline): string {
  if (typeof inline === 'string') return escapeText(inline);
  switch (inline.kind) {
    case 'strong':
      return onEachLine(inline.text, (text) => `**${escapeText(text)}**`);
    case 'code':
      return onEachLine(inline.text, drawCode);
    case 'link':
      return drawLink(inline);
    case 'day':
      // A timestamp would move the date for readers west of its midnight; a calendar date has no zone.
      return escapeText(formatDay(inline.day, inline.language));
    case 'moment':
      return drawMoment(inline);
    case 'channel':
      return isSnowflake(inline.channel) ? `<#${inline.channel}>` : escapeText(inlineText(inline));
    case 'person':
      return isSnowflake(inline.person) ? `<@${inline.person}>` : escapeText(inlineText(inline));
    case 'group':
      return isSnowflake(inline.group) ? `<@&${inline.group}>` : escapeText(inlineText(inline));
    default:
      return assertNever(inline);
  }
}

/**
 * Neighbours of one kind become one node: `**a****b**` and `` `a``b` `` would be read as a single
 * node with marks in its middle.
 */
function joinAlike(content: Line): Line {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (isEmpty(inline)) continue;
    const both = last === undefined ? undefined : joinTwo(last, inline);
    if (both === undefined) joined.push(inline);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

function isEmpty(inline: Inline): boolean {
  if (typeof inline === 'string') return inline === '';
  return (inline.kind === 'strong' || inline.kind === 'code' || inline.kind === 'link') && inlineText(inline) === '';
}

function joinTwo(first: Inline, second: Inline): Inline | undefined {
  if (typeof first === 'string' || typeof second === 'string') return undefined;
  if (first.kind === 'strong' && second.kind === 'strong') return { kind: 'strong', text: first.text + second.text };
  if (first.kind === 'code' && second.kind === 'code') return { kind: 'code', text: first.text + second.text };
  return undefined;
}

/** Draws every line that has something to show; a node over a line break would end in the middle. */
export function onEachLine(text: string, draw: (text: string) => string): string {
  return text
    .split('\n')
    .map((part) => (part.trim() === '' ? part : draw(part)))
    .join('\n');
}

/**
 * Inside a code span a backslash is a backslash, so backticks need a longer fence, and Discord
 * knows no fence longer than two inside a line. Two in a row are shown as text instead.
 */
function drawCode(text: string): string {
  if (!text.includes('`')) return `\`${text}\``;
  if (text.includes('``')) return escapeText(text);
  const before = text.startsWith('`') ? ' ' : '';
  const after = text.endsWith('`') ? ' ' : '';
  return `\`\`${before}${text}${after}\`\``;
}

/**
 * Words that can stand in the brackets of a link. Discord takes no escapes there
 * (https://github.com/discord/discord-api-docs/issues/6185) and no address or emoji
 * (https://github.com/discord/discord-api-docs/issues/6810).
 */
const plainLabel = /^[\p{L}\p{M}\p{N} ,!?'’“”&%–—-]+$/u;

function drawLink(link: { readonly text: string; readonly url: string }): string {
  const recipient = mailRecipient(link.url);
  if (recipient !== undefined) return drawMailLink(link.text, recipient);
  const url = webAddress(link.url);
  if (url === undefined) return escapeText(inlineText({ kind: 'link', ...link }));
  // The angle brackets keep Discord from fetching the page for a preview.
  if (link.text === link.url) return `<${url}>`;
  return plainLabel.test(link.text) && link.text.trim() !== ''
    ? `[${link.text}](<${url}>)`
    : `${escapeText(link.text)} (<${url}>)`;
}

/**
 * Discord opens no mail. (Its reference knew `<a@b.c?subject=…>` in 2025 and no longer does:
 * https://github.com/discord/discord-api-docs/pull/7657.) The address is there to be copied.
 */
function drawMailLink(text: string, recipient: string): string {
  if (recipient === '') return escapeText(text);
  return text === recipient ? drawCode(recipient) : drawLine([`${text} (`, code(recipient), ')']);
}

/** An address that a link may have, without the characters that would end it; else nothing. */
function webAddress(address: string): string | undefined {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href.replace(
    /[()\\<>\s]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** On the reader's own clock. How long until then is for the words around it to say. */
function drawMoment(moment: Extract<Inline, { kind: 'moment' }>): string {
  const milliseconds = Date.parse(moment.at);
  return Number.isNaN(milliseconds) ? escapeText(moment.at) : `<t:${Math.floor(milliseconds / 1000)}:F>`;
}

/**
 * Cuts a line so that each piece is at most `max` characters when drawn, never inside a node, an
 * escape or a grapheme. A node that is too long itself becomes several of its kind.
 */
export function splitLine(content: Line, max: number, draw: (line: Line) => string = drawLine): readonly Line[] {
  if (draw(content).length <= max) return [content];
  const pieces: Line[] = [];
  let piece: Inline[] = [];
  for (const inline of content.flatMap((one) => splitInline(one, max, draw))) {
    if (piece.length > 0 && draw([...piece, inline]).length > max) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(inline);
  }
  return [...pieces, piece];
}

function splitInline(inline: Inline, max: number, draw: (line: Line) => string): readonly Inline[] {
  if (draw([inline]).length <= max) return [inline];
  // Drawn, a text is seldom much longer than it was, so a few halvings find what fits.
  for (let size = max; size >= 1; size = Math.floor(size / 2)) {
    const parts = cutInline(inline, size);
    if (parts.every((part) => draw([part]).length <= max)) return parts;
  }
  return cutInline(inline, 1);
}

function cutInline(inline: Inline, size: number): readonly Inline[] {
  if (typeof inline === 'string') return split(inline, size);
  switch (inline.kind) {
    case 'strong':
    case 'code':
      return split(inline.text, size).map((text) => ({ kind: inline.kind, text }));
    case 'link':
    case 'day':
    case 'moment':
    case 'channel':
    case 'person':
    case 'group':
      // Only a link can be this long; as text nothing of its address is lost.
      return split(inlineText(inline), size);
    default:
      return assertNever(inline);
  }
}
