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

// Names of our own: those of the machine differ from version to version ("Sep", "Sept").
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2027-09-23` as people read it, never ambiguous: `Thu 23 Sep 2027`. */
export function formatDay(day: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
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
export function formatMoment(at: Instant, zone: Zone): string {
  const parts = clockOf(zone).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}` as Day;
  return `${formatDay(date)}, ${part('hour')}:${part('minute')} (${formatZone(zone)})`;
}

/** The city of a zone, as people say it: `America/New_York` is `New York`. */
export function formatZone(zone: Zone): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
