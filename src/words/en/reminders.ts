import { calendarNames } from '../../core/calendar-names.ts';
import { code, day, type Line, line, moment, strong } from '../../core/reply.ts';
import type { Day, Instant, Zone } from '../../core/time.ts';
import type { Schedule } from '../../reminders/cron.ts';
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

export const reminders = {
  schedule,
  turnedOn: (zone: string): Line =>
    line`Reminders are on. When a letter is still missing 14 days before it is due, you get one DM, in the morning of your time zone (${zone}). ${code('/lor remind off')} stops them.`,
  alreadyOn: line`Reminders are on already.`,
  turnedOff: line`Reminders are off. I will not write to you first again.`,
  alreadyOff: line`Reminders are off already.`,
  off: line`Reminders are off, so nothing will be sent.`,
  turnOn: 'Turn reminders on',
  turnOff: 'Turn reminders off',
  list: {
    title: 'Reminders ahead',
    none: line`Nothing is planned. A letter with a due date gets one reminder, 14 to 7 days before it.`,
    nudge: (name: string, on: Day, due: Day): Line =>
      line`${day(on)}: ${strong(name)}, if it is not uploaded by then (due ${day(due)})`,
    told: (name: string, due: Day): Line => line`${strong(name)}: you were told already (due ${day(due)})`,
  },
  nudge: {
    title: (number: number) => (number === 1 ? 'A letter is still missing' : `${number} letters are still missing`),
    notAsked: line`You have not asked yet, and time is short: ask today, and have somebody else in mind.`,
    asked: line`No answer yet? Ask once more, kindly, and have somebody else in mind.`,
    waiting: line`This is the time for one polite nudge: thanks, the date, an offer of help, and the link or packet again. One is enough.`,
    why: line`You get this because you turned reminders on and the letter is due within 14 days. It comes once for each letter.`,
  },
  digest: {
    title: 'Deadlines ahead',
    late: line`This comes late: it could not be posted in time.`,
    deadline: (name: string, when: Line, left: string): Line => line`${strong(name)}: ${when} (${left})`,
    none: (days: number): Line => line`No deadline in the next ${count(days, 'day')}.`,
    tip: {
      label: 'For your letters:',
      far: line`More than six weeks to go: think about who can tell a story about your work, and ask in person.`,
      ask: line`Four to six weeks before a deadline is the time to ask, and to send the packet right after a yes.`,
      nudge: line`One to two weeks before: one polite nudge to a writer who is late, and a backup in mind.`,
      close: line`Days away: look whether each letter is there and assigned. What is missing can often follow later.`,
      none: line`A quiet time is a good time to thank a writer, or to find the next one.`,
    },
    mine: 'My letters',
    why: (text: string, zone: string): Line =>
      line`Posted ${text} (${zone}). Admins manage it with ${code('/lor-admin digest')}.`,
  },
  at: (at: Instant, zone: Zone): Line => line`${moment(at, zone)}`,
};
