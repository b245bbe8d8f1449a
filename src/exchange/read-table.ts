import { CsvError, parse } from 'csv-parse/sync';
import { fieldOfHeader } from './column-names.ts';
import { unguarded } from './formula-guard.ts';
import { separated } from './separator.ts';
import { type Row, type Table, type TableProblem, tableLimits } from './table.ts';

type Read = { readonly table: Table } | { readonly problem: TableProblem };

/**
 * Reads a table as people have it: separated by commas, semicolons, tabs or bars, with or without
 * a byte order mark, with any line ends, also inside quotation marks, with rows of unequal length.
 * The guard against formulas is taken off again. Lines above the names of the columns that hold
 * nothing but a title are passed over.
 */
export function readTable(text: string): Read {
  const { characters, rows, columns } = tableLimits;
  if (text.length > characters) return { problem: { code: 'too-long', max: characters } };
  const seems = otherThanTable(text);
  if (seems) return { problem: { code: 'not-a-table', seems } };
  const records = readRecords(text);
  if ('code' in records) return { problem: records };
  const filled = records.map(toRow).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const start = headerAt(filled);
  const header = filled[start];
  if (!header) return { problem: { code: 'empty' } };
  if (filled.length - start - 1 > rows) return { problem: { code: 'too-many-rows', max: rows } };
  const width = Math.max(...filled.map(({ cells }) => lastFilled(cells)));
  if (width > columns) return { problem: { code: 'too-many-columns', max: columns } };
  const even = ({ number, cells }: Row): Row => ({
    number,
    cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
  });
  return {
    table: { header: even(header).cells, headerRow: header.number, rows: filled.slice(start + 1).map(even) },
  };
}

function toRow(cells: readonly string[], index: number): Row {
  return { number: index + 1, cells: cells.map(unguarded) };
}

function readRecords(text: string): readonly (readonly string[])[] | TableProblem {
  const { separator, table } = separated(text.replace(/^\ufeff/u, ''));
  const { lines, rows } = tableLimits;
  try {
    const records: string[][] = parse(withoutEmptyEnd(table, separator), {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      // Each line of an odd width takes long, and everybody else waits for it.
      to: lines + 1,
    });
    return records.length > lines ? { code: 'too-many-rows', max: rows } : records;
  } catch (error) {
    // With the relaxations above nothing else can be wrong with a text.
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
      return { code: 'open-quote', row: Number(error.records ?? 0) + 1 };
    throw error;
  }
}

/** The text without the lines at its end in which nothing stands: a sheet can bring thousands of them along. */
function withoutEmptyEnd(text: string, separator: string): string {
  const nothing = new Set([' ', '\t', '\r', '\n', separator]);
  let end = text.length;
  while (end > 0 && nothing.has(text.charAt(end - 1))) end -= 1;
  const lineEnd = /[\r\n]/u.exec(text.slice(end));
  return lineEnd ? text.slice(0, end + lineEnd.index) : text;
}

/** Files that are attached by mistake, by how they begin. */
function otherThanTable(text: string): 'json' | 'workbook' | 'page' | 'pdf' | undefined {
  const start = text.slice(0, 200).trimStart();
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'workbook';
  if (start.startsWith('%PDF-')) return 'pdf';
  if (/^<(?:!doctype|html|\?xml)/iu.test(start)) return 'page';
  return /^(?:\{\s*["}]|\[\s*[[{\]])/u.test(start) ? 'json' : undefined;
}

/** Rows above the names of the columns: a title or two. */
const titles = 10;

/**
 * Which row holds the names of the columns: the first with two names that are known, if there is
 * nothing but titles above it, else the first with one, else the first of all.
 */
function headerAt(rows: readonly Row[]): number {
  const known = (row: Row) => row.cells.filter((cell) => fieldOfHeader(cell) !== undefined).length;
  const filled = (row: Row) => row.cells.filter((cell) => cell.trim() !== '').length;
  const firstWide = rows.findIndex((row) => filled(row) > 1);
  const above = rows.slice(0, Math.min(firstWide < 0 ? 1 : firstWide + 1, titles));
  const two = above.findIndex((row) => known(row) > 1);
  return two >= 0
    ? two
    : Math.max(
        0,
        above.findIndex((row) => known(row) > 0),
      );
}

/** How many cells there are up to the last in which something stands. */
function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}
