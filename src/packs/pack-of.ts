import type { Day } from '../core/time.ts';
import type { Packs, Seasons, ServicePack } from './pack.ts';
import type { ServiceId } from './service.ts';

/**
 * The rules for a letter or program: those of its season, where it names one that we have rules for,
 * else those of the season in force on `today`.
 */
export function packOf(
  packs: Pick<Packs, 'seasons'>,
  service: ServiceId,
  season: string | null,
  today: Day,
): ServicePack {
  const seasons = packs.seasons[service];
  return seasons.find((pack) => pack.season === season) ?? inForce(seasons, today);
}

/** The first season whose end is not past, its last day included; after the last end, the last season. */
export function inForce(seasons: Seasons, today: Day): ServicePack {
  const isOn = ({ facts: { ends } }: ServicePack): boolean => ends.value === undefined || today <= ends.value;
  return seasons.find(isOn) ?? seasons.at(-1) ?? seasons[0];
}
