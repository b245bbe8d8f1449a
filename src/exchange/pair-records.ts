import { folded } from '../dates/read-names.ts';
import type { Letter } from '../letters/letter.ts';
import type { Exported, MemberData } from './member-data.ts';
import { nameKey } from './name-key.ts';

/** What stands here already of a file: the ids of its records, each with the id of the same here. */
export type Pairs = ReadonlyMap<string, string>;

interface Identified {
  readonly id: string;
}

/**
 * Finds what of a file stands here already. In the account that wrote it the ids are the same;
 * elsewhere a writer is known by name, a letter by its writer and what it is for, a program by name.
 * Of several alike the first goes with the first.
 */
export function pairRecords(exported: Exported, mine: MemberData): Pairs {
  const writers = paired(
    exported.writers,
    mine.writers,
    ({ name }) => nameKey(name),
    ({ name }) => nameKey(name),
  );
  const programs = paired(
    exported.programs,
    mine.programs,
    ({ name }) => nameKey(name),
    ({ name }) => nameKey(name),
  );
  const letters = paired(
    exported.letters,
    mine.letters,
    (letter) => purposeKey(writers.get(letter.writer) ?? '', letter),
    (letter) => purposeKey(letter.writer, letter),
  );
  return new Map([...writers, ...letters, ...programs]);
}

function paired<T extends Identified, M extends Identified>(
  theirs: readonly T[],
  mine: readonly M[],
  keyOfTheirs: (one: T) => string,
  keyOfMine: (one: M) => string,
): ReadonlyMap<string, string> {
  const left = new Set(mine.map(({ id }) => id));
  const pairs = new Map<string, string>();
  for (const { id } of theirs) if (left.delete(id)) pairs.set(id, id);
  const byKey = new Map<string, string[]>();
  for (const one of [...mine].sort(byId)) {
    if (left.has(one.id)) byKey.set(keyOfMine(one), [...(byKey.get(keyOfMine(one)) ?? []), one.id]);
  }
  for (const one of [...theirs].sort(byId)) {
    const found = pairs.has(one.id) ? undefined : byKey.get(keyOfTheirs(one))?.shift();
    if (found !== undefined) pairs.set(one.id, found);
  }
  return pairs;
}

/** In the order in which they were made. */
function byId(a: Identified, b: Identified): number {
  return a.id < b.id ? -1 : 1;
}

function purposeKey(writer: string, { service, specialty, season, form }: Omit<Letter, 'member'>): string {
  return JSON.stringify([writer, service, specialty && folded(specialty), season, form]);
}
