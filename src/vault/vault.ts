import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Vault } from '../core/ports.ts';

/** A key of 32 bytes with the name by which sealed texts remember it. */
export interface VaultKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Every sealed text has at least its nonce and its tag. */
const sealedShape = /^([a-z0-9-]{1,20})\.([\w-]{38,})$/iu;

/**
 * AES-256-GCM over the texts, with the place as associated data. A sealed text is the key's id, a
 * dot, and nonce, tag and ciphertext in base64url.
 */
export function createVault(keys: readonly VaultKey[], bytes: (count: number) => Uint8Array = randomBytes): Vault {
  const byId = new Map(keys.map((key) => [key.id, key]));
  const [first] = keys;
  if (!first) throw new Error('a vault needs a key');

  return {
    keys: keys.map(({ id }) => id),
    seal(text, place) {
      const nonce = bytes(nonceLength);
      const sealing = createCipheriv(cipher, first.bytes, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
      return `${first.id}.${Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url')}`;
    },
    open(sealed, place) {
      const [, id, encoded] = sealedShape.exec(sealed) ?? [];
      // What is no sealed text may be a plain one, which must not get into a log.
      if (id === undefined || encoded === undefined)
        throw new Error('there is something else in the place of a sealed text');
      const key = byId.get(id);
      if (!key) throw new Error(`there is no key “${id}”`);
      const all = Buffer.from(encoded, 'base64url');
      // Unless it is told the length, the cipher takes a shorter tag too, which can be guessed.
      const opening = createDecipheriv(cipher, key.bytes, all.subarray(0, nonceLength), { authTagLength: tagLength })
        .setAAD(Buffer.from(place))
        .setAuthTag(all.subarray(nonceLength, nonceLength + tagLength));
      return Buffer.concat([opening.update(all.subarray(nonceLength + tagLength)), opening.final()]).toString('utf8');
    },
    digest: (secret) => createHash('sha256').update(secret).digest('base64url'),
  };
}
