import type { Day } from '../core/time.ts';
import { addDays } from '../dates/calendar.ts';

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
