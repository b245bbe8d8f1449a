import { parseAttachment } from '../../src/core/attachment.ts';
import type { Field, Form } from '../../src/core/form.ts';
import type { Call } from '../../src/core/invocation.ts';
import { type Language, usualLanguage } from '../../src/core/language.ts';
import type { Button, Choice, FileContent, Reply } from '../../src/core/reply.ts';
import { inlineText, toText } from '../../src/core/reply-text.ts';
import { shorten } from '../../src/core/text.ts';
import { askedField } from './session.ts';
import { type TerminalWords, terminalWords } from './words.ts';

/** A reply as the terminal shows it, with what `!press 1`, `!press 2` … do. */
export interface Shown {
  readonly text: string;
  readonly calls: readonly Call[];
}

/** Colours and weight, for people; a pipe gets plain text. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

export const plainPaint: Paint = { bold: (text) => text, dim: (text) => text };
export const colourPaint: Paint = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
};

/** Draws a reply; buttons and menu choices are numbered from 1. `saved` says where a file went. */
export function renderReply(reply: Reply, paint: Paint, saved: (file: FileContent) => string): Shown {
  const calls: Call[] = [];
  const number = (label: string, call: Call): string => {
    calls.push(call);
    return `[${calls.length}] ${label}`;
  };
  const numbered = (buttons: readonly Button[]) =>
    buttons.map(({ label, call }) => number(safe(label), call)).join('  ');
  const text = toText(reply, {
    inline: (inline) => {
      const words = safe(inlineText(inline));
      return inline.kind === 'strong' || inline.kind === 'code' ? paint.bold(words) : words;
    },
    text: safe,
    heading: (words) => paint.bold(words),
    buttons: numbered,
    menu: ({ label, call, option, choices }) => {
      const rows = choices.map((choice) =>
        number(safe(choice.label), { path: call.path, args: { ...call.args, [option]: choice.value } }),
      );
      return [`${safe(label)}:`, ...rows.map((row) => `  ${row}`)].join('\n');
    },
    file: (file) => `${safe(file.name)} (${safe(file.alt)}): ${savedAs(file, saved, reply.language)}`,
    note: (words) => paint.dim(words),
  });
  return { text, calls };
}

/** Where a file went. A full disk takes nothing from the words beside it. */
function savedAs(file: FileContent, save: (file: FileContent) => string, language: Language | undefined): string {
  const words = terminalWords(language);
  try {
    return words.savedAs(save(file));
  } catch (error) {
    return words.notSaved(error instanceof Error && 'code' in error ? String(error.code) : '?');
  }
}

/** An open form: every field with what it holds, and how to go on. */
export function renderForm(form: Form, interactive: boolean): string {
  const words = terminalWords(form.language);
  // What is wrong with a value stands in the reply above the form.
  const rows = form.fields.map((field) => `  ${fieldRow(field, form.language)}`);
  const example = form.fields.find(({ required, value }) => required && !value) ?? typable(form) ?? form.fields[0];
  const asked = interactive ? askedField(form) : undefined;
  const how = asked ? toType(asked, words) : toFill(example, words);
  return [words.form(safe(form.title)), ...rows, how].join('\n');
}

/** A field that takes words. */
function typable({ fields }: Form): Field | undefined {
  return fields.find(({ kind }) => kind !== 'file');
}

function toType({ kind }: Field, words: TerminalWords): string {
  return kind === 'file' ? words.typePath : words.typeNext;
}

function toFill(example: Field | undefined, words: TerminalWords): string {
  return example?.kind === 'file' ? words.attachIt : words.fillIn(example?.name ?? 'field');
}

function fieldRow({ name, label, required, value, choices, kind }: Field, language: Language = usualLanguage): string {
  const need = required ? `, ${terminalWords(language).needed}` : '';
  // A value is English and short to type; in another language, or where it is an id, the label is typed.
  const named = (choice: Choice) => language !== usualLanguage || isId(choice.value);
  const typed = (choice: Choice) => safe(named(choice) ? choice.label : choice.value);
  const picks = choices && kind === 'choice' ? ` [${choices.map(typed).join(', ')}]` : '';
  const offered = kind === 'file' ? ' [!attach]' : picks;
  // A value that was refused for its length need not be shown in full.
  const picked = choices?.find((choice) => choice.value === value);
  const shown = kind === 'file' ? attachedName(value) : shownValue(value, choices);
  const held = shorten(safe(picked && language !== usualLanguage ? picked.label : shown), 300);
  return `${`${name}: ${held}`.trimEnd().padEnd(name.length + 2)} (${safe(label)}${need})${offered}`;
}

/** Of a file, its name alone. */
function attachedName(value = ''): string {
  return parseAttachment(value)?.name ?? value;
}

/** Made by us rather than meant to be typed. */
function isId(value: string): boolean {
  return /^[0-9a-z]{26}$/u.test(value);
}

/** An id says nothing to people; what it stands for does. */
function shownValue(value = '', choices: Field['choices'] = []): string {
  const chosen = choices.find((choice) => choice.value === value);
  return chosen && !isLike(chosen.label, value) ? chosen.label : value;
}

function isLike(label: string, value: string): boolean {
  return label.toLowerCase().startsWith(value.toLowerCase());
}

/**
 * Text that cannot steer the terminal: control characters are shown as their pictures, and
 * characters that turn the text around are left out of what is shown.
 */
export function safe(text: string): string {
  return (
    text
      .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to show
      .replace(/[\u0000-\u0008\u000b-\u001f]/gu, (character) => String.fromCodePoint(0x2400 + character.charCodeAt(0)))
      .replace(/[\u007f-\u009f]/gu, '␦')
  );
}
