import type { Command } from './command.ts';
import type { Option } from './options.ts';

/** What one declaration says, in another language. */
export interface DeclarationWords {
  readonly summary: string;
  /** By the name of the option. */
  readonly options: Readonly<Record<string, string>>;
  /** Labels by the name of the option and the value. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Further words for values, as people type them: by the name of the option, then word to value. */
  readonly aliases?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where the declaration's own examples hold words of its language. They work when typed, too. */
  readonly examples?: readonly string[];
}

/** The words of all declarations in one language, by the path of the command. */
export type Declarations = Readonly<Record<string, DeclarationWords>>;

type Localisable = Pick<Command<never>, 'path' | 'summary' | 'options' | 'examples'>;

/** A declaration in another language: paths, names of options and values stay. What has no words keeps its own. */
export function localise<C extends Localisable>(command: C, declarations: Declarations): C {
  const words = declarations[command.path];
  if (!words) return command;
  const options = Object.entries(command.options).map(([name, option]) => [name, localiseOption(name, option, words)]);
  const { summary, examples = command.examples } = words;
  return { ...command, summary, examples, options: Object.fromEntries(options) };
}

function localiseOption(name: string, option: Option, words: DeclarationWords): Option {
  const summary = words.options[name] ?? option.summary;
  if (option.kind !== 'choice') return { ...option, summary };
  const labels = words.choices?.[name] ?? {};
  // Whoever reads French may still type what the label says in English.
  const aliases = { ...byLabel(option.choices), ...option.aliases };
  const choices = option.choices.map(({ value, label }) => ({ value, label: labels[value] ?? label }));
  return { ...option, summary, aliases, choices };
}

/** The same declaration, which takes the values in the words of another language besides. */
export function hearing<C extends Localisable>(command: C, declarations: Declarations): C {
  const words = declarations[command.path];
  if (!words) return command;
  const options = Object.entries(command.options).map(([name, option]) => {
    if (option.kind !== 'choice') return [name, option] as const;
    const labels = Object.entries(words.choices?.[name] ?? {}).map(([value, label]) => ({ value, label }));
    return [name, { ...option, aliases: { ...byLabel(labels), ...words.aliases?.[name], ...option.aliases } }] as const;
  });
  return { ...command, options: Object.fromEntries(options) };
}

function byLabel(choices: readonly { readonly value: string; readonly label: string }[]): Record<string, string> {
  return Object.fromEntries(choices.map(({ value, label }) => [label, value]));
}
