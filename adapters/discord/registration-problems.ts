import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { commandTypes, optionTypes } from './codes.ts';
import { commandNamePattern, limits } from './limits.ts';
import type { DiscordCommand, MenuCommand } from './register.ts';

type Named = DiscordCommand | APIApplicationCommandOption;

/**
 * What Discord would refuse, a sentence each that begins with the path at fault; empty when all
 * is well. One refused command would void the registration of all.
 */
export function registrationProblems(registration: readonly (DiscordCommand | MenuCommand)[]): string[] {
  const menus = registration.filter((command) => command.type === commandTypes.message);
  const typed = registration.filter((command): command is DiscordCommand => command.type !== commandTypes.message);
  return [
    ...[typed, menus].flatMap((kind) => twice(kind).map((name) => `${name}: registered twice`)),
    ...typed.flatMap((command) => [...problemsOf(command, [command.name]), ...sizeProblems(command)]),
    ...menus.flatMap(menuProblems),
    ...tooMany('the menu of a message', 'commands', menus.length, limits.command.inMenu),
  ];
}

/** A name of a menu may have spaces and capitals; Discord refuses a description and options there. */
function menuProblems(command: DiscordCommand | MenuCommand): string[] {
  const { name } = command;
  return [
    ...(name.trim() === '' ? ['a menu of messages: has a command without a name'] : []),
    ...tooLong(name, 'name', name, limits.command.name),
    ...('description' in command && command.description ? [`${name}: stands in a menu and has a description`] : []),
    ...('options' in command && command.options ? [`${name}: stands in a menu and has options`] : []),
  ];
}

function problemsOf(command: Named, path: readonly string[]): string[] {
  const at = path.join(' ');
  const options = optionsOf(command);
  return [
    ...textProblems(at, command),
    ...tooMany(at, 'options', options.length, limits.command.options),
    ...twice(options).map((name) => `${at}: has ${name} twice`),
    ...orderProblems(at, options),
    ...nestingProblems(at, options),
    ...choiceProblems(at, command),
    ...options.flatMap((option) => problemsOf(option, [...path, option.name])),
  ];
}

function optionsOf(command: Named): readonly APIApplicationCommandOption[] {
  return 'options' in command ? (command.options ?? []) : [];
}

function textProblems(at: string, { name, description, description_localizations: translated }: Named): string[] {
  const problems: string[] = [];
  if (!commandNamePattern.test(name)) {
    problems.push(`${at}: a name has 1 to ${limits.command.name} letters, digits, - or _`);
  }
  if (name !== name.toLowerCase()) problems.push(`${at}: a name is lower-case`);
  if (description.trim() === '') problems.push(`${at}: has no description`);
  for (const [locale, text] of Object.entries(translated ?? {})) {
    if (!text?.trim()) problems.push(`${at}: has no description in ${locale}`);
    problems.push(...tooLong(at, `description in ${locale}`, text ?? '', limits.command.description));
  }
  return [...problems, ...tooLong(at, 'description', description, limits.command.description)];
}

function orderProblems(at: string, options: readonly APIApplicationCommandOption[]): string[] {
  const firstFree = options.findIndex((option) => !option.required);
  const late = options.filter((option, index) => option.required && firstFree !== -1 && index > firstFree);
  return isNesting(options[0])
    ? []
    : late.map(({ name }) => `${at}: ${name} is required and stands behind one that is not`);
}

function isNesting(option: Named | undefined): boolean {
  return option?.type === optionTypes.subcommand || option?.type === optionTypes.group;
}

/** Command → group → subcommand → options is all that there is. */
function nestingProblems(at: string, options: readonly APIApplicationCommandOption[]): string[] {
  const nested = options.filter(isNesting);
  const problems: string[] = [];
  if (nested.some(({ name }) => name === '')) {
    problems.push(`${at}: has subcommands, so Discord cannot call it by itself`);
  }
  if (at.split(' ').length >= limits.command.depth && nested.length > 0) {
    problems.push(`${at}: a path has at most ${limits.command.depth} words`);
  }
  return problems;
}

function choiceProblems(at: string, option: Named): string[] {
  const choices = ('choices' in option && option.choices) || [];
  const values = choices.map(({ value }) => ({ name: String(value) }));
  return [
    ...tooMany(at, 'choices', choices.length, limits.command.choices),
    ...twice(choices).map((name) => `${at}: has the choice ${name} twice`),
    ...twice(values).map((value) => `${at}: has the value ${value} twice`),
    ...choices.flatMap(({ name, value, name_localizations: translated }) => [
      ...(name.trim() === '' ? [`${at}: has a choice without a name`] : []),
      ...tooLong(at, `choice ${name}`, name, limits.command.choice),
      ...Object.entries(translated ?? {}).flatMap(([locale, label]) =>
        tooLong(at, `choice ${name} in ${locale}`, label ?? '', limits.command.choice),
      ),
      ...tooLong(at, `value of ${name}`, String(value), limits.command.choice),
    ]),
  ];
}

function sizeProblems(command: DiscordCommand): string[] {
  const size = sizeOf(command);
  const max = limits.command.characters;
  return size > max ? [`${command.name}: has ${size} characters with all below it, Discord takes ${max}`] : [];
}

/** Names, descriptions and the values of choices, as Discord adds them up: of each text its longest translation. */
function sizeOf(command: Named): number {
  const choices = ('choices' in command && command.choices) || [];
  const own = command.name.length + longest(command.description, command.description_localizations);
  const chosen = choices.reduce(
    (total, { name, name_localizations: translated, value }) =>
      total + longest(name, translated) + String(value).length,
    0,
  );
  return optionsOf(command).reduce((total, option) => total + sizeOf(option), own + chosen);
}

function longest(
  text: string,
  translated: Readonly<Record<string, string | null | undefined>> | null | undefined,
): number {
  return Math.max(text.length, ...Object.values(translated ?? {}).map((other) => other?.length ?? 0));
}

function tooMany(at: string, what: string, count: number, max: number): string[] {
  return count > max ? [`${at}: has ${count} ${what}, Discord takes ${max}`] : [];
}

function tooLong(at: string, what: string, text: string, max: number): string[] {
  return text.length > max ? [`${at}: its ${what} has ${text.length} characters, Discord takes ${max}`] : [];
}

function twice(list: readonly { readonly name: string }[]): string[] {
  const names = list.map(({ name }) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
