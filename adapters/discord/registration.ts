import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { reasonOf } from './api.ts';
import { commandTypes } from './codes.ts';
import { type DiscordCommand, type MenuCommand, type Translations, toMenu, toRegistration } from './register.ts';
import { registrationProblems } from './registration-problems.ts';
import { type RegisteredCommand, readRegistered } from './schema.ts';

type AnyCommand = DiscordCommand | MenuCommand;

/** What is to be done so that Discord has the commands that are wanted. */
export interface RegistrationChanges {
  readonly create: readonly AnyCommand[];
  readonly edit: readonly { readonly id: string; readonly command: AnyCommand }[];
  readonly remove: readonly RegisteredCommand[];
  readonly unchanged: readonly string[];
}

/** The kinds of command that are registered here. */
const ours: ReadonlySet<number> = new Set(Object.values(commandTypes));

/** A command's kind and name: one name may stand after a slash and in a menu. */
function keyOf({ type, name }: { readonly type?: number | undefined; readonly name: string }): string {
  return `${type ?? commandTypes.chatInput} ${name}`;
}

/** The difference between what is wanted and what Discord has. Commands of other kinds stay. */
export function registrationChanges(
  wanted: readonly AnyCommand[],
  existing: readonly RegisteredCommand[],
): RegistrationChanges {
  const known = existing.filter(({ type }) => ours.has(type ?? commandTypes.chatInput));
  const before = new Map(known.map((command) => [keyOf(command), command]));
  const kept = wanted.flatMap((command) => {
    const there = before.get(keyOf(command));
    return there ? [{ command, there }] : [];
  });
  const keys = new Set(wanted.map(keyOf));
  return {
    create: wanted.filter((command) => !before.has(keyOf(command))),
    edit: kept
      .filter(({ command, there }) => !same(command, there))
      .map(({ command, there }) => ({ id: there.id, command })),
    remove: known.filter((command) => !keys.has(keyOf(command))),
    unchanged: kept.filter(({ command, there }) => same(command, there)).map(({ command }) => command.name),
  };
}

/** Or Discord would tell only what its own reader's language has. */
const withTranslations = new URLSearchParams({ with_localizations: 'true' });

/** The names of what was done. */
export interface Registered {
  readonly created: readonly string[];
  readonly edited: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** Discord would not take the commands; nothing was changed. */
export class RegistrationError extends Error {
  override readonly name = 'RegistrationError';
}

/**
 * Makes Discord's commands those that are declared, for a server or, without one, for all.
 * Writes only what differs: Discord allows few writes a day, and a member's client forgets
 * nothing that stayed as it was.
 */
export async function register(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  commands: Parameters<typeof toRegistration>[0],
  translations: Translations = {},
): Promise<Registered> {
  const declared = [...toRegistration(commands, translations), ...toMenu(commands)];
  const wanted = declared.map((command) => (guildId === undefined ? command : inGuild(command)));
  const problems = registrationProblems(wanted);
  if (problems.length > 0) throw new RegistrationError(problems.join('\n'));
  try {
    return await writeDifference(rest, applicationId, guildId, wanted);
  } catch (error) {
    throw new RegistrationError(explain(error), { cause: error });
  }
}

/** What an operator can do about a refusal. Writing again goes on where this stopped. */
function explain(error: unknown): string {
  const status = error instanceof DiscordAPIError ? error.status : undefined;
  if (status === 401) return 'Discord does not take DISCORD_TOKEN. Reset it on the page of the application, under Bot.';
  if (status === 403)
    return 'Discord does not let this bot register commands there: is it in that server, and was it added with applications.commands?';
  if (status === 404) return 'Discord does not know DISCORD_APPLICATION_ID, or no such server.';
  return `Discord could not be asked (${reasonOf(error)}). Try again; what is registered already stays.`;
}

async function writeDifference(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  wanted: readonly AnyCommand[],
): Promise<Registered> {
  const all =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const listed = readRegistered(await rest.get(all, { query: withTranslations }));
  const existing = guildId === undefined ? listed : listed.map(inGuild);
  const { create, edit, remove, unchanged } = registrationChanges(wanted, existing);
  for (const { id } of remove) await rest.delete(`${all}/${id}`);
  for (const { id, command } of edit) await rest.patch(`${all}/${id}`, { body: command });
  for (const command of create) await rest.post(all, { body: command });
  return {
    created: create.map(({ name }) => name),
    edited: edit.map(({ command }) => command.name),
    removed: remove.map(({ name }) => name),
    unchanged,
  };
}

/** A server's own commands have no contexts: they are in that server and nowhere else. */
function inGuild<C extends object>(command: C): C {
  return { ...command, contexts: undefined, integration_types: undefined };
}

function same(wanted: AnyCommand, existing: RegisteredCommand): boolean {
  return canonical(wanted) === canonical(existing);
}

/** What Discord adds by itself and nobody declares. */
const theirs = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'default_permission',
  'handler',
  'name_localized',
  'description_localized',
]);

/** Lists whose order says nothing. */
const unordered = new Set(['contexts', 'integration_types', 'channel_types']);

/** The same text for what means the same: nothing that says no more than its absence, in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(normalised(value));
}

function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, held]) => !theirs.has(key) && !isDefault(held))
    .map(([key, held]): [string, unknown] => [
      key,
      unordered.has(key) && Array.isArray(held) ? held.toSorted() : normalised(held),
    ])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries);
}

function isDefault(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
