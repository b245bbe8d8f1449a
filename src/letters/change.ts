import type { Day } from '../core/time.ts';
import type { Change, ChangedRecord, Letter } from './letter.ts';
import type { Answer, Stage } from './stages.ts';

/** The letter after it reached a stage on a day. Declining or planning anew forgets the answer. */
export function moved(letter: Letter, stage: Stage, on: Day, answer: Answer | null): Letter {
  const forgets = stage === 'planned' || stage === 'asked' || stage === 'declined';
  return {
    ...letter,
    stage,
    answer: forgets ? null : (answer ?? letter.answer),
    reached: { ...letter.reached, [stage]: on },
  };
}

/** The records that take a change back: each `after` becomes its `before`. */
export function inverse(records: readonly ChangedRecord[]): readonly ChangedRecord[] {
  return records
    .map((record) => ({ ...record, before: record.after, after: record.before }) as ChangedRecord)
    .toReversed();
}

/**
 * A letter as its history tells it: the state after the last change that touched it, `null` once
 * it is removed. The journal is complete, so this is always the stored letter.
 */
export function replay(changes: readonly Change[], letter: string): Letter | null {
  let state: Letter | null = null;
  for (const { records } of changes) {
    for (const record of records) {
      if (record.kind === 'letter' && (record.after ?? record.before)?.id === letter) state = record.after;
    }
  }
  return state;
}

/** One dated step of a letter's history. */
export interface Step {
  readonly change: Change;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly on: Day | null;
}

/** The moves of a letter from stage to stage, oldest first, those taken back included. */
export function steps(changes: readonly Change[], letter: string): readonly Step[] {
  return changes.flatMap((change) =>
    change.records.flatMap((record): Step[] => {
      if (record.kind !== 'letter' || record.after?.id !== letter) return [];
      const from = record.before?.stage ?? null;
      const to = record.after.stage;
      return from === to ? [] : [{ change, from, to, on: record.after.reached[to] ?? null }];
    }),
  );
}
