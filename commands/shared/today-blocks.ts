import type { CommunityStore, Deadline } from '../../src/communities/community.ts';
import type { Context } from '../../src/core/command.ts';
import {
  type Block,
  bullets,
  button,
  buttons,
  heading,
  type Line,
  note,
  paragraph,
  strong,
} from '../../src/core/reply.ts';
import type { Day } from '../../src/core/time.ts';
import { daysBetween } from '../../src/dates/calendar.ts';
import { alarms } from '../../src/letters/alarm.ts';
import { uploadDays } from '../../src/letters/dates.ts';
import type { LetterWithWriter } from '../../src/letters/letter.ts';
import { nextSeason } from '../../src/letters/season.ts';
import { isOutstanding } from '../../src/letters/stages.ts';
import { upcoming } from '../../src/reminders/announced.ts';
import { alarmLines } from '../../src/views/alarm.ts';
import { dateLine } from '../../src/views/digest.ts';
import { letterEntry } from '../../src/views/letter.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import type { Words } from '../../src/words/words.ts';
import { dossierOf } from '../shared/dossier.ts';

export interface TodayPorts extends PagePorts {
  readonly communities: CommunityStore;
}

type UploadBy = ReturnType<typeof uploadDays>;

/** Days ahead in which a letter counts as due soon, and a deadline as near. */
const soon = 14;
const deadlinesAhead = 60;

/** Letters shown in each part; the rest is named. */
const shown = 4;

/** Alarms about programs shown; the proposal has the rest. */
const alarmsShown = 5;

/** Deadlines shown; `/lor-admin deadline list` and the digests have all. */
const deadlinesShown = 8;

/**
 * What needs a member now: overdue and due letters, next steps, alarms, deadlines, and what to press.
 * `alone`: nothing beside it says what the bot is and how reminders stand.
 */
export async function todayBlocks(
  context: Context<TodayPorts>,
  alone: boolean,
): Promise<readonly (Block | false | undefined)[]> {
  const { actor, now, today, ports } = context;
  const { words } = ports;
  const said = words.letters.today;
  const dossier = await dossierOf(context);
  const { letters: all } = dossier;
  const member = await ports.members.get(actor.id, actor.account);
  const { reminders } = member;
  const following = nextSeason(member, ports.packs, today);
  const uploadBy = uploadDays(dossier.img, dossier);
  const deadlines = upcoming(await deadlinesHere(context), now, deadlinesAhead);
  const parts = sorted(all, today, uploadBy);
  const alarm = alarmLines(alarms(dossier, soon), dossier, words);
  const part = (title: string, some: readonly LetterWithWriter[]) => lettersPart(title, some, today, uploadBy, words);
  return [
    heading(said.title),
    following !== undefined && paragraph(said.seasonOver(member.season ?? '')),
    following !== undefined && buttons(button(said.goOn(following), 'lor settings', { season: following }, 'primary')),
    alone && all.length === 0 && paragraph(said.start),
    ...part(said.overdue, parts.overdue),
    ...part(said.soon, parts.soon),
    ...part(said.nextSteps, parts.others),
    all.length > 0 && isQuiet(parts) && alarm.length === 0 && paragraph(said.quiet),
    ...alarmPart(alarm, words),
    deadlines.length > 0 && paragraph([strong(said.deadlines)]),
    deadlines.length > 0 &&
      bullets(deadlines.slice(0, deadlinesShown).map((deadline) => dateLine(deadline, now, words))),
    deadlines.length > deadlinesShown && note(said.moreDeadlines(deadlines.length - deadlinesShown)),
    alone && !reminders && note(said.remindersOff),
    buttons(
      button(words.letters.buttons.add, 'lor add', {}, all.length === 0 ? 'primary' : undefined),
      all.length > 0 && button(words.letters.buttons.list, 'lor list'),
      all.length > 0 && button(words.board.button, 'lor board'),
      alarm.length > 0 && button(words.programs.buttons.propose, 'lor program propose'),
      alone && !reminders && button(words.reminders.turnOn, 'lor remind on'),
    ),
  ];
}

async function deadlinesHere({ actor, community, ports }: Context<TodayPorts>): Promise<readonly Deadline[]> {
  if (community === null) return [];
  const found = await ports.communities.find(actor.account.platform, community);
  return found ? ports.communities.deadlines(found.id) : [];
}

/** Letters that are still to come in, by how soon they are due. */
function sorted(all: readonly LetterWithWriter[], today: Day, uploadBy: UploadBy) {
  const open = all.filter(({ letter }) => isOutstanding(letter.stage));
  const left = (one: LetterWithWriter) => {
    const by = uploadBy(one);
    return by === null ? Infinity : daysBetween(today, by);
  };
  return {
    overdue: open.filter((one) => left(one) < 0),
    soon: open.filter((one) => left(one) >= 0 && left(one) <= soon),
    others: open.filter((one) => left(one) > soon),
  };
}

function isQuiet(parts: ReturnType<typeof sorted>): boolean {
  return parts.overdue.length + parts.soon.length + parts.others.length === 0;
}

/** Which letters go nowhere, and which programs lack some. */
function alarmPart(alarm: readonly Line[], { letters }: Words): readonly Block[] {
  if (alarm.length === 0) return [];
  const rest = alarm.length - alarmsShown;
  return [
    paragraph([strong(letters.today.programs)]),
    bullets(alarm.slice(0, alarmsShown)),
    ...(rest > 0 ? [note(letters.today.moreAlarms(rest))] : []),
  ];
}

function lettersPart(
  title: string,
  letters: readonly LetterWithWriter[],
  today: Day,
  uploadBy: UploadBy,
  words: Words,
): readonly Block[] {
  if (letters.length === 0) return [];
  const rest = letters.length - shown;
  return [
    paragraph([strong(title)]),
    ...letters.slice(0, shown).map((one) => letterEntry(one, today, words, uploadBy(one))),
    ...(rest > 0 ? [note(words.letters.today.more(rest))] : []),
  ];
}
