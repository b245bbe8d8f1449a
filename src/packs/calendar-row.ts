import type { Day, Zone } from '../core/time.ts';
import type { Confidence } from './confidence.ts';
import { serviceIds } from './service.ts';

/** Whose dates the calendar has: the services, and the match that most of them lead to. */
export const calendarSystems = [...serviceIds, 'nrmp'] as const;

export type CalendarSystem = (typeof calendarSystems)[number];

/** What a date is: something opens, something has to be there, or a result comes. */
export const dateKinds = ['opens', 'deadline', 'result'] as const;

export type DateKind = (typeof dateKinds)[number];

/** A month without a day: `2026-11`. */
type Month = `${number}-${number}`;

/** One date of a season. */
export interface CalendarRow {
  /** System, season and event: `eras-2027-opens`. */
  readonly id: string;
  readonly system: CalendarSystem;
  /** The year of the match. */
  readonly season: string;
  readonly event: string;
  readonly kind: DateKind;
  /** A month where the day is not known. */
  readonly day: Day | Month;
  /** On the wall of `zone`, `17:00`; absent where it is not known, or where the whole day is meant. */
  readonly time?: string | undefined;
  readonly zone: Zone;
  /** Of a row of low confidence: how its day was worked out, for whoever looks the real one up. */
  readonly derived?: string | undefined;
  /** An https address, or `common advice`. */
  readonly source: string;
  readonly confidence: Confidence;
  readonly checked: Day;
}

/** Whether a row may be told to people. What was only derived from earlier years is for planning of our own. */
export function tellable({ confidence }: Pick<CalendarRow, 'confidence'>): boolean {
  return confidence !== 'low';
}

/** The day of a row; `undefined` where only the month is known. */
export function exactDay({ day }: Pick<CalendarRow, 'day'>): Day | undefined {
  return isDay(day) ? day : undefined;
}

function isDay(day: CalendarRow['day']): day is Day {
  return day.split('-').length === 3;
}

/** In the order of time; a month comes before its days, a whole day before its hours. */
export function inOrder(rows: readonly CalendarRow[]): readonly CalendarRow[] {
  const key = ({ day, time = '', id }: CalendarRow) => `${day} ${time} ${id}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
