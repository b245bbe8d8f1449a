import type { Instant, Zone } from '../core/time.ts';
import { atWallClock, dayIn } from './calendar.ts';
import { readDate } from './read-date.ts';

/**
 * Reads `2027-08-25 09:00 America/New_York`: a date as people write it, a time (midnight when
 * left out) and a zone (the usual one when left out).
 */
export function readMoment(
  typed: string,
  usual: Zone,
  now: Instant,
): { readonly at: Instant; readonly zone: Zone } | { readonly problem: string } {
  const match = /^(.+?)(?:\s+(\d{1,2}:\d{2}))?(?:\s+([A-Za-z]+(?:\/[A-Za-z0-9_+-]+)*))?$/u.exec(typed.trim());
  const zone = match?.[3] !== undefined && isZone(match[3]) ? match[3] : usual;
  const date = match?.[3] !== undefined && zone !== match[3] ? `${match[1]} ${match[3]}` : (match?.[1] ?? typed);
  const time = (match?.[2] ?? '00:00').padStart(5, '0');
  const read = readDate(date.trim().toLowerCase(), dayIn(zone, now), 'future');
  if (!('day' in read) || !/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time)) {
    return { problem: `I cannot read “${typed}” as a moment. Try 2027-08-25 09:00 America/New_York.` };
  }
  return { at: atWallClock(read.day, time, zone), zone };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
