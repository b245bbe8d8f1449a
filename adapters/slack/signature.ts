import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpRequest } from '../../src/core/ports.ts';
import { isOfNow } from '../../src/core/replays.ts';

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
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return undefined;
  if (!isOfNow(timestamp, epochMilliseconds)) return undefined;
  const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  // As Slack writes it, to the letter: a decoder of hex takes capitals, and stops without a word at what is none.
  if (!/^v0=[0-9a-f]{64}$/u.test(signature)) return undefined;
  return timingSafeEqual(Buffer.from(signature.slice(3), 'hex'), expected) ? expected.toString('hex') : undefined;
}
