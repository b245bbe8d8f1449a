import { isBlank, shorten, tidyLine, unkeepable } from '../core/text.ts';
import { headerWords, readHeader, twofold } from './column-names.ts';
import type { Field, TableKind } from './field.ts';
import { areTurned } from './name-key.ts';
import { isPrivateHeader, lookLikeIds } from './private-columns.ts';
import { readKind, readStage } from './spoken-values.ts';
import { cellsOf, type Table } from './table.ts';

/** What becomes of a column. */
export type ColumnUse =
  | { readonly kind: 'field'; readonly field: Field }
  /** An id or something as private, by its name: no cell of it is read, and nobody can change that. */
  | { readonly kind: 'private' }
  /** Its cells look like ids. The member may know better. */
  | { readonly kind: 'like-ids' }
  | { readonly kind: 'unused' };

export interface Column {
  /** Counted from 1, as the member names it. */
  readonly number: number;
  /** Its name, fit to be shown; `null` where it has none. */
  readonly header: string | null;
  readonly use: ColumnUse;
}

/** Rows that are looked at to tell what a column holds. */
const looked = 50;

/** Fields whose cells could hold an id without being wrong by themselves. */
const texts: ReadonlySet<Field> = new Set([
  'name',
  'first-name',
  'last-name',
  'name-reversed',
  'title',
  'met',
  'writer-specialty',
  'specialty',
  'notes',
  'sheet',
  'program',
  'backup',
]);

/**
 * Guesses what each column holds, by its name, and by its cells where the name leaves it open. A
 * field is taken from one column, the one whose name says it most plainly; of equals the first.
 */
export function guessColumns({ header, rows }: Pick<Table, 'header' | 'rows'>): readonly Column[] {
  const first = rows.slice(0, looked);
  const guesses = header.map((name, index) => guess(name, () => cellsOf({ rows: first }, index)));
  const taken = new Map<Field, number>();
  guesses.forEach((one, index) => {
    if (!('field' in one)) return;
    const before = taken.get(one.field);
    const other = before === undefined ? undefined : guesses[before];
    if (!other || ('field' in other && one.rank < other.rank)) taken.set(one.field, index);
  });
  const columns = guesses.map((one, index): Column => {
    const use = 'field' in one ? useOf(one.field, taken.get(one.field) === index) : one;
    return { number: index + 1, header: shownHeader(header[index] ?? ''), use };
  });
  return withoutDoubleNames(columns);
}

/** What a table is about, by its columns; `undefined` when nothing says whose letters or which programs. */
export function kindOfTable(columns: readonly Column[]): TableKind | undefined {
  const fields = new Set(columns.flatMap(({ use }) => (use.kind === 'field' ? [use.field] : [])));
  const naming: readonly Field[] = ['name', 'last-name', 'first-name', 'name-reversed'];
  if (naming.some((field) => fields.has(field))) return 'letters';
  return fields.has('program') ? 'programs' : undefined;
}

type Guess = ColumnUse | { readonly field: Field; readonly rank: number };

function guess(header: string, cells: () => readonly string[]): Exclude<Guess, { kind: 'field' }> {
  if (isPrivateHeader(header)) return { kind: 'private' };
  const found = readHeader(header);
  if (!found || texts.has(found.field)) {
    if (lookLikeIds(cells())) return { kind: 'like-ids' };
  }
  if (!found) return { kind: 'unused' };
  if (found.field === 'name' && !ownNames.test(headerWords(header)) && areTurned(cells()))
    return { ...found, field: 'name-reversed' };
  const choice = twofold[headerWords(header)];
  if (!choice) return found;
  const reads = found.field === 'kind' ? readKind : readStage;
  const fits = cells().some((cell) => reads(cell) !== undefined);
  return { ...found, field: fits ? choice[0] : choice[1] };
}

/** How our own tables call the writer: names there stay as the member wrote them. */
const ownNames = /^(?:writer|signataire)$/u;

function useOf(field: Field, first: boolean): ColumnUse {
  return first ? { kind: 'field', field } : { kind: 'unused' };
}

/** A whole name makes its halves needless. Beside first names, a column "Name" holds the last ones. */
function withoutDoubleNames(columns: readonly Column[]): readonly Column[] {
  const of = (field: Field) => columns.find(({ use }) => use.kind === 'field' && use.field === field);
  const whole = of('name') ?? of('name-reversed');
  const first = of('first-name');
  if (!whole || (!first && !of('last-name'))) return columns;
  const isHalf = first && !of('last-name') && /^(?:nom|name)$/u.test(headerWords(whole.header ?? ''));
  return columns.map((column) => {
    if (isHalf) return column === whole ? { ...column, use: { kind: 'field', field: 'last-name' } } : column;
    const needless = column === first || column === of('last-name');
    return needless ? { ...column, use: { kind: 'unused' } } : column;
  });
}

/** The name of a column as it can be shown; `null` when there is nothing to see. */
function shownHeader(header: string): string | null {
  const name = tidyLine(header);
  if (isBlank(name) || unkeepable(name)) return null;
  return shorten(name, 60);
}
