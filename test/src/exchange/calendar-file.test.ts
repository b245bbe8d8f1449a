import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../src/core/time.ts';
import { addDays, instantOf } from '../../../src/dates/calendar.ts';
import { type CalendarEvent, calendarOf } from '../../../src/exchange/calendar-file.ts';

const now: Instant = '2027-08-25T13:00:00.000Z';
const head = { name: 'Letters of recommendation', language: 'en', now };

function onDay(day: Day, more: Partial<CalendarEvent> = {}): CalendarEvent {
  return { uid: 'letter-1-due@lorbot', time: { kind: 'day', day }, title: 'Dr. Chen: due', description: '', ...more };
}

function atMoment(at: Instant, zone: string, more: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'deadline-1@lorbot',
    time: { kind: 'moment', at, zone },
    title: 'ERAS opens',
    description: '',
    ...more,
  };
}

function read(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text));
}

/** The events of a calendar as another library reads them. */
function events(text: string): readonly ICAL.Event[] {
  return read(text)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
}

describe('a calendar', () => {
  it('has a day as a date that ends with the next one', () => {
    const [event] = events(calendarOf([onDay('2027-12-31')], head));
    expect(event?.startDate.isDate).toBe(true);
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2027-12-31', '2028-01-01']);
    expect(event?.duration.toString()).toBe('P1D');
  });

  it('says what it is, when it was written, and asks nothing of anybody', () => {
    const text = calendarOf([onDay('2027-09-23')], head);
    const calendar = read(text);
    const [event] = calendar.getAllSubcomponents('vevent');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//lorbot//letters//EN');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Letters of recommendation');
    expect(calendar.getFirstPropertyValue('method')).toBeNull();
    expect(String(event?.getFirstPropertyValue('dtstamp'))).toBe('2027-08-25T13:00:00Z');
    expect(event?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(event?.getAllSubcomponents()).toEqual([]);
  });

  it('keeps the names of its events, so that reading it again adds none', () => {
    const list = [onDay('2027-09-23'), onDay('2027-09-30', { uid: 'letter-2-due@lorbot' })];
    const uids = (text: string) => events(text).map(({ uid }) => uid);
    expect(uids(calendarOf(list, head))).toEqual(['letter-1-due@lorbot', 'letter-2-due@lorbot']);
    expect(calendarOf(list, head)).toBe(calendarOf(list, head));
  });

  it('is the same on a machine anywhere', () => {
    const list = [onDay('2027-09-23'), atMoment('2027-09-22T21:00:00.000Z', 'America/New_York')];
    const before = process.env.TZ;
    const texts = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'].map((zone) => {
      process.env.TZ = zone;
      return [new Date(0).getHours(), calendarOf(list, head)] as const;
    });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(texts.map(([hour]) => hour)).size).toBeGreaterThan(2);
    expect(new Set(texts.map(([, text]) => text)).size).toBe(1);
  });

  it.each<[string, Instant, string, string]>([
    ['summer in New York', '2027-09-22T21:00:00.000Z', 'America/New_York', '2027-09-22T17:00:00'],
    ['winter in New York', '2027-12-01T14:00:00.000Z', 'America/New_York', '2027-12-01T09:00:00'],
    ['the first hour of summer', '2027-03-14T07:00:00.000Z', 'America/New_York', '2027-03-14T03:00:00'],
    ['the last hour of winter', '2027-03-14T06:59:00.000Z', 'America/New_York', '2027-03-14T01:59:00'],
    ['a zone of half hours', '2027-09-22T12:00:00.000Z', 'America/St_Johns', '2027-09-22T09:30:00'],
    ['a zone that changes nothing', '2027-09-22T12:00:00.000Z', 'Asia/Kolkata', '2027-09-22T17:30:00'],
    ['the other side of the earth', '2027-09-25T15:00:00.000Z', 'Pacific/Auckland', '2027-09-26T04:00:00'],
  ])('has a moment on the clock of its zone: %s', (_, at, zone, clock) => {
    const [event] = events(calendarOf([atMoment(at, zone)], head));
    expect(event?.startDate.toString()).toBe(clock);
    expect(event?.startDate.zone.tzid).toBe(zone);
    expect(event?.startDate.toJSDate().toISOString()).toBe(at);
  });

  it('has a moment in UTC where the clock shows its time for the second time, or is in UTC', () => {
    for (const [at, zone] of [
      ['2027-11-07T06:30:00.000Z', 'America/New_York'],
      ['2027-11-07T06:30:00.000Z', 'UTC'],
    ] as const) {
      const text = calendarOf([atMoment(at, zone)], head);
      expect(text).toContain('DTSTART:20271107T063000Z');
      expect(events(text)[0]?.startDate.toJSDate().toISOString()).toBe(at);
    }
    expect(calendarOf([atMoment('2027-11-07T05:30:00.000Z', 'America/New_York')], head)).toContain('T013000');
  });

  it('has any moment of any zone right', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const moments = fc
      .integer({ min: 0, max: 4 * 365 * 24 * 4 })
      .map((quarters) => instantOf(Date.parse('2026-01-01T00:00:00Z') + quarters * 900_000));
    fc.assert(
      fc.property(fc.array(fc.tuple(moments, zones), { minLength: 1, maxLength: 3 }), (list) => {
        const read_ = events(
          calendarOf(
            list.map(([at, zone], index) => atMoment(at, zone, { uid: `e${index}` })),
            head,
          ),
        );
        expect(read_.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual(list.map(([at]) => at));
      }),
      { numRuns: 200 },
    );
  });

  it('has any day right, and none of them moved by a zone', () => {
    const days = fc.integer({ min: 0, max: 5_000 }).map((number) => addDays('2020-01-01', number));
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 4 }), (list) => {
        const text = calendarOf(
          list.map((day, index) => onDay(day, { uid: `e${index}` })),
          head,
        );
        expect(events(text).map(({ startDate }) => startDate.toString())).toEqual(list);
      }),
    );
  });

  const long = '陳大文教授的推薦信 · ד״ר חנה לוי · 🦉🇨🇦 '.repeat(12).trim();

  it('keeps what was written, whatever the signs and the language', () => {
    const title = 'Dr. O’Brien; "IM", \\n ERAS: due';
    const description = 'First line\nSecond; with, signs \\ and :\n\n- a point';
    const [event] = events(calendarOf([onDay('2027-09-23', { title, description })], head));
    expect([event?.summary, event?.description]).toEqual([title, description]);
    expect(events(calendarOf([onDay('2027-09-23', { title: long })], head))[0]?.summary).toBe(long);
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => /^\P{C}+$/u.test(text) && text.trim() === text);
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [back] = events(calendarOf([onDay('2027-09-23', { title: one, description: other })], head));
        expect([back?.summary, back?.description]).toEqual([one, other]);
      }),
    );
  });

  it('lets no text add a line of its own', () => {
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM\u0000\u0007';
    const text = calendarOf([onDay('2027-09-23', { uid: evil, title: evil, description: evil })], {
      ...head,
      name: `${evil}, ;\\`,
    });
    expect(events(text)).toHaveLength(1);
    expect(text).not.toMatch(/^BEGIN:VALARM/mu);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f]/u);
    // The reader does not know this property and gives it as it stands.
    expect(read(text).getFirstPropertyValue('x-wr-calname')).toBe('x\\nEND:VEVENT\\nBEGIN:VALARM  \\, \\;\\\\');
  });

  it('has lines of at most 75 bytes that end in CRLF, the last one too', () => {
    const text = calendarOf(
      [onDay('2027-09-23', { title: long, description: long }), atMoment(now, 'America/Argentina/ComodRivadavia')],
      { ...head, name: long },
    );
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('may have nothing in it', () => {
    expect(events(calendarOf([], head))).toEqual([]);
  });
});
