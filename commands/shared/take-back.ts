import type { Context } from '../../src/core/command.ts';
import type { Random } from '../../src/core/ports.ts';
import { button, buttons, paragraph, type Reply, reply } from '../../src/core/reply.ts';
import { inverse } from '../../src/letters/change.ts';
import type { Change } from '../../src/letters/letter.ts';
import { changeLine } from '../../src/views/change.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';
import { undoButton } from '../../src/views/letter.ts';

export type TakeBackPorts = LetterPorts & { readonly random: Random };

/** Takes back the latest change that stands, and says what it was. */
export async function takeBack(last: Change, { actor, now, ports }: Context<TakeBackPorts>): Promise<Reply> {
  const { letters, random, words } = ports;
  const writers = await letters.writers(actor.id);
  await letters.apply({
    id: random.id(now),
    member: actor.id,
    at: now,
    command: 'lor undo',
    records: inverse(last.records),
    undoes: last.id,
  });
  const before = await letters.lastStanding(actor.id);
  return reply(
    paragraph(words.letters.undone(changeLine(last, writers, words))),
    buttons(button(words.letters.buttons.list, 'lor list'), before && undoButton(before.id, words)),
  );
}
