import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What an application signs with, and the key that its page shows: 64 hexadecimal digits. */
export function createApplicationKey(): { readonly publicKey: string; readonly privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { publicKey: Buffer.from(x, 'base64url').toString('hex'), privateKey };
}

/** The headers of a request that Discord sends: https://docs.discord.com/developers/interactions/overview. */
export function signedByDiscord(body: string, privateKey: KeyObject, epochMilliseconds: number) {
  const timestamp = String(Math.floor(epochMilliseconds / 1_000));
  return {
    'content-type': 'application/json',
    'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), privateKey).toString('hex'),
    'x-signature-timestamp': timestamp,
  };
}
