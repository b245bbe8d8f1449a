import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { text } from '../src/core/options.ts';
import { buttons } from '../src/core/reply.ts';
import { changeLine } from '../src/views/change.ts';
import { undoButton } from '../src/views/letter.ts';
import { type TakeBackPorts, takeBack } from './shared/take-back.ts';

/** What an "Undo" button does: it takes back the change that it stands under, and no other. */
export default defineCommand({
  path: 'lor take-back',
  summary: 'Take back the change that a button stands under',
  examples: ['/lor take-back 01k3fwz5qw8d7z3w2ntrxh1vce'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: { change: text('Change', { max: 40 }) },
  async run({ change }, context: Context<TakeBackPorts>) {
    const { letters, packs, words } = context.ports;
    const member = context.actor.id;
    const last = await letters.lastStanding(member);
    if (last?.id === change) return takeBack(last, context);
    if (!last || (await letters.isTakenBack(member, change)))
      throw new UserProblem('nothing-to-do', words.letters.takenBackAlready);
    const what = changeLine(last, await letters.writers(member), words, packs.forms);
    const next = [buttons(undoButton(last.id, words))];
    throw new UserProblem('not-legal', words.letters.newerStands(what), { next });
  },
});
