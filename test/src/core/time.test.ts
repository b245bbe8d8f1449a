import { describe, expect, it } from 'vitest';
import { formatDay, formatMoment, formatTime, formatZone } from '../../../src/core/time.ts';

describe('a day', () => {
  it.each([
    ['2027-09-23', 'Thu 23 Sep 2027'],
    ['2028-02-29', 'Tue 29 Feb 2028'],
    ['2027-01-01', 'Fri 1 Jan 2027'],
    ['2026-12-31', 'Thu 31 Dec 2026'],
  ] as const)('%s reads %s', (day, text) => {
    expect(formatDay(day)).toBe(text);
  });
});

describe('in French', () => {
  it.each([
    ['2027-09-23', 'jeu. 23 sept. 2027'],
    ['2028-01-03', 'lun. 3 janv. 2028'],
    ['2027-08-01', 'dim. 1er août 2027'],
    ['2027-02-21', 'dim. 21 févr. 2027'],
  ] as const)('%s reads %s', (day, text) => {
    expect(formatDay(day, 'fr')).toBe(text);
  });

  it('the clock has 24 hours, and its parts stay on one line', () => {
    expect(['09:00', '17:30', '00:05', '00:00'].map((time) => formatTime(time, 'fr'))).toEqual([
      '9\u00a0h',
      '17\u00a0h\u00a030',
      '0\u00a0h\u00a005',
      '0\u00a0h',
    ]);
    expect(formatMoment('2027-09-23T13:00:00.000Z', 'America/Toronto', 'fr')).toBe(
      'jeu. 23 sept. 2027, 9\u00a0h (Toronto)',
    );
  });
});

describe('a moment', () => {
  it.each([
    ['2027-09-23T13:00:00.000Z', 'America/New_York', 'Thu 23 Sep 2027, 09:00 (New York)'],
    ['2027-09-23T02:30:00.000Z', 'America/New_York', 'Wed 22 Sep 2027, 22:30 (New York)'],
    ['2027-09-23T04:00:00.000Z', 'America/New_York', 'Thu 23 Sep 2027, 00:00 (New York)'],
    ['2027-01-01T00:00:00.000Z', 'UTC', 'Fri 1 Jan 2027, 00:00 (UTC)'],
    ['2027-01-15T12:00:00.000Z', 'Australia/Lord_Howe', 'Fri 15 Jan 2027, 23:00 (Lord Howe)'],
  ] as const)('%s in %s reads %s', (at, zone, text) => {
    expect(formatMoment(at, zone)).toBe(text);
  });
});

describe('a zone', () => {
  it('is called by its city', () => {
    expect(formatZone('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(formatZone('UTC')).toBe('UTC');
  });
});
