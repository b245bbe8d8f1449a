import type { ConfirmedDate } from '../communities/confirmed.ts';
import type { Day } from '../core/time.ts';
import { daysBetween } from '../dates/calendar.ts';
import type { CalendarRow } from '../packs/calendar-row.ts';
import { isAhead, packsAhead, type SeasonPack } from '../packs/season-pack.ts';

/** Days after which the dates of a season should be looked up again. */
export const staleAfter = 120;

export function isStale({ checked }: SeasonPack, today: Day): boolean {
  return daysBetween(checked, today) > staleAfter;
}

/** The packs that nobody looked up for long, and of which something ahead is not confirmed here either. */
export function stalePacks(
  calendar: readonly CalendarRow[],
  confirmed: readonly ConfirmedDate[],
  today: Day,
): readonly SeasonPack[] {
  const vouched = new Set(confirmed.map(({ date }) => date));
  return packsAhead(calendar, today).filter(
    (pack) => isStale(pack, today) && pack.rows.some((row) => isAhead(row, today) && !vouched.has(row.id)),
  );
}
