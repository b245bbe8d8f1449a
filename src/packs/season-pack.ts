import type { Day } from '../core/time.ts';
import { type CalendarRow, type CalendarSystem, calendarSystems } from './calendar-row.ts';

/** The dates of one service, or match, in one season: what one looks after at a time. */
export interface SeasonPack {
  readonly system: CalendarSystem;
  readonly season: string;
  /** In the order of time. */
  readonly rows: readonly CalendarRow[];
  /** The latest day on which any of them was looked up. */
  readonly checked: Day;
}

/** The packs that still have a date to come, by whose they are and by season; a month counts to its end. */
export function packsAhead(calendar: readonly CalendarRow[], today: Day): readonly SeasonPack[] {
  const packs = calendarSystems.flatMap((system) => {
    const rows = calendar.filter((row) => row.system === system);
    const seasons = [...new Set(rows.map(({ season }) => season))].toSorted();
    return seasons.map((season): SeasonPack => {
      const own = rows.filter((row) => row.season === season);
      return {
        system,
        season,
        rows: own,
        checked:
          own
            .map(({ checked }) => checked)
            .toSorted()
            .at(-1) ?? today,
      };
    });
  });
  return packs.filter(({ rows }) => rows.some((row) => isAhead(row, today)));
}

/** Whether a row lies ahead: today still does, and a month of which no day is known until it is over. */
export function isAhead({ day }: Pick<CalendarRow, 'day'>, today: Day): boolean {
  return day >= today.slice(0, day.length);
}
