import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { HttpRequest } from '../../src/core/ports.ts';
import { isOfNow } from '../../src/core/replays.ts';

/** The key of an application, from the 64 hexadecimal digits that Discord shows. Throws for anything else. */
export function readPublicKey(hex: string): KeyObject {
  if (!/^[0-9a-f]{64}$/iu.test(hex)) throw new Error('the public key of an application has 64 hexadecimal digits');
  const x = Buffer.from(hex, 'hex').toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/**
 * The signature of a request that Discord signed just now, in small letters, or `undefined` for any
 * other (https://docs.discord.com/developers/interactions/overview). It is over the time and the
 * bytes as they came, since a body that was parsed and printed again is another one. Discord says
 * nowhere whether its digits are small, so that capitals count as the same signature.
 */
export function verifiedSignature(
  { headers, body }: HttpRequest,
  key: KeyObject,
  epochMilliseconds: number,
): string | undefined {
  const timestamp = headers['x-signature-timestamp'];
  const signature = headers['x-signature-ed25519'];
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return undefined;
  if (!isOfNow(timestamp, epochMilliseconds)) return undefined;
  // A decoder of hex stops without a word at what is none.
  if (!/^[0-9a-f]{128}$/iu.test(signature)) return undefined;
  const signed = Buffer.concat([Buffer.from(timestamp), body]);
  return verify(null, signed, key, Buffer.from(signature, 'hex')) ? signature.toLowerCase() : undefined;
}
