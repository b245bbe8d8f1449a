import { describe, expect, it } from 'vitest';
import { formatDay, formatMoment, formatZone } from '../../../src/core/time.ts';

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
