import type { Day, Instant, Zone } from '../core/time.ts';
import { addDays, atWallClock, dayIn, weekday } from '../dates/calendar.ts';

/** When a member may be written to first, by the wall clock of their zone. */
export interface Hours {
  /** From this time on, `09:00`. */
  readonly from: string;
  /** Until this one, which is not in it. Earlier than `from`, it is that of the next day. */
  readonly until: string;
  /** Weekdays, 1 (Monday) to 7 (Sunday); at least one. */
  readonly days: readonly number[];
}

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;

/** Of somebody who has said nothing: awake, and on any day. */
export const usualHours: Hours = { from: '09:00', until: '21:00', days: everyDay };

/** Whether a member wants to be written to on a day. */
export function isWorkingDay({ days }: Hours, day: Day): boolean {
  return days.includes(weekday(day));
}

/** The moment from which one may write on a day. */
export function openingOn(day: Day, { from }: Hours, zone: Zone): Instant {
  return atWallClock(day, from, zone);
}

/** The day whose hours are on at a moment, whatever weekday it is; `undefined` in quiet hours. */
export function openDay({ from, until }: Hours, zone: Zone, now: Instant): Day | undefined {
  const today = dayIn(zone, now);
  const hasOpened = now >= atWallClock(today, from, zone);
  const hasClosed = now >= atWallClock(today, until, zone);
  if (from < until) return hasOpened && !hasClosed ? today : undefined;
  if (hasOpened) return today;
  return hasClosed ? undefined : addDays(today, -1);
}

/** When what waits may go out: now, or when the quiet hours are over. */
export function wakingMoment(hours: Hours, zone: Zone, now: Instant): Instant {
  if (openDay(hours, zone, now) !== undefined) return now;
  const today = dayIn(zone, now);
  const opening = openingOn(today, hours, zone);
  return opening > now ? opening : openingOn(addDays(today, 1), hours, zone);
}
