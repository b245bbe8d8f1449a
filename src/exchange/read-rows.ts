import type { Day } from '../core/time.ts';
import type { Understood } from './choose-columns.ts';
import { type DateStyle, dateStyle, readDay } from './date-column.ts';
import type { CellValues, Field } from './field.ts';
import type { DateColumn, Trouble } from './import-plan.ts';
import { isDateField, type Reading, readCell } from './read-cells.ts';
import { remembered } from './remembered.ts';
import { cellsOf, type Row } from './table.ts';

/** A row as it says what it says. */
export interface ReadRow {
  readonly number: number;
  readonly values: Readonly<Partial<CellValues>>;
  readonly troubles: readonly Trouble[];
}

interface FieldColumn {
  readonly index: number;
  readonly field: Field;
  readonly style: DateStyle;
  /** Puts what a cell says among the values of its row, or tells why it cannot. */
  readonly put: (values: MutableValues, cell: string) => Trouble | undefined;
}

type MutableValues = { -readonly [F in Field]?: CellValues[F] };

const noDates: DateStyle = { order: 'month-first', why: 'plain', sample: null };

/** Reads every row of a table by what its columns hold, and says how its dates were read. */
export function readRows(
  { table, columns, dates: chosen }: Understood,
  reading: Reading,
): { readonly rows: readonly ReadRow[]; readonly dates: readonly DateColumn[] } {
  const used = columns.flatMap(({ number, use }): FieldColumn[] => {
    if (use.kind !== 'field') return [];
    const cells = isDateField(use.field) ? cellsOf(table, number - 1) : [];
    const style = cells.length > 0 ? dateStyle(cells, chosen) : noDates;
    return [{ index: number - 1, field: use.field, style, put: writer(use.field, reading, style) }];
  });
  // What a form is called can depend on the specialty, wherever that column stands.
  const inOrder = used.toSorted((a, b) => Number(a.field === 'form') - Number(b.field === 'form'));
  const dates = used
    .filter(({ style }) => style.why !== 'plain')
    .map(({ index, style }): DateColumn => {
      const header = columns[index]?.header ?? null;
      return { number: index + 1, header, style, read: sampleOf(style, reading.today) };
    });
  return { rows: table.rows.map((row) => readRow(row, inOrder)), dates };
}

function readRow({ number, cells }: Row, columns: readonly FieldColumn[]): ReadRow {
  const values: MutableValues = {};
  const troubles = columns.flatMap(({ index, put }) => put(values, cells[index] ?? '') ?? []);
  return { number, values, troubles };
}

/** Reads the cells of one column. Equal cells are equal, but for a form, which hangs on its row. */
function writer<F extends Field>(field: F, reading: Reading, style: DateStyle): FieldColumn['put'] {
  const once = remembered((cell) => readCell(field, cell, { ...reading, values: {} }, style));
  return (values, cell) => {
    const read = field === 'form' ? readCell(field, cell, { ...reading, values }, style) : once(cell);
    if (read === undefined) return undefined;
    if ('problem' in read) return { field, problem: read.problem };
    values[field] = read.value;
    return undefined;
  };
}

function sampleOf(style: DateStyle, today: Day): Day | null {
  const read = style.sample === null ? undefined : readDay(style.sample, style, today, 'future');
  return read && 'day' in read ? read.day : null;
}
