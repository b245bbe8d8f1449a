import type { Command } from '../../src/core/command.ts';
import { type CorePorts, createDispatch } from '../../src/core/dispatch.ts';
import type { Dispatch } from '../../src/core/ports.ts';
import { createRateLimit } from '../../src/core/rate-limit.ts';
import type { Instant } from '../../src/core/time.ts';
import { dayIn } from '../../src/dates/calendar.ts';
import { readDate } from '../../src/dates/read-date.ts';
import { createRandom } from '../../src/random.ts';
import { wordsIn } from '../../src/words/words-in.ts';
import { createTestClock } from './test-clock.ts';

/** The core with commands of a test's own, and stores that know everybody by name. */
export function createSceneDispatch(commands: readonly Command<CorePorts>[]): Dispatch {
  const receipts = new Set<string>();
  const ports: CorePorts = {
    grants: { granted: async () => undefined },
    identities: { identify: async ({ user }) => ({ id: user, zone: 'UTC', language: null }) },
    presence: {
      usedIn: async () => undefined,
      usedAlone: async () => undefined,
      seen: async () => undefined,
      left: async () => undefined,
    },
    receipts: { claim: async (key) => !receipts.has(key) && receipts.add(key) !== undefined },
  };
  const nothing = () => undefined;
  return createDispatch({
    commands,
    transact: (work) => work(ports),
    clock: createTestClock('2027-09-01T12:00:00Z' as Instant),
    random: createRandom(),
    logger: { info: nothing, warn: nothing, error: nothing },
    words: wordsIn,
    readDate,
    today: (now, zone) => dayIn(zone, now),
    rateLimit: createRateLimit(),
    perMinute: () => 1_000,
    afterChange: nothing,
  });
}
