import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { button, buttons, file, note, paragraph, reply } from '../../src/core/reply.ts';
import { calendarText, eventsOf } from '../../src/views/calendar.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import { seasonHere } from '../shared/season.ts';

export default defineCommand({
  path: 'lor data calendar',
  summary: 'Your dates as a calendar file',
  examples: ['/lor data calendar'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<PagePorts>) {
    const { actor, now, today, ports } = context;
    const { words, packs } = ports;
    const said = words.data.calendar;
    const source = { ...(await seasonHere(context)), packs, today };
    const events = eventsOf(source, words);
    if (events.length === 0) {
      const next = [buttons(button(words.letters.buttons.list, 'lor list'))];
      throw new UserProblem('nothing-to-do', said.nothing, { next });
    }
    const text = calendarText(source, words, actor.language, now);
    const bytes = new TextEncoder().encode(text);
    return reply(
      paragraph(said.done(events.length)),
      file({ name: 'letters.ics', mime: 'text/calendar', alt: said.alt, bytes }),
      note(said.once),
    );
  },
});
