import { type Context, defineCommand } from '../../src/core/command.ts';
import {
  type Block,
  bullets,
  button,
  buttons,
  entry,
  heading,
  type Line,
  note,
  paragraph,
  reply,
  strong,
} from '../../src/core/reply.ts';
import { shorten } from '../../src/core/text.ts';
import type { Day } from '../../src/core/time.ts';
import { addDays } from '../../src/dates/calendar.ts';
import type { Member } from '../../src/members/member.ts';
import { planned } from '../../src/reminders/agenda.ts';
import type { AgendaStore } from '../../src/reminders/agenda-store.ts';
import type { LoggedDelivery } from '../../src/reminders/deliveries.ts';
import type { Notice } from '../../src/reminders/notice.ts';
import { noticesOf, type Situation } from '../../src/reminders/notices.ts';
import { type OwnReminder, type OwnReminderStore, stillToCome } from '../../src/reminders/own.ts';
import { rhythmOf, situationOf } from '../../src/reminders/situation.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import type { Words } from '../../src/words/words.ts';
import { logged, type MessagePorts } from '../shared/message.ts';

type ListPorts = PagePorts & MessagePorts & { readonly agenda: AgendaStore; readonly ownReminders: OwnReminderStore };

/** Reminders that are listed; the rest is counted. */
const shown = 12;

/** Days ahead for which the deletion of what lies unused is worth a line. */
const expiryShown = 90;

/** Characters of a text of one's own. */
const shownOfText = 120;

export default defineCommand({
  path: 'lor remind list',
  summary: 'The reminders that lie ahead',
  examples: ['/lor remind list'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<ListPorts>) {
    const { actor, ports } = context;
    const { words } = ports;
    const member = await ports.members.get(actor.id, actor.account);
    const own = stillToCome(await ports.ownReminders.list(actor.id));
    return reply(
      heading(words.reminders.list.title),
      ...(member.reminders ? await ahead(member, context) : [paragraph(words.reminders.off)]),
      ...ownBlocks(own, actor.zone, words),
      ...waitingBlocks(await ports.deliveries.of(actor.id, logged), words),
      buttons(
        member.reminders
          ? button(words.reminders.turnOff, 'lor remind off')
          : button(words.reminders.turnOn, 'lor remind on', {}, 'primary'),
        button(words.reminders.log.title, 'lor remind log'),
      ),
    );
  },
});

/** What the rules will say, as the letters stand today. */
async function ahead(member: Member, { now, today, ports }: Context<ListPorts>): Promise<readonly Block[]> {
  const { words } = ports;
  const said = words.reminders.list;
  const situation = await situationOf(member.id, member, ports, now);
  const told = await ports.agenda.told(member.id);
  const all = planned(noticesOf(situation), told, rhythmOf(member), now).filter((one) => isPlan(one.notice, today));
  const lines = all.slice(0, shown).map(({ day, notice }) => aheadLine(day, notice, situation, words));
  const { pausedUntil } = member;
  return [
    ...(pausedUntil !== null && pausedUntil > today ? [paragraph(said.paused(pausedUntil))] : []),
    lines.length > 0 ? bullets(lines) : paragraph(said.none),
    ...(all.length > shown ? [note(said.more(all.length - shown))] : []),
  ];
}

/** What is a matter of course and not of planning: that something may be late, and what is far away. */
function isPlan({ rule, opens }: Notice, today: Day): boolean {
  if (rule === 'overdue') return opens <= today;
  return rule !== 'expiry' || opens <= addDays(today, expiryShown);
}

function aheadLine(on: Day, { rule, about }: Notice, { letters, programs }: Situation, words: Words): Line {
  const name =
    letters.find(({ letter }) => letter.id === about)?.writer.name ?? programs.find(({ id }) => id === about)?.name;
  return words.reminders.list.line(on, words.reminders.about[rule], name ?? '');
}

function ownBlocks(own: readonly OwnReminder[], zone: string, words: Words): readonly Block[] {
  const said = words.reminders;
  if (own.length === 0) return [];
  return [
    paragraph([strong(said.list.own)]),
    ...own.map(({ id, number, text, nextAt, repeats }) =>
      entry(
        said.own.entry(number, shorten(text, shownOfText)),
        nextAt === null ? [] : [said.own.next(nextAt, zone, repeats)],
        [button(said.own.cancel, 'lor remind cancel', { reminder: id })],
      ),
    ),
  ];
}

/** What was put off and waits. */
function waitingBlocks(all: readonly LoggedDelivery[], words: Words): readonly Block[] {
  const waiting = all.filter(({ state, key }) => state === 'pending' && key.startsWith('snooze:'));
  if (waiting.length === 0) return [];
  const { list } = words.reminders;
  return [paragraph([strong(list.waiting)]), bullets(waiting.map(({ runAt, zone }) => list.until(runAt, zone)))];
}
