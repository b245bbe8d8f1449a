import type { Platform } from '../core/platform.ts';
import type { ChatAdapter } from '../core/ports.ts';
import type { LaneDeps, PumpPorts } from './books.ts';
import { createLane } from './lane.ts';

export interface PumpDeps<P> extends LaneDeps<P> {
  readonly adapters: ReadonlyMap<Platform, ChatAdapter>;
}

/**
 * Sends what is due, each platform in a lane of its own: one that is slow or away holds up no
 * other. What comes due while a lane is at work joins in.
 */
export function createPump<P extends PumpPorts>(deps: PumpDeps<P>) {
  const lanes = new Map<Platform, () => Promise<number>>();
  let stopped = false;

  function laneOf(adapter: ChatAdapter): () => Promise<number> {
    const known = lanes.get(adapter.name);
    if (known) return known;
    const lane = createLane(adapter, deps, () => stopped).run;
    lanes.set(adapter.name, lane);
    return lane;
  }

  /** Sends all that is due now; returns how many messages arrived. */
  async function run(): Promise<number> {
    const ends = await Promise.allSettled([...deps.adapters.values()].map((adapter) => laneOf(adapter)()));
    let arrived = 0;
    for (const end of ends) {
      if (end.status === 'rejected') throw end.reason;
      arrived += end.value;
    }
    return arrived;
  }

  /** Nothing more leaves after the messages at hand; what is due stays in the outbox. */
  function stop(): void {
    stopped = true;
  }

  return { run, stop };
}

export type Pump = ReturnType<typeof createPump>;
