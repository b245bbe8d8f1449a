import { fieldOfHeader, headerWords } from './column-names.ts';
import type { DateOrder } from './date-column.ts';
import { belongs, type Field, type TableKind } from './field.ts';
import { type Column, type ColumnUse, guessColumns, kindOfTable } from './guess-columns.ts';
import { type Table, withoutHeader } from './table.ts';

/** What a member says about the columns of a file, where the guess is wrong. */
export interface ColumnChoice {
  /** By the number of the column; `null` leaves it out. */
  readonly uses: ReadonlyMap<number, Field | null>;
  /** The first row is data and names nothing. */
  readonly headless: boolean;
  readonly dates: DateOrder | undefined;
}

export const noChoice: ColumnChoice = { uses: new Map(), headless: false, dates: undefined };

/** Why a choice cannot be read: the part that is at fault, as it was typed. */
export interface ChoiceProblem {
  readonly code: 'not-understood' | 'no-such-column' | 'no-such-field' | 'private-column';
  readonly part: string;
}

/** Characters of the longest choice. */
const longest = 1_000;

/**
 * Reads `2=name, 5=due, 7=none`: a column by its number, its letter or its name, and what it holds, in
 * the words that columns are named with. `no header` says that the first row is data, `dates=day first`
 * or `dates=month first` how dates in numbers are meant.
 */
export function readChoice(typed: string, columns: readonly Column[]): ColumnChoice | ChoiceProblem {
  const uses = new Map<number, Field | null>();
  let headless = false;
  let dates: DateOrder | undefined;
  for (const part of typed
    .slice(0, longest)
    .split(/[,;\n]/u)
    .map((one) => one.trim())) {
    if (part === '') continue;
    if (noHeader.test(headerWords(part))) {
      headless = true;
      continue;
    }
    const at = part.search(/[=:]/u);
    if (at < 0) return { code: 'not-understood', part };
    const [left, right] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    const order = dateWords.test(headerWords(left)) ? readOrder(right) : undefined;
    if (order) {
      dates = order;
      continue;
    }
    const column = columnOf(left, columns) ?? columnOf(right, columns);
    if (!column) return { code: 'no-such-column', part };
    if (column.use.kind === 'private') return { code: 'private-column', part };
    const field = fieldOf(column === columnOf(left, columns) ? right : left);
    if (field === undefined) return { code: 'no-such-field', part };
    uses.set(column.number, field);
  }
  return { uses, headless, dates };
}

/** Writes a choice so that it reads back to the same, for a button that stands under a preview. */
export function printChoice({ uses, headless, dates }: ColumnChoice): string {
  return [
    ...(headless ? ['no header'] : []),
    ...[...uses].map(([number, field]) => `${number}=${field ?? 'none'}`),
    ...(dates ? [`dates=${dates.replace('-', ' ')}`] : []),
  ].join(', ');
}

/** A table as it is understood. */
export interface Understood {
  readonly table: Table;
  readonly columns: readonly Column[];
  /** What it is about; `undefined` when no column says whose letters or which programs. */
  readonly kind: TableKind | undefined;
  readonly dates: DateOrder | undefined;
}

/** What each column of a table holds: the guess, with what the member says about it. */
export function understand(given: Table, choice: ColumnChoice = noChoice): Understood {
  const table = choice.headless ? withoutHeader(given) : given;
  const chosen = applyChoice(guessColumns(table), choice);
  const kind = kindOfTable(chosen);
  return { table, columns: kind ? ofOneKind(chosen, kind) : chosen, kind, dates: choice.dates };
}

/** A field that the member gave to a column is taken from no other one. */
function applyChoice(columns: readonly Column[], { uses }: ColumnChoice): readonly Column[] {
  const given = new Set(uses.values());
  return columns.map((column) => {
    const field = uses.get(column.number);
    if (column.use.kind === 'private') return column;
    if (field !== undefined) return { ...column, use: useOf(field) };
    const taken = column.use.kind === 'field' && given.has(column.use.field);
    return taken ? { ...column, use: useOf(null) } : column;
  });
}

/** In a table of letters nothing is said about programs but where the letters go, and the other way round. */
function ofOneKind(columns: readonly Column[], kind: TableKind): readonly Column[] {
  return columns.map((column) => {
    const stray = column.use.kind === 'field' && !belongs(column.use.field, kind);
    return stray ? { ...column, use: useOf(null) } : column;
  });
}

function useOf(field: Field | null): ColumnUse {
  return field === null ? { kind: 'unused' } : { kind: 'field', field };
}

const noHeader = /^(?:no headers?|headless|sans en tetes?)$/u;
const nothing = /^(?:none|no|nothing|skip|ignore|leave out|rien|aucun|aucune|ignorer)?$/u;
const dateWords = /^dates?$/u;

function readOrder(typed: string): DateOrder | undefined {
  const words = headerWords(typed);
  if (/^(?:day first|dmy|d m y|jour d abord|jma|j m a|day month|jour mois)$/u.test(words)) return 'day-first';
  return /^(?:month first|mdy|m d y|mois d abord|mja|m j a|month day|mois jour)$/u.test(words)
    ? 'month-first'
    : undefined;
}

/** A column by its number, the letter that a spreadsheet has over it (a capital one), or its name. */
function columnOf(typed: string, columns: readonly Column[]): Column | undefined {
  if (/^#?\d{1,3}$/u.test(typed)) return columns[Number(typed.replace('#', '')) - 1];
  if (/^[A-Z]{1,2}$/u.test(typed)) {
    const number = [...typed].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (columns[number - 1]) return columns[number - 1];
  }
  const words = headerWords(typed);
  return words === '' ? undefined : columns.find(({ header }) => header !== null && headerWords(header) === words);
}

function fieldOf(typed: string): Field | null | undefined {
  return nothing.test(headerWords(typed)) ? null : fieldOfHeader(typed);
}
