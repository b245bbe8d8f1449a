import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { type TakeBackPorts, takeBack } from './shared/take-back.ts';

export default defineCommand({
  path: 'lor undo',
  summary: 'Take back your last change to a letter',
  examples: ['/lor undo'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {},
  async run(_, context: Context<TakeBackPorts>) {
    const { letters, words } = context.ports;
    const last = await letters.lastStanding(context.actor.id);
    if (!last) throw new UserProblem('nothing-to-do', words.letters.nothingToUndo);
    return takeBack(last, context);
  },
});
