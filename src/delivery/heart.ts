import cron from 'node-cron';
import type { Transact } from '../core/dispatch.ts';
import { answeredWithin } from '../core/inbox.ts';
import type { Clock, Logger, Random } from '../core/ports.ts';
import type { Instant } from '../core/time.ts';
import { type ExpirePorts, expireSome } from '../reminders/expire.ts';
import { type ForgetPorts, forgetOld } from '../reminders/forget.ts';
import type { OwnReminderStore } from '../reminders/own.ts';
import { type PlanPorts, planDue } from '../reminders/plan.ts';
import type { Leaving } from './leaving.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Pump } from './pump.ts';

export interface HeartPorts extends PlanPorts, Omit<ForgetPorts, 'ownReminders'>, Omit<ExpirePorts, 'members'> {
  readonly members: PlanPorts['members'] & ExpirePorts['members'];
  readonly ownReminders: OwnReminderStore;
  readonly receipts: { forgetBefore(at: Instant): Promise<void> };
  readonly conversations: { forgetBefore(at: Instant): Promise<void> };
  readonly questions: { forgetBefore(at: Instant): Promise<void> };
}

export interface HeartDeps<P> {
  readonly transact: Transact<P>;
  readonly pump: Pump;
  readonly leaving: Leaving;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly later: (now: Instant, milliseconds: number) => Instant;
}

/** Milliseconds for which a platform's delivery is remembered: no platform repeats one for so long. */
const receiptsKept = 3 * 24 * 60 * 60_000;

/** Milliseconds for which is remembered what a conversation was about. */
const conversationsKept = 24 * 60 * 60_000;

/**
 * What keeps time going: each beat puts what has come due into the outbox and sends it. Planning
 * never overlaps, and does not wait for messages that are still on their way: what comes due on
 * one platform goes out while another one is slow.
 */
export function createHeart<P extends HeartPorts>(deps: HeartDeps<P>) {
  const passes = oneAtATime(pass);
  const beats = new Set<Promise<void>>();
  let tidiedIn: string | undefined;
  let expiredOn: string | undefined;
  let wentThroughOn: string | undefined;
  let soon: Promise<void> | undefined;
  let task: ReturnType<typeof cron.schedule> | undefined;

  async function pass(): Promise<{ readonly sent: Promise<void> }> {
    await planAll().catch(failed);
    const sent = Promise.all([deps.pump.run().catch(failed), goThroughCommunities().catch(failed)]);
    return { sent: sent.then(() => undefined) };
  }

  /** Once a day, and whenever the bot was started. Platforms are asked, so nothing else waits for it. */
  async function goThroughCommunities(): Promise<void> {
    const now = deps.clock.now();
    const day = now.slice(0, 10);
    if (day === wentThroughOn) return;
    wentThroughOn = day;
    await deps.leaving.goThrough(now);
  }

  /** Once a day: what nobody has used for long is deleted, in small steps. */
  async function expire(now: Instant): Promise<void> {
    const day = now.slice(0, 10);
    if (day === expiredOn) return;
    expiredOn = day;
    let count = 0;
    for (let from: string | undefined = ''; from !== undefined; ) {
      const after: string = from;
      const { next, erased } = await deps.transact((ports) => expireSome(ports, now, after));
      count += erased;
      from = next;
    }
    if (count > 0) deps.logger.info('what expired was deleted', { count });
  }

  async function planAll(): Promise<void> {
    const now = deps.clock.now();
    await forget(now);
    await expire(now);
    const plan = () => deps.transact((ports) => planDue(ports, now, deps.random));
    while (await plan());
  }

  function failed(error: unknown): void {
    deps.logger.error('a beat failed', { error });
  }

  /** Once an hour is enough. */
  async function forget(now: Instant): Promise<void> {
    const hour = now.slice(0, 13);
    if (hour === tidiedIn) return;
    tidiedIn = hour;
    await deps.transact(async (ports) => {
      await ports.receipts.forgetBefore(deps.later(now, -receiptsKept));
      await ports.conversations.forgetBefore(deps.later(now, -conversationsKept));
      // One that is left for longer is of a platform that the bot was taken away from.
      await ports.questions.forgetBefore(deps.later(now, -answeredWithin));
      await forgetOld(ports, now);
    });
  }

  /** Resolves when everything that was due has been tried. Never throws: the next beat tries again. */
  function beat(): Promise<void> {
    const going = passes()
      .then(({ sent }) => sent)
      .finally(() => beats.delete(going));
    beats.add(going);
    return going;
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
    while (soon || beats.size > 0) await (soon ?? Promise.all(beats));
  }

  /** Beats every minute, in UTC; zones and clock changes are the schedules' business. */
  function start(): void {
    task = cron.schedule('* * * * *', () => void beat(), { timezone: 'UTC', noOverlap: true });
  }

  /** No further beat; waits for the one at hand and for messages that are on their way. */
  async function stop(): Promise<void> {
    await task?.destroy();
    deps.pump.stop();
    deps.leaving.stop();
    await quiet();
  }

  return { beat, beatSoon, quiet, start, stop };
}

export type Heart = ReturnType<typeof createHeart>;
