import type { Call } from './invocation.ts';
import type { Language } from './language.ts';
import type { Day, Instant, Zone } from './time.ts';

/**
 * A piece of a line. A plain string is text and never markup: what somebody typed can be put
 * into a reply as it is, and every renderer shows exactly that.
 */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Written in a language, English where none is said: `inLanguage` says it. */
  | { readonly kind: 'day'; readonly day: Day; readonly language?: Language }
  | { readonly kind: 'moment'; readonly at: Instant; readonly zone: Zone; readonly language?: Language }
  | { readonly kind: 'channel'; readonly channel: string }
  /** Somebody by name, without calling them where the platform allows it. */
  | { readonly kind: 'person'; readonly person: string }
  /** A group by name; it is called only by a reply that names it in `calls`. */
  | { readonly kind: 'group'; readonly group: string };

export type Line = readonly Inline[];

/** Pressing it does what typing the call would do, with the same checks, also after a restart. */
export interface Button {
  readonly label: string;
  readonly call: Call;
  readonly style?: 'primary' | 'danger';
  /** What it holds where a platform cannot carry the call because it is too long. */
  readonly shorter?: Call;
  /**
   * What it leads to takes the place of the message that it stands in: the next page of a list, a box
   * that is ticked. Only where one person alone sees the message, and only when that went well.
   */
  readonly inPlace?: true;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Fact {
  readonly label: string;
  readonly value: Line;
}

/** A file to hand over. `alt` says in words what a picture shows. */
export interface FileContent {
  readonly name: string;
  readonly mime: string;
  readonly alt: string;
  readonly bytes: Uint8Array;
  /** Makes the bytes, where that takes long, without holding up everybody; asking for them at once makes them, too. */
  readonly prepare?: () => Promise<void>;
}

/** A part of a reply. The union is closed: a new kind compiles when all adapters draw it. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly style: 'bullets' | 'numbers'; readonly items: readonly Line[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** One thing of several, with what can be done about it. */
  | {
      readonly kind: 'entry';
      readonly title: Line;
      readonly details: readonly Line[];
      readonly buttons: readonly Button[];
    }
  /** How far along a ladder: `reached` of `steps` are done, the last of them by name. */
  | {
      readonly kind: 'progress';
      readonly steps: readonly string[];
      readonly reached: number;
      readonly language?: Language;
    }
  /** Small print: a source, why a message came, how to stop it. */
  | { readonly kind: 'note'; readonly line: Line }
  /** A text that goes somewhere else as it stands, such as a mail: told apart from what the bot says, and easy to copy. */
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** A menu: the picked value becomes the argument `option` of `call`. */
  | {
      readonly kind: 'menu';
      readonly label: string;
      readonly call: Call;
      readonly option: string;
      readonly choices: readonly Choice[];
    }
  | { readonly kind: 'file'; readonly file: FileContent };

/** What a command answers. Data only: it can be compared, stored and drawn anywhere. */
export interface Reply {
  readonly blocks: readonly Block[];
  /** The one group that is called by this message, by the platform's id. Everybody else is left in peace. */
  readonly calls?: string;
  /** The language of its words, and of what an adapter adds to them; English where none is said. */
  readonly language?: Language;
}

/** Parts of a reply; `false` and `undefined` are left out, so that a part can be conditional. */
export function reply(...blocks: readonly (Block | false | undefined)[]): Reply {
  return { blocks: blocks.filter((block) => block !== false && block !== undefined) };
}

/** Says nothing: what was overheard, and needs no answer of ours, is passed over in silence. */
export const nothing: Reply = { blocks: [] };

/** Writes a line: text as it stands, with inline parts in its gaps. */
export function line(words: TemplateStringsArray, ...parts: readonly (Inline | Line | number)[]): Line {
  const inlines: Inline[] = [];
  words.forEach((word, index) => {
    inlines.push(word);
    const part = parts[index];
    if (part === undefined) return;
    if (typeof part === 'number') inlines.push(String(part));
    else if (Array.isArray(part)) inlines.push(...(part as Line));
    else inlines.push(part as Inline);
  });
  return joinStrings(inlines);
}

/** Puts a separator between lines and makes one of them. */
export function joinLines(lines: readonly Line[], separator: string): Line {
  return joinStrings(lines.flatMap((part, index) => (index === 0 ? part : [separator, ...part])));
}

/** Neighbouring strings become one, so that equal lines are equal data. */
function joinStrings(inlines: readonly Inline[]): Line {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline === '') continue;
    if (typeof inline === 'string' && typeof last === 'string') joined[joined.length - 1] = last + inline;
    else joined.push(inline);
  }
  return joined;
}

export function strong(text: string): Inline {
  return { kind: 'strong', text };
}

/** Something to type as it stands. */
export function code(text: string): Inline {
  return { kind: 'code', text };
}

/** To a web address, or to a mail that it begins (`mailto:`). Any other address is shown as text. */
export function link(text: string, url: string): Inline {
  return { kind: 'link', text, url };
}

export function day(value: Day): Inline {
  return { kind: 'day', day: value };
}

/** A moment; platforms that can show it on the reader's own clock. */
export function moment(at: Instant, zone: Zone): Inline {
  return { kind: 'moment', at, zone };
}

export function channel(id: string): Inline {
  return { kind: 'channel', channel: id };
}

export function person(id: string): Inline {
  return { kind: 'person', person: id };
}

export function group(id: string): Inline {
  return { kind: 'group', group: id };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function paragraph(content: Line): Block {
  return { kind: 'paragraph', line: content };
}

export function bullets(items: readonly Line[]): Block {
  return { kind: 'list', style: 'bullets', items };
}

export function numbers(items: readonly Line[]): Block {
  return { kind: 'list', style: 'numbers', items };
}

export function facts(...list: readonly (Fact | false | undefined)[]): Block {
  return { kind: 'facts', facts: list.filter((fact) => fact !== false && fact !== undefined) };
}

export function fact(label: string, value: Line): Fact {
  return { label, value };
}

export function entry(title: Line, details: readonly Line[], buttonList: readonly Button[] = []): Block {
  return { kind: 'entry', title, details, buttons: buttonList };
}

export function progress(steps: readonly string[], reached: number): Block {
  return { kind: 'progress', steps, reached };
}

export function note(content: Line): Block {
  return { kind: 'note', line: content };
}

export function verbatim(text: string): Block {
  return { kind: 'verbatim', text };
}

export function divider(): Block {
  return { kind: 'divider' };
}

export function buttons(...list: readonly (Button | false | undefined)[]): Block {
  return { kind: 'buttons', buttons: list.filter((one) => one !== false && one !== undefined) };
}

export function button(label: string, path: string, args: Call['args'] = {}, style?: 'primary' | 'danger'): Button {
  return style ? { label, call: { path, args }, style } : { label, call: { path, args } };
}

/** The same button, whose result takes the place of the message that it stands in. */
export function inPlace(one: Button): Button {
  return { ...one, inPlace: true };
}

/** The reply with its buttons all leading on: where it takes several messages, replacing one would leave the others. */
export function withoutInPlace(whole: Reply): Reply {
  const plain = ({ inPlace: _, ...one }: Button): Button => one;
  const blocks = whole.blocks.map((block) =>
    block.kind === 'buttons' || block.kind === 'entry' ? { ...block, buttons: block.buttons.map(plain) } : block,
  );
  return { ...whole, blocks };
}

export function menu(label: string, call: Call, option: string, choices: readonly Choice[]): Block {
  return { kind: 'menu', label, call, option, choices };
}

export function file(content: FileContent): Block {
  return { kind: 'file', file: content };
}

/** The files that a reply hands over, in their order. */
export function filesOf({ blocks }: Reply): readonly FileContent[] {
  return blocks.flatMap((block) => (block.kind === 'file' ? [block.file] : []));
}

/** The compiler's proof that a `switch` over a closed union has every case. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
