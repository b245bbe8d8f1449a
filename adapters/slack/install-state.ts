import { createHmac, timingSafeEqual } from 'node:crypto';

/** Milliseconds within which somebody has to give their consent. */
export const installWithin = 10 * 60_000;

/**
 * What goes to Slack and comes back with somebody's consent: a number used once, when it ends, and
 * a signature over both and a secret that only the browser has which began. So nobody can have
 * another person finish what they began, and nothing is stored until it comes back.
 */
export function printState(nonce: string, until: number, browser: string, secret: string): string {
  return `${nonce}.${until}.${signatureOf(nonce, until, browser, secret)}`;
}

/** The nonce; `undefined` for a state that is forged, of another browser, or too old. */
export function readState(state: string, browser: string, secret: string, now: number): string | undefined {
  const [, nonce = '', until = '', given = ''] = /^([\w-]{20,100})\.(\d{1,16})\.([\w-]{43})$/u.exec(state) ?? [];
  if (nonce === '' || browser === '' || Number(until) < now) return undefined;
  const expected = Buffer.from(signatureOf(nonce, Number(until), browser, secret));
  return timingSafeEqual(expected, Buffer.from(given)) ? nonce : undefined;
}

function signatureOf(nonce: string, until: number, browser: string, secret: string): string {
  return createHmac('sha256', secret).update(`install ${nonce} ${until} ${browser}`).digest('base64url');
}
