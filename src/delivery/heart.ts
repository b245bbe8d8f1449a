import cron from 'node-cron';
import type { Transact } from '../core/dispatch.ts';
import type { Clock, Logger, Random } from '../core/ports.ts';
import type { Instant } from '../core/time.ts';
import { forgetOld } from '../reminders/forget.ts';
import { type PlanPorts, planDue } from '../reminders/plan.ts';
import type { Pump } from './pump.ts';

export interface HeartPorts extends PlanPorts {
  readonly receipts: { forgetBefore(at: Instant): Promise<void> };
  readonly submissions: Parameters<typeof forgetOld>[0]['submissions'];
}

export interface HeartDeps<P> {
  readonly transact: Transact<P>;
  readonly pump: Pump;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly later: (now: Instant, milliseconds: number) => Instant;
}

/** Milliseconds for which a platform's delivery is remembered: no platform repeats one for so long. */
const receiptsKept = 3 * 24 * 60 * 60_000;

/**
 * What keeps time going: each beat puts what has come due into the outbox and sends it. Beats
 * never overlap; one that is asked for during another follows it.
 */
export function createHeart<P extends HeartPorts>(deps: HeartDeps<P>) {
  let running: Promise<void> | undefined;
  let again = false;
  let tidiedOn: string | undefined;
  let soon: Promise<void> | undefined;
  let task: ReturnType<typeof cron.schedule> | undefined;

  async function once(): Promise<void> {
    const now = deps.clock.now();
    await tidy(now);
    const plan = () => deps.transact((ports) => planDue(ports, now, deps.random));
    while (await plan());
    await deps.pump.run();
  }

  /** Forgets what was kept long enough. Once a day is enough. */
  async function tidy(now: Instant): Promise<void> {
    const today = now.slice(0, 10);
    if (today === tidiedOn) return;
    tidiedOn = today;
    await deps.transact(async (ports) => {
      await ports.receipts.forgetBefore(deps.later(now, -receiptsKept));
      await forgetOld(ports, now);
    });
  }

  /** A failed pass does not take along the one that was asked for meanwhile. */
  async function untilQuiet(): Promise<void> {
    do {
      again = false;
      await once().catch((error: unknown) => deps.logger.error('a beat failed', { error }));
    } while (again);
    // In the same turn as the last look at `again`: a beat that is asked for later starts anew.
    running = undefined;
  }

  /** Resolves when everything that was due has been tried. Never throws: the next beat tries again. */
  function beat(): Promise<void> {
    if (running) {
      again = true;
      return running;
    }
    running = untilQuiet();
    return running;
  }

  /** A beat once the present turn of the event loop is over: the answer to a command goes first. */
  function beatSoon(): void {
    soon ??= new Promise((resolve) => {
      setImmediate(() => {
        soon = undefined;
        beat().then(resolve);
      });
    });
  }

  /** Resolves when no beat is going on or about to. */
  async function quiet(): Promise<void> {
    while (soon ?? running) await (soon ?? running);
  }

  /** Beats every minute, in UTC; zones and clock changes are the schedules' business. */
  function start(): void {
    task = cron.schedule('* * * * *', () => void beat(), { timezone: 'UTC', noOverlap: true });
  }

  /** No further beat; waits for the one at hand. */
  async function stop(): Promise<void> {
    await task?.destroy();
    await quiet();
  }

  return { beat, beatSoon, quiet, start, stop };
}

export type Heart = ReturnType<typeof createHeart>;
