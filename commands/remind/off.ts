import { type Context, defineCommand } from '../../src/core/command.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import type { MemberStore } from '../../src/members/member.ts';
import type { Words } from '../../src/words/words.ts';

export default defineCommand({
  path: 'lor remind off',
  summary: 'Stop all reminders by DM',
  examples: ['/lor remind off'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {},
  async run(_, { actor, ports }: Context<{ members: MemberStore; words: Words }>) {
    const { members, words } = ports;
    const { reminders } = await members.get(actor.id, actor.account);
    if (reminders) await members.save(actor.id, { reminders: false });
    return reply(
      paragraph(reminders ? words.reminders.turnedOff : words.reminders.alreadyOff),
      buttons(button(words.reminders.turnOn, 'lor remind on')),
    );
  },
});
