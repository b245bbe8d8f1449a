import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
  Locale,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { type Command, listed } from '../../src/core/command.ts';
import { languageOfLocale } from '../../src/core/language.ts';
import type { Declarations } from '../../src/core/localise.ts';
import type { Option, Options } from '../../src/core/options.ts';
import { askPath } from '../../src/core/paths.ts';
import { assertNever } from '../../src/core/reply.ts';
import { shorten } from '../../src/core/text.ts';
import { channelTypes, commandTypes, contexts, integrations, optionTypes, permissions } from './codes.ts';
import { limits } from './limits.ts';
import { discordWords } from './words.ts';

/** What is typed after a slash. */
export type DiscordCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** What stands in the menu of every message. */
export type MenuCommand = RESTPostAPIContextMenuApplicationCommandsJSONBody;

type Declared = Pick<Command<never>, 'path' | 'summary' | 'access' | 'options' | 'suggest' | 'hidden'>;

/**
 * Declarations as Discord registers them: one command per first word of the paths, the other
 * words as groups and subcommands. Nothing is shortened or left out so that it fits; ask
 * `registrationProblems` before sending it.
 */
export function toRegistration(
  commands: readonly Declared[],
  translations: Translations = {},
): readonly DiscordCommand[] {
  return toTree(listed(commands).map((command) => ({ words: command.path.split(' '), command }))).map((branch) =>
    toRoot(branch, translations),
  );
}

/**
 * What declarations say in other languages, by Discord's name of the locale. Names of commands and
 * options stay as they are: examples show what to type, and it is the same for everybody.
 */
export type Translations = Readonly<Partial<Record<Locale, Declarations>>>;

/** Where questions can be asked, the command in a message's menu that asks what the message does. */
export function toMenu(commands: readonly Pick<Declared, 'path'>[]): readonly MenuCommand[] {
  if (!commands.some(({ path }) => path === askPath)) return [];
  return [{ type: commandTypes.message, name: 'Answer this', ...everywhere }];
}

/** A word of paths: the command that ends with it and the words that follow it. */
interface Branch {
  readonly name: string;
  readonly command: Declared | undefined;
  readonly branches: readonly Branch[];
}

interface Rest {
  readonly words: readonly string[];
  readonly command: Declared;
}

function toTree(rests: readonly Rest[]): readonly Branch[] {
  const names = [...new Set(rests.map(({ words }) => words[0] ?? ''))];
  return names.flatMap((name) => {
    const own = rests.filter(({ words }) => (words[0] ?? '') === name);
    const [command, ...again] = own.filter(({ words }) => words.length <= 1).map((rest) => rest.command);
    const longer = own.filter(({ words }) => words.length > 1);
    const branches = toTree(longer.map((rest) => ({ words: rest.words.slice(1), command: rest.command })));
    // A path that is declared twice stays there twice, so that it is reported.
    return [{ name, command, branches }, ...again.map((second) => ({ name, command: second, branches: [] }))];
  });
}

function toRoot(branch: Branch, translations: Translations): DiscordCommand {
  const access = declarationsOf(branch).map((declared) => declared.access);
  return {
    type: commandTypes.chatInput,
    name: branch.name,
    ...describe(branch, translations),
    options: toChildren(branch, translations),
    ...(access.includes('member') ? everywhere : inServers),
    ...(access.every((one) => one === 'admin') && staffOnly),
  };
}

/** What is for a server's admins and curators is of no use in a DM. */
const inServers = { contexts: [contexts.guild], integration_types: [integrations.guild] };

/**
 * Discord hides what is for admins alone; the check is the command's own. What curators use must
 * be seen by people without a permission of Discord's.
 */
const staffOnly = { default_member_permissions: String(permissions.manageGuild) };

const everywhere = {
  contexts: [contexts.guild, contexts.botDm, contexts.privateChannel],
  integration_types: [integrations.guild, integrations.user],
};

function declarationsOf({ command, branches }: Branch): readonly Declared[] {
  return [...(command ? [command] : []), ...branches.flatMap(declarationsOf)];
}

/** A command's summary; a word that only leads to others says to which. */
function describe({ command, branches }: Branch, translations: Translations): Described {
  if (!command)
    return { description: shorten(branches.map(({ name }) => name).join(', '), limits.command.description) };
  return described(command.summary, translations, (declarations) => declarations[command.path]?.summary);
}

interface Described {
  readonly description: string;
  readonly description_localizations?: LocalizationMap;
}

function described(
  description: string,
  translations: Translations,
  translate: (declarations: Declarations) => string | undefined,
): Described {
  const localised = inLocales(translations, translate);
  return localised ? { description, description_localizations: localised } : { description };
}

/** The translations of one text; nothing when it has none. */
function inLocales(
  translations: Translations,
  translate: (declarations: Declarations) => string | undefined,
): LocalizationMap | undefined {
  const found = Object.entries(translations).flatMap(([locale, declarations]) => {
    const text = translate(declarations);
    return text === undefined ? [] : [[locale, text]];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

/**
 * Below a command: subcommands and groups, or its options. Discord cannot call a command that
 * has subcommands; its own call becomes one without a name, so that it is reported.
 */
function toChildren({ command, branches }: Branch, translations: Translations): APIApplicationCommandOption[] {
  if (branches.length === 0) return command ? toOptions(command, translations) : [];
  const own = command ? [{ name: '', command, branches: [] }] : [];
  return [...branches, ...own].map((branch) => toNested(branch, translations));
}

function toNested(branch: Branch, translations: Translations): APIApplicationCommandOption {
  const type = branch.branches.length > 0 ? optionTypes.group : optionTypes.subcommand;
  const nested = {
    type,
    name: branch.name,
    ...describe(branch, translations),
    options: toChildren(branch, translations),
  };
  // A path of four words makes a group in a group, which Discord's types cannot say: it is reported.
  return nested as APIApplicationCommandOption;
}

/** Discord wants what is required first; otherwise the order is the declaration's. */
function toOptions(
  { path, options, suggest }: Declared,
  translations: Translations,
): APIApplicationCommandBasicOption[] {
  // What a form asks for by itself needs no place in a list that has few.
  const all: [string, Options[string]][] = Object.entries(options).filter(([, option]) => !option.whenAsked);
  const ordered = [...all.filter(([, { required }]) => required), ...all.filter(([, { required }]) => !required)];
  return ordered.map(([name, option]) => toOption({ path, name, translations }, option, suggest[name] !== undefined));
}

/** Which option it is, and what is known of it in other languages. */
interface Place {
  readonly path: string;
  readonly name: string;
  readonly translations: Translations;
}

function toOption(place: Place, option: Option, suggests: boolean): APIApplicationCommandBasicOption {
  const { path, name, translations } = place;
  const base = {
    name,
    ...described(option.summary, translations, (declarations) => declarations[path]?.options[name]),
    required: option.required,
  };
  const text = { ...base, type: optionTypes.string };
  const searched = suggests ? { autocomplete: true as const } : {};
  switch (option.kind) {
    case 'text':
      return { ...text, ...searched, max_length: longest(option) };
    case 'integer':
      // A number could not say that it clears what stands.
      if (option.clearable) return { ...text, ...searched };
      return { ...base, ...searched, type: optionTypes.integer, min_value: option.min, max_value: option.max };
    case 'choice':
      return toChoiceOption(text, option.choices, option.clearable === true, place);
    case 'date':
      // What is typed is read back before it is sent.
      return { ...text, autocomplete: true };
    case 'time':
      return { ...text, ...searched };
    case 'flag':
      return option.clearable ? toChoiceOption(text, yesOrNo, true, place) : { ...base, type: optionTypes.boolean };
    case 'channel':
      return { ...base, type: optionTypes.channel, channel_types: [channelTypes.text, channelTypes.announcement] };
    case 'person':
      return { ...base, type: optionTypes.user };
    case 'group':
      return { ...base, type: optionTypes.role };
    case 'file':
      return { ...base, type: optionTypes.attachment };
    default:
      return assertNever(option);
  }
}

function longest({ max, clearable }: Extract<Option, { kind: 'text' }>): number {
  return Math.min(clearable ? Math.max(max, clearWord.value.length) : max, limits.command.textLength);
}

/** The label of a choice in other languages: of a value's own table, else of the words that every option shares. */
function choiceNames(
  value: string,
  { path, name, translations }: Place,
): Pick<APIApplicationCommandOptionChoice<string>, 'name_localizations'> {
  const names = Object.entries(translations).flatMap(([locale, declarations]) => {
    const words = discordWords(languageOfLocale(locale));
    const common: Readonly<Record<string, string>> = { yes: words.yes, no: words.no, none: words.none };
    const label = declarations[path]?.choices?.[name]?.[value] ?? common[value];
    return label === undefined ? [] : [[locale, label]];
  });
  return names.length > 0 ? { name_localizations: Object.fromEntries(names) } : {};
}

/** The word that takes away what stands, where an option is clearable. */
const clearWord = { value: 'none', label: 'None' };

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** Choices to pick from, or to search in when they are more than Discord lists. */
function toChoiceOption(
  text: Described & { readonly name: string; readonly required: boolean; readonly type: typeof optionTypes.string },
  values: readonly { readonly value: string; readonly label: string }[],
  clearable: boolean,
  place: Place,
): APIApplicationCommandBasicOption {
  if (values.length > limits.command.choicesListed) return { ...text, autocomplete: true };
  const offered = clearable ? [...values, clearWord] : values;
  const choices = offered.map(
    ({ value, label }): APIApplicationCommandOptionChoice<string> => ({
      name: label,
      value,
      ...choiceNames(value, place),
    }),
  );
  return { ...text, choices };
}
