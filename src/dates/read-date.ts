import * as chrono from 'chrono-node';
import type { ReadDate } from '../core/read-args.ts';
import type { Day } from '../core/time.ts';
import type { ValueProblem } from '../core/words.ts';
import { addDays, addMonths, dayFrom, daysInMonth } from './calendar.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const notADate: { readonly problem: ValueProblem } = { problem: { kind: 'not-a-date' } };

/**
 * Reads a date as people write it: `2027-09-23`, `sep 23`, `23 sept 2027`, `9/23` (month first),
 * `in 3 weeks`, `next fri`, `tomorrow`. A date without a year is the next one, or the last one
 * for something that lies behind. The whole text must be the date: "Dr. August" is none, and of
 * "feb 30" the member hears how many days February has. The reply reads the date back in full.
 */
export const readDate: ReadDate = (typed, today, toward) => {
  const text = typed.toLowerCase().replace(/^(?:by|due|on)\s+/u, '');
  return readNumeric(text, today, toward) ?? readNamed(text, today, toward) ?? readRelative(text, today, toward);
};

type Read = ReturnType<ReadDate>;

/** `2027-09-23`, `9/23`, `9/23/2027`: year first, or month first as in the United States. */
function readNumeric(text: string, today: Day, toward: 'future' | 'past'): Read | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text);
  if (iso) return exact(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/u.exec(text);
  if (!american) return undefined;
  const [, month, day, year] = american;
  return named(Number(month), Number(day), year === undefined ? undefined : Number(year), today, toward);
}

/** `sep 23`, `23 sept`, `September 23rd, 2027`. */
function readNamed(text: string, today: Day, toward: 'future' | 'past'): Read | undefined {
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/u.exec(text);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([a-z]{3,9})\.?(?:,?\s+(\d{4}))?$/u.exec(text);
  const month = monthNumber(monthFirst?.[1] ?? dayFirst?.[2] ?? '');
  if (month === 0) return undefined;
  const day = Number(monthFirst?.[2] ?? dayFirst?.[1]);
  const year = monthFirst?.[3] ?? dayFirst?.[3];
  return named(month, day, year === undefined ? undefined : Number(year), today, toward);
}

/** 1 to 12 for a month's name or the beginning of one, 0 for any other word. */
function monthNumber(word: string): number {
  const index = months.indexOf(word.slice(0, 3));
  return index >= 0 && (monthNames[index] ?? '').toLowerCase().startsWith(word.replace(/^sept$/u, 'sep'))
    ? index + 1
    : 0;
}

function named(month: number, day: number, year: number | undefined, today: Day, toward: 'future' | 'past'): Read {
  if (month < 1 || month > 12) return notADate;
  if (year !== undefined) return exact(year < 100 ? 2000 + year : year, month, day);
  // Nearest year in the wanted direction that has this day: 29 February may be years away.
  const thisYear = Number(today.slice(0, 4));
  const step = toward === 'future' ? 1 : -1;
  for (let offset = 0; offset <= 8; offset += 1) {
    const candidate = dayFrom(thisYear + offset * step, month, day);
    if (candidate && (toward === 'future' ? candidate >= today : candidate <= today)) return { day: candidate };
  }
  return exact(thisYear, month, day);
}

function exact(year: number, month: number, day: number): Read {
  const found = dayFrom(year, month, day);
  if (found) return { day: found };
  if (month < 1 || month > 12 || day < 1) return notADate;
  return {
    problem: { kind: 'no-such-day', month: `${monthNames[month - 1]} ${year}`, days: daysInMonth(year, month) },
  };
}

/** `in 3 weeks`, `2 days ago`, `next fri`, `tomorrow`: counted on the member's own calendar. */
function readRelative(text: string, today: Day, toward: 'future' | 'past'): Read {
  const amount = /^in\s+(an?|\d{1,3})\s+(day|week|month)s?$/u.exec(text);
  const ago = /^(an?|\d{1,3})\s+(day|week|month)s?\s+ago$/u.exec(text);
  const counted = amount ?? ago;
  if (counted) {
    const number = (/^an?$/u.test(counted[1] ?? '') ? 1 : Number(counted[1])) * (ago ? -1 : 1);
    if (counted[2] === 'month') return { day: addMonths(today, number) };
    return { day: addDays(today, number * (counted[2] === 'week' ? 7 : 1)) };
  }
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  const back = toward === 'past' || /^(?:last|past)\s/u.test(text);
  const [found] = chrono.parse(text, reference, { forwardDate: !back });
  // Of a range, `sep 23 - 25`, nobody knows which end is meant.
  if (!found || found.end || found.text.length !== text.length) return notADate;
  const { start } = found;
  if (!start.isCertain('day') && !start.isCertain('weekday')) return notADate;
  // A time has an option of its own; dropped here, it would be lost without a word.
  if (start.isCertain('hour')) return notADate;
  const read = exact(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
  // A weekday alone is the nearest one to chrono, which may lie ahead.
  const weekdayAlone = start.isCertain('weekday') && !text.includes(' ');
  return back && weekdayAlone && 'day' in read && read.day > today ? { day: addDays(read.day, -7) } : read;
}
