import type { Day, Instant, Zone } from '../core/time.ts';
import { addMilliseconds, atWallClock, dayIn } from '../dates/calendar.ts';
import type { Schedule } from './cron.ts';
import { nextOccurrence, type Occurrence } from './schedule.ts';

/** A schedule on the clock of its zone. */
interface Times {
  readonly schedule: Schedule;
  readonly zone: Zone;
}

/**
 * When a digest comes next after its schedule was changed, or after a pause. A day that has its post
 * gets no second one. A post that was still to come today, and whose new hour has passed already,
 * keeps the hour that it had, so that no day is lost by moving it forward.
 */
export function rescheduled(to: Times, dueAt: Instant | null, posted: ReadonlySet<Day>, now: Instant): Instant | null {
  const today = dayIn(to.zone, now);
  const passed = passedToday(to, today, now);
  const owed = dueAt !== null && dayIn(to.zone, dueAt) <= today && !posted.has(today);
  if (owed && passed) return passed.at > dueAt ? passed.at : dueAt;
  let next = nextOccurrence(to.schedule, to.zone, now);
  while (next && posted.has(next.day)) next = nextOccurrence(to.schedule, to.zone, next.at);
  return next?.at ?? null;
}

/** Today's time of a schedule when it is over. */
function passedToday({ schedule, zone }: Times, today: Day, now: Instant): Occurrence | undefined {
  const before = addMilliseconds(atWallClock(today, '00:00', zone), -1);
  const first = nextOccurrence(schedule, zone, before);
  return first && first.day === today && first.at <= now ? first : undefined;
}
