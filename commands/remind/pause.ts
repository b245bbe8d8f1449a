import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { date } from '../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import type { MemberStore } from '../../src/members/member.ts';
import type { Words } from '../../src/words/words.ts';

export default defineCommand({
  path: 'lor remind pause',
  summary: 'No reminders until a day',
  examples: ['/lor remind pause until:"in 2 weeks"'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { until: date('The day on which they come again') },
  async run({ until }, { actor, today, ports }: Context<{ members: MemberStore; words: Words }>) {
    const { members, words } = ports;
    const said = words.reminders;
    if (until <= today) throw new UserProblem('bad-value', said.pause.past, { option: 'until' });
    const { reminders } = await members.get(actor.id, actor.account);
    if (!reminders) {
      const next = [buttons(button(said.turnOn, 'lor remind on'))];
      throw new UserProblem('nothing-to-do', said.pause.off, { next });
    }
    await members.save(actor.id, { pausedUntil: until });
    return reply(
      paragraph(said.pause.set(until)),
      buttons(button(said.pause.button, 'lor remind on'), button(said.turnOff, 'lor remind off')),
    );
  },
});
