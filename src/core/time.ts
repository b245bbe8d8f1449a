import { calendarNames } from './calendar-names.ts';
import { type Language, usualLanguage } from './language.ts';

/**
 * Time as plain data. Both types are text that sorts in the order of time, so a reply, a row and
 * a test can hold them as they are; the compiler still keeps a day and an instant apart.
 * Arithmetic lives in `src/dates`.
 */

/** A calendar date without a zone: `2027-09-23`. */
export type Day = `${number}-${number}-${number}`;

/** A moment in UTC, to the millisecond: `2027-09-23T13:00:00.000Z`. */
export type Instant = `${string}T${string}Z`;

/** An IANA time zone: `America/New_York`. */
export type Zone = string;

/** `2027-09-23` as people read it, never ambiguous: `Thu 23 Sep 2027`, `jeu. 23 sept. 2027`. */
export function formatDay(day: Day, language: Language = usualLanguage): string {
  const date = new Date(`${day}T00:00:00Z`);
  const { shortWeekdays, shortMonths } = calendarNames[language];
  const number = date.getUTCDate();
  // French counts the first of a month as its first, the other days as numbers.
  const ending = language === 'fr' && number === 1 ? 'er' : '';
  return `${shortWeekdays[date.getUTCDay()]} ${number}${ending} ${shortMonths[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `09:00` as a language writes it: `09:00`, or `9 h` and `17 h 30`, which no line may break. */
export function formatTime(time: string, language: Language = usualLanguage): string {
  if (language === 'en') return time;
  const [hour = '', minute = ''] = time.split(':');
  return [String(Number(hour)), 'h', ...(minute === '00' ? [] : [minute])].join('\u00a0');
}

const clocks = new Map<Zone, Intl.DateTimeFormat>();

/** Making a format is slow, so each zone's is kept; there are some four hundred zones at most. */
function clockOf(zone: Zone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  clocks.set(zone, clock);
  return clock;
}

/** An instant on the wall of its zone: `Thu 23 Sep 2027, 09:00 (New York)`. */
export function formatMoment(at: Instant, zone: Zone, language: Language = usualLanguage): string {
  const parts = clockOf(zone).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}` as Day;
  const time = formatTime(`${part('hour')}:${part('minute')}`, language);
  return `${formatDay(date, language)}, ${time} (${formatZone(zone)})`;
}

/** The city of a zone, as people say it: `America/New_York` is `New York`. */
export function formatZone(zone: Zone): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
