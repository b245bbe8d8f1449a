import ICAL from 'ical.js';
import { isBlank, shorten, tidyLine, unkeepable } from '../core/text.ts';
import type { Day, Zone } from '../core/time.ts';
import { dayFrom, instantOf, zoned } from '../dates/calendar.ts';
import { readZone } from '../members/zones.ts';

/** The most entries that are read of one calendar; one with more is refused as a whole. */
export const mostEvents = 500;

/** Why an entry of a calendar is no date that can be taken over. */
export type EventTrouble = 'recurring' | 'cancelled' | 'no-name' | 'no-date';

/** One entry of a calendar file: its name, and its date or why it has none. */
export type ReadEvent =
  | {
      readonly name: string;
      readonly day: Day;
      /** `17:00` on the wall of `zone`; `null` is the whole day. */
      readonly time: string | null;
      readonly zone: Zone;
    }
  | { readonly name: string; readonly trouble: EventTrouble };

export type ReadCalendar =
  | { readonly events: readonly ReadEvent[] }
  | { readonly problem: 'unreadable' | 'empty' }
  | { readonly problem: 'too-many'; readonly found: number };

/** A property as the library reads it: name, parameters, type, values. Nothing in it is to be trusted. */
type Property = readonly [string, Readonly<Record<string, unknown>>, string, ...unknown[]];
type Component = readonly [string, readonly Property[], readonly Component[]];

/**
 * The entries of an iCalendar file. Where an entry names no zone that is known, its hour is on the
 * wall of `zone`. No rule of recurrence and no zone of the file's own is ever reckoned with: what
 * they cost is for the writer of the file to choose.
 */
export function readCalendar(text: string, zone: Zone, longestName: number): ReadCalendar {
  const calendars = parse(text);
  if (!calendars) return { problem: 'unreadable' };
  const events = calendars.flatMap(([, , parts]) => parts.filter(([name]) => name === 'vevent'));
  if (events.length === 0) return { problem: 'empty' };
  if (events.length > mostEvents) return { problem: 'too-many', found: events.length };
  return { events: events.map((event) => readEvent(event, zone, longestName)) };
}

/** The calendars of a file; `undefined` where it is none, which the library says in many ways. */
function parse(text: string): readonly Component[] | undefined {
  try {
    const read: unknown = ICAL.parse(text);
    if (!Array.isArray(read)) return undefined;
    const all = (typeof read[0] === 'string' ? [read] : read) as readonly Component[];
    return all.every(([name, , parts]) => name === 'vcalendar' && Array.isArray(parts)) ? all : undefined;
  } catch {
    return undefined;
  }
}

function readEvent([, properties]: Component, zone: Zone, longestName: number): ReadEvent {
  const find = (name: string) => properties.find(([one]) => one === name);
  const text = (name: string) => String(find(name)?.[3] ?? '');
  const name = readName(text('summary'), longestName);
  if (name === '') return { name, trouble: 'no-name' };
  if (text('status').toUpperCase() === 'CANCELLED') return { name, trouble: 'cancelled' };
  if (['rrule', 'rdate', 'exrule', 'recurrence-id'].some(find)) return { name, trouble: 'recurring' };
  const start = find('dtstart');
  const when = start && readStart(String(start[3]), String(start[1].tzid ?? ''), zone);
  return when ? { name, ...when } : { name, trouble: 'no-date' };
}

/** A name that can be kept and shown: what cannot is taken out of it. */
function readName(text: string, longest: number): string {
  const kept = tidyLine([...text].filter((sign) => /\s/u.test(sign) || unkeepable(sign) === undefined).join(''));
  return isBlank(kept) ? '' : shorten(kept, longest);
}

const start = /^(\d{4})-(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):([0-5]\d):\d{2}(Z?))?$/u;

/** `2027-09-22`, `2027-09-22T17:00:00`, or the latter in UTC, which is put on the wall of `zone`. */
function readStart(
  text: string,
  named: string,
  zone: Zone,
): { readonly day: Day; readonly time: string | null; readonly zone: Zone } | undefined {
  const [, year, month, dayOfMonth, hour, minute, utc] = start.exec(text) ?? [];
  const day = dayFrom(Number(year), Number(month), Number(dayOfMonth));
  if (day === undefined) return undefined;
  if (hour === undefined) return { day, time: null, zone };
  if (utc === 'Z') return onWall(Date.parse(`${day}T${hour}:${minute}:00Z`), zone);
  const read = readZone(named);
  return { day, time: `${hour}:${minute}`, zone: named !== '' && 'zone' in read ? read.zone : zone };
}

function onWall(milliseconds: number, zone: Zone) {
  const clock = zoned(instantOf(milliseconds), zone);
  const time = clock.toPlainTime().toString({ smallestUnit: 'minute' });
  return { day: clock.toPlainDate().toString() as Day, time, zone };
}
