import { describe, expect, test } from 'vitest';
import { readPublicKey, verifiedSignature } from '../../../adapters/discord/signature.ts';
import { createApplicationKey, signedByDiscord } from '../../support/discord-signed.ts';

const now = Date.parse('2027-09-01T12:00:00Z');
const { publicKey, privateKey } = createApplicationKey();
const key = readPublicKey(publicKey);
const body = '{"type":2,"data":{"name":"lor, für Dr. Álvarez"}}';
const right = signedByDiscord(body, privateKey, now);
const signature = right['x-signature-ed25519'];

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

function taken(headers: Headers, sent: Buffer | string = body, by = key, at = now): string | undefined {
  const request = { path: '', query: new URLSearchParams(), headers, body: Buffer.from(sent) };
  return verifiedSignature(request, by, at);
}

/** Each text or body with one bit of one byte changed. */
function flips(bytes: Buffer): readonly Buffer[] {
  return Array.from(bytes, (byte, at) => {
    const changed = Buffer.from(bytes);
    changed[at] = byte ^ (1 << (at % 8));
    return changed;
  });
}

/** The signature with the order of the group added to its second half: the same one, written another way. */
function malleated(hex: string): string {
  const order = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;
  const bytes = Buffer.from(hex, 'hex');
  const scalar = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + order;
  const written = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse();
  return Buffer.concat([bytes.subarray(0, 32), written]).toString('hex');
}

describe('a request as Discord signs it', () => {
  test('C13: is taken, with its digits in small letters or in capitals', () => {
    expect(taken(right)).toBe(signature);
    expect(taken({ ...right, 'x-signature-ed25519': signature.toUpperCase() })).toBe(signature);
  });

  test('C13: is taken for five minutes on both sides, and no longer', () => {
    const at = (seconds: number) => taken(signedByDiscord(body, privateKey, now + seconds * 1_000));
    expect([-300, -299, 0, 299, 300].map((seconds) => at(seconds) !== undefined)).not.toContain(false);
    expect([-86_400, -301, 301, 86_400].map(at)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('C13: is taken with any bytes in its body, also such as are no text', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
    const latin = signedByDiscord('', privateKey, now);
    expect(taken(latin, '')).toBe(latin['x-signature-ed25519']);
    expect(taken(latin, bytes)).toBeUndefined();
  });
});

describe('C13: nothing else is taken', () => {
  test('a signature with any byte changed', () => {
    const changed = flips(Buffer.from(signature, 'hex')).map((one) => one.toString('hex'));
    expect(changed).toHaveLength(64);
    expect(changed.filter((one) => taken({ ...right, 'x-signature-ed25519': one }))).toEqual([]);
  });

  test('a signature that is the same number written another way, so that a replay would look new', () => {
    expect(taken({ ...right, 'x-signature-ed25519': malleated(signature) })).toBeUndefined();
  });

  test('a body with any byte changed, cut or added to', () => {
    const changed = [...flips(Buffer.from(body)), Buffer.from(body.slice(1)), Buffer.from(`${body} `)];
    expect(changed.filter((one) => taken(right, one))).toEqual([]);
  });

  test('a time with any digit changed, although it is still of now', () => {
    const digits = right['x-signature-timestamp'];
    const others = Array.from({ length: 599 }, (_, at) => String(Number(digits) - 299 + at)).filter(
      (one) => one !== digits,
    );
    expect(others.filter((one) => taken({ ...right, 'x-signature-timestamp': one }))).toEqual([]);
  });

  test('a digit moved between the time and the body, which leaves the signed bytes as they are', () => {
    const timestamp = right['x-signature-timestamp'];
    const shorter = { ...right, 'x-signature-timestamp': timestamp.slice(0, -1) };
    expect(taken(shorter, `${timestamp.slice(-1)}${body}`)).toBeUndefined();
    const longer = signedByDiscord(`7${body}`, privateKey, now);
    expect(taken({ ...longer, 'x-signature-timestamp': `${timestamp}7` })).toBeUndefined();
  });

  test('what another key signed', () => {
    const other = createApplicationKey();
    expect(taken(signedByDiscord(body, other.privateKey, now))).toBeUndefined();
    expect(taken(right, body, readPublicKey(other.publicKey))).toBeUndefined();
  });

  test.each<[string, Headers]>([
    ['no signature', { ...right, 'x-signature-ed25519': undefined }],
    ['an empty signature', { ...right, 'x-signature-ed25519': '' }],
    ['a signature cut short', { ...right, 'x-signature-ed25519': signature.slice(0, -1) }],
    ['a signature cut by a byte', { ...right, 'x-signature-ed25519': signature.slice(0, -2) }],
    ['something after the signature', { ...right, 'x-signature-ed25519': `${signature}00` }],
    ['a line after the signature', { ...right, 'x-signature-ed25519': `${signature}\n` }],
    ['a signature that is no hex', { ...right, 'x-signature-ed25519': 'z'.repeat(128) }],
    ['a signature of zeros', { ...right, 'x-signature-ed25519': '0'.repeat(128) }],
    ['two signatures', { ...right, 'x-signature-ed25519': [signature, signature] }],
    ['two signatures in one', { ...right, 'x-signature-ed25519': `${signature}, ${signature}` }],
    ['no time', { ...right, 'x-signature-timestamp': undefined }],
    ['an empty time', { ...right, 'x-signature-timestamp': '' }],
    ['a time that is none', { ...right, 'x-signature-timestamp': 'now' }],
    ['a time in words of programs', { ...right, 'x-signature-timestamp': 'NaN' }],
    ['a time with a fraction', { ...right, 'x-signature-timestamp': `${right['x-signature-timestamp']}.0` }],
    ['a time in milliseconds', { ...right, 'x-signature-timestamp': String(now) }],
    ['a time beyond all numbers', { ...right, 'x-signature-timestamp': '9'.repeat(400) }],
    ['two times', { ...right, 'x-signature-timestamp': [right['x-signature-timestamp'], '1'] }],
    ['no headers', {}],
  ])('%s', (_, headers) => {
    expect(taken(headers)).toBeUndefined();
  });
});

test.each(['', '0', publicKey.slice(1), `${publicKey}0`, 'z'.repeat(64), `${publicKey}\n`])(
  'C13: a public key that is none is refused: %j',
  (hex) => {
    expect(() => readPublicKey(hex)).toThrow('64 hexadecimal digits');
  },
);
