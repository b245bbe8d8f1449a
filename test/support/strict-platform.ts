import { isDm, placeOf, workspaceOf } from '../../src/core/place.ts';
import type { Platform } from '../../src/core/platform.ts';
import type { ChatAdapter, Pace, Rate, SendResult } from '../../src/core/ports.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface StrictOptions {
  readonly name: Platform;
  readonly pace: Pace;
  readonly time: VirtualTime;
  readonly random: () => number;
  /** Workspaces that take so many milliseconds for an answer. */
  readonly slow?: ReadonlyMap<string, number>;
}

/** Milliseconds that a message is on its way, at most, and its answer, at least and at most. */
const there = 25;
const back = { least: 20, most: 150 };

/**
 * A platform that enforces its limits to the letter: it counts what arrives in every stretch of
 * time, refuses one too many with a 429, and counts those.
 */
export function createStrictPlatform({ name, pace, time, random, slow = new Map() }: StrictOptions) {
  const counted = new Map<string, number[]>();
  const known = new Set<string>();
  const arrived = new Map<string, number>();
  let tooMany = 0;
  const requests: number[] = [];

  /** Whether there was room for so many more, which then count. */
  function count(scope: string, rate: Rate | undefined, requested = 1): boolean {
    if (!rate) return true;
    const now = time.clock.monotonic();
    const recent = (counted.get(scope) ?? []).filter((at) => at > now - rate.milliseconds);
    counted.set(scope, recent);
    if (recent.length + requested > rate.count) return false;
    for (let one = 0; one < requested; one += 1) recent.push(now);
    return true;
  }

  const adapter = {
    name,
    commandsPerMinute: 1,
    pace,
    start: async () => undefined,
    stop: async () => undefined,
    async send(target, _, { key }): Promise<SendResult> {
      const place = placeOf(target);
      const workspace = workspaceOf(place);
      await time.sleep(random() * there);
      const needed = known.has(place) ? 1 : (pace.first ?? 1);
      for (let one = 0; one < needed; one += 1) requests.push(time.passed());
      const taken = [
        count('everywhere', pace.everywhere, needed),
        count(`workspace ${workspace}`, pace.workspace),
        count(`place ${place}`, pace.place),
        known.has(place) || !isDm(place) || count(`openings ${workspace}`, pace.openings),
      ].every(Boolean);
      known.add(place);
      if (!taken) tooMany += 1;
      else arrived.set(key, time.passed());
      await time.sleep(slow.get(workspace) ?? back.least + random() * (back.most - back.least));
      return taken ? { kind: 'sent', ref: key } : { kind: 'retry', milliseconds: 1_000, holds: 'platform' };
    },
    edit: async () => ({ kind: 'refused', reason: 'there is nothing to edit' }),
    find: async () => ({ kind: 'absent' }),
    isIn: async () => 'in',
    health: () => ({ up: true }),
    routes: [],
  } satisfies ChatAdapter;

  return {
    adapter,
    /** When each message arrived, in milliseconds, by its key. */
    arrived,
    tooMany: () => tooMany,
    /** When each request arrived, in milliseconds: a message can take several. */
    requests,
  };
}
