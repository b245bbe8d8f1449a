import { inverse } from '../letters/change.ts';
import { type Change, type ChangedRecord, type Letter, memberLimits, recordId } from '../letters/letter.ts';
import type { Addressed } from './addressed.ts';
import type { MemberData } from './member-data.ts';

/** What of a file's journal comes along, and what it leaves to be done. */
export interface Replayed {
  readonly changes: readonly Omit<Change, 'number'>[];
  /** Records of the file that the journal does not lead to: added, or brought to what they are. */
  readonly missing: readonly ChangedRecord[];
  /** Records that the journal leads to and the file no longer has. */
  readonly gone: readonly ChangedRecord[];
  /** The journal contradicts itself or the rest of the file and was left out. */
  readonly broken: boolean;
}

type Step = Omit<Change, 'number'>;

/**
 * The journal of what is new here. In an empty account that is all of it, with what is gone since. Where
 * something stands already it is only the way of what comes in, without the steps that were taken back:
 * what stands has a journal of its own. Since whoever applies it runs every change, a journal that
 * does not fit together is left out as a whole.
 */
export function replayed(file: Addressed, mine: MemberData, isMine: ReadonlySet<string>): Replayed {
  const live = new Map(wanted(file).map((record) => [recordId(record), record]));
  const steps = isEmpty(mine)
    ? file.changes
    : standing(file.changes).map((change) => ({
        ...change,
        records: change.records.filter((record) => live.has(recordId(record)) && !isMine.has(recordId(record))),
      }));
  const end = run(steps, new Set(mine.writers.map(({ id }) => id)), live);
  const state = end ?? new Map<string, ChangedRecord>();
  const gone = [...state.values()].filter((record) => !live.has(recordId(record)));
  return {
    changes: end ? steps.filter(({ records }) => records.length > 0) : [],
    missing: [...live].flatMap(([id, record]) => (isMine.has(id) ? [] : missing(record, state.get(id)))),
    // Turned round, writers go last.
    gone: inverse(order.flatMap((kind) => gone.filter((record) => record.kind === kind))),
    broken: end === undefined,
  };
}

/** Whether nothing stands in an account, and nothing ever did. */
export function isEmpty({ writers, letters, programs, changes }: Omit<MemberData, 'settings'>): boolean {
  return [writers, letters, programs, changes].every((list) => list.length === 0);
}

/** Changes without those that were taken back, and without what took them back. */
function standing(changes: readonly Step[]): readonly Step[] {
  const undone = new Set(changes.map(({ undoes }) => undoes));
  return changes.filter(({ id, undoes }) => undoes === null && !undone.has(id));
}

const order = ['writer', 'letter', 'program'] as const satisfies readonly ChangedRecord['kind'][];

function wanted({ writers, letters, programs }: Addressed): readonly ChangedRecord[] {
  return [
    ...writers.map((after): ChangedRecord => ({ kind: 'writer', before: null, after })),
    ...letters.map((after): ChangedRecord => ({ kind: 'letter', before: null, after })),
    ...programs.map((after): ChangedRecord => ({ kind: 'program', before: null, after })),
  ];
}

/** What is still to be done so that a record is as the file has it. */
function missing(record: ChangedRecord, stands: ChangedRecord | undefined): readonly ChangedRecord[] {
  if (!stands) return [record];
  if (same(stands.after, record.after)) return [];
  const { kind } = record;
  if (kind === 'writer' && stands.kind === kind) return [{ ...record, before: stands.after }];
  if (kind === 'letter' && stands.kind === kind) return [{ ...record, before: stands.after }];
  return kind === 'program' && stands.kind === kind ? [{ ...record, before: stands.after }] : [];
}

/**
 * Runs a journal from nothing: the records as it leaves them, each as one that is added; nothing at all
 * when a change does not begin where the one before ended, something is taken back that an undo would not
 * have, a letter would be without its writer, there is more than there may be, or what is a letter at the
 * end of it is something else in the file.
 */
function run(
  steps: readonly Step[],
  known: ReadonlySet<string>,
  live: ReadonlyMap<string, ChangedRecord>,
): Map<string, ChangedRecord> | undefined {
  const state = new Map<string, ChangedRecord>();
  /** What an undo could take back by now, the next one last. */
  const standing: Step[] = [];
  for (const step of steps) {
    const { records, undoes } = step;
    if (undoes === null) standing.push(step);
    else if (!takesBack(step, standing.pop())) return undefined;
    for (const record of records) {
      const id = recordId(record);
      const { before, after } = record;
      const stands = state.get(id);
      if (!same(stands?.after ?? null, before) || (stands && stands.kind !== record.kind)) return undefined;
      if ((!before && !after) || (before && after && before.id !== after.id)) return undefined;
      if (after) state.set(id, { ...record, before: null });
      else state.delete(id);
      if (!hasWriters(record, state, known)) return undefined;
    }
    if (isTooMuch(state)) return undefined;
  }
  const isOther = [...state].some(([id, { kind }]) => (live.get(id)?.kind ?? kind) !== kind);
  return isOther ? undefined : state;
}

function takesBack({ undoes, records }: Step, last: Step | undefined): boolean {
  return last !== undefined && undoes === last.id && same(records, inverse(last.records));
}

/** Undo after undo leads back through all of it. */
function isTooMuch(state: ReadonlyMap<string, ChangedRecord>): boolean {
  const { writers, letters, programs } = memberLimits;
  const most = { writer: writers, letter: letters, program: programs };
  const counts = { writer: 0, letter: 0, program: 0 };
  for (const { kind } of state.values()) counts[kind] += 1;
  return order.some((kind) => counts[kind] > most[kind]);
}

function hasWriters(
  { kind, before, after }: ChangedRecord,
  state: ReadonlyMap<string, ChangedRecord>,
  known: ReadonlySet<string>,
): boolean {
  if (kind === 'letter' && after) return known.has(after.writer) || state.get(after.writer)?.kind === 'writer';
  if (kind !== 'writer' || after) return true;
  return ![...state.values()].some((one) => one.kind === 'letter' && writerOf(one) === before?.id);
}

function writerOf({ after }: { readonly after: Letter | null }): string | undefined {
  return after?.writer;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
