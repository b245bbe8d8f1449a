import { randomBytes } from 'node:crypto';
import type { Random } from './core/ports.ts';

/** Crockford's base 32: no letter can be taken for another or for a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Ids are ULIDs: 48 bits of time and 80 of chance in 26 characters. Within one millisecond each
 * is one more than the last, so that ids sort in the order in which they were made.
 */
export function createRandom(bytes: (count: number) => Uint8Array = randomBytes): Random {
  let lastTime = -1;
  let chance = 0n;

  return {
    id(now) {
      const time = Date.parse(now);
      chance = time === lastTime ? chance + 1n : toNumber(bytes(10));
      lastTime = time;
      return encode(BigInt(time), 10) + encode(chance & ((1n << 80n) - 1n), 16);
    },
    reference: () => encode(toNumber(bytes(5)), 8),
    secret: () => Buffer.from(bytes(24)).toString('base64url'),
  };
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function encode(number: bigint, length: number): string {
  let text = '';
  for (let rest = number; text.length < length; rest >>= 5n) text = (alphabet[Number(rest & 31n)] ?? '') + text;
  return text;
}
