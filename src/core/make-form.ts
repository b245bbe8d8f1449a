import { type Command, subjectOf } from './command.ts';
import type { Field, Form } from './form.ts';
import type { RawArgs } from './invocation.ts';
import { type Language, usualLanguage } from './language.ts';
import { fixedChoices, type Option } from './options.ts';
import type { Choice } from './reply.ts';

/** What is known when a form is made, by the name of the option. */
export interface FormContents {
  readonly values: RawArgs;
  /** Values that stand in the place of those. */
  readonly instead?: RawArgs;
  /** Sentences about values that did not do. */
  readonly problems: Readonly<Record<string, string>>;
  /** The member's own values to pick from. */
  readonly suggestions: Readonly<Record<string, readonly Choice[]>>;
  /** The language of all of it, and of the declaration. */
  readonly language?: Language;
}

type FormCommand = Pick<Command<never>, 'path' | 'summary' | 'options' | 'fill'>;

/**
 * The form of a command: a field an option, those that must be filled first. What could take away
 * something that stands, and was not given, has no field: sent empty, it would clear what nobody
 * meant to touch. Nor has what is only asked for when there is a reason.
 */
export function makeForm(command: FormCommand, contents: FormContents): Form {
  const names = Object.entries(command.options).flatMap(([name, option]) => {
    const waits = command.fill !== undefined || option.clearable || option.whenAsked;
    return !waits || option.required || heldBy(name, contents) !== undefined ? [name] : [];
  });
  return formOf(command, contents, names);
}

/**
 * The form of an edit: what is edited is settled, and kept in the call, the other
 * fields hold what stands today.
 */
export function makeEditForm(command: FormCommand, contents: FormContents): Form {
  const subject = subjectOf(command.options);
  const others = Object.keys(command.options).filter((name) => name !== subject);
  const names = others.filter((name) => !command.options[name]?.whenAsked || heldBy(name, contents) !== undefined);
  const form = formOf(command, contents, names);
  const args = subject === undefined ? {} : { [subject]: contents.values[subject] ?? '' };
  return { ...form, call: { path: command.path, args }, keeps: true };
}

function formOf(command: FormCommand, contents: FormContents, names: readonly string[]): Form {
  const fields = Object.entries(command.options)
    .filter(([name]) => names.includes(name))
    .map(([name, option]) => makeField(name, option, contents));
  return {
    title: command.summary,
    call: { path: command.path, args: {} },
    ...(contents.language !== undefined && contents.language !== usualLanguage && { language: contents.language }),
    fields: [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)],
  };
}

function heldBy(name: string, { values, instead = {} }: FormContents): string | undefined {
  return instead[name] ?? values[name];
}

function makeField(name: string, option: Option, contents: FormContents): Field {
  const { problems, suggestions, instead = {} } = contents;
  const value = heldBy(name, contents);
  const choices = fixedChoices(option) ?? suggestions[name];
  const offered = choices !== undefined && choices.length > 0 ? choices : undefined;
  return {
    name,
    label: option.summary,
    kind: fieldKind(option, offered, value),
    required: option.required,
    ...((option.kind === 'text' || option.kind === 'file') && { max: option.max }),
    ...(offered && { choices: offered }),
    ...(value !== undefined && { value }),
    ...(problems[name] !== undefined && { problem: problems[name] }),
    ...(instead[name] !== undefined && { fresh: true as const }),
  };
}

/** A menu when there is something to pick from and the present value is in it; otherwise as declared. */
function fieldKind(option: Option, choices: readonly Choice[] | undefined, value: string | undefined): Field['kind'] {
  if (option.kind !== 'text') return option.kind;
  const pickable = choices && (value === undefined || choices.some((choice) => choice.value === value));
  if (pickable) return 'choice';
  return option.paragraphs ? 'paragraph' : 'text';
}
