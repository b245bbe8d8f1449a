/** One row of a table, by the number that a spreadsheet shows beside it. */
export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Text in rows and columns. Every row has as many cells as the header; what a file lacks is empty. */
export interface Table {
  /** The names of the columns, as they stand in the file; some may be empty or the same. */
  readonly header: readonly string[];
  /** The number of the row that the names stand in. */
  readonly headerRow: number;
  /** The rows below it, without those in which nothing stands. */
  readonly rows: readonly Row[];
}

/**
 * The most that a table may hold: far more than a member's letters, and little enough to read at once.
 * Of `lines` there are more than of rows, for those in which nothing stands are among them.
 */
export const tableLimits = { characters: 2_000_000, lines: 10_000, rows: 2_000, columns: 100 } as const;

/** Why a text is no table that can be read. */
export type TableProblem =
  | { readonly code: 'empty' }
  /** What it seems to be instead. */
  | { readonly code: 'not-a-table'; readonly seems: 'json' | 'workbook' | 'page' | 'pdf' }
  | { readonly code: 'too-long' | 'too-many-rows' | 'too-many-columns'; readonly max: number }
  /** A quotation mark opens in this row and never closes. */
  | { readonly code: 'open-quote'; readonly row: number };

/** The same table where the first row is no header: all that stands in it is data. */
export function withoutHeader(table: Table): Table {
  const first = { number: table.headerRow, cells: table.header };
  return { header: table.header.map(() => ''), headerRow: table.headerRow, rows: [first, ...table.rows] };
}

/** All cells of a column, counted from 0. */
export function cellsOf({ rows }: Pick<Table, 'rows'>, index: number): readonly string[] {
  return rows.map(({ cells }) => cells[index] ?? '');
}
