import { type Context, defineCommand } from '../../src/core/command.ts';
import { usualLanguage } from '../../src/core/language.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import { formatZone } from '../../src/core/time.ts';
import type { MemberStore } from '../../src/members/member.ts';
import type { Words } from '../../src/words/words.ts';

export default defineCommand({
  path: 'lor remind on',
  summary: 'Let me remind you by DM, once a day at most',
  examples: ['/lor remind on'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: {},
  async run(_, { actor, today, ports }: Context<{ members: MemberStore; words: Words }>) {
    const { members, words } = ports;
    const { reminders, language, pausedUntil } = await members.get(actor.id, actor.account);
    const isPaused = pausedUntil !== null && pausedUntil > today;
    // A reminder comes when no platform says a language: it is in the one in which it was asked for.
    const spoken = language === null && actor.language !== usualLanguage ? { language: actor.language } : {};
    if (!reminders || isPaused) await members.save(actor.id, { reminders: true, pausedUntil: null, ...spoken });
    const said = words.reminders;
    const answer = reminders ? (isPaused ? said.resumed : said.alreadyOn) : said.turnedOn(formatZone(actor.zone));
    return reply(
      paragraph(answer),
      buttons(button(said.list.title, 'lor remind list'), button(said.turnOff, 'lor remind off')),
    );
  },
});
