import type { Command } from '../../src/core/command.ts';
import type { Invocation } from '../../src/core/invocation.ts';
import type { Dispatch } from '../../src/core/ports.ts';
import type { Choice } from '../../src/core/reply.ts';
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
  const own = Object.hasOwn(command.suggest, option);
  const found =
    own || declared.kind !== 'choice'
      ? await dispatch.suggest(invocation, option, typed)
      : matching(
          declared.clearable
            ? [...declared.choices, { value: 'none', label: discordWords(invocation.language).none }]
            : declared.choices,
          typed,
        );
  const number = declared.kind === 'integer' && !declared.clearable;
  return found
    .filter(({ value }) => value !== '' && value.length <= limits.command.choice)
    .slice(0, limits.command.choices)
    .map(({ label, value }) => ({
      name: shorten(label.trim() === '' ? value : label, limits.command.choice),
      value: number ? Number(value) : value,
    }));
}

/** Choices that are too many for Discord to list are searched as they are typed. */
function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return choices.filter(({ label, value }) => `${label}\n${value}`.toLowerCase().includes(wanted));
}
