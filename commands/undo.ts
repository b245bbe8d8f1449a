import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import type { Random } from '../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../src/core/reply.ts';
import { inverse } from '../src/letters/change.ts';
import type { LetterPorts } from '../src/views/choose-letter.ts';
import { changeLine, nameOf } from '../src/views/letter.ts';

export default defineCommand({
  path: 'lor undo',
  summary: 'Take back your last change to a letter',
  examples: ['/lor undo'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {},
  async run(_, { actor, now, ports }: Context<LetterPorts & { random: Random }>) {
    const { letters, random, words } = ports;
    const last = await letters.lastStanding(actor.id);
    if (!last) throw new UserProblem('nothing-to-do', words.letters.nothingToUndo);
    const writers = await letters.writers(actor.id);
    const name = nameOf(last, writers);
    await letters.apply({
      id: random.id(now),
      member: actor.id,
      at: now,
      command: 'lor undo',
      records: inverse(last.records),
      undoes: last.id,
    });
    return reply(
      paragraph(words.letters.undone(changeLine(last, name, words))),
      buttons(button(words.letters.buttons.list, 'lor list'), button(words.letters.buttons.undo, 'lor undo')),
    );
  },
});
