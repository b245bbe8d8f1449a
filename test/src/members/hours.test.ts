import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../src/core/time.ts';
import { dayIn } from '../../../src/dates/calendar.ts';
import { type Hours, openDay, usualHours, wakingMoment } from '../../../src/members/hours.ts';
import { readHours } from '../../../src/members/read-hours.ts';
import { wall } from '../../support/bot.ts';

const newYork: Zone = 'America/New_York';
const nightly: Hours = { from: '17:00', until: '09:00', days: [1, 2, 3, 4, 5, 6, 7] };

describe('hours', () => {
  it.each([
    ['2027-09-16 08:59', undefined],
    ['2027-09-16 09:00', '2027-09-16'],
    ['2027-09-16 20:59', '2027-09-16'],
    ['2027-09-16 21:00', undefined],
    ['2027-09-17 00:30', undefined],
  ])('are those of the day: %s is %s', (at, day) => {
    expect(openDay(usualHours, newYork, wall(at))).toBe(day);
  });

  it.each([
    ['2027-09-16 16:59', undefined],
    ['2027-09-16 17:00', '2027-09-16'],
    ['2027-09-17 00:30', '2027-09-16'],
    ['2027-09-17 08:59', '2027-09-16'],
    ['2027-09-17 09:00', undefined],
  ])('over midnight belong to the evening: %s is %s', (at, day) => {
    expect(openDay(nightly, newYork, wall(at))).toBe(day);
  });

  it('end a wait at their beginning, now when they are on', () => {
    expect(wakingMoment(usualHours, newYork, wall('2027-09-16 03:00'))).toBe(wall('2027-09-16 09:00'));
    expect(wakingMoment(usualHours, newYork, wall('2027-09-16 23:00'))).toBe(wall('2027-09-17 09:00'));
    expect(wakingMoment(usualHours, newYork, wall('2027-09-16 12:34'))).toBe(wall('2027-09-16 12:34'));
    expect(wakingMoment(nightly, newYork, wall('2027-09-16 12:00'))).toBe(wall('2027-09-16 17:00'));
  });

  it('never let a wait end in quiet hours, nor later than within a day and a bit', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    const zone = fc.constantFrom<Zone>('America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia');
    const moment = fc.date({ min: new Date('2027-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, zone, moment, (from, until, where, date) => {
        fc.pre(from !== until);
        const hours = { ...usualHours, from, until };
        const now = date.toISOString() as ReturnType<typeof wall>;
        const at = wakingMoment(hours, where, now);
        expect(openDay(hours, where, at)).toBeDefined();
        expect(at >= now).toBe(true);
        expect(Date.parse(at) - Date.parse(now)).toBeLessThan(26 * 60 * 60_000);
        expect(dayIn(where, at) >= dayIn(where, now)).toBe(true);
      }),
    );
  });
});

describe('hours as people type them', () => {
  const all = [1, 2, 3, 4, 5, 6, 7];
  const week = [1, 2, 3, 4, 5];
  it.each([
    ['9-21', '09:00', '21:00', all],
    ['9:30-20:00', '09:30', '20:00', all],
    ['8am to 8pm', '08:00', '20:00', all],
    ['8 am - 8 pm weekdays', '08:00', '20:00', week],
    ['mon-fri', '09:00', '21:00', week],
    ['9-17 Monday to Friday', '09:00', '17:00', week],
    ['lun-ven 8h-20h', '08:00', '20:00', week],
    ['de 8 h à 20 h, du lundi au vendredi', '08:00', '20:00', week],
    ['sat, sun 10-12', '10:00', '12:00', [6, 7]],
    ['fri-mon', '09:00', '21:00', [1, 5, 6, 7]],
    ['17-9', '17:00', '09:00', all],
    ['every day 7:15-22:45', '07:15', '22:45', all],
  ])('%s', (typed, from, until, days) => {
    expect(readHours(typed)).toEqual({ from, until, days });
  });

  it.each(['', 'whenever', '9', '9-9', '25-26', '9-21 9-22', 'mon-funday', '9-21-22', '-', 'x'.repeat(60)])(
    '%j is refused',
    (typed) => {
      expect(readHours(typed)).toBeUndefined();
    },
  );
});
