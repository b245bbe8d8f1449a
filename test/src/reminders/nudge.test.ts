import { describe, expect, it } from 'vitest';
import type { Day, Zone } from '../../../src/core/time.ts';
import { type Candidate, dueNudges, nextNudge, plannedNudge, wakingMoment } from '../../../src/reminders/nudge.ts';
import { wall } from '../../support/bot.ts';
import { account } from '../../support/samples.ts';

const window = { first: 14, last: 7 };
const newYork: Zone = 'America/New_York';

/** A letter due on 30 September: its window is 16 to 23 September. */
function candidate(letter: string, more: Partial<Candidate> = {}): Candidate {
  return { member: 'maya', account: account('maya'), zone: newYork, letter, due: '2027-09-30', ...more };
}

/** Who is told of what, as `member day: letters`. */
function told(candidates: readonly Candidate[], now: string, zone: Zone = newYork): readonly string[] {
  return dueNudges(candidates, wall(now, zone), window).map(
    ({ member, day, letters }) => `${member} ${day}: ${letters.join(' ')}`,
  );
}

describe('a nudge', () => {
  it.each([
    ['2027-09-15 12:00', []],
    ['2027-09-16 08:59', []],
    ['2027-09-16 09:00', ['maya 2027-09-16: L1']],
    ['2027-09-16 20:59', ['maya 2027-09-16: L1']],
    ['2027-09-16 21:00', []],
    ['2027-09-17 03:00', []],
    ['2027-09-23 20:59', ['maya 2027-09-23: L1']],
    ['2027-09-24 09:00', []],
  ])('at %s is for %j', (now, expected) => {
    expect(told([candidate('L1')], now)).toEqual(expected);
  });

  it.each(['Asia/Kathmandu', 'Pacific/Auckland', 'Pacific/Honolulu', 'America/St_Johns', 'Pacific/Kiritimati'])(
    'comes at nine in the morning of %s',
    (zone) => {
      expect(told([candidate('L1', { zone })], '2027-09-16 08:59', zone)).toEqual([]);
      expect(told([candidate('L1', { zone })], '2027-09-16 09:00', zone)).toEqual(['maya 2027-09-16: L1']);
    },
  );

  it('comes at nine on the wall on the days on which clocks change', () => {
    const due: Day = '2027-11-21';
    expect(told([candidate('L1', { due })], '2027-11-07 08:59')).toEqual([]);
    expect(told([candidate('L1', { due })], '2027-11-07 09:00')).toEqual(['maya 2027-11-07: L1']);
    expect(wall('2027-11-07 09:00')).toBe('2027-11-07T14:00:00.000Z');
  });

  it('tells one member of all their letters at once, and each member apart', () => {
    const ben = { member: 'ben', account: account('ben') };
    const all = [candidate('L1'), candidate('L2', ben), candidate('L3'), candidate('L4', { due: '2027-12-24' })];
    expect(told(all, '2027-09-16 10:00')).toEqual(['maya 2027-09-16: L1 L3', 'ben 2027-09-16: L2']);
  });
});

describe('the day that is announced for a nudge', () => {
  it.each([
    ['2027-08-25 12:00', '2027-09-16'],
    ['2027-09-16 08:00', '2027-09-16'],
    ['2027-09-16 22:00', '2027-09-17'],
    ['2027-09-20 12:00', '2027-09-20'],
    ['2027-09-20 22:00', '2027-09-21'],
    ['2027-09-23 20:00', '2027-09-23'],
    ['2027-09-23 21:00', undefined],
    ['2027-10-01 12:00', undefined],
  ])('at %s is %s', (now, day) => {
    expect(plannedNudge('2027-09-30', newYork, wall(now), window)).toBe(day);
  });
});

describe('the next moment of a nudge', () => {
  it.each([
    ['2027-08-25 12:00', '2027-09-16 09:00'],
    ['2027-09-16 08:00', '2027-09-16 09:00'],
    ['2027-09-16 09:00', '2027-09-17 09:00'],
    ['2027-09-22 22:00', '2027-09-23 09:00'],
  ])('after %s is %s', (now, next) => {
    expect(nextNudge([candidate('L1')], wall(now), window)).toBe(wall(next));
  });

  it('is none once the window is over, or when there is no letter', () => {
    expect(nextNudge([candidate('L1')], wall('2027-09-23 09:00'), window)).toBeUndefined();
    expect(nextNudge([], wall('2027-09-23 09:00'), window)).toBeUndefined();
  });

  it('is the earliest of all', () => {
    const all = [candidate('L1', { due: '2027-12-24' }), candidate('L2', { zone: 'Asia/Kathmandu' })];
    expect(nextNudge(all, wall('2027-08-25 12:00'), window)).toBe(wall('2027-09-16 09:00', 'Asia/Kathmandu'));
  });
});

describe('a DM that had to wait', () => {
  it.each([
    ['2027-09-16 03:00', '2027-09-16 09:00'],
    ['2027-09-16 09:00', '2027-09-16 09:00'],
    ['2027-09-16 15:30', '2027-09-16 15:30'],
    ['2027-09-16 21:00', '2027-09-17 09:00'],
    ['2027-09-16 23:59', '2027-09-17 09:00'],
  ])('since %s goes out at %s', (now, expected) => {
    expect(wakingMoment(newYork, wall(now))).toBe(wall(expected));
  });
});
