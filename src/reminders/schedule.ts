import type { Day, Instant, Zone } from '../core/time.ts';
import { addDays, atWallClock, dayIn, dayOfMonth, monthOf, weekday } from '../dates/calendar.ts';
import type { Schedule } from './cron.ts';

/** One time that a schedule comes round: its local date names it, whatever the clocks do. */
export interface Occurrence {
  readonly day: Day;
  readonly at: Instant;
}

/** 29 February on a given weekday comes at least once in this many days. */
const searchDays = 366 * 41;

/** The first occurrence strictly after an instant. */
export function nextOccurrence(schedule: Schedule, zone: Zone, after: Instant): Occurrence | undefined {
  let day = dayIn(zone, after);
  for (let tried = 0; tried < searchDays; tried += 1) {
    if (isOn(schedule, day)) {
      const at = atWallClock(day, schedule.time, zone);
      if (at > after) return { day, at };
    }
    day = addDays(day, 1);
  }
  return undefined;
}

/** As cron has it: when both days and weekdays are named, either will do. */
function isOn({ days, months, weekdays }: Schedule, day: Day): boolean {
  if (months.length > 0 && !months.includes(monthOf(day))) return false;
  const onDay = days.includes(dayOfMonth(day));
  const onWeekday = weekdays.includes(weekday(day));
  if (days.length > 0 && weekdays.length > 0) return onDay || onWeekday;
  return (days.length === 0 || onDay) && (weekdays.length === 0 || onWeekday);
}

/** What to do about a schedule whose moment has come, perhaps more than once while nobody looked. */
export interface Round {
  /** The latest occurrence, when it is not too long ago. */
  readonly post: (Occurrence & { readonly late: boolean }) | undefined;
  /** Those that are not posted any more: older ones, and a latest one past its grace. */
  readonly skipped: readonly Occurrence[];
  readonly nextAt: Instant | undefined;
}

/** Milliseconds after which a digest says that it comes late. */
const lateAfter = 10 * 60_000;

/** Milliseconds after which it is not posted any more; the next one will say the same. */
const grace = 12 * 60 * 60_000;

/** How a post stands whose moment was `at`. */
export function lateness(at: Instant, now: Instant): 'on-time' | 'late' | 'too-late' {
  const age = Date.parse(now) - Date.parse(at);
  if (age <= lateAfter) return 'on-time';
  return age <= grace ? 'late' : 'too-late';
}

/** After any outage: one post at most, marked late, and a record of what was skipped. */
export function roundOf(schedule: Schedule, zone: Zone, dueAt: Instant, now: Instant): Round {
  const first = { day: dayIn(zone, dueAt), at: dueAt };
  return roundFrom(first, (after) => nextOccurrence(schedule, zone, after), now);
}

/** The same of anything that comes round: the first occurrence, and which one follows an instant. */
export function roundFrom(
  first: Occurrence,
  following: (after: Instant) => Occurrence | undefined,
  now: Instant,
): Round {
  const missed: Occurrence[] = [];
  let next: Occurrence | undefined = first;
  while (next && next.at <= now) {
    missed.push(next);
    next = following(next.at);
  }
  const latest = missed.at(-1);
  const stands = latest && lateness(latest.at, now);
  const post = latest && stands !== 'too-late' ? { ...latest, late: stands === 'late' } : undefined;
  return { post, skipped: post ? missed.slice(0, -1) : missed, nextAt: next?.at };
}
