import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../src/core/time.ts';
import { nextTime, type OwnReminder } from '../../../src/reminders/own.ts';
import { wall } from '../../support/bot.ts';

const newYork: Zone = 'America/New_York';

type Kind = Pick<OwnReminder, 'day' | 'time' | 'repeats'>;

/** The days of the first times, as the zone's wall has them. */
function times(kind: Kind, count: number, zone: Zone = newYork, after = wall('2026-01-01 00:00', zone)) {
  const found: string[] = [];
  for (let at = after; found.length < count; ) {
    const next = nextTime(kind, zone, at);
    if (!next) break;
    found.push(next.day);
    at = next.at;
  }
  return found;
}

describe('the times of a reminder of one’s own', () => {
  it('are one where it comes once', () => {
    const once: Kind = { day: '2027-09-16', time: '14:00', repeats: 'never' };
    expect(times(once, 3)).toEqual(['2027-09-16']);
    expect(nextTime(once, newYork, wall('2027-09-16 13:59'))?.at).toBe(wall('2027-09-16 14:00'));
    expect(nextTime(once, newYork, wall('2027-09-16 14:00'))).toBeUndefined();
  });

  it('T11: of the 31st are the ends of the months, and of 29 February the end of it', () => {
    expect(times({ day: '2027-10-31', time: '09:00', repeats: 'monthly' }, 5)).toEqual([
      '2027-10-31',
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
    ]);
    expect(times({ day: '2028-02-29', time: '09:00', repeats: 'yearly' }, 5)).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });

  it('T1 and T2: keep to the wall over a change of the clocks, each day once', () => {
    const daily: Kind = { day: '2027-03-13', time: '02:30', repeats: 'daily' };
    const after = wall('2027-03-13 03:00');
    expect(nextTime(daily, newYork, after)).toEqual({ day: '2027-03-14', at: wall('2027-03-14 03:00') });
    expect(times({ day: '2027-11-06', time: '01:30', repeats: 'daily' }, 3)).toEqual([
      '2027-11-06',
      '2027-11-07',
      '2027-11-08',
    ]);
    expect(
      nextTime({ day: '2027-11-06', time: '01:30', repeats: 'daily' }, newYork, '2027-11-07T05:30:00.000Z')?.day,
    ).toBe('2027-11-08');
  });

  it('T3: of a date that a zone left out are those of the next', () => {
    // Samoa went from 29 to 31 December 2011.
    const next = nextTime(
      { day: '2011-12-30', time: '09:00', repeats: 'never' },
      'Pacific/Apia',
      '2011-12-29T00:00:00.000Z',
    );
    expect(next?.day).toBe('2011-12-31');
  });

  it('T6: in the far future are found at once', () => {
    const old: Kind = { day: '1990-01-01', time: '09:00', repeats: 'daily' };
    expect(nextTime(old, newYork, wall('2027-09-16 10:00'))?.day).toBe('2027-09-17');
    expect(nextTime({ ...old, day: '2090-01-01' }, newYork, wall('2027-09-16 10:00'))?.day).toBe('2090-01-01');
  });
});
