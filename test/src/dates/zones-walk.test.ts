import { describe, expect, it } from 'vitest';
import { seeded } from '../../support/seeded.ts';
import { walkZone } from '../../zones/walk.ts';
import { changesOf, look, wallOf } from '../../zones/wall.ts';

// The full walk, in every zone and every minute, is `npm run test:zones`.
describe('T1 to T3 and T11: what comes round in a zone', () => {
  const [from, until] = [Date.UTC(2027, 0, 1), Date.UTC(2028, 0, 1)];

  // Gaps and overlaps at midnight, at one, at two and at three, of half an hour, of an hour and of two.
  it.each([
    'America/New_York',
    'America/Havana',
    'America/Santiago',
    'America/Nuuk',
    'Africa/Cairo',
    'Africa/Casablanca',
    'Antarctica/Troll',
    'Asia/Beirut',
    'Australia/Lord_Howe',
    'Europe/Dublin',
    'Pacific/Chatham',
  ])('comes when the clocks say so, around every change of them in %s', (zone) => {
    expect(changesOf(wallOf(zone), from, until)).toHaveLength(2);
    const walked = walkZone(zone, { from, until, draw: seeded(1), others: 0, everyMinute: false });
    expect(walked.differences).toEqual([]);
  });

  it('comes on the next date where a zone left one out', () => {
    // Samoa went from 29 to 31 December 2011.
    const skipped = Date.UTC(2011, 11, 30, 10);
    const options = { from: skipped - 60_000, until: skipped + 60_000, draw: seeded(1), others: 0, everyMinute: true };
    expect(changesOf(wallOf('Pacific/Apia'), options.from, options.until)).toEqual([skipped]);
    expect(walkZone('Pacific/Apia', options).differences).toEqual([]);
  });
});

describe('looking at the clocks', () => {
  it('finds the end of a gap, the first of two, and the date after one that was left out', () => {
    const around = (zone: string, moment: number) =>
      look(wallOf(zone), moment - 3 * 86_400_000, moment + 3 * 86_400_000);
    const at = (zone: string, moment: number, shown: string) =>
      new Date(around(zone, moment).firstAt(shown) ?? 0).toISOString().slice(0, 16);
    expect(at('America/New_York', Date.UTC(2027, 2, 14), '2027-03-14 02:30')).toBe('2027-03-14T07:00');
    expect(at('America/New_York', Date.UTC(2027, 10, 7), '2027-11-07 01:30')).toBe('2027-11-07T05:30');
    expect(at('Pacific/Apia', Date.UTC(2011, 11, 30), '2011-12-30 09:00')).toBe('2011-12-30T10:00');
  });
});
