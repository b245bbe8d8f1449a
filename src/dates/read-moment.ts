import { readTime } from '../core/read-args.ts';
import type { Instant, Zone } from '../core/time.ts';
import { atWallClock, dayIn } from './calendar.ts';
import { readDate } from './read-date.ts';

type Moment = { readonly at: Instant; readonly zone: Zone } | { readonly problem: string };

/**
 * Reads `2027-08-25 09:00 America/New_York`: a date as people write it, a time (midnight when
 * left out) and an IANA zone (the usual one when left out).
 */
export function readMoment(typed: string, usual: Zone, now: Instant): Moment {
  const words = typed.trim().split(/\s+/u);
  const named = zoneNamed(words.at(-1) ?? '');
  const zone = named ?? usual;
  const { date, time } = timeAtEnd(named ? words.slice(0, -1) : words);
  const read = readDate(date, dayIn(zone, now), 'future');
  if (!('day' in read)) {
    return { problem: `I cannot read “${typed}” as a moment. Try 2027-08-25 09:00 America/New_York.` };
  }
  return { at: atWallClock(read.day, time, zone), zone };
}

/** Takes the time off the end of the words: `9:00`, or `9 am` in two words. */
function timeAtEnd(words: readonly string[]): { readonly date: string; readonly time: string } {
  for (const count of [2, 1]) {
    const time = words.length > count ? readTime(words.slice(-count).join(' ')) : undefined;
    if (time !== undefined) return { date: words.slice(0, -count).join(' '), time };
  }
  return { date: words.join(' '), time: '00:00' };
}

/** The zone of that name as the machine spells it. Three letters (`fri`, `EST`) are none of ours, but UTC is. */
function zoneNamed(name: string): Zone | undefined {
  if (!name.includes('/') && name.toUpperCase() !== 'UTC') return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone;
  } catch {
    return undefined;
  }
}
