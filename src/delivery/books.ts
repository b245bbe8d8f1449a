import type { Transact } from '../core/dispatch.ts';
import type { Platform } from '../core/platform.ts';
import type { Clock, FindResult, Logger, SendResult } from '../core/ports.ts';
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
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
  readonly later: (now: Instant, milliseconds: number) => Instant;
}

/** A message that was claimed: it is `attempting`, and leaves once that is committed. */
export interface Claimed {
  readonly delivery: Delivery;
  readonly reply: Reply;
}

/** Tries before a delivery is put aside for an operator: those of half a day. */
const maxAttempts = 50;

/** Tries that may each have arrived where nobody can look, and so the copies that there can be. */
const maxCopies = 3;

/** Times that the bot may stop while a message is under way, before it is put aside. */
const maxCrashes = 5;

/** From so many times on, a message goes alone, so that it takes no others along. */
const suspectFrom = 2;

/** Deliveries of one place that a claim goes through for one that is still wanted. */
const claimedThrough = 20;

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
 * What is written down about the deliveries of a platform, each time in a transaction that is
 * handed in: what leaves, what became of it, and what became of looking for it.
 */
export function createBooks<P extends PumpPorts>(platform: Platform, deps: LaneDeps<P>) {
  const { logger } = deps;

  /**
   * The next message of a place; `undefined` when nothing there is to go out now. A suspect one,
   * at which the bot stopped more than once, is handed out only where it goes alone.
   */
  async function claim(place: string, ports: P, now: Instant, alone = false): Promise<Claimed | 'suspect' | undefined> {
    for (let gone = 0; gone < claimedThrough; gone += 1) {
      const delivery = await ports.deliveries.next(now, platform, place);
      if (!delivery) return undefined;
      if (delivery.crashes >= suspectFrom && !alone) return 'suspect';
      const reply = await composed(delivery, ports, now);
      if (!reply) continue;
      await ports.deliveries.attempt(delivery.id, now);
      return { delivery, reply };
    }
    return undefined;
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

  /** What became of a message that left. */
  async function sent(delivery: Delivery, result: SendResult, { deliveries }: P, now: Instant): Promise<void> {
    switch (result.kind) {
      case 'sent':
        return deliveries.settle(delivery.id, 'sent', { ref: result.ref });
      case 'refused':
        if (result.closed && delivery.member !== null && delivery.target.kind === 'dm')
          await deliveries.closeDms(delivery.member, result.reason, now);
        return fail(deliveries, delivery, 'refused', result.reason);
      case 'unsure':
        return deliveries.settle(delivery.id, 'unsure', {});
      case 'retry': {
        // Known not to have arrived: it may wait out any outage, until it is no longer wanted.
        const wait = Math.max(result.milliseconds, backOff(delivery.attempts));
        return deliveries.postpone(delivery.id, deps.later(now, wait), delivery.doubts, result.reason);
      }
    }
  }

  /** What looking came to. Only the last try was looked for: earlier doubts stay. */
  async function looked(delivery: Delivery, found: FindResult, ports: P, now: Instant): Promise<void> {
    const { deliveries } = ports;
    const { id, attempts, crashes, doubts } = delivery;
    const again = (milliseconds: number, more: number) =>
      deliveries.postpone(id, deps.later(now, milliseconds), doubts + more);
    switch (found.kind) {
      case 'found':
        return deliveries.settle(id, 'sent', { ref: found.ref });
      case 'unreachable':
        return lookLater(delivery, found.milliseconds, ports, now);
      case 'absent':
        if (crashes >= maxCrashes) return fail(deliveries, delivery, 'parked', 'the bot stopped each time it was sent');
        if (attempts >= maxAttempts) return fail(deliveries, delivery, 'parked', 'tried too often');
        return again(untilNextTry(attempts), 0);
      case 'unknown':
        if (doubts + 1 >= maxCopies)
          return fail(deliveries, delivery, 'parked', 'it may have arrived; nobody can tell');
        return again(untilNextCopy(doubts), 1);
    }
  }

  /** The platform is away: that says nothing about the message, so it is looked for while it is wanted. */
  async function lookLater(delivery: Delivery, milliseconds: number, ports: P, now: Instant): Promise<void> {
    const { id, attemptedAt, runAt } = delivery;
    const { kind } = await written(delivery, ports, now);
    if (kind === 'too-late' || kind === 'unwanted')
      return fail(ports.deliveries, delivery, 'parked', 'it may have arrived; the platform could not be asked in time');
    const wait = Math.max(milliseconds, untilNextLook(attemptedAt ?? runAt, now));
    await ports.deliveries.lookAgain(id, deps.later(now, wait));
  }

  return { claim, sent, looked };
}
