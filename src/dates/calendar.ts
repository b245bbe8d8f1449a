import { Temporal } from 'temporal-polyfill';
import type { Day, Instant, Zone } from '../core/time.ts';

/** Arithmetic on days and instants. Days are calendar dates; a zone turns them into moments. */

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day;
}

export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString() as Day;
}

/** Whole days from one date to another; negative when the second is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** The date on the wall of a zone at an instant. */
export function dayIn(zone: Zone, at: Instant): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as Day;
}

/** Monday is 1, Sunday 7. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** Monday to Friday. Public holidays differ by country and house; they are not known here and count like any other day. */
export function isBusinessDay(day: Day): boolean {
  return weekday(day) <= 5;
}

/** The first business day after a day. */
export function nextBusinessDay(day: Day): Day {
  const next = addDays(day, 1);
  return isBusinessDay(next) ? next : nextBusinessDay(next);
}

/** The day on which `count` business days after a day are over; a count of 0 gives the day itself. */
export function addBusinessDays(day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = nextBusinessDay(reached);
  return reached;
}

/** The latest business day after which `count` business days are over by a day. */
export function businessDaysBefore(day: Day, count: number): Day {
  let reached = day;
  while (!isBusinessDay(reached)) reached = addDays(reached, -1);
  for (let left = count; left > 0; left -= 1) {
    do reached = addDays(reached, -1);
    while (!isBusinessDay(reached));
  }
  return reached;
}

export function dayOfMonth(day: Day): number {
  return Temporal.PlainDate.from(day).day;
}

export function monthOf(day: Day): number {
  return Temporal.PlainDate.from(day).month;
}

/**
 * The instant at which a wall clock shows `time` (`09:00`) on `day`. Where clocks are put forward
 * over it, the first valid minute after the gap; where they are put back, the first of the two.
 * A date that the zone skipped altogether gives the start of the next one.
 */
export function atWallClock(day: Day, time: string, zone: Zone): Instant {
  const wanted = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wanted)) return toInstant(earlier.toInstant());
  // In a gap, "earlier" lands before it; the next change of the clocks is the gap's end.
  const gap = earlier.getTimeZoneTransition('next');
  return toInstant((gap ?? earlier).toInstant());
}

export function addMilliseconds(at: Instant, milliseconds: number): Instant {
  return toInstant(Temporal.Instant.from(at).add({ milliseconds }));
}

/** Milliseconds since 1970 as our instant. */
export function instantOf(epochMilliseconds: number): Instant {
  return toInstant(Temporal.Instant.fromEpochMilliseconds(epochMilliseconds));
}

function toInstant(instant: Temporal.Instant): Instant {
  return instant.toString({ fractionalSecondDigits: 3 }) as Instant;
}

/** Days in a month, 1 to 12, of a year. */
export function daysInMonth(year: number, month: number): number {
  return Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** `2027-09-23` when there is such a day, otherwise `undefined`. */
export function dayFrom(year: number, month: number, dayNumber: number): Day | undefined {
  try {
    const date = Temporal.PlainDate.from({ year, month, day: dayNumber }, { overflow: 'reject' });
    return date.toString() as Day;
  } catch {
    return undefined;
  }
}

/** An instant with its zone, for a library that writes both; elsewhere they stay apart. */
export function zoned(at: Instant, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone);
}

/** What a zone's clocks show from a moment on. Offsets are as ISO writes them: `-04:00`. */
export interface ClockRule {
  /** Since when, as the clocks showed it until then: `2027-03-14T02:00:00`; the first rule has no beginning. */
  readonly since: string | null;
  readonly before: string;
  readonly offset: string;
  /** Whether they are ahead of what they showed before. */
  readonly ahead: boolean;
}

/** The rules that a zone's clocks follow from one instant to another, the first being that of the beginning. */
export function clockRules(zone: Zone, from: Instant, until: Instant): readonly ClockRule[] {
  const first = zoned(from, zone);
  const rules: ClockRule[] = [{ since: null, before: first.offset, offset: first.offset, ahead: false }];
  for (let next = first.getTimeZoneTransition('next'); next; next = next.getTimeZoneTransition('next')) {
    if (toInstant(next.toInstant()) > until) break;
    const last = next.subtract({ nanoseconds: 1 });
    const since = last.toPlainDateTime().add({ nanoseconds: 1 }).toString({ fractionalSecondDigits: 0 });
    const ahead = next.offsetNanoseconds > last.offsetNanoseconds;
    rules.push({ since, before: last.offset, offset: next.offset, ahead });
  }
  return rules;
}
