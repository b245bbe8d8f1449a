import type { Transact } from '../core/dispatch.ts';
import type { Platform } from '../core/platform.ts';
import type { ChatAdapter, Clock, Logger, SendResult, Target } from '../core/ports.ts';
import type { Reply } from '../core/reply.ts';
import type { Instant } from '../core/time.ts';
import type { Composed, Delivery, DeliveryStore } from '../reminders/deliveries.ts';

export interface PumpPorts {
  readonly deliveries: DeliveryStore;
}

/** Writes the message of a delivery from what is true now. */
export type Compose<P> = (
  delivery: Pick<Delivery, 'payload' | 'zone' | 'runAt'>,
  ports: P,
  now: Instant,
) => Promise<Composed>;

export interface PumpDeps<P> {
  readonly transact: Transact<P>;
  readonly adapters: ReadonlyMap<Platform, ChatAdapter>;
  readonly compose: Compose<P>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly later: (now: Instant, milliseconds: number) => Instant;
}

/** Tries whose end nobody could see before a delivery is put aside for an operator. */
const maxAttempts = 5;

/** Milliseconds to wait at least after so many tries: 1 second, doubled each time, up to 15 minutes. */
function backOff(attempts: number): number {
  return Math.min(1_000 * 2 ** attempts, 15 * 60_000);
}

/**
 * Takes what is due out of the outbox and sends it, one after the other. Each is marked
 * `attempting` and committed before anything leaves, so that after a crash it is looked for
 * rather than sent blindly again.
 */
export function createPump<P extends PumpPorts>(deps: PumpDeps<P>) {
  const { transact, adapters, clock, logger } = deps;

  /** What became of sent messages and could not be written down, by delivery: the disk was full. */
  const unrecorded = new Map<Delivery, SendResult>();

  /** Sends all that is due now; returns how many messages arrived. */
  async function run(): Promise<number> {
    await recordAll();
    await resolveUnsure();
    let arrived = 0;
    for (;;) {
      const taken = await take();
      if (!taken) return arrived;
      if (taken.reply && (await deliver(taken.delivery, taken.reply))) arrived += 1;
    }
  }

  /** The next due delivery with its message; it is `attempting` from here on, or settled. */
  async function take(): Promise<{ delivery: Delivery; reply: Reply | undefined } | undefined> {
    const now = clock.now();
    return transact(async (ports) => {
      const [delivery] = await ports.deliveries.due(now, [...adapters.keys()], 1);
      if (!delivery) return undefined;
      const reply = await composed(delivery, ports, now);
      if (reply) await ports.deliveries.attempt(delivery.id, now);
      return { delivery, reply };
    });
  }

  /** A message that cannot be written is put aside, so that the others are not held up. */
  async function composed(delivery: Delivery, ports: P, now: Instant): Promise<Reply | undefined> {
    try {
      const made = await deps.compose(delivery, ports, now);
      if (made.kind === 'message') return made.reply;
      if (made.kind === 'later') await ports.deliveries.postpone(delivery.id, made.at, delivery.inDoubt);
      else await ports.deliveries.settle(delivery.id, 'cancelled', { reason: 'no longer wanted' });
      return undefined;
    } catch (error) {
      logger.error('a delivery could not be written', { delivery: delivery.id, error });
      await ports.deliveries.settle(delivery.id, 'parked', { reason: 'the message could not be written' });
      return undefined;
    }
  }

  async function deliver(delivery: Delivery, reply: Reply): Promise<boolean> {
    const result = await send(delivery, reply);
    unrecorded.set(delivery, result);
    await recordAll();
    return result.kind === 'sent';
  }

  /** Kept until it is written down: otherwise a message would stay `attempting` until the next start. */
  async function recordAll(): Promise<void> {
    for (const [delivery, result] of unrecorded) {
      await transact(({ deliveries }) => record(deliveries, delivery, result));
      unrecorded.delete(delivery);
    }
  }

  async function send(delivery: Delivery, reply: Reply): Promise<SendResult> {
    const adapter = adapterFor(delivery.target);
    try {
      return await adapter.send(delivery.target, reply, {
        key: delivery.key,
        inDoubt: delivery.inDoubt,
        zone: delivery.zone,
      });
    } catch (error) {
      logger.error('an adapter threw while sending', { delivery: delivery.id, platform: adapter.name, error });
      return { kind: 'unsure' };
    }
  }

  async function record(deliveries: DeliveryStore, delivery: Delivery, result: SendResult): Promise<void> {
    switch (result.kind) {
      case 'sent':
        return deliveries.settle(delivery.id, 'sent', { ref: result.ref });
      case 'refused':
        return deliveries.settle(delivery.id, 'refused', { reason: result.reason });
      case 'unsure':
        return deliveries.settle(delivery.id, 'unsure', {});
      case 'retry': {
        // Known not to have arrived: it may wait out any outage, until it is no longer wanted.
        const wait = Math.max(result.milliseconds, backOff(delivery.attempts));
        return deliveries.postpone(delivery.id, deps.later(clock.now(), wait), delivery.inDoubt);
      }
    }
  }

  /** Looks for what may have arrived; what did not, goes back to waiting. */
  async function resolveUnsure(): Promise<void> {
    for (const delivery of await transact(({ deliveries }) => deliveries.unsure([...adapters.keys()], 100))) {
      const { id, target, key, attempts, attemptedAt, runAt, inDoubt } = delivery;
      const found = await look(() => adapterFor(target).find(target, key, attemptedAt ?? runAt));
      await transact(async ({ deliveries }) => {
        if (found !== 'absent' && found !== 'unknown') await deliveries.settle(id, 'sent', { ref: found });
        // One more copy is all that doubt may cause.
        else if (found === 'unknown' && inDoubt)
          await deliveries.settle(id, 'parked', { reason: 'it may have arrived; nobody can tell' });
        else if (attempts >= maxAttempts) await deliveries.settle(id, 'parked', { reason: 'tried too often' });
        // Only the last try was looked for: an earlier doubt stays.
        else await deliveries.postpone(id, runAt, inDoubt || found === 'unknown');
      });
    }
  }

  async function look(find: () => Promise<string>): Promise<string> {
    try {
      return await find();
    } catch (error) {
      logger.error('an adapter threw while looking', { error });
      return 'unknown';
    }
  }

  function adapterFor(target: Target): ChatAdapter {
    const platform = target.kind === 'dm' ? target.account.platform : target.platform;
    const adapter = adapters.get(platform);
    if (!adapter) throw new Error(`no adapter for ${platform}`);
    return adapter;
  }

  return { run };
}

export type Pump = ReturnType<typeof createPump>;
