import type { Day, Instant, Zone } from '../core/time.ts';
import { addDays, dayIn } from '../dates/calendar.ts';
import { type Hours, isWorkingDay, openDay, openingOn } from '../members/hours.ts';
import { byWeight, keepsItsDay, type Notice } from './notice.ts';

/** How and when a member wants to be told. */
export interface Rhythm {
  readonly zone: Zone;
  readonly hours: Hours;
  /** Nothing is told before this day. */
  readonly pausedUntil: Day | null;
}

/** What there is to tell a member at a moment. */
export interface Agenda {
  /** The day, by the hours that the member keeps, whose message it is; none in quiet hours. */
  readonly day: Day | undefined;
  /** The message of the day, the heaviest first. */
  readonly due: readonly Notice[];
  /** What comes by itself, whatever else was told on that day. */
  readonly apart: readonly Notice[];
}

/** Days before a notice's window that are searched for a working day, where it has none itself. */
const searchedBack = 7;

/** What is due now of all notices, each one once. */
export function agendaOf(notices: readonly Notice[], told: ReadonlySet<string>, rhythm: Rhythm, now: Instant): Agenda {
  const day = openDay(rhythm.hours, rhythm.zone, now);
  if (day === undefined || isPaused(rhythm, day)) return { day, due: [], apart: [] };
  const open = notices
    .filter(({ key }) => !told.has(key))
    .filter((one) => firstDay(one, rhythm.hours, day) === day)
    .toSorted(byWeight);
  return { day, due: open.filter((one) => !keepsItsDay(one)), apart: open.filter(keepsItsDay) };
}

/** When hours begin next in which something is to be told, as things stand; none where nothing lies ahead. */
export function nextMoment(
  notices: readonly Notice[],
  told: ReadonlySet<string>,
  rhythm: Rhythm,
  now: Instant,
): Instant | undefined {
  const [first] = planned(notices, told, rhythm, now);
  return first && openingOn(first.day, rhythm.hours, rhythm.zone);
}

/** The first day whose hours have not begun yet and that is not paused. */
function soonestDay({ zone, hours, pausedUntil }: Rhythm, now: Instant): Day {
  const today = dayIn(zone, now);
  const soonest = openingOn(today, hours, zone) > now ? today : addDays(today, 1);
  return pausedUntil !== null && pausedUntil > soonest ? pausedUntil : soonest;
}

/** What lies ahead with the day on which it will be told if nothing changes, the nearest first. */
export function planned(
  notices: readonly Notice[],
  told: ReadonlySet<string>,
  rhythm: Rhythm,
  now: Instant,
): readonly { readonly notice: Notice; readonly day: Day }[] {
  const from = soonestDay(rhythm, now);
  return notices
    .filter(({ key }) => !told.has(key))
    .flatMap((notice) => {
      const day = firstDay(notice, rhythm.hours, from);
      return day === undefined ? [] : [{ notice, day }];
    })
    .toSorted((a, b) => (a.day === b.day ? byWeight(a.notice, b.notice) : a.day < b.day ? -1 : 1));
}

/** What was to be told from a day on and was not, and is of no use any more. */
export function missedSince(
  notices: readonly Notice[],
  told: ReadonlySet<string>,
  rhythm: Rhythm,
  { since, now }: { readonly since: Day; readonly now: Instant },
): readonly Notice[] {
  const today = dayIn(rhythm.zone, now);
  return notices.filter(
    ({ key, closes }) => !told.has(key) && closes < today && closes >= since && !isPaused(rhythm, closes),
  );
}

function isPaused({ pausedUntil }: Rhythm, day: Day): boolean {
  return pausedUntil !== null && day < pausedUntil;
}

/**
 * The first day from one on, on which a notice may be told: a working day of its window. Where that has
 * none, the last working day before it or, once that is over, any day of it: rather so than never.
 */
function firstDay(notice: Notice, hours: Hours, from: Day): Day | undefined {
  const { opens, closes } = notice;
  const start = opens > from ? opens : from;
  if (closes < from) return undefined;
  if (keepsItsDay(notice)) return start;
  const working = workingDay(hours, start, closes);
  if (working !== undefined || workingDay(hours, opens, closes) !== undefined) return working;
  const before = lastWorkingDay(hours, opens);
  return before !== undefined && before >= from ? before : start;
}

/** The first working day from one day to another, both included. */
function workingDay(hours: Hours, from: Day, to: Day): Day | undefined {
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(hours, day)) return day;
  return undefined;
}

function lastWorkingDay(hours: Hours, before: Day): Day | undefined {
  for (let back = 1; back <= searchedBack; back += 1) {
    const day = addDays(before, -back);
    if (isWorkingDay(hours, day)) return day;
  }
  return undefined;
}
