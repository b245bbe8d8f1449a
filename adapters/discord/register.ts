import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { type Command, listed } from '../../src/core/command.ts';
import type { Option, Options } from '../../src/core/options.ts';
import { askPath } from '../../src/core/paths.ts';
import { assertNever } from '../../src/core/reply.ts';
import { shorten } from '../../src/core/text.ts';
import { channelTypes, commandTypes, contexts, integrations, optionTypes, permissions } from './codes.ts';
import { limits } from './limits.ts';

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
export function toRegistration(commands: readonly Declared[]): readonly DiscordCommand[] {
  return toTree(listed(commands).map((command) => ({ words: command.path.split(' '), command }))).map(toRoot);
}

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

function toRoot(branch: Branch): DiscordCommand {
  const access = declarationsOf(branch).map((declared) => declared.access);
  return {
    type: commandTypes.chatInput,
    name: branch.name,
    description: describe(branch),
    options: toChildren(branch),
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
function describe({ command, branches }: Branch): string {
  return command?.summary ?? shorten(branches.map(({ name }) => name).join(', '), limits.command.description);
}

/**
 * Below a command: subcommands and groups, or its options. Discord cannot call a command that
 * has subcommands; its own call becomes one without a name, so that it is reported.
 */
function toChildren({ command, branches }: Branch): APIApplicationCommandOption[] {
  if (branches.length === 0) return command ? toOptions(command) : [];
  const own = command ? [{ name: '', command, branches: [] }] : [];
  return [...branches, ...own].map(toNested);
}

function toNested(branch: Branch): APIApplicationCommandOption {
  const type = branch.branches.length > 0 ? optionTypes.group : optionTypes.subcommand;
  const nested = { type, name: branch.name, description: describe(branch), options: toChildren(branch) };
  // A path of four words makes a group in a group, which Discord's types cannot say: it is reported.
  return nested as APIApplicationCommandOption;
}

/** Discord wants what is required first; otherwise the order is the declaration's. */
function toOptions({ options, suggest }: Declared): APIApplicationCommandBasicOption[] {
  const all: [string, Options[string]][] = Object.entries(options);
  const ordered = [...all.filter(([, { required }]) => required), ...all.filter(([, { required }]) => !required)];
  return ordered.map(([name, option]) => toOption(name, option, suggest[name] !== undefined));
}

function toOption(name: string, option: Option, suggests: boolean): APIApplicationCommandBasicOption {
  const base = { name, description: option.summary, required: option.required };
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
      return toChoiceOption(text, option.choices, option.clearable === true);
    case 'date':
    case 'time':
      return { ...text, ...searched };
    case 'flag':
      return option.clearable ? toChoiceOption(text, yesOrNo, true) : { ...base, type: optionTypes.boolean };
    case 'channel':
      return { ...base, type: optionTypes.channel, channel_types: [channelTypes.text, channelTypes.announcement] };
    case 'person':
      return { ...base, type: optionTypes.user };
    case 'group':
      return { ...base, type: optionTypes.role };
    default:
      return assertNever(option);
  }
}

function longest({ max, clearable }: Extract<Option, { kind: 'text' }>): number {
  return Math.min(clearable ? Math.max(max, clearWord.value.length) : max, limits.command.textLength);
}

/** The word that takes away what stands, where an option is clearable. */
const clearWord = { value: 'none', label: 'None' };

const yesOrNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** Choices to pick from, or to search in when they are more than Discord lists. */
function toChoiceOption(
  text: { name: string; description: string; required: boolean; type: typeof optionTypes.string },
  values: readonly { readonly value: string; readonly label: string }[],
  clearable: boolean,
): APIApplicationCommandBasicOption {
  const offered = clearable ? [...values, clearWord] : values;
  if (offered.length > limits.command.choices) return { ...text, autocomplete: true };
  const choices = offered.map(
    ({ value, label }): APIApplicationCommandOptionChoice<string> => ({ name: label, value }),
  );
  return { ...text, choices };
}
