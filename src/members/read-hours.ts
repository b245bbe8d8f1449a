import { calendarNames } from '../core/calendar-names.ts';
import { languages } from '../core/language.ts';
import { readTime } from '../core/read-args.ts';
import { folded } from '../dates/read-names.ts';
import { type Hours, usualHours } from './hours.ts';

/** Weekday names from Sunday on, in each language. */
const names = languages.map((language) => calendarNames[language].weekdays.map(folded));

const groups = new Map<string, readonly number[]>([
  ['weekdays', [1, 2, 3, 4, 5]],
  ['weekday', [1, 2, 3, 4, 5]],
  ['semaine', [1, 2, 3, 4, 5]],
  ['weekends', [6, 7]],
  ['weekend', [6, 7]],
  ['daily', usualHours.days],
  ['day', usualHours.days],
  ['days', usualHours.days],
  ['everyday', usualHours.days],
  ['jour', usualHours.days],
  ['jours', usualHours.days],
]);

/** Words that say nothing by themselves. */
const fillers = new Set(['and', 'et', 'every', 'on', 'all', 'chaque', 'tous', 'les', 'from', 'de', 'le', 'du', 'en']);

/**
 * Reads `9-21`, `9:00-21:00 mon-fri`, `8am to 8pm weekdays`, `lun-ven 8h-20h`: what is left out is the
 * usual. `undefined` when it cannot be read. Hours over midnight are fine.
 */
export function readHours(typed: string): Hours | undefined {
  const parts = folded(typed)
    .replace(/\s+(?:to|until|till|bis|a|au)\s+/gu, '-')
    .replace(/\s*[-–—]\s*/gu, '-')
    .replace(/(\d)\s+(am|pm|h)\b/gu, '$1$2')
    .split(/[\s,;]+/u)
    .filter((part) => part !== '' && !fillers.has(part));
  let hours: Pick<Hours, 'from' | 'until'> | undefined;
  const days = new Set<number>();
  for (const part of parts) {
    const span = readSpan(part);
    const some = readDays(part);
    if (span && !hours) hours = span;
    else if (some) for (const day of some) days.add(day);
    else return undefined;
  }
  if (!hours && days.size === 0) return undefined;
  const { from, until } = hours ?? usualHours;
  return { from, until, days: days.size === 0 ? usualHours.days : [...days].sort() };
}

/** `9-21`: two times that differ. */
function readSpan(part: string): Pick<Hours, 'from' | 'until'> | undefined {
  const [from, until, more] = part.split('-').map((time) => readTime(time) ?? readTime(`${time}:00`));
  return from === undefined || until === undefined || more !== undefined || from === until
    ? undefined
    : { from, until };
}

/** `mon-fri`, `sat`, `weekdays`. */
function readDays(part: string): readonly number[] | undefined {
  const group = groups.get(part);
  if (group) return group;
  const named = part.split('-');
  const first = weekdayNumber(named[0] ?? '');
  const last = weekdayNumber(named.at(-1) ?? '');
  if (first === undefined || last === undefined || named.length > 2) return undefined;
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => ((first - 1 + index) % 7) + 1);
}

/** 1 (Monday) to 7 for a weekday's name or its beginning, in any of our languages. */
function weekdayNumber(word: string): number | undefined {
  const plain = word.replace(/\.$/u, '');
  if (plain.length < 2) return undefined;
  for (const list of names) {
    const fitting = list.flatMap((name, index) => (name.startsWith(plain) || `${name}s` === plain ? [index] : []));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) return only === 0 ? 7 : only;
  }
  return undefined;
}
