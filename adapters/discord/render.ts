import type { APIButtonComponentWithCustomId, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Language } from '../../src/core/language.ts';
import {
  assertNever,
  type Block,
  code,
  type FileContent,
  type Inline,
  type Line,
  type Reply,
  withoutInPlace,
} from '../../src/core/reply.ts';
import { progressText } from '../../src/core/reply-text.ts';
import { shorten, split } from '../../src/core/text.ts';
import { boxRoom, drawBox, fitsBox } from './boxed.ts';
import { componentTypes, isSnowflake, messageFlags } from './codes.ts';
import { type Controls, drawButtons, drawMenu, type Row, toRows, type UsedIds } from './controls.ts';
import { drawLine, onEachLine, splitLine } from './inline.ts';
import { limits } from './limits.ts';
import { countComponents, type DiscordFile, type Part, pack, room, textDisplay } from './pack.ts';
import { discordWords } from './words.ts';

/** A message to create: all of its body but the nonce and what it answers. */
export interface DiscordMessage {
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Nobody is pinged, whatever a text says, but the one role that a reply calls. */
  readonly allowed_mentions: { readonly parse: readonly []; readonly roles?: readonly string[] };
  readonly files: readonly DiscordFile[];
}

/**
 * A reply as the messages that show it, in order; several when it is more than one may hold. A
 * reply that shows nothing gives no message, for Discord takes none that is empty. `private`
 * messages are ephemeral, which only answers to an interaction can be.
 */
export function renderMessages(reply: Reply, visibility: 'private' | 'public' = 'public'): readonly DiscordMessage[] {
  const boxes = reply.blocks.flatMap((block) => (block.kind === 'verbatim' && fitsBox(block.text) ? [block.text] : []));
  const messages = drawMessages(reply, visibility, boxes);
  // A button finds, and replaces, only what stands in its own message.
  return messages.length > 1 ? drawMessages(withoutInPlace(reply), visibility, []) : messages;
}

function drawMessages(
  reply: Reply,
  visibility: 'private' | 'public',
  boxes: readonly string[],
): readonly DiscordMessage[] {
  const drawing: Drawing = { ids: new Set(), names: new Set(), language: reply.language, boxes };
  const parts = reply.blocks.flatMap((block, index) => drawBlock(block, index, drawing));
  const flags = messageFlags.componentsV2 | (visibility === 'private' ? messageFlags.ephemeral : 0);
  const { calls = '' } = reply;
  const allowed_mentions = { parse: [] as const, ...(isSnowflake(calls) && { roles: [calls] }) };
  return pack(parts, reply.language).map(({ components, files }) => ({ flags, components, allowed_mentions, files }));
}

/** What must be unique within a reply, and the language of it. */
interface Drawing {
  readonly ids: UsedIds;
  readonly names: Set<string>;
  readonly language: Language | undefined;
  /** Texts that stand in the message whole, so that a button need not carry them. */
  readonly boxes: readonly string[];
}

function drawBlock(block: Block, index: number, drawing: Drawing): readonly Part[] {
  switch (block.kind) {
    case 'heading':
      return drawText(index, [[block.text]], { prefix: '## ', onEvery: true });
    case 'paragraph':
      return drawText(index, [block.line]);
    case 'list':
      return block.items.flatMap((item, at) =>
        drawText(index, [item], { prefix: block.style === 'numbers' ? `${at + 1}. ` : '- ' }),
      );
    case 'facts':
      return drawText(
        index,
        block.facts.map(({ label, value }): Line => [{ kind: 'strong', text: `${label}:` }, ' ', ...value]),
      );
    case 'entry':
      return drawEntry(block, index, drawing);
    case 'progress':
      return drawText(index, [[progressText(block)]]);
    case 'note':
      return drawText(index, [block.line], { prefix: '-# ', onEvery: true });
    case 'verbatim':
      return drawVerbatim(block.text, index);
    case 'divider':
      return [whole({ type: componentTypes.separator, divider: true, spacing: 1 })];
    case 'buttons':
      return drawControls(rowsOf(drawButtons(block.buttons, drawing.ids, drawing.boxes)), index);
    case 'menu':
      return drawControls(drawMenu(block, drawing.ids, drawing.language), index);
    case 'file':
      return drawFile(block.file, index, drawing);
    default:
      return assertNever(block);
  }
}

interface Marked {
  /** Makes a heading, an item or small print of a line. */
  readonly prefix: string;
  /** On every line of a text that has several, so that none of them falls out of it. */
  readonly onEvery?: boolean;
}

/** Lines as text parts, each short enough for a message of its own; blank ones show nothing. */
function drawText(block: number, lines: readonly Line[], marked: Marked = { prefix: '' }): readonly Part[] {
  return lines.flatMap((content) =>
    splitLine(content, room.text, (piece) => mark(drawLine(piece), marked))
      .map((piece, at) => mark(drawLine(piece), at === 0 || marked.onEvery ? marked : { prefix: '' }))
      .filter((markdown) => markdown.trim() !== '')
      .map((markdown): Part => ({ kind: 'text', block, markdown })),
  );
}

function mark(markdown: string, { prefix, onEvery }: Marked): string {
  if (markdown.trim() === '') return '';
  return onEvery ? onEachLine(markdown, (one) => `${prefix}${one}`) : `${prefix}${markdown}`;
}

/** A text in boxes, as many as it takes. One that would end its box is shown as text instead. */
function drawVerbatim(text: string, block: number): readonly Part[] {
  const pieces = split(text, boxRoom).filter((piece) => piece.trim() !== '');
  if (!pieces.every(fitsBox)) return drawText(block, [[text]]);
  return pieces.map((piece): Part => ({ kind: 'text', block, markdown: drawBox(piece) }));
}

/** A title with its details; a single button stands beside them, several in rows below. */
function drawEntry(entry: Extract<Block, { kind: 'entry' }>, index: number, { ids, boxes }: Drawing): readonly Part[] {
  const controls = drawButtons(entry.buttons, ids, boxes);
  const texts = drawText(index, [entry.title.map(embolden), ...entry.details, ...controls.typed]);
  const markdown = texts.map((part) => (part.kind === 'text' ? part.markdown : '')).join('\n');
  const rows = toRows(controls.drawn);
  const [only] = controls.drawn;
  if (only === undefined) return texts;
  const together = drawTogether(markdown, rows, entry.buttons.length === 1 ? only : undefined);
  return together ?? [...texts, ...rows.map((row) => whole(row))];
}

/** The title's words stand out; what else is in it keeps its own look. */
function embolden(inline: Inline): Inline {
  return typeof inline === 'string' ? { kind: 'strong', text: inline } : inline;
}

/** Text and buttons that a page break must not part, if a message can hold them. */
function drawTogether(
  markdown: string,
  rows: readonly Row[],
  only: APIButtonComponentWithCustomId | undefined,
): readonly Part[] | undefined {
  const count = rows.reduce((total, row) => total + countComponents(row), 1);
  if (markdown === '' || markdown.length > room.text || count > room.components) return undefined;
  if (only === undefined) return [whole(textDisplay(markdown), ...rows)];
  return [whole({ type: componentTypes.section, components: [textDisplay(markdown)], accessory: only })];
}

function rowsOf(controls: ReturnType<typeof drawButtons>): Controls<Row> {
  return { ...controls, drawn: toRows(controls.drawn) };
}

function drawControls({ before, drawn, typed }: Controls<Row>, index: number): readonly Part[] {
  return [...drawText(index, before), ...drawn.map((row) => whole(row)), ...drawText(index, typed)];
}

function whole(...components: readonly APIMessageTopLevelComponent[]): Part {
  return { kind: 'whole', components, files: [] };
}

/** A picture that Discord can show is shown; any other file is there to be fetched. One that is too large is named. */
function drawFile(file: FileContent, index: number, { names, language }: Drawing): readonly Part[] {
  if (file.bytes.length > limits.message.file) {
    return drawText(index, [[discordWords(language).tooLarge(file.name)], [file.alt]], {
      prefix: '-# ',
      onEvery: true,
    });
  }
  const name = attachmentName(file.name, names);
  const description = shorten(file.alt, limits.component.mediaDescription).trim();
  const files = [{ name, contentType: file.mime, description, data: file.bytes }];
  const url = `attachment://${name}`;
  const picture = /^image\/(?:png|jpeg|gif|webp)$/iu.test(file.mime);
  const untold = picture && description === file.alt.trim() ? '' : file.alt;
  const component: APIMessageTopLevelComponent = picture
    ? {
        type: componentTypes.mediaGallery,
        items: [{ media: { url }, ...(description !== '' && { description }) }],
      }
    : { type: componentTypes.file, file: { url } };
  return [
    ...drawText(index, name === file.name ? [] : [[code(file.name)]]),
    { kind: 'whole', components: [component], files },
    ...drawText(index, [[untold]], { prefix: '-# ', onEvery: true }),
  ];
}

/** The kinds of component that show a file. */
const fileComponents: readonly number[] = [componentTypes.mediaGallery, componentTypes.file];

/** The same message without its files, which says so: for a place that does not take them. */
export function withoutFiles(message: DiscordMessage, language: Language | undefined): DiscordMessage {
  const others = message.components.filter(({ type }) => !fileComponents.includes(type));
  const { notSent } = discordWords(language);
  return { ...message, components: [...others, textDisplay(`-# ${notSent(message.files.length)}`)], files: [] };
}

/**
 * A name that an upload keeps as it is: Discord changes others, and then the component no longer
 * finds its file. A second file of a name gets a number.
 */
function attachmentName(name: string, used: Set<string>): string {
  const plain =
    name
      .replace(/[^\w.-]+/gu, '_')
      .replace(/^\.+/u, '')
      .slice(-100) || 'file';
  let unique = plain;
  for (let copy = 2; used.has(unique); copy += 1) unique = `${copy}-${plain}`;
  used.add(unique);
  return unique;
}
