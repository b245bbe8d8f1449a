import type { TextFile } from './attachment.ts';
import type { Choice } from './reply.ts';
import type { Day } from './time.ts';

/**
 * What a command can be told, as data. Adapters read a descriptor to register an option or to
 * draw a field; `read-args.ts` reads the member's text by it. No parsing hides in a descriptor.
 */
interface Described {
  /** What to give, in a few words; a field's label and an option's description. */
  readonly summary: string;
  readonly required: boolean;
  /** Given empty or as `none`, it takes away what stands: `due:none` in an edit. */
  readonly clearable?: boolean;
  /** A form has a field for it only when a problem asks for it, or when it was given. */
  readonly whenAsked?: boolean;
}

export interface TextOption extends Described {
  readonly kind: 'text';
  /** The longest accepted text, in characters. */
  readonly max: number;
  /** Whether line breaks are kept; otherwise they become spaces. */
  readonly paragraphs: boolean;
}

export interface IntegerOption extends Described {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
}

export interface ChoiceOption<V extends string = string> extends Described {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  /** Other words for a value, as people type them: `pd` for `program-director`. */
  readonly aliases: Readonly<Record<string, V>>;
}

export interface DateOption extends Described {
  readonly kind: 'date';
  /** Which way an unfinished date points: `sep 23` is the next one or the last one. */
  readonly toward: 'future' | 'past';
}

export interface TimeOption extends Described {
  readonly kind: 'time';
}

export interface FlagOption extends Described {
  readonly kind: 'flag';
}

/** A channel of the community, by the platform's id. */
export interface ChannelOption extends Described {
  readonly kind: 'channel';
}

/** A person of the community, by the account's id. */
export interface PersonOption extends Described {
  readonly kind: 'person';
}

/** A group that people of the community are in (a role, a user group), by the platform's id. */
export interface GroupOption extends Described {
  readonly kind: 'group';
}

/** A file that is handed over rather than typed; a handler gets its text. */
export interface FileOption extends Described {
  readonly kind: 'file';
  /** The largest accepted file, in bytes. */
  readonly max: number;
}

export type Option =
  | TextOption
  | IntegerOption
  | ChoiceOption
  | DateOption
  | TimeOption
  | FlagOption
  | ChannelOption
  | PersonOption
  | GroupOption
  | FileOption;

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> =
  O extends ChoiceOption<infer V>
    ? V
    : O extends IntegerOption
      ? number
      : O extends FlagOption
        ? boolean
        : O extends DateOption
          ? Day
          : O extends FileOption
            ? TextFile
            : string;

/** The arguments that a handler gets: read, checked and typed by the declaration. */
export type ArgsOf<O extends Options> = {
  readonly [Name in keyof O]:
    | ValueOf<O[Name]>
    | (O[Name]['required'] extends true ? never : undefined)
    | (O[Name]['clearable'] extends true ? null : never);
};

type Required<O> = O & { readonly required: true };

export function text(
  summary: string,
  limits: { readonly max: number; readonly paragraphs?: boolean },
): Required<TextOption> {
  return { kind: 'text', summary, required: true, max: limits.max, paragraphs: limits.paragraphs ?? false };
}

export function integer(
  summary: string,
  range: { readonly min: number; readonly max: number },
): Required<IntegerOption> {
  return { kind: 'integer', summary, required: true, ...range };
}

export function choice<const V extends string>(
  summary: string,
  labels: Readonly<Record<V, string>>,
  aliases: Readonly<Record<string, NoInfer<V>>> = {},
): Required<ChoiceOption<V>> {
  const choices = (Object.entries(labels) as [V, string][]).map(([value, label]) => ({ value, label }));
  return { kind: 'choice', summary, required: true, choices, aliases };
}

export function date(summary: string, toward: 'future' | 'past' = 'future'): Required<DateOption> {
  return { kind: 'date', summary, required: true, toward };
}

/** A wall-clock time, `09:00` to the minute. */
export function time(summary: string): Required<TimeOption> {
  return { kind: 'time', summary, required: true };
}

export function flag(summary: string): Required<FlagOption> {
  return { kind: 'flag', summary, required: true };
}

export function channel(summary: string): Required<ChannelOption> {
  return { kind: 'channel', summary, required: true };
}

export function person(summary: string): Required<PersonOption> {
  return { kind: 'person', summary, required: true };
}

export function group(summary: string): Required<GroupOption> {
  return { kind: 'group', summary, required: true };
}

/** A text file: CSV, JSON, a calendar. */
export function file(summary: string, limits: { readonly max: number }): Required<FileOption> {
  return { kind: 'file', summary, required: true, max: limits.max };
}

/** The same option, but it may be left out. */
export function optional<O extends Option>(option: O): Omit<O, 'required'> & { readonly required: false } {
  return { ...option, required: false };
}

/** The same option for an edit: left out it changes nothing, given empty it clears. Files cannot be given empty. */
export function clearable<O extends Exclude<Option, FileOption>>(
  option: O,
): Omit<O, 'required' | 'clearable'> & { readonly required: false; readonly clearable: true } {
  return { ...option, required: false, clearable: true };
}

/** The same option, which a form asks for only when there is a reason. It can always be typed. */
export function whenAsked<O extends Option>(option: O): O & { readonly whenAsked: true } {
  return { ...option, whenAsked: true };
}

/** The values that can be offered for an option before anything is known about the member. */
export function fixedChoices(option: Option): readonly Choice[] | undefined {
  return option.kind === 'choice' ? option.choices : undefined;
}
