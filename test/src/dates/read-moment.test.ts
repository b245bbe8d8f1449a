import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/core/time.ts';
import { readMoment } from '../../../src/dates/read-moment.ts';

/** A Thursday morning in New York. */
const now: Instant = '2027-03-18T15:00:00.000Z';

const read = (typed: string, usual = 'America/New_York') => readMoment(typed, usual, now);

describe('a moment', () => {
  it.each<[string, Instant, string]>([
    ['2027-08-25 09:00 America/New_York', '2027-08-25T13:00:00.000Z', 'America/New_York'],
    ['2027-08-25 09:00 America/Los_Angeles', '2027-08-25T16:00:00.000Z', 'America/Los_Angeles'],
    ['2027-08-25 09:00 UTC', '2027-08-25T09:00:00.000Z', 'UTC'],
    ['2027-08-25 09:00 America/Port-au-Prince', '2027-08-25T13:00:00.000Z', 'America/Port-au-Prince'],
    ['2027-08-25 09:00 America/Argentina/Ushuaia', '2027-08-25T12:00:00.000Z', 'America/Argentina/Ushuaia'],
    ['2027-08-25 09:00', '2027-08-25T13:00:00.000Z', 'America/New_York'],
    ['  2027-08-25   9:00 ', '2027-08-25T13:00:00.000Z', 'America/New_York'],
    ['2027-08-25', '2027-08-25T04:00:00.000Z', 'America/New_York'],
    ['2027-08-25 Europe/London', '2027-08-24T23:00:00.000Z', 'Europe/London'],
    ['sep 23 17:30', '2027-09-23T21:30:00.000Z', 'America/New_York'],
    ['Sep 23', '2027-09-23T04:00:00.000Z', 'America/New_York'],
    ['23 sep', '2027-09-23T04:00:00.000Z', 'America/New_York'],
    ['9/23 08:00', '2027-09-23T12:00:00.000Z', 'America/New_York'],
    ['tomorrow 9:00', '2027-03-19T13:00:00.000Z', 'America/New_York'],
    ['next fri', '2027-03-26T04:00:00.000Z', 'America/New_York'],
    ['next fri 17:00', '2027-03-26T21:00:00.000Z', 'America/New_York'],
    ['in 3 weeks', '2027-04-08T04:00:00.000Z', 'America/New_York'],
    ['2027-03-14 02:30', '2027-03-14T07:00:00.000Z', 'America/New_York'],
  ])('“%s” is %s, told in %s', (typed, at, zone) => {
    expect(read(typed)).toEqual({ at, zone });
  });

  it('has today of its own zone for “tomorrow”', () => {
    expect(readMoment('tomorrow', 'UTC', '2027-03-18T23:30:00.000Z')).toEqual({
      at: '2027-03-19T00:00:00.000Z',
      zone: 'UTC',
    });
    expect(readMoment('tomorrow UTC', 'Asia/Tokyo', '2027-03-18T23:30:00.000Z')).toEqual({
      at: '2027-03-19T00:00:00.000Z',
      zone: 'UTC',
    });
    expect(readMoment('tomorrow', 'Asia/Tokyo', '2027-03-18T23:30:00.000Z')).toEqual({
      at: '2027-03-19T15:00:00.000Z',
      zone: 'Asia/Tokyo',
    });
  });
});

describe('what is no moment', () => {
  it.each([
    '',
    'x',
    'America/New_York',
    '09:00',
    '2027-02-30 09:00',
    'sep 23 24:00',
    'sep 23 9:60',
    '2027-08-25 09:00 Narnia/Lantern',
  ])('“%s” is told how to write one', (typed) => {
    expect(read(typed)).toEqual({
      problem: `I cannot read “${typed}” as a moment. Try 2027-08-25 09:00 America/New_York.`,
    });
  });
});
