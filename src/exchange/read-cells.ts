import { isBlank, shorten, tidy, tidyLine, unkeepable } from '../core/text.ts';
import type { Day } from '../core/time.ts';
import { addMonths } from '../dates/calendar.ts';
import { dueProblem } from '../letters/due.ts';
import { isEmail } from '../letters/email.ts';
import { type Nudge, nudgeReasons, textLimits } from '../letters/letter.ts';
import { packetItems } from '../letters/packet.ts';
import { type DateStyle, readDay } from './date-column.ts';
import type { CellValues, DayOrTick, Field } from './field.ts';
import {
  isUnknown,
  readAnswer,
  readCloseness,
  readFlag,
  readKind,
  readService,
  readSetting,
  readStage,
} from './spoken-values.ts';

/**
 * What a free text is looked through for: something about a patient. `refuse` is certain, `doubt`
 * might be; neither is kept from a file.
 */
export type TextCheck = (text: string, field: Field) => 'keep' | 'refuse' | 'doubt';

/** What reading a cell needs to know besides the cell. */
export interface Reading {
  readonly today: Day;
  readonly check: TextCheck;
  /** The id of a letter form by one of its names or the id itself; some are told by the specialty beside it. */
  readonly form: (text: string, specialty: string | null) => string | undefined;
}

/** Why a cell was not taken. The rest of its row is. */
export type CellProblem =
  | {
      readonly code:
        | 'not-a-date'
        | 'no-such-day'
        | 'date-order'
        | 'day-ahead'
        | 'too-far'
        | 'too-old'
        | 'not-a-choice'
        | 'not-a-flag'
        | 'not-a-number'
        | 'not-a-season'
        | 'not-a-list'
        | 'not-an-email';
      /** What stands there, short enough to show. */
      readonly typed: string;
    }
  | { readonly code: 'too-long'; readonly max: number; readonly length: number }
  /** Free text that is not repeated. */
  | { readonly code: 'unkeepable' | 'patient' | 'patient-doubt' };

export type CellRead<T> = { readonly value: T } | { readonly problem: CellProblem } | undefined;

/** Reading as one row does it: what stands in its cells before this one is known. */
export interface RowReading extends Reading {
  readonly values: Readonly<Partial<CellValues>>;
}

/** Reads a cell; `undefined` where nothing stands. */
type Reader<T> = (cell: string, reading: RowReading, style: DateStyle) => CellRead<T>;

/** Reads one cell as what its column stands for. */
export function readCell<F extends Field>(
  field: F,
  cell: string,
  reading: RowReading,
  style: DateStyle,
): CellRead<CellValues[F]> {
  return readers[field](cell, reading, style);
}

/** How a date column looks at a date that has no year; `undefined` where the column holds no dates. */
export function isDateField(field: Field): boolean {
  return dateFields.has(field) || field.startsWith('on-');
}

const dateFields: ReadonlySet<Field> = new Set([
  'rotation-ends',
  'due',
  'stage-day',
  'thanked',
  'told',
  'original',
  'backup-since',
  'backup-activated',
  'applied',
]);

function wrong(code: Extract<CellProblem, { typed: string }>['code'], cell: string): { readonly problem: CellProblem } {
  const typed = tidyLine(cell);
  return { problem: unkeepable(typed) ? { code: 'unkeepable' } : { code, typed: shorten(typed, 40) } };
}

/** A text within its limit; never cut, since half a sentence may say the opposite. */
function text(max: number, form: (typed: string) => string = tidyLine): Reader<string> {
  return (cell) => {
    const value = form(cell);
    if (isBlank(value)) return undefined;
    if (unkeepable(value)) return { problem: { code: 'unkeepable' } };
    return value.length > max ? { problem: { code: 'too-long', max, length: value.length } } : { value };
  };
}

/** A text in which somebody might write of a patient. */
function free(field: Field, reader: Reader<string>): Reader<string> {
  return (cell, reading, style) => {
    const read = reader(cell, reading, style);
    if (read === undefined || !('value' in read)) return read;
    const verdict = reading.check(read.value, field);
    if (verdict === 'keep') return read;
    return { problem: { code: verdict === 'refuse' ? 'patient' : 'patient-doubt' } };
  };
}

function choice<T>(
  read: (cell: string, reading: RowReading) => T | undefined,
  code: 'not-a-choice' | 'not-a-flag' | 'not-a-season' = 'not-a-choice',
): Reader<T> {
  return (cell, reading) => {
    if (isUnknown(cell)) return undefined;
    const value = read(cell, reading);
    return value === undefined ? wrong(code, cell) : { value };
  };
}

const flag: Reader<boolean> = choice(readFlag, 'not-a-flag');

/** How many months back a day is believed that nobody has to meet any more. */
const longAgo = -12 * 20;

/** A day that may lie ahead, but not so far that it can only be a slip. */
const dayAhead: Reader<Day> = (cell, { today }, style) => {
  if (isUnknown(cell)) return undefined;
  const read = readDay(cell, style, today, 'future');
  if ('problem' in read) return wrong(read.problem, cell);
  if (dueProblem(read.day, today) === 'too-far') return wrong('too-far', cell);
  return read.day < addMonths(today, longAgo) ? wrong('too-old', cell) : { value: read.day };
};

/** A due date, held to the same bounds as one that is typed. */
const due: Reader<Day> = (cell, reading, style) => {
  const read = dayAhead(cell, reading, style);
  const isOld = read && 'value' in read && dueProblem(read.value, reading.today) === 'too-old';
  return isOld ? wrong('too-old', cell) : read;
};

/** A day on which something happened. */
const dayBehind: Reader<Day> = (cell, { today }, style) => {
  if (isUnknown(cell)) return undefined;
  const read = readDay(cell, style, today, 'past');
  if ('problem' in read) return wrong(read.problem, cell);
  if (read.day > today) return wrong('day-ahead', cell);
  return read.day < addMonths(today, longAgo) ? wrong('too-old', cell) : { value: read.day };
};

/** The same, or a tick: it happened. A "no" says nothing that an empty cell does not. */
const dayOrTick: Reader<DayOrTick> = (cell, reading, style) => {
  const ticked = readFlag(cell);
  if (ticked === undefined) return dayBehind(cell, reading, style);
  return ticked ? { value: 'ticked' } : undefined;
};

function number(min: number, max: number): Reader<number> {
  return (cell) => {
    if (isUnknown(cell)) return undefined;
    const value = /^\s*\d{1,3}(?:\.0)?\s*$/u.test(cell) ? Number(cell) : Number.NaN;
    return value >= min && value <= max ? { value } : wrong('not-a-number', cell);
  };
}

/** Items of a list that we wrote ourselves: by semicolons or lines. */
function items(cell: string): readonly string[] {
  return cell
    .slice(0, 2_000)
    .split(/[;\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** `cv 2027-08-01; sheet 2027-08-02`. */
const packet: Reader<CellValues['packet']> = (cell, { today }) => {
  const read = items(cell).map((item) => {
    const [name, on, more] = item.split(/\s+/u);
    const known = packetItems.find((one) => one === name);
    const day = pastDay(on ?? '', today);
    return known && day && more === undefined ? ([known, day] as const) : undefined;
  });
  if (read.length === 0) return undefined;
  const whole = read.filter((item) => item !== undefined);
  return whole.length < read.length ? wrong('not-a-list', cell) : { value: Object.fromEntries(whole) };
};

/** `2027-09-10; 2027-09-17 (no-answer)`. */
const nudges: Reader<readonly Nudge[]> = (cell, { today }) => {
  const read = items(cell).map((item): Nudge | undefined => {
    const [on = '', why, more] = item.split(/\s+/u);
    const reason = why === undefined ? null : nudgeReasons.find((one) => `(${one})` === why);
    const day = pastDay(on, today);
    return day && reason !== undefined && more === undefined ? { on: day, reason } : undefined;
  });
  if (read.length === 0) return undefined;
  const whole = read.filter((nudge) => nudge !== undefined);
  return whole.length < read.length ? wrong('not-a-list', cell) : { value: whole };
};

const iso: DateStyle = { order: 'month-first', why: 'plain', sample: null };

function pastDay(text: string, today: Day): Day | undefined {
  const read = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? readDay(text, iso, today, 'past') : undefined;
  return read && 'day' in read && read.day <= today ? read.day : undefined;
}

/** `2027`; of `2026-27` and `2026-2027` the year of the match. */
function readSeason(cell: string): string | undefined {
  const found = /(?<!\d)20(\d{2})(?: ?[-–/] ?(?:20)?(\d{2}))?(?!\d)/u.exec(cell.slice(0, 60));
  return found ? `20${found[2] ?? found[1]}` : undefined;
}

/** An address, also as mail programs copy it: `Wei Chen <chen@example.org>`. */
const email: Reader<string> = (cell) => {
  if (isUnknown(cell)) return undefined;
  const typed = tidyLine(cell);
  if (typed.length > textLimits.email * 2)
    return { problem: { code: 'too-long', max: textLimits.email, length: typed.length } };
  const address = (/<([^<>]+)>$/u.exec(typed)?.[1] ?? typed).replace(/^mailto:/iu, '');
  return isEmail(address) && address.length <= textLimits.email ? { value: address } : wrong('not-an-email', cell);
};

/** Words for a letter that is for every specialty. */
const general = /^(?:general|générale?|any|all|toutes?)$/iu;

const specialty: Reader<string> = (cell, reading, style) => {
  if (general.test(cell.trim())) return { value: '' };
  if (isUnknown(cell)) return undefined;
  return free('specialty', text(textLimits.specialty))(cell, reading, style);
};

const readers: { readonly [F in Field]: Reader<CellValues[F]> } = {
  name: text(textLimits.name),
  'first-name': text(textLimits.name),
  'last-name': text(textLimits.name),
  'name-reversed': text(textLimits.name),
  title: free('title', text(textLimits.title)),
  kind: choice(readKind),
  director: flag,
  email,
  met: free('met', text(textLimits.met)),
  'writer-specialty': free('writer-specialty', text(textLimits.specialty)),
  'in-us': flag,
  knows: choice(readCloseness),
  'rotation-ends': dayAhead,
  notes: free('notes', text(textLimits.notes, tidy)),
  service: choice(readService),
  season: choice(readSeason, 'not-a-season'),
  specialty,
  form: choice((cell, { form, values }) => form(tidyLine(cell), values.specialty || null)),
  chair: flag,
  waived: flag,
  due,
  stage: choice(readStage),
  'stage-day': dayBehind,
  answer: choice(readAnswer),
  'on-planned': dayOrTick,
  'on-asked': dayOrTick,
  'on-agreed': dayOrTick,
  'on-packet-sent': dayOrTick,
  'on-requested': dayOrTick,
  'on-uploaded': dayOrTick,
  'on-processed': dayOrTick,
  'on-declined': dayOrTick,
  'on-dropped': dayOrTick,
  packet,
  sheet: free('sheet', text(textLimits.sheet, tidy)),
  nudges,
  thanked: dayOrTick,
  told: dayOrTick,
  original: dayBehind,
  backup: text(textLimits.name),
  'backup-since': dayBehind,
  'backup-activated': dayBehind,
  further: number(2, 99),
  program: text(textLimits.program * 20, tidy),
  setting: choice(readSetting),
  'needs-letters': number(0, 10),
  'needs-most': number(0, 10),
  'needs-own': number(0, 10),
  applied: dayOrTick,
};
