import { type Context, defineCommand } from '../../src/core/command.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import type { MemberStore } from '../../src/members/member.ts';
import { type OwnReminderStore, stillToCome } from '../../src/reminders/own.ts';
import type { Words } from '../../src/words/words.ts';

export default defineCommand({
  path: 'lor remind off',
  summary: 'Stop the reminders by DM',
  examples: ['/lor remind off'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {},
  async run(_, { actor, ports }: Context<{ members: MemberStore; ownReminders: OwnReminderStore; words: Words }>) {
    const { members, ownReminders, words } = ports;
    const { reminders } = await members.get(actor.id, actor.account);
    if (reminders) await members.save(actor.id, { reminders: false, pausedUntil: null });
    const own = stillToCome(await ownReminders.list(actor.id)).length;
    return reply(
      paragraph(reminders ? words.reminders.turnedOff(own) : words.reminders.alreadyOff),
      buttons(
        button(words.reminders.turnOn, 'lor remind on'),
        own > 0 && button(words.reminders.list.title, 'lor remind list'),
      ),
    );
  },
});
