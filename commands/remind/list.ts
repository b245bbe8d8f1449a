import { type Context, defineCommand } from '../../src/core/command.ts';
import { bullets, button, buttons, heading, type Line, paragraph, reply } from '../../src/core/reply.ts';
import { isOutstanding } from '../../src/letters/stages.ts';
import type { MemberStore } from '../../src/members/member.ts';
import { type NudgeStore, type NudgeWindow, plannedNudge } from '../../src/reminders/nudge.ts';
import type { LetterPorts } from '../../src/views/choose-letter.ts';

type ListPorts = LetterPorts & {
  readonly members: MemberStore;
  readonly nudges: NudgeStore;
  readonly nudgeWindow: NudgeWindow;
};

export default defineCommand({
  path: 'lor remind list',
  summary: 'The reminders that lie ahead',
  examples: ['/lor remind list'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, { actor, now, ports }: Context<ListPorts>) {
    const { words } = ports;
    const said = words.reminders.list;
    const { reminders } = await ports.members.get(actor.id, actor.account);
    if (!reminders) {
      return reply(
        paragraph(words.reminders.off),
        buttons(button(words.reminders.turnOn, 'lor remind on', {}, 'primary')),
      );
    }
    const told = new Set(await ports.nudges.told(actor.id));
    const letters = await ports.letters.list(actor.id);
    const lines = letters.flatMap(({ letter, writer }): Line[] => {
      if (letter.due === null || !isOutstanding(letter.stage)) return [];
      if (told.has(letter.id)) return [said.told(writer.name, letter.due)];
      const on = plannedNudge(letter.due, actor.zone, now, ports.nudgeWindow);
      return on ? [said.nudge(writer.name, on, letter.due)] : [];
    });
    return reply(
      heading(said.title),
      lines.length > 0 ? bullets(lines) : paragraph(said.none),
      buttons(button(words.reminders.turnOff, 'lor remind off')),
    );
  },
});
