import type { ImportPlan } from './import-plan.ts';

/** What a plan comes to, in numbers. */
export interface PlanCounts {
  readonly newWriters: number;
  readonly newLetters: number;
  readonly newPrograms: number;
  /** Rows that change something that stands. */
  readonly changed: number;
  /** Rows that say what stands already, or what an earlier row says. */
  readonly same: number;
  /** Rows that are left out. */
  readonly unread: number;
}

/** Counts what a plan does. */
export function planCounts({ rows, records }: ImportPlan): PlanCounts {
  const fresh = (kind: 'writer' | 'letter' | 'program') =>
    records.filter((record) => record.kind === kind && record.before === null).length;
  const does = (...deeds: readonly string[]) => rows.filter((row) => deeds.includes(row.does)).length;
  return {
    newWriters: fresh('writer'),
    newLetters: fresh('letter'),
    newPrograms: fresh('program'),
    changed: does('changes'),
    same: does('same', 'repeats'),
    unread: does('unread'),
  };
}
