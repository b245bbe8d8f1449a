import type { Day } from '../core/time.ts';
import { addDays, addMonths } from '../dates/calendar.ts';
import { type CalendarSystem, exactDay } from '../packs/calendar-row.ts';
import type { Packs } from '../packs/pack.ts';
import type { ServiceId } from '../packs/service.ts';

/** Whose Match Day ends the season of a service. */
const matchOf: Readonly<Record<ServiceId, CalendarSystem>> = {
  eras: 'nrmp',
  residencycas: 'nrmp',
  carms: 'carms',
  'sf-match': 'sf-match',
};

/**
 * The Match Day of a service's season, for planning of our own: where only its month is known, the end
 * of that. How sure the row is does not matter here, since the day itself is told to nobody.
 */
export function matchDayOf({ calendar }: Pick<Packs, 'calendar'>, service: ServiceId, season: string): Day | undefined {
  const row = calendar.find(({ id }) => id === `${matchOf[service]}-${season}-match-day`);
  if (!row) return undefined;
  return exactDay(row) ?? addDays(addMonths(`${row.day}-01` as Day, 1), -1);
}
