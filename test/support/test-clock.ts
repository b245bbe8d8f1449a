import type { Instant } from '../../src/core/time.ts';
import { createClock, type SettableClock } from '../../src/delivery/clock.ts';

export interface TestClock extends SettableClock {
  /** A wait that is over at once, as far as anybody measures. */
  sleep(milliseconds: number): Promise<void>;
}

/** A clock that stands until it is set, backwards too. */
export function createTestClock(start: Instant): TestClock {
  let now = start;
  let ticks = 0;
  return {
    now: () => now,
    monotonic: () => {
      ticks += 1;
      return ticks;
    },
    async sleep(milliseconds) {
      ticks += milliseconds;
    },
    set(at) {
      now = at;
    },
    release: () => false,
  };
}

/** The real time, of which waits are left out. */
export function createHurriedClock(): TestClock {
  let skipped = 0;
  return {
    ...createClock(Date.now, () => performance.now() + skipped),
    async sleep(milliseconds) {
      skipped += milliseconds;
    },
  };
}
