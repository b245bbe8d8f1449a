import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/exchange/calendar-file.ts';
import { mostEvents, readCalendar } from '../../../src/exchange/read-calendar.ts';

const read = (text: string) => readCalendar(text, 'America/New_York', 120);
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
const only = (...lines: readonly string[]) => {
  const made = read(calendar(event(...lines)));
  return 'events' in made ? made.events[0] : made;
};

describe('an entry of a calendar', () => {
  it.each([
    ['a whole day', 'DTSTART;VALUE=DATE:20270922', ['2027-09-22', null, 'America/New_York']],
    ['an hour in a zone', 'DTSTART;TZID=America/Chicago:20270922T170000', ['2027-09-22', '17:00', 'America/Chicago']],
    ['an hour of no zone', 'DTSTART:20270922T170000', ['2027-09-22', '17:00', 'America/New_York']],
    ['an hour in UTC', 'DTSTART:20270923T013000Z', ['2027-09-22', '21:30', 'America/New_York']],
    ['a zone nobody knows', 'DTSTART;TZID=Nowhere:20270922T170000', ['2027-09-22', '17:00', 'America/New_York']],
  ])('is read with its date: %s', (_, start, [day, time, zone]) => {
    expect(only('SUMMARY:Letters due', start)).toEqual({ name: 'Letters due', day, time, zone });
  });

  it.each([
    ['recurring', ['SUMMARY:Weekly', 'DTSTART;VALUE=DATE:20270922', 'RRULE:FREQ=WEEKLY']],
    ['recurring', ['SUMMARY:Some', 'DTSTART;VALUE=DATE:20270922', 'RDATE;VALUE=DATE:20270923']],
    ['cancelled', ['SUMMARY:Off', 'DTSTART;VALUE=DATE:20270922', 'STATUS:CANCELLED']],
    ['no-date', ['SUMMARY:When']],
    ['no-date', ['SUMMARY:No such day', 'DTSTART;VALUE=DATE:20270230']],
    ['no-date', ['SUMMARY:No such hour', 'DTSTART:20270922T996100']],
    ['no-name', ['DTSTART;VALUE=DATE:20270922']],
    ['no-name', ['SUMMARY:\u200b\u202e', 'DTSTART;VALUE=DATE:20270922']],
  ])('is left out as %s: %j', (trouble, lines) => {
    expect(only(...lines)).toMatchObject({ trouble });
  });

  it('has a name that can be shown: on one line, without what turns text around, not too long', () => {
    expect(only('SUMMARY:A\\nB\u202e\u0007 C', 'DTSTART;VALUE=DATE:20270922')).toMatchObject({ name: 'A B C' });
    const long = only(`SUMMARY:${'x'.repeat(10_000)}`, 'DTSTART;VALUE=DATE:20270922');
    expect(long).toMatchObject({ name: `${'x'.repeat(119)}…` });
  });
});

describe('a calendar file', () => {
  it('is read as this bot writes one', () => {
    const time = { kind: 'moment', at: '2027-09-22T21:00:00.000Z', zone: 'America/New_York' } as const;
    const written = calendarOf([{ uid: 'a', time, title: 'Due; now, here', description: '' }], {
      name: 'Mine',
      language: 'en',
      now: '2027-08-25T13:00:00.000Z',
    });
    expect(read(written)).toEqual({
      events: [{ name: 'Due; now, here', day: '2027-09-22', time: '17:00', zone: 'America/New_York' }],
    });
  });

  it.each([
    ['words', 'hello'],
    ['a table', 'a,b\n1,2'],
    ['one that ends early', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A'],
    ['a visiting card', 'BEGIN:VCARD\r\nFN:A\r\nEND:VCARD'],
    ['an object', '{"events":[]}'],
  ])('is refused where it is none: %s', (_, text) => {
    expect(read(text)).toEqual({ problem: 'unreadable' });
  });

  it('is refused without entries, and with too many', () => {
    const one = event('SUMMARY:A', 'DTSTART;VALUE=DATE:20270922');
    expect(read(calendar())).toEqual({ problem: 'empty' });
    expect(read(calendar(...Array(mostEvents + 1).fill(one)))).toEqual({ problem: 'too-many', found: mostEvents + 1 });
  });

  it.each([
    ['a rule that comes every second for ever', event('SUMMARY:A', 'DTSTART:20270922T170000', 'RRULE:FREQ=SECONDLY')],
    [
      'a zone of its own that never ends',
      `BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nRRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n${event('SUMMARY:A', 'DTSTART;TZID=Mine:20270922T170000')}`,
    ],
    ['depth', `${'BEGIN:X\r\n'.repeat(20_000)}${'END:X\r\n'.repeat(20_000)}`],
    ['a line of parameters', event(`SUMMARY${';A=B'.repeat(100_000)}:A`, 'DTSTART;VALUE=DATE:20270922')],
    [
      'a line that is folded again and again',
      event(`SUMMARY:A${'\r\n x'.repeat(100_000)}`, 'DTSTART;VALUE=DATE:20270922'),
    ],
    ['a name of the language', event('__PROTO__;__PROTO__=x:A', 'CONSTRUCTOR:A', 'SUMMARY:A')],
    ['quotes without end', event(`SUMMARY;X="${'a'.repeat(400_000)}`, 'DTSTART;VALUE=DATE:20270922')],
  ])('costs little, whatever it holds: %s', (_, inside) => {
    const started = performance.now();
    read(calendar(inside));
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('never throws, whatever is in it', () => {
    const piece = fc.constantFrom(
      'BEGIN:',
      'END:',
      'VCALENDAR',
      'VEVENT',
      'DTSTART',
      'SUMMARY',
      ';',
      ':',
      '=',
      '"',
      '\r\n',
      ' ',
      '2027',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 }))), (parts) => {
        read(parts.join(''));
        read(calendar(event(parts.join(''), 'DTSTART;VALUE=DATE:20270922')));
      }),
    );
  });
});
