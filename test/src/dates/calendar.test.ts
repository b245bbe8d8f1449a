import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, Instant, Zone } from '../../../src/core/time.ts';
import {
  addBusinessDays,
  addDays,
  addMilliseconds,
  addMonths,
  atWallClock,
  businessDaysBefore,
  dayFrom,
  dayIn,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  instantOf,
  isBusinessDay,
  monthOf,
  nextBusinessDay,
  weekday,
} from '../../../src/dates/calendar.ts';

const clocks = new Map<Zone, Intl.DateTimeFormat>();

/** What a wall clock of the zone shows, as text that sorts: `2027-03-14 02:30`. */
function wall(zone: Zone, epochMinutes: number): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  clocks.set(zone, clock);
  return clock.format(epochMinutes * 60_000);
}

/** Walks minute by minute over the hours in question: the first that shows the time, or else the first beyond it. */
function slowWallClock(day: Day, time: string, zone: Zone): Instant {
  const wanted = `${day} ${time}`;
  const noon = Date.parse(`${day}T${time}:00Z`) / 60_000;
  let beyond: number | undefined;
  for (let minute = noon - 15 * 60; minute <= noon + 27 * 60; minute += 1) {
    const shown = wall(zone, minute);
    if (shown === wanted) return new Date(minute * 60_000).toISOString() as Instant;
    if (shown > wanted) beyond ??= minute;
  }
  return new Date((beyond ?? Number.NaN) * 60_000).toISOString() as Instant;
}

describe('a time on the wall', () => {
  it.each<[string, Day, string, Zone, Instant]>([
    ['an ordinary morning', '2027-09-23', '09:00', 'America/New_York', '2027-09-23T13:00:00.000Z'],
    ['no zone to speak of', '2027-09-23', '09:00', 'UTC', '2027-09-23T09:00:00.000Z'],
    ['half an hour off', '2027-09-23', '09:00', 'Asia/Calcutta', '2027-09-23T03:30:00.000Z'],
    ['a gap: the first minute after it', '2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['the first minute of a gap', '2027-03-14', '02:00', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['the last minute of a gap', '2027-03-14', '02:59', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['the minute after a gap', '2027-03-14', '03:00', 'America/New_York', '2027-03-14T07:00:00.000Z'],
    ['the minute before a gap', '2027-03-14', '01:59', 'America/New_York', '2027-03-14T06:59:00.000Z'],
    ['an overlap: the first of the two', '2027-11-07', '01:30', 'America/New_York', '2027-11-07T05:30:00.000Z'],
    ['the minute after an overlap', '2027-11-07', '02:00', 'America/New_York', '2027-11-07T07:00:00.000Z'],
    ['a gap of half an hour', '2027-10-03', '02:15', 'Australia/Lord_Howe', '2027-10-02T15:30:00.000Z'],
    ['an overlap of half an hour', '2027-04-04', '01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z'],
    ['a date that was skipped', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['the day before a skipped date', '2011-12-29', '09:00', 'Pacific/Apia', '2011-12-29T19:00:00.000Z'],
    ['a midnight that is none in Brazil', '2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['a midnight that is none in Egypt', '2027-04-30', '00:00', 'Africa/Cairo', '2027-04-29T22:00:00.000Z'],
    ['a gap south of the line', '2027-10-03', '02:30', 'Australia/Sydney', '2027-10-02T16:00:00.000Z'],
  ])('is right: %s', (_, day, time, zone, at) => {
    expect(atWallClock(day, time, zone)).toBe(at);
    expect(slowWallClock(day, time, zone)).toBe(at);
  });

  /** Days around which clocks are changed, and any other. */
  const critical = fc.constantFrom<[Zone, Day]>(
    ['America/New_York', '2027-03-14'],
    ['America/New_York', '2027-11-07'],
    ['America/St_Johns', '2027-03-14'],
    ['Europe/London', '2027-03-28'],
    ['Europe/London', '2027-10-31'],
    ['Australia/Lord_Howe', '2027-10-03'],
    ['Australia/Lord_Howe', '2027-04-04'],
    ['Pacific/Apia', '2011-12-30'],
    ['America/Sao_Paulo', '2018-11-04'],
    ['America/Sao_Paulo', '2018-02-18'],
    ['Africa/Cairo', '2027-04-30'],
    ['Africa/Casablanca', '2027-02-07'],
    ['Asia/Tehran', '2022-03-22'],
    ['Asia/Calcutta', '2027-06-01'],
  );
  const anyTime = fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

  it('is what somebody finds who watches the clock minute by minute', () => {
    fc.assert(
      fc.property(critical, fc.integer({ min: -1, max: 1 }), anyTime, ([zone, day], offset, time) => {
        const on = addDays(day, offset);
        expect(atWallClock(on, time, zone)).toBe(slowWallClock(on, time, zone));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a day', () => {
  it('is the one on the wall of the zone', () => {
    expect(dayIn('America/New_York', '2027-03-18T03:59:59.999Z')).toBe('2027-03-17');
    expect(dayIn('America/New_York', '2027-03-18T04:00:00.000Z')).toBe('2027-03-18');
    expect(dayIn('Pacific/Kiritimati', '2027-03-18T10:00:00.000Z')).toBe('2027-03-19');
  });

  it('moves by days and months, also over the ends of months and years', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2027-03-31', -1)).toBe('2027-02-28');
  });

  it('is as far from another as it takes to get there', () => {
    const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(from, to) + daysBetween(to, from)).toBe(0);
      }),
    );
  });

  it('knows its place in the week, the month and the year', () => {
    expect(['2027-03-15', '2027-03-18', '2027-03-21'].map((day) => weekday(day as Day))).toEqual([1, 4, 7]);
    expect([dayOfMonth('2027-03-18'), monthOf('2027-03-18')]).toEqual([18, 3]);
    expect([daysInMonth(2027, 2), daysInMonth(2028, 2), daysInMonth(2100, 2), daysInMonth(2027, 4)]).toEqual([
      28, 29, 28, 30,
    ]);
  });

  it('is made of numbers only where there is such a day', () => {
    expect(dayFrom(2028, 2, 29)).toBe('2028-02-29');
    expect([dayFrom(2027, 2, 29), dayFrom(2027, 13, 1), dayFrom(2027, 0, 1), dayFrom(2027, 1, 0)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('an instant', () => {
  it('always has its milliseconds, so that instants sort as text', () => {
    expect(instantOf(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(instantOf(Date.UTC(2027, 2, 18, 3, 4, 5, 6))).toBe('2027-03-18T03:04:05.006Z');
    expect(addMilliseconds('2027-03-18T23:59:59.999Z', 1)).toBe('2027-03-19T00:00:00.000Z');
    expect(addMilliseconds('2027-03-19T00:00:00.000Z', -1)).toBe('2027-03-18T23:59:59.999Z');
  });
});

describe('business days', () => {
  it.each<[Day, Day]>([
    ['2026-09-17', '2026-09-18'],
    ['2026-09-18', '2026-09-21'],
    ['2026-09-19', '2026-09-21'],
    ['2026-09-20', '2026-09-21'],
  ])('after %s go on with %s', (from, next) => {
    expect(nextBusinessDay(from)).toBe(next);
  });

  it.each<[string, Day, number, Day]>([
    ['a week over a weekend', '2026-09-23', 5, '2026-09-16'],
    ['within a week', '2026-09-25', 3, '2026-09-22'],
    ['from a Saturday, when nobody works', '2026-09-26', 5, '2026-09-18'],
    ['from a Sunday', '2026-09-27', 1, '2026-09-24'],
    ['over the turn of a year, no holiday counted', '2027-01-01', 5, '2026-12-25'],
    ['none, from a Sunday', '2026-09-27', 0, '2026-09-25'],
  ])('count back: %s', (_, day, count, before) => {
    expect(businessDaysBefore(day, count)).toBe(before);
  });

  it('counted back are the latest from which the time is enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 15 }), (offset, count) => {
        const day = addDays('2026-01-01', offset);
        const before = businessDaysBefore(day, count);
        expect(isBusinessDay(before)).toBe(true);
        expect(addBusinessDays(before, count) <= day).toBe(true);
        expect(addBusinessDays(nextBusinessDay(before), count) > day).toBe(true);
      }),
    );
  });
});
