import type { Context } from '../../src/core/command.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';

/** How much a member tracks. */
export async function countKept({ actor, ports }: Pick<Context<LetterPorts>, 'actor' | 'ports'>) {
  const { letters } = ports;
  return {
    writers: (await letters.writers(actor.id)).length,
    letters: (await letters.list(actor.id)).length,
    programs: (await letters.programs(actor.id)).length,
  };
}
