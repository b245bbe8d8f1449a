import { type Context, defineCommand } from '../../src/core/command.ts';
import { usualLanguage } from '../../src/core/language.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import { formatZone } from '../../src/core/time.ts';
import type { MemberStore } from '../../src/members/member.ts';
import type { Words } from '../../src/words/words.ts';

export default defineCommand({
  path: 'lor remind on',
  summary: 'Let me remind you by DM when a letter is still missing',
  examples: ['/lor remind on'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {},
  async run(_, { actor, ports }: Context<{ members: MemberStore; words: Words }>) {
    const { members, words } = ports;
    const { reminders, language } = await members.get(actor.id, actor.account);
    // A reminder comes when no platform says a language: it is in the one in which it was asked for.
    const spoken = language === null && actor.language !== usualLanguage ? { language: actor.language } : {};
    if (!reminders) await members.save(actor.id, { reminders: true, ...spoken });
    return reply(
      paragraph(reminders ? words.reminders.alreadyOn : words.reminders.turnedOn(formatZone(actor.zone))),
      buttons(button(words.reminders.list.title, 'lor remind list'), button(words.reminders.turnOff, 'lor remind off')),
    );
  },
});
