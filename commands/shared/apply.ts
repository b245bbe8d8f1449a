import type { Context } from '../../src/core/command.ts';
import type { Random } from '../../src/core/ports.ts';
import type { ChangedRecord } from '../../src/letters/letter.ts';
import type { LetterStore } from '../../src/letters/letter-store.ts';

/** What it takes to change a member's letters. */
export interface ApplyPorts {
  readonly letters: LetterStore;
  readonly random: Random;
}

/** Keeps what a command changed, as one step of the journal; returns the step's id, by which it can be taken back. */
export async function applyChange(
  { actor, now, ports }: Context<ApplyPorts>,
  command: string,
  records: readonly ChangedRecord[],
): Promise<string> {
  const id = ports.random.id(now);
  await ports.letters.apply({ id, member: actor.id, at: now, command, records, undoes: null });
  return id;
}

/** The records of which something is different afterwards. */
export function onlyChanged(records: readonly ChangedRecord[]): readonly ChangedRecord[] {
  return records.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

/** Left out keeps what stands, cleared takes it away. */
export function given<T>(value: T | null | undefined, before: T | null): T | null {
  return value === undefined ? before : value;
}

/** A text that is new: a form sends back what stands as well. */
export function onlyNew(typed: string | null | undefined, before: string | null | undefined): string | undefined {
  return typed === before ? undefined : (typed ?? undefined);
}

/** What stands today as a form holds it: without what was not said. */
export function standing(
  values: Readonly<Record<string, string | number | boolean | null>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === null) return [];
      return [[name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)]];
    }),
  );
}
