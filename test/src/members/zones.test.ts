import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZone, searchZones } from '../../../src/members/zones.ts';

const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** As this machine calls the zone: `Asia/Kolkata` and `Asia/Calcutta` are one. */
function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

function zoneOf(typed: string): string | undefined {
  const read = readZone(typed);
  return 'zone' in read ? canonical(read.zone) : undefined;
}

describe('the zone that somebody means', () => {
  it.each([
    ['America/New_York', 'America/New_York'],
    ['america/new_york', 'America/New_York'],
    ['America/New York', 'America/New_York'],
    ['utc', 'UTC'],
    // A city that a zone is named after.
    ['chicago', 'America/Chicago'],
    [' New   York ', 'America/New_York'],
    ['st_johns', 'America/St_Johns'],
    ['LONDON', 'Europe/London'],
    // A city that none is named after, or not any more.
    ['boston', 'America/New_York'],
    ['San Francisco', 'America/Los_Angeles'],
    ['mumbai', 'Asia/Kolkata'],
    ['kolkata', 'Asia/Kolkata'],
    ['calcutta', 'Asia/Kolkata'],
    ['Kathmandu', 'Asia/Kathmandu'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['kyiv', 'Europe/Kyiv'],
    // As people say it.
    ['Eastern', 'America/New_York'],
    ['EST', 'America/New_York'],
    ['edt', 'America/New_York'],
    ['ct', 'America/Chicago'],
    ['mountain', 'America/Denver'],
    ['PST', 'America/Los_Angeles'],
    ['hawaii', 'Pacific/Honolulu'],
    ['GMT', 'UTC'],
    // Old names and new ones.
    ['US/Eastern', 'America/New_York'],
    ['us/pacific', 'America/Los_Angeles'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
  ])('“%s” is %s', (typed, zone) => {
    expect(zoneOf(typed)).toBe(canonical(zone));
  });

  it('is any zone of this machine by its name', () => {
    for (const zone of known) expect(readZone(zone)).toEqual({ zone });
  });

  it.each([
    ['chicag', 'America/Chicago'],
    ['chicgao', 'America/Chicago'],
    ['los angelse', 'America/Los_Angeles'],
    ['toront', 'America/Toronto'],
    ['argentina', 'America/Argentina/'],
    ['UTC+2', 'UTC'],
  ])('“%s” is none, and %s is near', (typed, near) => {
    const read = readZone(typed);
    expect('nearest' in read ? read.nearest.join(' ') : 'a zone').toContain(near);
  });

  it.each([
    'xyzzy',
    'constructor',
    '__proto__',
    'toString',
    'Etc',
    'Narnia/Lantern',
    '../../etc/passwd',
    '王',
    'x'.repeat(10_000),
  ])('“%.20s” is none, and nothing is near', (typed) => {
    expect(readZone(typed)).toEqual({ nearest: [] });
  });

  it('is one that this machine can reckon with, or at most three to choose from', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 12 }),
          fc.constantFrom(...known).map((zone) => zone.slice(2, 9)),
        ),
        (typed) => {
          const read = readZone(typed);
          const zones = 'zone' in read ? [read.zone] : read.nearest;
          expect(zones.length).toBeLessThanOrEqual(3);
          for (const zone of zones) expect(canonical(zone)).toMatch(/./u);
        },
      ),
    );
  });
});

describe('zones while somebody types', () => {
  it('are the usual ones at first', () => {
    expect(searchZones(' ', 25)).toEqual([
      'America/New_York',
      'America/Chicago',
      'America/Denver',
      'America/Los_Angeles',
      'America/Toronto',
    ]);
    expect(searchZones('', 2)).toEqual(['America/New_York', 'America/Chicago']);
  });

  it('are those that begin with it, then those that hold it, once each', () => {
    expect(searchZones('chi', 25)[0]).toBe('America/Chicago');
    expect(searchZones('america/ch', 25)).toContain('America/Chicago');
    const found = searchZones('york', 25);
    expect(found).toEqual(['America/New_York']);
    expect(new Set(searchZones('a', 25)).size).toBe(25);
  });

  it('have first what people say', () => {
    expect(searchZones('eastern', 3)).toEqual(['America/New_York']);
    expect(searchZones('boston', 3)).toEqual(['America/New_York']);
    expect(searchZones('constructor', 3)).toEqual([]);
  });
});
