import type { Deadline } from '../communities/community.ts';
import type { ConfirmedDate } from '../communities/confirmed.ts';
import type { Day, Instant, Zone } from '../core/time.ts';
import { addDays, atWallClock, dayIn } from '../dates/calendar.ts';
import { type CalendarRow, type CalendarSystem, type DateKind, exactDay, tellable } from '../packs/calendar-row.ts';

/** Who says a date: the community itself, its admins who looked one of the season up, or a published page. */
export type SaidBy =
  | { readonly who: 'community' }
  | { readonly who: 'admins' }
  | { readonly who: 'source'; readonly source: string; readonly sure: boolean };

/** A date that a community reads in its digests. */
export interface AnnouncedDate {
  readonly name: string;
  readonly day: Day;
  /** On the wall of `zone`; `null` is the whole day. */
  readonly time: string | null;
  readonly zone: Zone;
  /** Whose date of the season it is; `null` where it is the community's own. */
  readonly system: CalendarSystem | null;
  readonly kind: DateKind | 'community';
  readonly by: SaidBy;
}

/** What a community's dates are made of. */
export interface DateSources {
  readonly deadlines: readonly Deadline[];
  readonly calendar: readonly CalendarRow[];
  readonly confirmed: readonly ConfirmedDate[];
}

/**
 * The community's own dates and those of the season, in the order of time. A date of low confidence,
 * or one of which only the month is known, is among them only where the admins here confirmed it.
 */
export function announcedDates(
  { deadlines, calendar, confirmed }: DateSources,
  services: readonly CalendarSystem[] | null,
): readonly AnnouncedDate[] {
  const vouched = new Map(confirmed.map((one) => [one.date, one]));
  const season = calendar
    .filter(({ system }) => services === null || services.includes(system))
    .flatMap((row) => seasonDate(row, vouched.get(row.id)) ?? []);
  const key = ({ day, time, name }: AnnouncedDate) => `${day} ${time ?? ''} ${name}`;
  return [...deadlines.map(ownDate), ...season].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function ownDate({ name, day, time, zone }: Deadline): AnnouncedDate {
  return { name, day, time, zone, system: null, kind: 'community', by: { who: 'community' } };
}

function seasonDate(row: CalendarRow, vouched: ConfirmedDate | undefined): AnnouncedDate | undefined {
  const { event: name, zone, system, kind, source, confidence } = row;
  if (vouched) return { name, day: vouched.day, time: vouched.time, zone, system, kind, by: { who: 'admins' } };
  const day = exactDay(row);
  if (day === undefined || !tellable(row)) return undefined;
  const by: SaidBy = { who: 'source', source, sure: confidence === 'high' };
  return { name, day, time: row.time ?? null, zone, system, kind, by };
}

/** Those that lie ahead within so many days, in their order; a passed hour counts as past. */
export function upcoming<D extends Pick<AnnouncedDate, 'day' | 'time' | 'zone'>>(
  dates: readonly D[],
  now: Instant,
  days: number,
): readonly D[] {
  return dates.filter(({ day, time, zone }) => {
    const today = dayIn(zone, now);
    if (day < today || day > addDays(today, days)) return false;
    return time === null || atWallClock(day, time, zone) > now;
  });
}
