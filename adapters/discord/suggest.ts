import type { Command } from '../../src/core/command.ts';
import type { Invocation } from '../../src/core/invocation.ts';
import type { Dispatch } from '../../src/core/ports.ts';
import { shorten } from '../../src/core/text.ts';
import { limits } from './limits.ts';
import type { Received } from './receive.ts';
import { discordWords } from './words.ts';

export type Declared = Pick<Command<never>, 'path' | 'options' | 'suggest' | 'fill' | 'visibility'>;

/** A suggestion as Discord takes it: a number for an option that takes numbers. */
export interface DiscordChoice {
  readonly name: string;
  readonly value: string | number;
}

/** The command that an invocation names, if it is one. */
export function commandOf(commands: readonly Declared[], { request }: Invocation): Declared | undefined {
  return request.kind === 'call' ? commands.find(({ path }) => path === request.call.path) : undefined;
}

/** Values for the option that is being typed, as many as Discord lists. */
export async function suggestions(
  dispatch: Dispatch,
  commands: readonly Declared[],
  { invocation, option, typed }: Extract<Received, { kind: 'suggest' }>,
): Promise<readonly DiscordChoice[]> {
  const command = commandOf(commands, invocation);
  const declared = command && Object.hasOwn(command.options, option) ? command.options[option] : undefined;
  if (!command || !declared) return [];
  const found = await dispatch.suggest(invocation, option, typed);
  const clears = declared.kind === 'choice' && declared.clearable && typed.trim() === '';
  const clearing = clears ? [{ value: 'none', label: discordWords(invocation.language).none }] : [];
  const number = declared.kind === 'integer' && !declared.clearable;
  const takable = found.filter(({ value }) => value !== '' && value.length <= limits.command.choice);
  return [...takable.slice(0, limits.command.choices - clearing.length), ...clearing].map(({ label, value }) => ({
    name: shorten(label.trim() === '' ? value : label, limits.command.choice),
    value: number ? Number(value) : value,
  }));
}
