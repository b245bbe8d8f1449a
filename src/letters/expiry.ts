import type { Day } from '../core/time.ts';
import { addDays } from '../dates/calendar.ts';
import type { Packs } from '../packs/pack.ts';
import { packOf } from '../packs/pack-of.ts';
import type { ServiceId } from '../packs/service.ts';

/** Days for which letters are kept after the season's end, or after the member's last change to them. */
export const keptAfterSeason = 180;

/** Days before that at which a member who has reminders on is warned: twice. */
export const warnedBefore = [60, 14] as const;

/** When a member's letters expire, and on which days they are told before. */
export interface Expiry {
  readonly on: Day;
  readonly warnings: readonly Day[];
}

/**
 * Letters of somebody who has stopped using the bot do not stay for ever: they expire half a year
 * after the season ended or, when that is later, after the last change.
 */
export function expiryOf(seasonEnds: Day, lastChange: Day): Expiry {
  const from = seasonEnds > lastChange ? seasonEnds : lastChange;
  const on = addDays(from, keptAfterSeason);
  return { on, warnings: warnedBefore.map((days) => addDays(on, -days)) };
}

/**
 * The same for a member: by the season that they said or else by the one that was in force when they
 * last changed something, since the one in force today never ends. `undefined` where we do not know
 * when a season ends.
 */
export function expiryOfMember(
  { season, service }: { readonly season: string | null; readonly service: ServiceId | null },
  packs: Pick<Packs, 'seasons'>,
  lastChange: Day,
): Expiry | undefined {
  const { value: ends } = packOf(packs, service ?? 'eras', season, lastChange).facts.ends;
  return ends && expiryOf(ends, lastChange);
}
