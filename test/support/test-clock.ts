import type { Instant } from '../../src/core/time.ts';
import type { SettableClock } from '../../src/delivery/clock.ts';

/** A clock that stands until it is set, backwards too. */
export function createTestClock(start: Instant): SettableClock {
  let now = start;
  let ticks = 0;
  return {
    now: () => now,
    monotonic: () => {
      ticks += 1;
      return ticks;
    },
    set(at) {
      now = at;
    },
    release: () => false,
  };
}
