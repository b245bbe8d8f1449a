import { pace as discordPace } from '../../adapters/discord/limits.ts';
import { pace as slackPace } from '../../adapters/slack/limits.ts';
import type { Pace, Rate } from '../../src/core/ports.ts';
import { paragraph, reply } from '../../src/core/reply.ts';
import type { Instant } from '../../src/core/time.ts';
import { openEngine } from '../support/engine.ts';
import { aDelivery } from '../support/samples.ts';
import { seeded } from '../support/seeded.ts';
import { createStrictPlatform } from '../support/strict-platform.ts';
import { createVirtualTime } from '../support/virtual-time.ts';

const start: Instant = '2027-09-16T13:00:00.000Z';

/** Channels of a community that are written to. */
const channels = 4;

/** Milliseconds that the slow workspace takes for each answer. */
const slowAnswer = 10_000;

export interface Rush {
  readonly platform: 'slack' | 'discord';
  readonly communities: number;
  readonly messages: number;
  /** One community is slow, and another one has as many by itself as all together. */
  readonly uneven?: boolean;
  readonly seed: number;
}

/** Many messages that are due at once, against a platform that enforces its limits, in virtual time. */
export async function rush({ platform: name, communities, messages, uneven = false, seed }: Rush) {
  const pace = name === 'slack' ? slackPace : discordPace;
  const time = createVirtualTime(start);
  const slow = new Map(uneven ? [[workspace(0), slowAnswer]] : []);
  const platform = createStrictPlatform({ name, pace, time, random: seeded(seed), slow });
  const engine = await openEngine({
    path: ':memory:',
    time,
    adapters: [platform.adapter],
    compose: async () => ({ kind: 'message', reply: reply(paragraph(['due'])) }),
  });
  const sizes = Array.from({ length: communities }, (_, index) =>
    uneven && index === 1 ? messages : Math.ceil(messages / communities),
  );
  await engine.transact(async ({ deliveries }) => {
    for (const [index, size] of sizes.entries()) {
      for (let number = 0; number < size; number += 1) {
        const target = {
          kind: 'channel',
          platform: name,
          workspace: workspace(index),
          channel: `C${number % channels}`,
        } as const;
        const id = `${workspace(index)} ${String(number).padStart(6, '0')}`;
        await deliveries.enqueue(aDelivery(id, { key: id, target, runAt: start }));
      }
    }
  });
  const began = performance.now();
  await time.until(engine.pump.run());
  const took = performance.now() - began;
  await engine.close();
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return {
    total,
    sizes,
    arrived: platform.arrived,
    tooMany: platform.tooMany(),
    /** The rate of requests as a share of what the limits allow, while there is something to send everywhere. */
    sustained: sustained(platform.requests) / allowed(pace, communities),
    /** Of work, not of virtual time. */
    milliseconds: took,
  };
}

export function workspace(index: number): string {
  return `W${String(index).padStart(4, '0')}`;
}

/** When a community's last message arrived. */
export function lastOf(arrived: ReadonlyMap<string, number>, index: number): number {
  return Math.max(...[...arrived].filter(([key]) => key.startsWith(`${workspace(index)} `)).map(([, at]) => at));
}

/**
 * Requests in a millisecond until nine tenths were made: the last messages of a community are in
 * whatever channels are left, and so go out more slowly than its workspace would allow.
 */
function sustained(requests: readonly number[]): number {
  const count = Math.floor(requests.length * 0.9);
  return count / (requests[count - 1] ?? 0);
}

/** Requests in a millisecond that the limits allow to so many communities. */
function allowed(pace: Pace, communities: number): number {
  const community = Math.min(perMillisecond(pace.workspace), channels * perMillisecond(pace.place));
  return Math.min(perMillisecond(pace.everywhere), communities * community);
}

function perMillisecond(rate: Rate | undefined): number {
  return rate ? rate.count / rate.milliseconds : Number.POSITIVE_INFINITY;
}
