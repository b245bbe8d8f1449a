import { stringify } from 'csv-stringify/sync';
import { guarded } from './formula-guard.ts';

/**
 * A table as every spreadsheet opens it: commas, CRLF, quotation marks where they are needed, and a
 * byte order mark, without which Excel takes accents for something else. No cell of it is a formula.
 */
export function writeTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const guardedRows = [header, ...rows].map((cells) => cells.map(guarded));
  return stringify(guardedRows, { bom: true, record_delimiter: 'windows', quoted_match: /[;|\t\r\n]|^\s|\s$/u });
}
