import type { Transact } from '../core/dispatch.ts';
import type { Instant } from '../core/time.ts';
import { nextDue, type PlanPorts } from '../reminders/plan.ts';
import type { SettableClock } from './clock.ts';
import type { Heart } from './heart.ts';

/**
 * Plays time forward to a moment: goes from one thing that comes due to the next, in order, and
 * beats at each. `passed` is told of every stop, so that it can be kept across restarts.
 */
export async function playTo<P extends PlanPorts>(
  target: Instant,
  deps: {
    readonly clock: SettableClock;
    readonly transact: Transact<P>;
    readonly heart: Heart;
    readonly passed: (at: Instant) => Promise<void>;
  },
): Promise<void> {
  const { clock, transact, heart, passed } = deps;
  await heart.beat();
  for (;;) {
    const now = clock.now();
    const next = await transact((ports) => nextDue(ports, now));
    const stop = next !== undefined && next > now && next < target ? next : target;
    clock.set(stop);
    await passed(stop);
    await heart.beat();
    if (stop === target) return;
  }
}
