import type { CellValues, Field } from './field.ts';
import type { FieldChange, Trouble } from './import-plan.ts';

/** A record on its way from what stands to what will, with the row that each of its fields came from. */
export interface Draft<T> {
  readonly before: T | null;
  after: T;
  readonly given: Map<Field, { readonly row: number; readonly value: string }>;
}

export function draftOf<T>(before: T): Draft<T> {
  return { before, after: before, given: new Map() };
}

export function newDraft<T>(after: T): Draft<T> {
  return { before: null, after, given: new Map() };
}

/** Whether a record differs from what is stored. */
export function isChanged({ before, after }: Draft<unknown>): boolean {
  return before === null || JSON.stringify(before) !== JSON.stringify(after);
}

/** What one row writes into drafts: what it changes, and what it may not. */
export interface RowPen {
  readonly row: number;
  readonly changes: FieldChange[];
  readonly troubles: Trouble[];
}

/**
 * Writes what a row says of one field. Where an earlier row of the file said something else, that is
 * kept: which of the two is right nobody knows, and the same file must come to the same twice.
 */
export function write<T, F extends Field>(
  draft: Draft<T>,
  field: F,
  value: CellValues[F] | undefined,
  pen: RowPen,
  of: { readonly get: (record: T) => CellValues[F] | null; readonly set: (record: T, value: CellValues[F]) => T },
): void {
  if (value === undefined) return;
  const text = JSON.stringify(value);
  const earlier = draft.given.get(field);
  if (earlier && earlier.value !== text) {
    pen.troubles.push({ field, problem: { code: 'says-otherwise', row: earlier.row } });
    return;
  }
  if (!earlier) draft.given.set(field, { row: pen.row, value: text });
  const from = of.get(draft.after);
  const after = of.set(draft.after, value);
  const to = of.get(after);
  if (to === null || JSON.stringify(from) === JSON.stringify(to)) return;
  draft.after = after;
  if (draft.before !== null) pen.changes.push({ field, from, to });
}
