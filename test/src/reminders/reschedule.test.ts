import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, Instant, Zone } from '../../../src/core/time.ts';
import { addMilliseconds, dayIn } from '../../../src/dates/calendar.ts';
import { isSchedule, parseCron, type Schedule } from '../../../src/reminders/cron.ts';
import { rescheduled } from '../../../src/reminders/reschedule.ts';
import { nextOccurrence, roundOf } from '../../../src/reminders/schedule.ts';
import { wall } from '../../support/bot.ts';

const newYork: Zone = 'America/New_York';
const nothing: ReadonlySet<Day> = new Set();

function schedule(text: string): Schedule {
  const parsed = parseCron(text);
  if (!isSchedule(parsed)) throw new Error(`not a schedule: ${text}`);
  return parsed;
}

const to = (text: string, zone = newYork) => ({ schedule: schedule(text), zone });

describe('when a digest comes after its times were changed', () => {
  it('is the new time of today, where that is still to come', () => {
    const next = rescheduled(to('0 10 * * *'), wall('2027-08-25 09:00'), nothing, wall('2027-08-25 08:59'));
    expect(next).toBe(wall('2027-08-25 10:00'));
  });

  it('is the old time of today, where the new one has passed and today has no post yet', () => {
    const next = rescheduled(to('0 8 * * *'), wall('2027-08-25 09:00'), nothing, wall('2027-08-25 08:59'));
    expect(next).toBe(wall('2027-08-25 09:00'));
  });

  it('is not today, where today has its post', () => {
    const posted = new Set<Day>(['2027-08-25']);
    const next = rescheduled(to('0 10 * * *'), wall('2027-08-26 09:00'), posted, wall('2027-08-25 09:01'));
    expect(next).toBe(wall('2027-08-26 10:00'));
  });

  it('is not today, where it does not come today by the new schedule', () => {
    const next = rescheduled(to('0 8 * * THU'), wall('2027-08-25 09:00'), nothing, wall('2027-08-25 08:59'));
    expect(next).toBe(wall('2027-08-26 08:00'));
  });

  it('is the next time after a pause, not one that fell into it', () => {
    expect(rescheduled(to('0 9 * * *'), null, nothing, wall('2027-09-20 09:30'))).toBe(wall('2027-09-21 09:00'));
  });

  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const cron = (at: number) => `${at % 60} ${Math.floor(at / 60)} * * *`;

  it('T8: leaves each day one post, whenever a daily digest is moved to whatever time', () => {
    fc.assert(
      fc.property(
        minute,
        fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), minute), { maxLength: 6 }),
        (first, edits) => {
          const posts: Day[] = [];
          let now: Instant = wall('2027-08-25 00:00');
          let times = schedule(cron(first));
          let nextAt: Instant | null = nextOccurrence(times, newYork, addMilliseconds(now, -1))?.at ?? null;
          // As the heart does it: looked at every minute.
          const beat = () => {
            if (nextAt === null || nextAt > now) return;
            const round = roundOf(times, newYork, nextAt, now);
            if (round.post && !posts.includes(round.post.day)) posts.push(round.post.day);
            else if (round.post) posts.push('0000-00-00');
            nextAt = round.nextAt ?? null;
          };
          for (const [wait, at] of edits) {
            for (let passed = 0; passed < wait; passed += 1) {
              beat();
              now = addMilliseconds(now, 60_000);
            }
            // The edit comes before the beat of its minute.
            times = schedule(cron(at));
            nextAt = rescheduled({ schedule: times, zone: newYork }, nextAt, new Set(posts), now);
          }
          const end = wall('2027-08-31 23:59');
          while (now <= end) {
            beat();
            now = addMilliseconds(now, 60_000);
          }
          const days = Array.from({ length: 7 }, (_, index) =>
            dayIn(newYork, addMilliseconds(wall('2027-08-25 12:00'), index * 86_400_000)),
          );
          expect(posts).toEqual(days);
        },
      ),
      { numRuns: 25 },
    );
  });
});
