import type { Exported } from './member-data.ts';

/** A place in a file that points nowhere, or at something that stands there already. */
export interface WrongReference {
  readonly path: readonly (string | number)[];
  readonly reason: 'reference' | 'twice';
}

/**
 * What a file's shape cannot say: that no id stands twice, that each letter has its writer, and that
 * what goes to a program or stands by for a writer is in the file. The journal speaks of what is gone
 * too and is judged where it is replayed.
 */
export function wrongReference({ writers, letters, programs, changes }: Exported): WrongReference | undefined {
  const lists = { writers, letters, programs, changes };
  const ids = new Set<string>();
  for (const [list, records] of Object.entries(lists)) {
    for (const [index, { id }] of records.entries()) {
      if (ids.has(id)) return { path: [list, index, 'id'], reason: 'twice' };
      ids.add(id);
    }
  }
  const isWriter = new Set(writers.map(({ id }) => id));
  const isLetter = new Set(letters.map(({ id }) => id));
  for (const [index, { writer, backup }] of letters.entries()) {
    if (!isWriter.has(writer)) return { path: ['letters', index, 'writer'], reason: 'reference' };
    if (backup && !isWriter.has(backup.writer))
      return { path: ['letters', index, 'backup', 'writer'], reason: 'reference' };
  }
  for (const [index, program] of programs.entries()) {
    const assigned = new Set<string>();
    for (const [at, { letter }] of program.letters.entries()) {
      const path = ['programs', index, 'letters', at, 'letter'];
      if (!isLetter.has(letter)) return { path, reason: 'reference' };
      if (assigned.has(letter)) return { path, reason: 'twice' };
      assigned.add(letter);
    }
  }
  return undefined;
}
