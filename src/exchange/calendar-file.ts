import ical, { ICalEventTransparency } from 'ical-generator';
import type { Day, Instant, Zone } from '../core/time.ts';
import { addDays, addMilliseconds, atWallClock, type ClockRule, clockRules, zoned } from '../dates/calendar.ts';

/** When something is: all of a day, or at a moment on the wall of a zone. */
export type EventTime =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'moment'; readonly at: Instant; readonly zone: Zone };

/** One entry of a calendar. */
export interface CalendarEvent {
  /** The same at every writing, so that a calendar that fetches it anew changes the entry and adds none. */
  readonly uid: string;
  readonly time: EventTime;
  readonly title: string;
  readonly description: string;
}

/** What a calendar says of itself. */
export interface CalendarHead {
  /** As programs show it among others. */
  readonly name: string;
  readonly language: string;
  /** When it was written. */
  readonly now: Instant;
}

/**
 * The text of an iCalendar file (RFC 5545). A day is `VALUE=DATE` and ends with the next one, which is
 * no part of it; a moment stands on the clock of its zone, whose rules go along. Nothing blocks the
 * day, nothing rings, and there is no method: it is a list of dates and no invitation.
 */
export function calendarOf(events: readonly CalendarEvent[], { name, language, now }: CalendarHead): string {
  const moments = events.flatMap(({ time }) => (time.kind === 'moment' ? [time] : []));
  const calendar = ical({
    // The library writes a name as it stands.
    name: escaped(plain(name)),
    prodId: { company: 'lorbot', product: 'letters', language: language.toUpperCase() },
    scale: 'GREGORIAN',
    timezone: { name: null, generator: (zone) => zoneRules(zone, moments) },
  });
  for (const { uid, time, title, description } of events) {
    calendar.createEvent({
      id: uid.replace(/[^\w.@:-]/gu, '-'),
      stamp: new Date(now),
      summary: plain(title),
      description: plain(description) || null,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...timeOf(time),
    });
  }
  // Every line ends, the last one too.
  return `${calendar.toString()}\r\n`;
}

function timeOf(time: EventTime) {
  if (time.kind === 'day') {
    // The library reads a date as midnight in UTC, and writes it as such.
    return { allDay: true, start: time.day, end: addDays(time.day, 1) };
  }
  const start = zoned(time.at, time.zone);
  return { start, timezone: isSaidByClock(time) ? time.zone : null };
}

/** Where clocks are put back, the second of two equal times has no name but its UTC. */
function isSaidByClock({ at, zone }: { readonly at: Instant; readonly zone: Zone }): boolean {
  const clock = zoned(at, zone);
  const day = clock.toPlainDate().toString() as Day;
  return zone !== 'UTC' && atWallClock(day, clock.toPlainTime().toString(), zone) === at;
}

/** Milliseconds around the moments of a zone in which its rules are told: a year. */
const around = 366 * 24 * 60 * 60_000;

/** The rules of a zone's clocks around the moments that stand in it, as a component of a calendar. */
function zoneRules(zone: Zone, moments: readonly { readonly at: Instant; readonly zone: Zone }[]): string {
  const times = moments.filter((moment) => moment.zone === zone).map(({ at }) => at);
  const [first, last] = [times.toSorted()[0], times.toSorted().at(-1)];
  if (first === undefined || last === undefined) return '';
  const rules = clockRules(zone, addMilliseconds(first, -around), addMilliseconds(last, around));
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...rules.flatMap(ruleLines), 'END:VTIMEZONE'];
  return lines.join('\r\n');
}

function ruleLines({ since, before, offset, ahead }: ClockRule): readonly string[] {
  const kind = ahead ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${(since ?? '1970-01-01T00:00:00').replace(/[-:]/gu, '')}`,
    `TZOFFSETFROM:${before.replaceAll(':', '')}`,
    `TZOFFSETTO:${offset.replaceAll(':', '')}`,
    `END:${kind}`,
  ];
}

/** Text as a calendar can hold it: lines stay lines, other controls and halves of characters do not. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}
