import { parseAttachment, printAttachment, type TextFile } from './attachment.ts';
import { closest } from './closest.ts';
import type { RawArgs } from './invocation.ts';
import type { ChoiceOption, DateOption, FileOption, Option, Options, TextOption } from './options.ts';
import { isBlank, tidy, tidyLine, unkeepable } from './text.ts';
import type { Day } from './time.ts';
import type { ValueProblem } from './words.ts';

/** What takes away what stands: nothing, a dash, or a word for it. */
const clearing = /^(?:none|aucune?|-)?$/iu;

/** Characters of the longest text that is read as a date. */
export const maxDate = 60;

/** Reads a date as people write it; the words of dates are the business of `src/dates`. */
export type ReadDate = (
  typed: string,
  today: Day,
  toward: 'future' | 'past',
) => { readonly day: Day } | { readonly problem: ValueProblem };

type Read = { readonly value: unknown } | { readonly problem: ValueProblem };

/** All arguments, or every problem at once by the name of its option, beside what was understood. */
/** Whether a typed text clears what can be cleared. */
export function clears(typed: string): boolean {
  return clearing.test(tidy(typed));
}

export type ReadArgs =
  | { readonly ok: true; readonly args: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false;
      readonly problems: Readonly<Record<string, ValueProblem>>;
      readonly understood: Readonly<Record<string, unknown>>;
    };

/** Turns the texts that were typed into the values that a handler may trust. */
export function readArgs(options: Options, raw: RawArgs, today: Day, readDate: ReadDate): ReadArgs {
  const args: Record<string, unknown> = {};
  const problems: Record<string, ValueProblem> = {};
  for (const [name, option] of Object.entries(options)) {
    const typed = raw[name];
    if (option.clearable && typed !== undefined && clears(typed)) {
      args[name] = null;
      continue;
    }
    if (typed === undefined || tidy(typed) === '') {
      if (option.required) problems[name] = { kind: option.kind === 'file' ? 'no-file' : 'missing' };
      continue;
    }
    const read = readValue(option, typed, today, readDate);
    if ('problem' in read) problems[name] = read.problem;
    else args[name] = read.value;
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems, understood: args } : { ok: true, args };
}

/**
 * Values as text that reads back to the same: `attending` for `Preceptor`, `2027-09-23` for `sep 23`.
 * A form holds these, so that its menus and date pickers show what was understood.
 */
export function printArgs(args: Readonly<Record<string, unknown>>): RawArgs {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, printValue(value)]));
}

function printValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isTextFile(value)) return printAttachment(value);
  return value === null ? '' : String(value);
}

function isTextFile(value: unknown): value is TextFile {
  return typeof value === 'object' && value !== null && 'text' in value;
}

function readValue(option: Option, typed: string, today: Day, readDate: ReadDate): Read {
  // A file's own characters are for its reader to judge.
  if (option.kind === 'file') return readFile(option, typed);
  const strange = unkeepable(typed);
  if (strange) return { problem: { kind: 'unkeepable', what: strange } };
  switch (option.kind) {
    case 'text':
      return readText(option, typed);
    case 'integer':
      return readInteger(option, typed);
    case 'choice':
      return readChoice(option, typed);
    case 'flag':
      return readFlag(typed);
    case 'date': {
      const read = readDay(option, typed, today, readDate);
      return 'day' in read ? { value: read.day } : read;
    }
    case 'time':
      return timeOr(readTime(typed));
    case 'channel':
      return readChannel(typed);
    case 'person':
    case 'group':
      return readHandle(option.kind, typed);
  }
}

/** The day that a text means for an option that takes one. */
export function readDay(
  { toward }: Pick<DateOption, 'toward'>,
  typed: string,
  today: Day,
  readDate: ReadDate,
): ReturnType<ReadDate> {
  // No date is longer, and reading one must not take long.
  if (typed.length > maxDate) return { problem: { kind: 'not-a-date' } };
  return readDate(tidyLine(typed), today, toward);
}

function readText(option: Pick<TextOption, 'max' | 'paragraphs'>, typed: string): Read {
  const value = option.paragraphs ? tidy(typed) : tidyLine(typed);
  if (isBlank(value)) return { problem: { kind: 'missing' } };
  return value.length > option.max
    ? { problem: { kind: 'too-long', max: option.max, length: value.length } }
    : { value };
}

function readInteger({ min, max }: { min: number; max: number }, typed: string): Read {
  const value = /^[+-]?\d{1,9}$/u.test(typed.trim()) ? Number(typed) : Number.NaN;
  return value >= min && value <= max ? { value } : { problem: { kind: 'not-a-number', min, max } };
}

function readFile({ max }: Pick<FileOption, 'max'>, given: string): Read {
  const attachment = parseAttachment(given);
  if (!attachment) return { problem: { kind: 'not-a-file' } };
  if ('text' in attachment) return { value: attachment };
  return { problem: { kind: 'bad-file', name: attachment.name, trouble: attachment.trouble, max } };
}

/** The value that a text names; `undefined` where it names none. */
export function choiceOf(option: Pick<ChoiceOption, 'choices' | 'aliases'>, typed: string): string | undefined {
  return spoken(option).get(plain(typed));
}

/** All that a value may be called: itself, its label, an alias. */
function spoken(option: Pick<ChoiceOption, 'choices' | 'aliases'>): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ...Object.entries(option.aliases).map(([alias, value]) => [plain(alias), value] as const),
    ...option.choices.map(({ value, label }) => [plain(label), value] as const),
    ...option.choices.map(({ value }) => [plain(value), value] as const),
  ]);
}

/** A value, its label or an alias, in any case, with or without hyphens and accents; never a guess. */
function readChoice(option: Pick<ChoiceOption, 'choices' | 'aliases'>, typed: string): Read {
  const wanted = plain(typed);
  const known = spoken(option);
  const value = known.get(wanted);
  if (value !== undefined) return { value };
  const near = known.get(closest(wanted, [...known.keys()]) ?? '');
  const { choices } = option;
  const nearest = choices.find((choice) => choice.value === near);
  return {
    problem: nearest ? { kind: 'not-a-choice', choices, nearest } : { kind: 'not-a-choice', choices },
  };
}

function plain(text: string): string {
  return tidyLine(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']/gu, "'")
    .replace(/[-_\s]+/gu, ' ');
}

function readFlag(typed: string): Read {
  const word = tidyLine(typed).toLowerCase();
  if (/^(?:yes|y|on|true|1|oui)$/u.test(word)) return { value: true };
  if (/^(?:no|n|off|false|0|non)$/u.test(word)) return { value: false };
  return { problem: { kind: 'not-a-flag' } };
}

/** `9:05`, `09:05`, `9am`, `5:30 pm`, `17 h 30`, `9 h`, as `09:05`; `undefined` for anything else. */
export function readTime(typed: string): string | undefined {
  // The hour alone, written in French, becomes one with its minutes.
  const text = tidyLine(typed).replace(
    /^(\d{1,2}) ?h(?: ?(\d{2}))?$/iu,
    (_, hour, minute = '00') => `${hour}:${minute}`,
  );
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/iu.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const hour24 = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  const minute = Number(match[2] ?? 0);
  if (hour24 > 23 || minute > 59) return undefined;
  return `${String(hour24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function timeOr(time: string | undefined): Read {
  return time === undefined ? { problem: { kind: 'not-a-time' } } : { value: time };
}

function readChannel(typed: string): Read {
  const value = tidyLine(typed);
  return /^#?[\p{L}\p{N}_-]{1,80}$/u.test(value) ? { value } : { problem: { kind: 'not-a-channel' } };
}

/** `@maya`, `maya`, or an id as it stands in a mention: `<@123>`, `<@&456>`. */
function readHandle(kind: 'person' | 'group', typed: string): Read {
  const written = tidyLine(typed);
  const value = /^<@[!&]?(\w+)>$/u.exec(written)?.[1] ?? written.replace(/^@/u, '');
  return /^[\p{L}\p{N}._-]{1,80}$/u.test(value) ? { value } : { problem: { kind: `not-a-${kind}` } };
}
