import type { Transact } from '../core/dispatch.ts';
import type { ChatAdapter, Clock, FindResult, Logger, SendResult } from '../core/ports.ts';
import type { Reply } from '../core/reply.ts';
import type { Instant } from '../core/time.ts';
import type { Composed, Delivery, DeliveryStore, Settlement } from '../reminders/deliveries.ts';

export interface PumpPorts {
  readonly deliveries: DeliveryStore;
}

/** Writes the message of a delivery from what is true now. */
export type Compose<P> = (
  delivery: Pick<Delivery, 'id' | 'payload' | 'zone' | 'runAt'>,
  ports: P,
  now: Instant,
) => Promise<Composed>;

export interface LaneDeps<P> {
  readonly transact: Transact<P>;
  readonly compose: Compose<P>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly later: (now: Instant, milliseconds: number) => Instant;
}

/** Tries before a delivery is put aside for an operator: those of half a day. */
const maxAttempts = 50;

/** Tries that may each have arrived where nobody can look, and so the copies that there can be. */
const maxCopies = 3;

const minute = 60_000;

const longestWait = 15 * minute;

/** Milliseconds to wait at least after so many tries: 1 second, doubled each time, up to 15 minutes. */
function backOff(attempts: number): number {
  return Math.min(1_000 * 2 ** attempts, longestWait);
}

/** Milliseconds before what did not arrive is sent again: at once, then 1 minute, doubled, up to 15. */
function untilNextTry(attempts: number): number {
  return attempts <= 1 ? 0 : Math.min(minute * 2 ** (attempts - 2), longestWait);
}

/** Milliseconds before another copy is sent of what nobody can look for: at once, then after an outage. */
function untilNextCopy(doubts: number): number {
  return doubts === 0 ? 0 : longestWait;
}

/** Milliseconds before looking again: as long again as it has been, from 1 to 15 minutes. */
function untilNextLook(since: Instant, now: Instant): number {
  return Math.min(Math.max(Date.parse(now) - Date.parse(since), minute), longestWait);
}

/**
 * The way of one platform's messages: each pass takes what is due out of the outbox and sends it,
 * one after the other, and returns how many arrived. Each is marked `attempting` and committed
 * before anything leaves, so that after a crash it is looked for rather than sent blindly again.
 */
export function createLane<P extends PumpPorts>(
  adapter: ChatAdapter,
  deps: LaneDeps<P>,
  stopped: () => boolean,
): () => Promise<number> {
  const { transact, clock, logger } = deps;
  const platform = adapter.name;

  /** What became of sent messages and could not be written down, by delivery: the disk was full. */
  const unrecorded = new Map<Delivery, SendResult>();

  async function pass(): Promise<number> {
    await recordAll();
    await resolveUnsure();
    let arrived = 0;
    while (!stopped()) {
      const taken = await take();
      if (!taken) break;
      if (taken.reply && (await deliver(taken.delivery, taken.reply))) arrived += 1;
    }
    return arrived;
  }

  /** The next due delivery with its message; it is `attempting` from here on, or settled. */
  async function take(): Promise<{ delivery: Delivery; reply: Reply | undefined } | undefined> {
    const now = clock.now();
    return transact(async (ports) => {
      const [delivery] = await ports.deliveries.due(now, [platform], 1);
      if (!delivery) return undefined;
      const reply = await composed(delivery, ports, now);
      if (reply) await ports.deliveries.attempt(delivery.id, now);
      return { delivery, reply };
    });
  }

  /** The message of a delivery that is due; `undefined` where it has to wait or has come to its end. */
  async function composed(delivery: Delivery, ports: P, now: Instant): Promise<Reply | undefined> {
    const { id, doubts } = delivery;
    const made = await written(delivery, ports, now);
    switch (made.kind) {
      case 'message':
        return made.reply;
      case 'later':
        await ports.deliveries.postpone(id, made.at, doubts);
        return undefined;
      case 'unwanted':
        await ports.deliveries.settle(id, 'cancelled', { reason: 'no longer wanted' });
        return undefined;
      case 'too-late':
        await fail(ports.deliveries, delivery, 'skipped', 'it could not go out in time');
        return undefined;
      case 'failed':
        await fail(ports.deliveries, delivery, 'parked', 'the message could not be written');
        return undefined;
    }
  }

  /** A message that cannot be written must not hold up the others. */
  async function written(delivery: Delivery, ports: P, now: Instant): Promise<Composed | { readonly kind: 'failed' }> {
    try {
      return await deps.compose(delivery, ports, now);
    } catch (error) {
      logger.error('a delivery could not be written', { delivery: delivery.id, error });
      return { kind: 'failed' };
    }
  }

  /** The end of a delivery that did not arrive, as far as anybody knows. */
  async function fail(
    deliveries: DeliveryStore,
    delivery: Delivery,
    state: 'refused' | 'parked' | 'skipped',
    reason: NonNullable<Settlement['reason']>,
  ): Promise<void> {
    await deliveries.settle(delivery.id, state, { reason });
    logger.warn('a message was not delivered', { platform, delivery: delivery.id, outcome: state, reason });
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
    try {
      return await adapter.send(delivery.target, reply, {
        key: delivery.key,
        inDoubt: delivery.doubts > 0,
        zone: delivery.zone,
      });
    } catch (error) {
      logger.error('an adapter threw while sending', { delivery: delivery.id, platform, error });
      return { kind: 'unsure' };
    }
  }

  async function record(deliveries: DeliveryStore, delivery: Delivery, result: SendResult): Promise<void> {
    switch (result.kind) {
      case 'sent':
        return deliveries.settle(delivery.id, 'sent', { ref: result.ref });
      case 'refused':
        return fail(deliveries, delivery, 'refused', result.reason);
      case 'unsure':
        return deliveries.settle(delivery.id, 'unsure', {});
      case 'retry': {
        // Known not to have arrived: it may wait out any outage, until it is no longer wanted.
        const wait = Math.max(result.milliseconds, backOff(delivery.attempts));
        return deliveries.postpone(delivery.id, deps.later(clock.now(), wait), delivery.doubts);
      }
    }
  }

  /** Looks for what may have arrived; what did not, goes back to waiting. */
  async function resolveUnsure(): Promise<void> {
    const now = clock.now();
    const unsure = await transact(({ deliveries }) => deliveries.unsure(now, [platform], 100));
    for (const delivery of unsure) {
      if (stopped()) return;
      const { target, key, attemptedAt, runAt } = delivery;
      const found = await look(() => adapter.find(target, key, attemptedAt ?? runAt));
      await transact((ports) => resolve(delivery, found, ports));
    }
  }

  /** Only the last try was looked for: earlier doubts stay. */
  async function resolve(delivery: Delivery, found: FindResult, ports: P): Promise<void> {
    const { deliveries } = ports;
    const { id, attempts, doubts } = delivery;
    const again = (milliseconds: number, more: number) =>
      deliveries.postpone(id, deps.later(clock.now(), milliseconds), doubts + more);
    switch (found.kind) {
      case 'found':
        return deliveries.settle(id, 'sent', { ref: found.ref });
      case 'unreachable':
        return lookLater(delivery, found.milliseconds, ports);
      case 'absent':
        if (attempts >= maxAttempts) return fail(deliveries, delivery, 'parked', 'tried too often');
        return again(untilNextTry(attempts), 0);
      case 'unknown':
        if (doubts + 1 >= maxCopies)
          return fail(deliveries, delivery, 'parked', 'it may have arrived; nobody can tell');
        return again(untilNextCopy(doubts), 1);
    }
  }

  /** The platform is away: that says nothing about the message, so it is looked for while it is wanted. */
  async function lookLater(delivery: Delivery, milliseconds: number, ports: P): Promise<void> {
    const now = clock.now();
    const { id, attemptedAt, runAt } = delivery;
    const { kind } = await written(delivery, ports, now);
    if (kind === 'too-late' || kind === 'unwanted')
      return fail(ports.deliveries, delivery, 'parked', 'it may have arrived; the platform could not be asked in time');
    const wait = Math.max(milliseconds, untilNextLook(attemptedAt ?? runAt, now));
    await ports.deliveries.lookAgain(id, deps.later(now, wait));
  }

  async function look(find: () => Promise<FindResult>): Promise<FindResult> {
    try {
      return await find();
    } catch (error) {
      logger.error('an adapter threw while looking', { platform, error });
      return { kind: 'unknown' };
    }
  }

  return pass;
}
