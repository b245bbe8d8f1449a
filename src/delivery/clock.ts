import type { Clock } from '../core/ports.ts';
import type { Instant } from '../core/time.ts';
import { instantOf } from '../dates/calendar.ts';

/** A clock that can be held at a moment, for playing a season through. */
export interface SettableClock extends Clock {
  /** It stands at this moment until it is set again or released. */
  set(at: Instant): void;
  /** It goes with the real time again; false, and nothing changes, when that would turn it back. */
  release(): boolean;
}

/** The real time, until it is set. */
export function createClock(epochMilliseconds: () => number, monotonic: () => number): SettableClock {
  let held: Instant | undefined;
  const real = () => instantOf(epochMilliseconds());
  return {
    now: () => held ?? real(),
    monotonic,
    set(at) {
      held = at;
    },
    release() {
      if (held !== undefined && held > real()) return false;
      held = undefined;
      return true;
    },
  };
}
