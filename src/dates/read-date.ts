import * as chrono from 'chrono-node';
import type { ReadDate } from '../core/read-args.ts';
import type { Day } from '../core/time.ts';
import type { ValueProblem } from '../core/words.ts';
import { addDays, addMonths, dayFrom, daysInMonth } from './calendar.ts';
import { folded, isShortWeekday, monthNumber, withoutWeekday } from './read-names.ts';

const notADate: { readonly problem: ValueProblem } = { problem: { kind: 'not-a-date' } };

/**
 * Reads a date as people write it: `2027-09-23`, `sep 23`, `23 sept 2027`, `9/23` (month first),
 * `in 3 weeks`, `next fri`, `tomorrow`; in French `23 sept`, `dans 3 semaines`, `vendredi
 * prochain`, `demain`. A date without a year is the next one, or the last one for something that
 * lies behind. The whole text must be the date: "Dr. August" is none, and of
 * "feb 30" the member hears how many days February has. The reply reads the date back in full.
 */
export const readDate: ReadDate = (typed, today, toward) => {
  const text = folded(typed).replace(/^(?:by|due|on|(?:pour |avant |d'ici )?le)\s+/u, '');
  return (
    readNumeric(text, today, toward) ??
    readNamed(text, today, toward) ??
    readNamed(withoutWeekday(text), today, toward) ??
    readCounted(text, today) ??
    readRelative(text, today, toward)
  );
};

type Read = ReturnType<ReadDate>;

/**
 * `2027-09-23`, `9/23`, `9/23/2027`: year first, or month first as in the United States. `23/9` can only
 * have the day first, so it has, and so does a date with full stops, `23.9.2027`.
 */
function readNumeric(text: string, today: Day, toward: 'future' | 'past'): Read | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text);
  if (iso) return exact(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashes = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/u.exec(text);
  const stops = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})?$/u.exec(text);
  const [, first, second, typedYear] = slashes ?? stops ?? [];
  if (first === undefined) return undefined;
  const [one, two] = [Number(first), Number(second)];
  const [month, day] = stops || one > 12 ? [two, one] : [one, two];
  return named(month, day, typedYear === undefined ? undefined : Number(typedYear), today, toward);
}

/** `sep 23`, `23 sept`, `September 23rd, 2027`, `1er mai`. */
function readNamed(text: string, today: Day, toward: 'future' | 'past'): Read | undefined {
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/u.exec(text);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:of\s+)?([a-z]{3,9})\.?(?:,?\s+(\d{4}))?$/u.exec(text);
  const month = monthNumber(monthFirst?.[1] ?? dayFirst?.[2] ?? '');
  if (month === 0) return undefined;
  const day = Number(monthFirst?.[2] ?? dayFirst?.[1]);
  const year = monthFirst?.[3] ?? dayFirst?.[3];
  return named(month, day, year === undefined ? undefined : Number(year), today, toward);
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
  return { problem: { kind: 'no-such-day', year, month, days: daysInMonth(year, month) } };
}

const amounts = [
  { pattern: /^in\s+(an?|\d{1,3})\s+(day|week|month)s?$/u, sign: 1 },
  { pattern: /^(an?|\d{1,3})\s+(day|week|month)s?\s+ago$/u, sign: -1 },
  { pattern: /^dans\s+(une?|\d{1,3})\s+(jour|semaine|mois)s?$/u, sign: 1 },
  { pattern: /^il y a\s+(une?|\d{1,3})\s+(jour|semaine|mois)s?$/u, sign: -1 },
] as const;

/** Days of a word that chrono does not know, or knows only in part. */
const steps: Readonly<Record<string, number>> = {
  'apres-demain': 2,
  'apres demain': 2,
  'avant-hier': -2,
  'avant hier': -2,
};

/** `in 3 weeks`, `2 days ago`, `dans un mois`, `après-demain`: counted on the member's own calendar. */
function readCounted(text: string, today: Day): Read | undefined {
  if (Object.hasOwn(steps, text)) return { day: addDays(today, steps[text] ?? 0) };
  for (const { pattern, sign } of amounts) {
    const counted = pattern.exec(text);
    if (!counted) continue;
    const [, amount = '', unit = ''] = counted;
    const number = (/^\d/u.test(amount) ? Number(amount) : 1) * sign;
    if (/^mo/u.test(unit)) return { day: addMonths(today, number) };
    return { day: addDays(today, number * (/^(?:week|semaine)$/u.test(unit) ? 7 : 1)) };
  }
  return undefined;
}

/** `next fri`, `tomorrow`, `vendredi prochain`, `demain`. */
function readRelative(typed: string, today: Day, toward: 'future' | 'past'): Read {
  const text = typed.replace(/ passee?$/u, ' dernier');
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  const back = toward === 'past' || /^(?:last|past)\s|\sdernier$/u.test(text);
  const options = { forwardDate: !back };
  const [found] = isShortWeekday(text)
    ? chrono.parse(text, reference, options)
    : ([chrono.parse(text, reference, options), chrono.fr.parse(text, reference, options)].find(
        ([first]) => first?.text.length === text.length,
      ) ?? []);
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
