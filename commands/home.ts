import { type Context, defineCommand } from '../src/core/command.ts';
import { homePath } from '../src/core/paths.ts';
import {
  type Block,
  bullets,
  button,
  buttons,
  heading,
  type Line,
  line,
  note,
  paragraph,
  reply,
} from '../src/core/reply.ts';
import { shorten } from '../src/core/text.ts';
import { formatZone } from '../src/core/time.ts';
import { usualHours } from '../src/members/hours.ts';
import { defaultZone, type Member } from '../src/members/member.ts';
import { type OwnReminder, type OwnReminderStore, stillToCome } from '../src/reminders/own.ts';
import type { Words } from '../src/words/words.ts';
import { type TodayPorts, todayBlocks } from './shared/today-blocks.ts';

type HomePorts = TodayPorts & { readonly ownReminders: OwnReminderStore };

/** Reminders of one's own that are shown, and characters of each. */
const shown = 3;
const shownOfText = 80;

export default defineCommand({
  path: homePath,
  summary: 'Everything at a glance, for a page of its own',
  examples: ['/lor home'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  hidden: true,
  options: {},
  async run(_, context: Context<HomePorts>) {
    const { actor, ports } = context;
    const { words } = ports;
    const said = words.home;
    const member = await ports.members.get(actor.id, actor.account);
    const isNew = !member.reminders && (await ports.letters.list(actor.id)).length === 0;
    const own = stillToCome(await ports.ownReminders.list(actor.id));
    return reply(
      ...(isNew ? firstVisit(words) : []),
      ...(await todayBlocks(context, false)),
      ...(isNew ? [] : remindersBlocks(member, words)),
      own.length > 0 && bullets(own.slice(0, shown).map((one) => ownLine(one, member, words))),
      heading(said.you),
      paragraph(youLine(member, words)),
      buttons(
        button(said.buttons.settings, 'lor settings'),
        button(words.reminders.list.title, 'lor remind list'),
        button(said.buttons.topics, 'lor topics'),
        button(said.buttons.data, 'lor data export'),
        button(said.buttons.privacy, 'lor privacy'),
      ),
    );
  },
});

/** What the bot is, and whether it may write: nothing comes by DM before somebody says so. */
function firstVisit({ home }: Words): readonly Block[] {
  return [
    heading(home.welcome),
    paragraph(home.intro),
    paragraph(home.mayI),
    buttons(button(home.buttons.yes, 'lor remind on', {}, 'primary'), button(home.buttons.ask, 'lor ask')),
  ];
}

function remindersBlocks(member: Member, words: Words): readonly Block[] {
  const title = heading(words.home.reminders);
  if (member.reminders) return [title, paragraph(remindersLine(member, words))];
  return [title, note(words.letters.today.remindersOff), buttons(button(words.reminders.turnOn, 'lor remind on'))];
}

function remindersLine({ hours, zone }: Member, { home, settings }: Words): Line {
  return home.remindersOn(settings.hours(hours ?? usualHours), formatZone(zone ?? defaultZone));
}

function ownLine({ number, text, nextAt, repeats }: OwnReminder, { zone }: Member, { reminders }: Words): Line {
  const said = reminders.own;
  const when = nextAt === null ? '' : line`: ${said.next(nextAt, zone ?? defaultZone, repeats)}`;
  return line`${said.entry(number, shorten(text, shownOfText))}${when}`;
}

/** For whom answers and rules are: what is not said is said to be missing, since most rules hang on it. */
function youLine({ service, specialties, img }: Member, { home, settings }: Words): Line {
  const { notSet } = settings;
  return home.profile(
    service === null ? notSet : settings.service(service),
    specialties.join('; ') || notSet,
    img === null ? notSet : img ? settings.yes : settings.no,
  );
}
