import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { VaultKey } from './vault.ts';

const keyLength = 32;

/** The file of the key cannot be made, read or understood. The message says what to do. */
export class KeyFileUnusable extends Error {
  override readonly name = 'KeyFileUnusable';

  constructor(path: string, problem: string, cause?: unknown) {
    super(
      `The key file ${path} ${problem}. Put it back from where it was saved, set LORBOT_KEYS, or choose another place with LORBOT_DATABASE.`,
      { cause },
    );
  }
}

/** Why a text is no list of keys, as words that follow the name of its variable. */
export type KeysProblem = string;

/**
 * Reads `id:base64,id:base64`. The first key seals, the others only open what was sealed before:
 * to change the key, put a new one in front, and take the old one away after a start.
 */
export function readKeys(text: string): readonly VaultKey[] | KeysProblem {
  const keys: VaultKey[] = [];
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [id = '', encoded = '', ...more] = entry.split(':');
    if (!/^[a-z0-9-]{1,20}$/iu.test(id) || more.length > 0)
      return 'takes keys as id:base64,id:base64, with ids of letters, digits and hyphens';
    const bytes = /^[A-Za-z0-9+/_-]+={0,2}$/u.test(encoded) ? Buffer.from(encoded, 'base64') : Buffer.alloc(0);
    if (bytes.length !== keyLength) return `takes keys of ${keyLength} bytes in base64; that of ${id} is none`;
    if (keys.some((key) => key.id === id)) return `has two keys of the id ${id}`;
    keys.push({ id, bytes });
  }
  return keys;
}

/** The keys in a file, which is made with one new key, for its owner alone, when there is none. */
export function keysOfFile(path: string): readonly VaultKey[] {
  const keys = readKeys(textOfKeyFile(path).trim());
  if (typeof keys === 'string') throw new KeyFileUnusable(path, keys);
  return keys;
}

function textOfKeyFile(path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
    makeKeyFile(path);
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new KeyFileUnusable(path, `cannot be made or read: ${(cause as Error).message}`, cause);
  }
}

/** Does nothing when the file is there already, whoever made it first. */
function makeKeyFile(path: string): void {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `file:${randomBytes(keyLength).toString('base64')}\n`);
    // What is sealed with a key that a power cut takes away is lost.
    fsyncSync(file);
    closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
