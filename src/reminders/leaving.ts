import { keptAfterLeaving, type PresenceStore } from '../communities/presence.ts';
import type { Instant } from '../core/time.ts';
import { addMilliseconds } from '../dates/calendar.ts';

export interface LeavingPorts {
  readonly presence: PresenceStore;
}

/** What the bot was removed from before this moment, and not put back into, is deleted. */
export function leftTooLongAgo(now: Instant): Instant {
  return addMilliseconds(now, -keptAfterLeaving * 24 * 60 * 60_000);
}
