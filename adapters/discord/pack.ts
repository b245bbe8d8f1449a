import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Language } from '../../src/core/language.ts';
import { componentTypes } from './codes.ts';
import { limits } from './limits.ts';
import { discordWords } from './words.ts';

/** A file as it goes up. `name` is what components refer to and unique within the reply. */
export interface DiscordFile {
  readonly name: string;
  readonly contentType: string;
  /** What it shows, for whoever cannot see it; empty where there is nothing to say. */
  readonly description: string;
  readonly data: Uint8Array;
}

/** A part of a reply, drawn, in the order in which it is to be read. */
export type Part =
  /** Lines of markdown of one block: joined into one text display as far as they fit. */
  | { readonly kind: 'text'; readonly block: number; readonly markdown: string }
  /** Components that stay in one message, small enough for it. */
  | {
      readonly kind: 'whole';
      readonly components: readonly APIMessageTopLevelComponent[];
      readonly files: readonly DiscordFile[];
    };

/** What one message holds. */
export interface Packed {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly DiscordFile[];
}

interface Open {
  readonly components: APIMessageTopLevelComponent[];
  readonly files: DiscordFile[];
  count: number;
  text: number;
  /** The block whose text the last component holds. */
  block: number | undefined;
}

/** What the parts of a reply may take of a message; the rest is for the line that counts messages. */
export const room = { components: limits.message.components - 1, text: limits.message.text - 30 } as const;

/** What a message with files leaves free for the sentence that would take their place. */
const roomForNotice = 120;

/**
 * Spreads parts over as few messages as their order allows, none over Discord's limits. Where one
 * message is not enough, each says which part it is and of how many.
 */
export function pack(parts: readonly Part[], language?: Language): readonly Packed[] {
  const { part: partOf } = discordWords(language);
  const messages: Open[] = [];
  for (const part of parts) {
    const last = messages.at(-1);
    if (last !== undefined && (appended(last, part) || added(last, part))) continue;
    const next: Open = { components: [], files: [], count: 0, text: 0, block: undefined };
    added(next, part);
    messages.push(next);
  }
  return messages.map(({ components, files }, index) => ({
    components:
      messages.length > 1 ? [...components, textDisplay(`-# ${partOf(index + 1, messages.length)}`)] : components,
    files,
  }));
}

/** Adds a line to the text display that its block has begun, if there is room. */
function appended(message: Open, part: Part): boolean {
  const display = message.components.at(-1);
  if (part.kind !== 'text' || part.block !== message.block || display?.type !== componentTypes.textDisplay)
    return false;
  if (message.text + 1 + part.markdown.length > textRoom(message.files)) return false;
  display.content += `\n${part.markdown}`;
  message.text += 1 + part.markdown.length;
  return true;
}

/** Adds new components, if there is room. A message that is still empty takes any part. */
function added(message: Open, part: Part): boolean {
  const components = part.kind === 'text' ? [textDisplay(part.markdown)] : part.components;
  const files = part.kind === 'text' ? [] : part.files;
  const count = message.count + sum(components.map(countComponents));
  const text = message.text + sum(components.map(countText));
  const all = [...message.files, ...files];
  const fits = count <= room.components && text <= textRoom(all) && takes(all);
  if (!fits && message.components.length > 0) return false;
  message.components.push(...components);
  message.files.push(...files);
  Object.assign(message, { count, text, block: part.kind === 'text' ? part.block : undefined });
  return true;
}

function textRoom(files: readonly DiscordFile[]): number {
  return files.length > 0 ? room.text - roomForNotice : room.text;
}

/** Whether one message takes these files together. */
function takes(files: readonly DiscordFile[]): boolean {
  const bytes = sum(files.map(({ data }) => data.length));
  return files.length <= limits.message.files && bytes <= limits.message.upload;
}

/** A text display; its content is markdown. */
export function textDisplay(content: string): { type: typeof componentTypes.textDisplay; content: string } {
  return { type: componentTypes.textDisplay, content };
}

/** How many components this is for Discord: itself and all that it holds. */
export function countComponents(component: APIMessageTopLevelComponent): number {
  if (component.type === componentTypes.actionRow) return 1 + component.components.length;
  return component.type === componentTypes.section ? 2 + component.components.length : 1;
}

function countText(component: APIMessageTopLevelComponent): number {
  if (component.type === componentTypes.textDisplay) return component.content.length;
  if (component.type !== componentTypes.section) return 0;
  return sum(component.components.map(({ content }) => content.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
