import { calendarNames } from '../core/calendar-names.ts';
import { languages } from '../core/language.ts';
import type { Day } from '../core/time.ts';
import { addDays, dayFrom } from '../dates/calendar.ts';
import { readDate } from '../dates/read-date.ts';
import { folded, monthNumber } from '../dates/read-names.ts';

/** Whether `5/6` is the sixth of May or the fifth of June. */
export type DateOrder = 'month-first' | 'day-first';

/** How the dates of one column are read. The whole column decides, never a cell. */
export interface DateStyle {
  readonly order: DateOrder;
  /**
   * `proven`: a date of the column allows no other order, or the signs between its numbers do not.
   * `chosen`: the member said so. `assumed`: nothing proves it, so it is read as in the United
   * States, and said. `mixed`: some dates allow only one order and some only the other; each of
   * those is read by its own, and none that could be either. `plain`: no date of the column depends on it.
   */
  readonly why: 'proven' | 'chosen' | 'assumed' | 'mixed' | 'plain';
  /** A date that could be read either way, as it stands in the file. */
  readonly sample: string | null;
}

/** Characters of the longest text that is read as a date. */
const longest = 40;

const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/u;

/** `T00:00:00Z`, ` 5:00 PM`: what programs put behind a date, and what a due day does not need. */
const timeAfter =
  /(?:[tT]| +)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)? ?(?:[ap]\.?m\.?)? ?(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$/iu;

/** Decides how a column of dates is read. */
export function dateStyle(cells: readonly string[], chosen?: DateOrder): DateStyle {
  const groups = cells.map(bare).flatMap((text) => {
    const found = numeric.exec(text);
    return found ? [{ text, first: Number(found[1]), sign: found[2], second: Number(found[3]) }] : [];
  });
  const open = groups.find(({ first, second }) => first <= 12 && second <= 12 && first !== second);
  const sample = open?.text ?? null;
  if (groups.length === 0) return { order: 'month-first', why: 'plain', sample: null };
  if (chosen) return { order: chosen, why: 'chosen', sample };
  const dayFirst = groups.some(({ first, second }) => first > 12 && second <= 12);
  const monthFirst = groups.some(({ first, second }) => second > 12 && first <= 12);
  if (dayFirst && monthFirst) return { order: 'month-first', why: 'mixed', sample };
  if (dayFirst) return { order: 'day-first', why: 'proven', sample };
  if (monthFirst) return { order: 'month-first', why: 'proven', sample };
  // Whoever separates the numbers of a date by full stops puts the day first.
  if (groups.some(({ sign }) => sign === '.')) return { order: 'day-first', why: 'proven', sample };
  return { order: 'month-first', why: open ? 'assumed' : 'plain', sample };
}

export type ReadDay = { readonly day: Day } | { readonly problem: 'not-a-date' | 'no-such-day' | 'date-order' };

/**
 * Reads one date by the style of its column: `2027-09-23`, `9/23/2027`, `23.9.27`, `Sep 23, 2027`,
 * `23 sept. 2027`, `23-Sep-27`, or the number by which Excel keeps a day. A time behind it is left
 * out. Words such as "tomorrow" are no date in a file, since nobody knows when it was written.
 */
export function readDay(cell: string, style: DateStyle, today: Day, toward: 'future' | 'past'): ReadDay {
  const text = bare(cell);
  if (text.length > longest) return { problem: 'not-a-date' };
  const found = numeric.exec(text);
  if (found) return readNumbers(found, style);
  const serial = /^\d{5}(?:\.\d{1,10})?$/u.exec(text);
  if (serial) return { day: addDays(excelNought, Math.floor(Number(text))) };
  if (!/^\d{4}[-/.]/u.test(text) && !namesMonth(text)) return { problem: 'not-a-date' };
  const read = readDate(spaced(text), today, toward);
  if ('day' in read) return read;
  return { problem: read.problem.kind === 'no-such-day' ? 'no-such-day' : 'not-a-date' };
}

/** The day before Excel's first, moved by the one that Excel counts and that never was: 29 February 1900. */
const excelNought: Day = '1899-12-30';

function readNumbers(found: RegExpExecArray, style: DateStyle): ReadDay {
  const [one, two, typedYear] = [Number(found[1]), Number(found[3]), Number(found[4])];
  const order = style.why === 'mixed' ? onlyOrder(one, two) : style.order;
  if (!order) return { problem: 'date-order' };
  const [month, day] = order === 'month-first' ? [one, two] : [two, one];
  if (month < 1 || month > 12 || day < 1 || day > 31) return { problem: 'not-a-date' };
  const read = dayFrom(typedYear < 100 ? 2000 + typedYear : typedYear, month, day);
  return read ? { day: read } : { problem: 'no-such-day' };
}

/** The order that two numbers allow by themselves; `undefined` where both do, and tell different days. */
function onlyOrder(first: number, second: number): DateOrder | undefined {
  if (second > 12 || first === second) return 'month-first';
  return first > 12 ? 'day-first' : undefined;
}

/** A cell without outer space, inner runs of it, and a time at its end. */
function bare(cell: string): string {
  const text = cell
    .slice(0, longest * 2)
    .trim()
    .replace(/\s+/gu, ' ');
  return text.replace(timeAfter, '').trim();
}

function namesMonth(text: string): boolean {
  return folded(text)
    .split(/[^\p{L}]+/u)
    .some((word) => monthNumber(word) > 0);
}

const weekdays = languages.flatMap((language) => {
  const { weekdays: long, shortWeekdays: short } = calendarNames[language];
  return [...long, ...short].map((name) => folded(name).replace('.', ''));
});

/** `23-Sep-27` as `23 sep 2027`, and without a weekday before it: forms that only programs write. */
function spaced(text: string): string {
  if (/^\d{4}/u.test(text)) return text;
  const joined = /(?<=\d)[-/](?=[a-z])|(?<=[a-z.])[-/](?=\d)/gu;
  const small = folded(text);
  const words = small.replace(joined, ' ').replace(/,/gu, ' ').split(/ +/u);
  const [first = '', ...others] = words;
  // `mar` is a weekday only where another month stands behind it.
  const isWeekday = weekdays.includes(first.replace('.', '')) && namesMonth(others.join(' '));
  const dated = isWeekday ? others : words;
  const last = dated.at(-1) ?? '';
  const shortYear = dated.length > 2 && small.search(joined) >= 0 && /^\d{2}$/u.test(last);
  return [...dated.slice(0, -1), shortYear ? `20${last}` : last].join(' ');
}
