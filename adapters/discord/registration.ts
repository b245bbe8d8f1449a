import { type REST, Routes } from 'discord.js';
import { commandTypes } from './codes.ts';
import { type DiscordCommand, type Translations, toRegistration } from './register.ts';
import { registrationProblems } from './registration-problems.ts';
import { type RegisteredCommand, readRegistered } from './schema.ts';

/** What is to be done so that Discord has the commands that are wanted. */
export interface RegistrationChanges {
  readonly create: readonly DiscordCommand[];
  readonly edit: readonly { readonly id: string; readonly command: DiscordCommand }[];
  readonly remove: readonly RegisteredCommand[];
  readonly unchanged: readonly string[];
}

/** The difference between what is wanted and what Discord has. Commands of other kinds stay. */
export function registrationChanges(
  wanted: readonly DiscordCommand[],
  existing: readonly RegisteredCommand[],
): RegistrationChanges {
  const typed = existing.filter(({ type }) => (type ?? commandTypes.chatInput) === commandTypes.chatInput);
  const before = new Map(typed.map((command) => [command.name, command]));
  const kept = wanted.flatMap((command) => {
    const known = before.get(command.name);
    return known ? [{ command, known }] : [];
  });
  const names = new Set(wanted.map(({ name }) => name));
  return {
    create: wanted.filter(({ name }) => !before.has(name)),
    edit: kept
      .filter(({ command, known }) => !same(command, known))
      .map(({ command, known }) => ({ id: known.id, command })),
    remove: typed.filter(({ name }) => !names.has(name)),
    unchanged: kept.filter(({ command, known }) => same(command, known)).map(({ command }) => command.name),
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
  const wanted = toRegistration(commands, translations).map((command) =>
    guildId === undefined ? command : inGuild(command),
  );
  const problems = registrationProblems(wanted);
  if (problems.length > 0) throw new RegistrationError(problems.join('\n'));
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

function same(wanted: DiscordCommand, existing: RegisteredCommand): boolean {
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
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}
