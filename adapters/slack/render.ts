import type { KnownBlock, PlainTextElement, PlainTextOption, Button as SlackButton } from '@slack/types';
import type { Call } from '../../src/core/invocation.ts';
import type { Language } from '../../src/core/language.ts';
import { printCall } from '../../src/core/parse.ts';
import {
  assertNever,
  type Block,
  type Button,
  type Choice,
  code,
  type FileContent,
  type Line,
  type Reply,
  strong,
  withoutInPlace,
} from '../../src/core/reply.ts';
import { progressText } from '../../src/core/reply-text.ts';
import { shorten } from '../../src/core/text.ts';
import { limits } from './limits.ts';
import { type Drawn, joined, pack } from './pack.ts';
import { chunk, fitRows, preformatted, type Row, richText, rowText } from './rich-text.ts';
import { carry, escapedLength, escapeText, toWire } from './wire.ts';
import { type SlackWords, slackWords } from './words.ts';

/** One message as `chat.postMessage` takes it, but for `files`, which are uploaded apart. */
export interface SlackMessage {
  /** What a notification shows and a screen reader says: all that the blocks say, escaped. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
  readonly files: readonly FileContent[];
}

/**
 * The messages that say a reply, in order, mostly one; none for a reply that says nothing. What
 * does not fit a block or a message goes on in the next; what does not fit a button or a menu
 * becomes a line with the command to type. Only labels are shortened, visibly.
 */
export function renderMessages(reply: Reply): readonly SlackMessage[] {
  const messages = drawMessages(reply);
  return messages.length > 1 ? drawMessages(withoutInPlace(reply)) : messages;
}

function drawMessages(reply: Reply): readonly SlackMessage[] {
  return pack(
    reply.blocks.map((block, index) => drawBlock(block, String(index), reply.language)),
    reply.language,
  ).map((parts) => ({
    text: escapeText(joined(parts)),
    blocks: parts.map(({ block }) => block),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    files: parts.flatMap(({ file }) => (file ? [file] : [])),
  }));
}

/** `emoji: false` keeps `:smile:` the text that it is. */
export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** What a choice looks like in a menu, or `undefined` where its value cannot travel. */
export function drawOption({ value, label }: Choice): PlainTextOption | undefined {
  const wired = toWire(value);
  if (wired === '' || wired.length > limits.optionValue) return undefined;
  return { text: plainText(shorten(label.trim() === '' ? value : label, limits.optionText)), value: wired };
}

/** `id` is the block's own in its reply; the ids of its actions start with it and so are unique. */
function drawBlock(block: Block, id: string, language: Language | undefined): readonly Drawn[] {
  switch (block.kind) {
    case 'heading':
      if (block.text.trim() === '') return [];
      if (block.text.length > limits.headerText) return drawRows([{ line: [strong(block.text)] }]);
      return [{ block: { type: 'header', text: plainText(block.text) }, text: block.text }];
    case 'paragraph':
      return drawRows([{ line: block.line }]);
    case 'list':
      return drawRows(block.items.map((line, index) => listRow(line, block.style, index + 1)));
    case 'facts':
      return drawRows(block.facts.map(({ label, value }) => ({ line: [strong(label), ': ', ...value] })));
    case 'entry':
      return [
        ...drawRows([{ line: block.title }, ...block.details.map((line) => ({ line, prefix: '  ' }))]),
        ...drawButtons(block.buttons, id, '  '),
      ];
    case 'progress':
      return drawRows([{ line: [progressText(block)] }]);
    case 'note':
      return drawNote(block.line);
    case 'verbatim':
      return preformatted(block.text);
    case 'divider':
      return [{ block: { type: 'divider' }, text: '---' }];
    case 'buttons':
      return drawButtons(block.buttons, id, '');
    case 'menu':
      return drawMenu(block, id, slackWords(language));
    case 'file':
      return drawNote([`${block.file.name}: ${block.file.alt}`]).map((drawn, index) =>
        index === 0 ? { ...drawn, file: block.file } : drawn,
      );
    default:
      return assertNever(block);
  }
}

function listRow(line: Line, style: 'bullets' | 'numbers', number: number): Row {
  if (style === 'bullets') return { line, list: 'bullet', prefix: '- ' };
  return { line, list: 'ordered', number, prefix: `${number}. ` };
}

function drawRows(rows: readonly Row[]): readonly Drawn[] {
  if (rows.every((row) => rowText({ line: row.line }).trim() === '')) return [];
  return fitRows(rows).map((group) => ({ block: richText(group), text: group.map(rowText).join('\n') }));
}

/** What rich text alone can draw. */
const drawnKinds = ['link', 'moment', 'channel', 'person', 'group'];

/** Small print where the line is text alone; a context block has no links and no moments. */
function drawNote(line: Line): readonly Drawn[] {
  const rich = line.some((inline) => typeof inline !== 'string' && drawnKinds.includes(inline.kind));
  if (rich) return drawRows([{ line }]);
  return drawRows([{ line }]).map(({ text }) => ({
    block: text.trim() === '' ? richText([{ line: [text] }]) : { type: 'context', elements: [plainText(text)] },
    text,
  }));
}

function drawButtons(buttons: readonly Button[], id: string, prefix: string): readonly Drawn[] {
  const drawn = buttons.map((button, index) => drawButton(button, `${id}.${index}`));
  const rows = chunk(
    drawn.filter((button) => button !== undefined),
    () => 1,
    limits.buttonsInRow,
  );
  const untold = buttons.filter((_, index) => drawn[index] === undefined);
  return [
    ...rows.map(
      (elements): Drawn => ({
        block: { type: 'actions', elements: [...elements] },
        text: prefix + elements.map(({ text }) => `[${text.text}]`).join(' '),
      }),
    ),
    ...drawRows(untold.map(({ label, call }) => ({ line: [label, ': ', code(printCall(call))], prefix }))),
  ];
}

function drawButton({ label, call, shorter, style, inPlace }: Button, id: string): SlackButton | undefined {
  const carryCall = (one: Call) =>
    carry({ kind: 'button', call: one, ...(inPlace && { inPlace }) }, limits.buttonValue);
  const value = carryCall(call) ?? (shorter && carryCall(shorter));
  if (value === undefined) return undefined;
  const text = plainText(shorten(label.trim() === '' ? printCall(call) : label, limits.buttonText));
  return { type: 'button', action_id: id, text, value, ...(style && { style }) };
}

/** Room in the action's id before the call: the block's id, the menu's number and the colon. */
const roomForId = 16;

function drawMenu(
  { label, call, option, choices }: Extract<Block, { kind: 'menu' }>,
  id: string,
  words: SlackWords,
): readonly Drawn[] {
  const carried = carry({ kind: 'menu', call, option }, limits.actionId - roomForId);
  const options = choices.map((choice) => (carried === undefined ? undefined : drawOption(choice)));
  const drawable = options.filter((drawn) => drawn !== undefined);
  const groups = chunk(drawable, ({ text }) => escapedLength(text.text) + 3, limits.richText - 300, limits.options);
  const untold = choices.filter((_, index) => options[index] === undefined);
  let before = 0;
  const menus = groups.map((group, index): Drawn => {
    const range = groups.length > 1 ? words.range(before + 1, before + group.length, drawable.length) : '';
    const placeholder = `${shorten(label, limits.placeholder - range.length)}${range}`;
    before += group.length;
    return {
      block: {
        type: 'actions',
        elements: [
          {
            type: 'static_select',
            action_id: `${id}.${index}:${carried}`,
            options: [...group],
            ...(placeholder.trim() !== '' && { placeholder: plainText(placeholder) }),
          },
        ],
      },
      text: [`${placeholder}:`, ...group.map(({ text }) => `- ${text.text}`)].join('\n'),
    };
  });
  return [...menus, ...drawRows(untold.map((choice) => typedChoice(choice, call, option)))];
}

function typedChoice({ value, label }: Choice, { path, args }: Button['call'], option: string): Row {
  return { line: [label, ': ', code(printCall({ path, args: { ...args, [option]: value } }))] };
}
