import { calendarNames } from '../core/calendar-names.ts';

/**
 * A digest's schedule: one time of day, on the days that the other fields allow. An empty list
 * allows every one. Weekdays are 1 (Monday) to 7 (Sunday).
 */
export interface Schedule {
  /** Wall-clock time, `09:00`. */
  readonly time: string;
  readonly days: readonly number[];
  readonly months: readonly number[];
  readonly weekdays: readonly number[];
}

export type CronField = 'minute' | 'hour' | 'day' | 'month' | 'weekday';

export type CronProblem =
  | { readonly kind: 'fields'; readonly found: number }
  /** More than one minute or hour: a digest is posted once a day at most. */
  | { readonly kind: 'too-often'; readonly field: 'minute' | 'hour'; readonly value: string }
  | { readonly kind: 'bad-field'; readonly field: CronField; readonly value: string }
  | { readonly kind: 'never' };

const fields: Readonly<Record<CronField, { min: number; max: number; names: readonly string[] }>> = {
  minute: { min: 0, max: 59, names: [] },
  hour: { min: 0, max: 23, names: [] },
  day: { min: 1, max: 31, names: [] },
  month: { min: 1, max: 12, names: lowerCased(calendarNames.en.months) },
  // Cron counts Sunday as 0 and as 7.
  weekday: { min: 0, max: 7, names: lowerCased(calendarNames.en.weekdays) },
};

function lowerCased(names: readonly string[]): readonly string[] {
  return names.map((name) => name.toLowerCase());
}

const order: readonly CronField[] = ['minute', 'hour', 'day', 'month', 'weekday'];

/** Reads the five fields of a cron expression, of which minute and hour must be one number each. */
export function parseCron(text: string): Schedule | CronProblem {
  const parts = text.trim().toLowerCase().split(/\s+/u);
  if (parts.length !== order.length) return { kind: 'fields', found: parts.length };
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = parts;
  for (const [field, value] of [['minute', minute] as const, ['hour', hour] as const]) {
    if (/[*?,/-]/u.test(value)) return { kind: 'too-often', field, value };
  }
  const read = {
    minute: readField('minute', minute),
    hour: readField('hour', hour),
    day: readField('day', day),
    month: readField('month', month),
    weekday: readField('weekday', weekday),
  };
  const bad = order.find((field) => read[field] === undefined);
  if (bad) return { kind: 'bad-field', field: bad, value: parts[order.indexOf(bad)] ?? '' };
  const schedule: Schedule = {
    time: `${pad(read.hour?.[0])}:${pad(read.minute?.[0])}`,
    days: read.day ?? [],
    months: read.month ?? [],
    weekdays: sorted((read.weekday ?? []).map((number) => (number === 0 ? 7 : number))),
  };
  return isPossible(schedule) ? schedule : { kind: 'never' };
}

export function isSchedule(parsed: Schedule | CronProblem): parsed is Schedule {
  return 'time' in parsed;
}

/** The numbers that a field names; empty for `*`, `undefined` when it cannot be read. */
function readField(field: CronField, text: string): readonly number[] | undefined {
  if (text === '*' || text === '?') return [];
  const numbers: number[] = [];
  for (const part of text.split(',')) {
    const range = readRange(field, part);
    if (!range) return undefined;
    numbers.push(...range);
  }
  return sorted(numbers);
}

/** `3`, `mon-fri`, `1-15/2`, or `*` with a step. */
function readRange(field: CronField, part: string): readonly number[] | undefined {
  const { min, max } = fields[field];
  const match = /^(?:(\*)|([a-z]+|\d+)(?:-([a-z]+|\d+))?)(?:\/(\d+))?$/u.exec(part);
  if (!match) return undefined;
  const [, star, from, to, step] = match;
  const first = star ? min : readNumber(field, from ?? '');
  const last = star ? max : to === undefined ? (step === undefined ? first : max) : readNumber(field, to);
  const every = step === undefined ? 1 : Number(step);
  if (first === undefined || last === undefined || last < first || every < 1) return undefined;
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => first + index * every);
}

function readNumber(field: CronField, text: string): number | undefined {
  const { min, max, names } = fields[field];
  // Three letters or more of a name: `mon`, `tues`, `september`; a "monkey" is no Monday.
  const named = text.length >= 3 ? names.findIndex((name) => name.startsWith(text)) : -1;
  if (named >= 0) return named + (field === 'month' ? 1 : 0);
  const number = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  return number >= min && number <= max ? number : undefined;
}

/** Whether there is any such day at all: the 30th of February never comes. */
function isPossible({ days, months, weekdays }: Schedule): boolean {
  if (days.length === 0 || weekdays.length > 0 || months.length === 0) return true;
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return months.some((month) => (days[0] ?? 1) <= (longest[month - 1] ?? 31));
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function pad(number: number | undefined): string {
  return String(number ?? 0).padStart(2, '0');
}
