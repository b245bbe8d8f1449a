/**
 * Time as plain data. Both types are text that sorts in the order of time, so a reply, a row and
 * a test can hold them as they are; the compiler still keeps a day and an instant apart.
 * Arithmetic and zones live in `src/dates`.
 */

/** A calendar date without a zone: `2027-09-23`. */
export type Day = `${number}-${number}-${number}`;

/** A moment in UTC, to the millisecond: `2027-09-23T13:00:00.000Z`. */
export type Instant = `${string}T${string}Z`;

/** An IANA time zone: `America/New_York`. */
export type Zone = string;

const dayNames = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2027-09-23` as people read it, never ambiguous: `Thu 23 Sep 2027`. */
export function formatDay(day: Day): string {
  return dayNames.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

const momentFormats = new Map<Zone, Intl.DateTimeFormat>();

function momentFormat(zone: Zone): Intl.DateTimeFormat {
  let format = momentFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    });
    momentFormats.set(zone, format);
  }
  return format;
}

/** An instant on the wall of its zone: `Thu 23 Sep 2027, 09:00 (New York)`. */
export function formatMoment(at: Instant, zone: Zone): string {
  const parts = Object.fromEntries(
    momentFormat(zone)
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value]),
  );
  const { weekday, day, month, year, hour, minute } = parts;
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute} (${formatZone(zone)})`;
}

/** The city of a zone, as people say it: `America/New_York` is `New York`. */
export function formatZone(zone: Zone): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
