import { closeSync, constants, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { FileContent } from './core/reply.ts';

/** Bytes of a name that every file system takes, with room for a number. */
const longestName = 200;

/**
 * Writes a file into a folder under its own name, which can lead nowhere else; returns its path.
 * What lies there already stays: the next one of its name has a number. They are for whoever owns
 * the folder alone, since they can hold what is private.
 */
export function saveFile(file: FileContent, folder: string): string {
  const name = safeName(file.name);
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? name : `${stem}-${copy}${extension}`);
    try {
      writeFileSync(path, file.bytes, { flag: 'wx', mode: 0o600 });
      return path;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Letters, digits and a few marks; no folder, nothing hidden, never too long. */
function safeName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/u, '_');
  const extension = Buffer.byteLength(extname(plain)) <= longestName / 2 ? extname(plain) : '';
  let stem = plain.slice(0, plain.length - extension.length);
  while (Buffer.byteLength(stem + extension) > longestName) stem = [...stem].slice(0, -1).join('');
  return `${stem === '' ? 'file' : stem}${extension}`;
}

/** A file as it lies on this machine, or why it cannot be had. */
export type LocalRead =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly problem: 'missing' | 'no-file' | 'too-large' | 'unreadable' };

/** Reads a file, relative to the working directory, unless it is larger than `max` bytes or none at all. */
export function readLocalFile(path: string, max: number): LocalRead {
  try {
    const bytes = readAtMost(path, max);
    return typeof bytes === 'string' ? { problem: bytes } : { name: basename(path), bytes };
  } catch (error) {
    return { problem: ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '') ? 'missing' : 'unreadable' };
  }
}

/** Looks at the open file and not at its name, which could become another one meanwhile. */
function readAtMost(path: string, max: number): Uint8Array | 'no-file' | 'too-large' {
  // Without waiting: nobody may ever write into a pipe of that name.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) return 'no-file';
    const bytes = Buffer.alloc(max + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length <= max; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    return length > max ? 'too-large' : bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
