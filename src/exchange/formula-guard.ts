/**
 * A cell that begins like a formula is one to a spreadsheet, whoever typed it. An apostrophe before
 * it makes it text. The signs are those that OWASP names under "CSV injection", with their full-width
 * forms, and NUL, which some programs skip. A cell that has the apostrophe already gets another, so
 * that what is read back is exactly what was written.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is guarded against
const likeFormula = /^'*[=+\-@\t\r\n\u0000\uff1d\uff0b\uff0d\uff20]/u;

/** The cell as a spreadsheet may have it. */
export function guarded(cell: string): string {
  return likeFormula.test(cell) ? `'${cell}` : cell;
}

/** The cell without the guard: the inverse, for any text. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && likeFormula.test(cell) ? cell.slice(1) : cell;
}
