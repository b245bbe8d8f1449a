import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, Instant, Zone } from '../../../src/core/time.ts';
import { addMilliseconds, instantOf } from '../../../src/dates/calendar.ts';
import { isSchedule, parseCron, type Schedule } from '../../../src/reminders/cron.ts';
import { lateness, nextOccurrence, roundOf } from '../../../src/reminders/schedule.ts';
import { wall } from '../../support/bot.ts';

const newYork: Zone = 'America/New_York';

function schedule(text: string): Schedule {
  const parsed = parseCron(text);
  if (!isSchedule(parsed)) throw new Error(`not a schedule: ${text}`);
  return parsed;
}

/** The occurrences after an instant, as `day instant`. */
function coming(text: string, zone: Zone, after: Instant, count: number): readonly string[] {
  const seen: string[] = [];
  let from = after;
  for (let index = 0; index < count; index += 1) {
    const next = nextOccurrence(schedule(text), zone, from);
    if (!next) return [...seen, 'never'];
    seen.push(`${next.day} ${next.at.slice(0, 16)}`);
    from = next.at;
  }
  return seen;
}

describe('daily at 02:30 in New York', () => {
  it('T1: comes at the first valid minute on the day in spring that has no 02:30', () => {
    expect(coming('30 2 * * *', newYork, '2027-03-13T00:00:00.000Z', 3)).toEqual([
      '2027-03-13 2027-03-13T07:30',
      '2027-03-14 2027-03-14T07:00',
      '2027-03-15 2027-03-15T06:30',
    ]);
  });

  it('T2: comes once on the day in autumn whose clocks are put back at two', () => {
    expect(coming('30 2 * * *', newYork, '2027-11-06T05:00:00.000Z', 3)).toEqual([
      '2027-11-06 2027-11-06T06:30',
      '2027-11-07 2027-11-07T07:30',
      '2027-11-08 2027-11-08T07:30',
    ]);
  });

  it('T2: comes at the first of the two when the time itself is shown twice', () => {
    expect(coming('30 1 * * *', newYork, '2027-11-06T12:00:00.000Z', 2)).toEqual([
      '2027-11-07 2027-11-07T05:30',
      '2027-11-08 2027-11-08T06:30',
    ]);
  });

  it('comes on every date of the year, once', () => {
    const days = coming('30 2 * * *', newYork, wall('2027-01-01'), 365).map((text) => text.slice(0, 10));
    expect(new Set(days).size).toBe(365);
    expect([days[0], days.at(-1)]).toEqual(['2027-01-01', '2027-12-31']);
  });
});

describe('a schedule', () => {
  it('comes strictly after the moment it is asked for', () => {
    const nine = wall('2027-08-30 09:00');
    expect(coming('0 9 * * *', newYork, addMilliseconds(nine, -1), 1)).toEqual(['2027-08-30 2027-08-30T13:00']);
    expect(coming('0 9 * * *', newYork, nine, 1)).toEqual(['2027-08-31 2027-08-31T13:00']);
  });

  it('T11: leaves out months that have no such day', () => {
    const days = coming('0 9 31 * *', newYork, wall('2027-01-01'), 4).map((text) => text.slice(0, 10));
    expect(days).toEqual(['2027-01-31', '2027-03-31', '2027-05-31', '2027-07-31']);
  });

  it('T11: waits for the next leap year', () => {
    expect(coming('0 9 29 2 *', 'UTC', '2026-01-01T00:00:00.000Z', 2)).toEqual([
      '2028-02-29 2028-02-29T09:00',
      '2032-02-29 2032-02-29T09:00',
    ]);
  });

  it('takes either when both a day and a weekday are named', () => {
    const days = coming('0 9 13 * fri', 'UTC', '2027-08-10T00:00:00.000Z', 4).map((text) => text.slice(0, 10));
    expect(days).toEqual(['2027-08-13', '2027-08-20', '2027-08-27', '2027-09-03']);
  });

  it('T7: comes at the same moments by an old name of its zone', () => {
    const count = (zone: Zone) => coming('30 2 * * *', zone, '2027-03-12T00:00:00.000Z', 4);
    expect(count('US/Eastern')).toEqual(count(newYork));
    expect(count('Asia/Calcutta')).toEqual(count('Asia/Kolkata'));
  });

  it('T6: comes in the far future as it does now', () => {
    expect(coming('0 9 1 1 *', newYork, '2099-06-01T00:00:00.000Z', 1)).toEqual(['2100-01-01 2100-01-01T14:00']);
  });

  it('T3: comes at the end of a gap of half an hour', () => {
    expect(coming('15 2 * * *', 'Australia/Lord_Howe', '2027-10-02T00:00:00.000Z', 1)).toEqual([
      '2027-10-03 2027-10-02T15:30',
    ]);
  });
});

// ---------------------------------------------------------------------------------------------
// The slow and obvious way: look at the wall every minute.

const walls = new Map<Zone, Intl.DateTimeFormat>();

function offsetMinutes(zone: Zone, at: number): number {
  const format =
    walls.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  walls.set(zone, format);
  return (Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - at) / 60_000;
}

const offsets = new Map<string, number>();

/** What the wall shows, as if it were UTC. No zone changes its clocks within a quarter of an hour. */
function onTheWall(zone: Zone, at: number): number {
  const quarter = Math.floor(at / 900_000) * 900_000;
  const key = `${zone} ${quarter}`;
  const offset = offsets.get(key) ?? offsetMinutes(zone, quarter);
  offsets.set(key, offset);
  return at + offset * 60_000;
}

/** The first minute at which the wall shows this time of this date, or a later one. */
function firstMinute(zone: Zone, wanted: number): number {
  let at = wanted - 16 * 3_600_000;
  while (onTheWall(zone, at) < wanted) at += 60_000;
  return at;
}

function slowNext({ time, days, months, weekdays }: Schedule, zone: Zone, after: number): string | undefined {
  const today = Math.floor(onTheWall(zone, after) / 86_400_000) * 86_400_000;
  for (let midnight = today - 86_400_000; midnight < after + 366 * 9 * 86_400_000; midnight += 86_400_000) {
    const date = new Date(midnight);
    const inMonth = months.length === 0 || months.includes(date.getUTCMonth() + 1);
    const onDay = days.includes(date.getUTCDate());
    const onWeekday = weekdays.map((number) => number % 7).includes(date.getUTCDay());
    const either = days.length > 0 && weekdays.length > 0;
    const on = either ? onDay || onWeekday : (days.length === 0 || onDay) && (weekdays.length === 0 || onWeekday);
    if (!inMonth || !on) continue;
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const at = firstMinute(zone, midnight + (hours * 60 + minutes) * 60_000);
    if (at > after) return `${date.toISOString().slice(0, 10)} ${new Date(at).toISOString()}`;
  }
  return undefined;
}

describe('the next occurrence', () => {
  const zones: readonly Zone[] = [
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Pacific/Apia',
    'Africa/Cairo',
    'Asia/Beirut',
    'America/Santiago',
    'Europe/Dublin',
    'UTC',
  ];
  const from = Date.UTC(2026, 0, 1) / 60_000;
  const to = Date.UTC(2029, 11, 31) / 60_000;
  /** Minutes in which clocks change in these zones, and those around them, where mistakes live. */
  const changes = zones.flatMap((zone) => {
    const found: number[] = [];
    for (let hour = from; hour < to; hour += 60)
      if (onTheWall(zone, hour * 60_000) - hour !== onTheWall(zone, (hour - 60) * 60_000) - hour + 3_600_000)
        found.push(hour);
    return found;
  });

  const lists = (min: number, max: number) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant('*') },
      fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 }).map((list) => list.join(',')),
      fc.integer({ min: 2, max: 5 }).map((step) => `*/${step}`),
    );
  const hours = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 23 }));
  const rules = fc
    .tuple(fc.integer({ min: 0, max: 59 }), hours, lists(1, 28), lists(1, 12), lists(0, 7))
    .map((fields) => fields.join(' '));
  const moments = fc.oneof(
    fc.integer({ min: from, max: to }),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -3_000, max: 300 }))
      .map(([change, minutes]) => change + minutes),
  );

  it('is what looking at the wall every minute finds, in any zone, around every change of its clocks', () => {
    expect(changes.length).toBeGreaterThan(40);
    fc.assert(
      fc.property(rules, fc.constantFrom(...zones), moments, (text, zone, minute) => {
        const after = minute * 60_000;
        const next = nextOccurrence(schedule(text), zone, instantOf(after));
        expect(next && `${next.day} ${next.at}`).toBe(slowNext(schedule(text), zone, after));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a round', () => {
  const daily = schedule('0 9 * * *');
  const due = wall('2027-08-30 09:00');
  const round = (now: string) => {
    const { post, skipped, nextAt } = roundOf(daily, newYork, due, wall(now));
    return {
      post: post && `${post.day}${post.late ? ' late' : ''}`,
      skipped: skipped.map(({ day }) => day),
      next: nextAt,
    };
  };
  const tomorrow = wall('2027-08-31 09:00');

  it('posts what is due now', () => {
    expect(round('2027-08-30 09:00')).toEqual({ post: '2027-08-30', skipped: [], next: tomorrow });
    expect(round('2027-08-30 09:10')).toEqual({ post: '2027-08-30', skipped: [], next: tomorrow });
  });

  it('posts what was missed a little while ago, and says that it is late', () => {
    expect(round('2027-08-30 09:11')).toEqual({ post: '2027-08-30 late', skipped: [], next: tomorrow });
    expect(round('2027-08-30 21:00')).toEqual({ post: '2027-08-30 late', skipped: [], next: tomorrow });
  });

  it('skips what was missed too long ago, and records it', () => {
    expect(round('2027-08-30 21:01')).toEqual({ post: undefined, skipped: ['2027-08-30'], next: tomorrow });
  });

  it('posts one of many that were missed and records the others', () => {
    expect(round('2027-09-03 10:00')).toEqual({
      post: '2027-09-03 late',
      skipped: ['2027-08-30', '2027-08-31', '2027-09-01', '2027-09-02'],
      next: wall('2027-09-04 09:00'),
    });
  });

  it('posts nothing of many when the last is too long ago as well', () => {
    const { post, skipped } = round('2027-09-03 22:00');
    expect([post, skipped.length]).toEqual([undefined, 5]);
  });

  it('does nothing before its time', () => {
    expect(round('2027-08-30 08:59')).toEqual({ post: undefined, skipped: [], next: due });
  });

  it('ends a schedule that never comes again', () => {
    const never: Schedule = { time: '09:00', days: [30], months: [2], weekdays: [] };
    expect(roundOf(never, newYork, due, due)).toEqual({
      post: { day: '2027-08-30' satisfies Day, at: due, late: false },
      skipped: [],
      nextAt: undefined,
    });
  });
});

describe('lateness', () => {
  it.each([
    ['2027-08-30 08:00', 'on-time'],
    ['2027-08-30 09:10', 'on-time'],
    ['2027-08-30 09:11', 'late'],
    ['2027-08-30 21:00', 'late'],
    ['2027-08-30 21:01', 'too-late'],
  ])('at %s a post for 09:00 is %s', (now, stands) => {
    expect(lateness(wall('2027-08-30 09:00'), wall(now))).toBe(stands);
  });
});
