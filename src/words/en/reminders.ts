import { calendarNames } from '../../core/calendar-names.ts';
import { code, day, type Line, line, moment, strong } from '../../core/reply.ts';
import type { Day, Instant, Zone } from '../../core/time.ts';
import { isAddress } from '../../packs/address.ts';
import type { SaidBy } from '../../reminders/announced.ts';
import type { ToldShare } from '../../reminders/cohort.ts';
import type { Schedule } from '../../reminders/cron.ts';
import type { DeliveryState } from '../../reminders/deliveries.ts';
import type { NoticeRule } from '../../reminders/notice.ts';
import type { Repeats } from '../../reminders/own.ts';
import { count } from './core.ts';

const { months, weekdays } = calendarNames.en;

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function ordinal(number: number): string {
  const tens = number % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

/** `every Monday at 09:00`, `on the 1st and 15th of September at 17:30`. */
function schedule({ time, days, months: inMonths, weekdays: onWeekdays }: Schedule): string {
  const names = listed(onWeekdays.map((number) => weekdays[number % 7] ?? ''));
  const dates = listed(days.map(ordinal));
  const during = inMonths.length > 0 ? ` ${listed(inMonths.map((number) => months[number - 1] ?? ''))}` : '';
  if (dates && names) return `on the ${dates} of ${during.trim() || 'every month'} and every ${names}, at ${time}`;
  if (dates) return `on the ${dates} of${during || ' every month'} at ${time}`;
  const inMonth = during && ` in${during}`;
  if (!names) return `every day${inMonth} at ${time}`;
  const workdays = onWeekdays.join() === '1,2,3,4,5';
  return `every ${workdays ? 'weekday' : names}${inMonth} at ${time}`;
}

const everyWords: Readonly<Record<Repeats, string>> = {
  never: 'once',
  daily: 'every day',
  weekly: 'every week',
  monthly: 'every month',
  yearly: 'every year',
};

/** Behind a date: who says so. */
function saidBy(by: SaidBy): Line {
  switch (by.who) {
    case 'community':
      return [];
    case 'admins':
      return [', confirmed by the admins here'];
    case 'source': {
      const where: Line = isAddress(by.source) ? [', ', { kind: 'link', text: 'source', url: by.source }] : [];
      return by.sure ? where : [...where, ', not from its owner: check before you rely on it'];
    }
  }
}

export const reminders = {
  schedule,
  turnedOn: (zone: string): Line =>
    line`Reminders are on. When something is to be done for a letter (ask, send the packet, look after one that is missing, say thanks), you get one DM a day at most, in your morning (${zone}). ${code('/lor remind list')} shows what lies ahead, ${code('/lor remind off')} stops it.`,
  alreadyOn: line`Reminders are on already.`,
  resumed: line`The pause is over: reminders come again.`,
  turnedOff: (own: number): Line =>
    own === 0
      ? line`Reminders are off. I will not write to you first again.`
      : line`Reminders are off. ${count(own, 'reminder')} of your own still ${own === 1 ? 'comes' : 'come'}: ${code('/lor remind cancel')} takes them back.`,
  alreadyOff: line`Reminders are off already.`,
  off: line`Reminders about your letters are off.`,
  turnOn: 'Turn reminders on',
  turnOff: 'Turn reminders off',
  pause: {
    set: (until: Day): Line => line`Reminders are paused: nothing comes before ${day(until)}.`,
    past: line`A pause ends on a day to come. Give one, such as ${code('until:"in 2 weeks"')}.`,
    off: line`Reminders are off, so there is nothing to pause.`,
    button: 'End the pause',
  },
  list: {
    title: 'Reminders ahead',
    none: line`Nothing is planned as things stand. Due dates make reminders.`,
    paused: (until: Day): Line => line`Paused until ${day(until)}.`,
    line: (on: Day, what: string, name: string): Line =>
      line`${day(on)}: ${what}${name === '' ? '' : ': '}${strong(name)}`,
    more: (number: number): Line => line`And ${number} later.`,
    own: 'Your own:',
    waiting: 'Put off:',
    until: (at: Instant, zone: Zone): Line => line`until ${moment(at, zone)}`,
  },
  /** What a reminder is about, in a list. */
  about: {
    'ask-window': 'time to think of asking',
    'ask-now': 'ask now',
    'last-day': 'last day with them: ask in person',
    packet: 'send the packet',
    'no-answer': 'no answer yet',
    check: 'look whether it came',
    nudge: 'one polite nudge',
    'line-up': 'have a backup stand by',
    activate: 'ask the backup',
    due: 'last day',
    overdue: 'overdue',
    thanks: 'say thanks',
    assign: 'goes to no program',
    short: 'a program lacks letters',
    result: 'tell your writers the result',
    expiry: 'your letters will be deleted',
  } as Readonly<Record<NoticeRule, string>>,
  /** What to do about a letter, and why it is said now. */
  advice: {
    'ask-window': line`The time to ask has come: four to six weeks before the date is what writers need.`,
    'ask-now': line`You have not asked yet, and time is short: ask today, and have somebody else in mind.`,
    'last-day': line`Today is your last day with them. In person is best: ask today.`,
    packet: line`They said yes. Send the packet in one mail while it is fresh.`,
    'no-answer': line`No answer yet? Ask once more, kindly, and have somebody else in mind.`,
    check: line`It was requested a while ago. Look in the portal whether it is there, and note it here.`,
    nudge: line`This is the time for one polite nudge: thanks, the date, an offer of help, and the link or packet again. One is enough.`,
    'line-up': line`Three weeks are left. Have somebody stand by, in case this one does not come: ${code('/lor backup')}.`,
    activate: line`Days are left and it is not in. Ask the one who stands by, or find somebody now: ${code('/lor backup')}.`,
    due: line`Its last day is here, and it is not in as far as I know. Look in the portal, and call rather than write.`,
    overdue: line`Its last day has passed. If it is in after all, note it; if not, go on without it, and add it later where the program takes it.`,
    thanks: line`It is in. Say thanks, by hand if you can.`,
    assign: line`It is in, and goes to none of your programs yet. ${code('/lor program propose')} shows where it fits.`,
  },
  notices: {
    title: (number: number) =>
      number === 0 ? 'A word about your letters' : number === 1 ? 'A letter needs you' : `${number} things need you`,
    late: line`This comes late: it could not be sent in time.`,
    more: (number: number): Line => line`And ${count(number, 'more letter')}: ${code('/lor today')} has them all.`,
    result: line`Match Day is over. Whoever wrote for you would like to hear how it went, whatever the result.`,
    expiry: (on: Day): Line =>
      line`Nothing has changed here for a long time, and the season is over: your letters and programs will be deleted on ${day(on)}. Any change keeps them; an export gives you a copy.`,
    why: line`You get this because reminders are on. Each is sent once. ${code('/lor remind pause')} and ${code('/lor settings')} change when; ${code('/lor remind off')} stops all.`,
    write: 'Write the mail',
  },
  own: {
    title: 'Your reminder',
    set: (number: number, at: Instant, zone: Zone): Line =>
      line`Reminder ${strong(`#${number}`)} is set: ${moment(at, zone)}.`,
    past: line`That moment has passed. Give a later day, or a later time today.`,
    limit: (max: number): Line =>
      line`You have ${max} reminders of your own, the most there can be. ${code('/lor remind cancel')} takes one back.`,
    entry: (number: number, text: string): Line => line`${strong(`#${number}`)} ${text}`,
    next: (at: Instant, zone: Zone, every: Repeats): Line =>
      line`${moment(at, zone)}${every === 'never' ? '' : `, ${everyWords[every]}`}`,
    why: (every: Repeats): Line =>
      every === 'never'
        ? line`You asked me to tell you this now.`
        : line`You asked me to tell you this ${everyWords[every]}.`,
    stop: 'No more of these',
    cancel: 'Cancel',
    cancelled: (number: number): Line => line`Reminder ${strong(`#${number}`)} is cancelled.`,
    notFound: (typed: string): Line =>
      line`You have no reminder “${typed}”. ${code('/lor remind list')} shows them with their numbers.`,
    which: line`Which one? ${code('/lor remind list')} shows your reminders with their numbers.`,
    none: line`You have no reminder of your own.`,
  },
  snooze: {
    set: (at: Instant, zone: Zone): Line => line`I will tell you again: ${moment(at, zone)}.`,
    nothing: line`There is no message to put off: none has come yet.`,
    buttons: { hour: 'In 1 hour', tomorrow: 'Tomorrow', week: 'In a week' },
  },
  /** Beside an answer, when a DM did not reach its member. */
  undelivered: {
    title: (since: Instant, zone: Zone): Line =>
      line`${strong('A DM could not reach you')} (${moment(since, zone)}): you take none from me. This is what I had to say:`,
    line: (what: string, name: string): Line => line`${what}${name === '' ? '' : ': '}${strong(name)}`,
    again: line`I try again from now on. Allow direct messages from me, or turn reminders off; ${code('/lor today')} always shows what is due.`,
  },
  done: {
    said: line`Done. I will not come back to that.`,
    button: 'Done',
  },
  log: {
    title: 'Messages to you',
    none: line`I have sent you no message by myself yet.`,
    line: (at: Instant, zone: Zone, what: string, state: string): Line => line`${moment(at, zone)}: ${what}, ${state}`,
    what: { notices: 'reminders', own: 'your own reminder', other: 'a message' },
    state: {
      pending: 'waiting',
      attempting: 'on its way',
      unsure: 'may have arrived; I am looking',
      sent: 'sent',
      refused: 'not delivered',
      parked: 'given up',
      cancelled: 'called off',
      skipped: 'left out',
    } as Readonly<Record<DeliveryState, string>>,
    because: (reason: string): string => ` (${reason})`,
  },
  digest: {
    title: 'Deadlines ahead',
    late: line`This comes late: it could not be posted in time.`,
    deadline: (name: string, when: Line, left: string): Line => line`${strong(name)}: ${when} (${left})`,
    by: saidBy,
    more: (number: number): Line => line`And ${number} later.`,
    picture: (number: number): string => `The ${number} dates above on a line.`,
    none: (days: number): Line => line`No deadline in the next ${count(days, 'day')}.`,
    tip: {
      label: 'For your letters:',
      far: line`More than six weeks to go: think about who can tell a story about your work, and ask in person.`,
      ask: line`Four to six weeks before a deadline is the time to ask, and to send the packet right after a yes.`,
      nudge: line`One to two weeks before: one polite nudge to a writer who is late, and a backup in mind.`,
      close: line`Days away: look whether each letter is there and assigned. What is missing can often follow later.`,
      none: line`A quiet time is a good time to thank a writer, or to find the next one.`,
    },
    share: ({ members, from, to }: ToldShare): Line =>
      line`Of at least ${members} members here who share figures, ${from} to ${to} % have asked all their writers.`,
    mine: 'My letters',
    forMe: {
      button: 'What does it mean for me?',
      title: 'What these dates mean for your letters',
      start: line`You keep no letters here yet. Add one with the person who is to write it, and these dates are reckoned for it.`,
      allIn: line`None of your letters is still to come in, so no date here is in your way.`,
      rest: line`No letter of yours hangs on these:`,
      others: (number: number): Line =>
        line`${count(number, 'letter')} of yours ${number === 1 ? 'goes' : 'go'} through a service of which no date is here. ${code('/lor list')} shows all.`,
      private: line`Only you see this. It is as things stand now.`,
      gone: line`That digest is no more. ${code('/lor today')} shows what needs you.`,
    },
    why: (text: string, zone: string): Line =>
      line`Posted ${text} (${zone}). Admins manage it with ${code('/lor-admin digest')}.`,
  },
  at: (at: Instant, zone: Zone): Line => line`${moment(at, zone)}`,
};
