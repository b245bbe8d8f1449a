import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpRequest } from '../../src/core/ports.ts';

/** Seconds by which a request's time may differ from ours, in both directions. */
const window = 300;

/**
 * The signature of a request that Slack signed just now, or `undefined` for any other
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). Over the bytes as they
 * came, since a body that was parsed and printed again is another one.
 */
export function verifiedSignature(
  { headers, body }: HttpRequest,
  signingSecret: string,
  epochMilliseconds: number,
): string | undefined {
  const timestamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (typeof timestamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/u.test(timestamp)) {
    return undefined;
  }
  if (Math.abs(Number(timestamp) - epochMilliseconds / 1_000) > window) return undefined;
  const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  // As Slack writes it, to the letter: a decoder of hex takes capitals, and stops without a word at what is none.
  if (!/^v0=[0-9a-f]{64}$/u.test(signature)) return undefined;
  return timingSafeEqual(Buffer.from(signature.slice(3), 'hex'), expected) ? expected.toString('hex') : undefined;
}

/** Signatures that were taken, for as long as they could be taken again. */
export interface Seen {
  /** Notes it; false when it was there already. */
  add(signature: string, epochMilliseconds: number): boolean;
  forget(signature: string): void;
}

/** Only signed requests get here, so that nobody else can fill it. */
export function createSeen(): Seen {
  const until = new Map<string, number>();
  return {
    add(signature, now) {
      for (const [old, end] of until) {
        if (end > now) break;
        until.delete(old);
      }
      if (until.has(signature)) return false;
      until.set(signature, now + 2 * window * 1_000);
      return true;
    },
    forget(signature) {
      until.delete(signature);
    },
  };
}
