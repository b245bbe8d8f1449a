import type { ChangedRecord, Letter, Writer } from '../letters/letter.ts';
import type { Draft, RowPen } from './draft.ts';
import type { Field } from './field.ts';
import type { Deed, Importing, Mine, PlannedRow, RowProblem, Trouble } from './import-plan.ts';
import { type LetterLedger, letterLedger } from './letter-ledger.ts';
import { type Match, matchLetters, type Wanted } from './match-letters.ts';
import { nameOf, personKey } from './name-key.ts';
import { assignPrograms } from './plan-assignments.ts';
import type { ProgramDrafts } from './program-drafts.ts';
import { putBackup, putLetter, putWriter } from './put-row.ts';
import type { ReadRow } from './read-rows.ts';

interface Planned {
  readonly rows: readonly PlannedRow[];
  readonly records: readonly ChangedRecord[];
}

/** A row on its way: what it does, and to which drafts. */
interface Entry {
  readonly row: ReadRow;
  readonly pen: RowPen;
  readonly does: Deed;
  readonly writer: Draft<Writer>;
  /** `null` for a writer who has no letter yet. */
  readonly letter: Draft<Letter> | null;
}

type Entered = Entry | { readonly row: ReadRow; readonly trouble: Trouble };

/** Plans what a table of letters does, one letter a row. */
export function planLetters(rows: readonly ReadRow[], mine: Mine, programs: ProgramDrafts, by: Importing): Planned {
  const ledger = letterLedger(mine, by);
  const matches = matchRows(rows, mine, ledger, by);
  const entries = new Map<number, Entered>();
  // The second of two letters for the same is made second, wherever it stands: so it is found again.
  for (const row of rows.toSorted((a, b) => (a.values.further ?? 1) - (b.values.further ?? 1)))
    entries.set(row.number, enter(row, matches.get(row.number), entries, ledger, by));
  // A backup may stand in a row below.
  for (const one of entries.values())
    if ('does' in one && one.letter) putBackup(one.letter, one.row.values, ledger, one.pen, by.today);
  return {
    rows: rows.flatMap(({ number }) => {
      const one = entries.get(number);
      return one ? [plannedRow(one, programs, by)] : [];
    }),
    records: ledger.records(),
  };
}

/** Takes in one row, as far as it can be; what stands beside it in the file is taken in already. */
function enter(
  row: ReadRow,
  match: Match | undefined,
  entries: ReadonlyMap<number, Entered>,
  ledger: LetterLedger,
  by: Importing,
): Entered {
  const out = (problem: RowProblem): Entered => ({ row, trouble: { field: null, problem } });
  const name = nameOf(row.values);
  const unnamed = nameTrouble(row);
  if (name === undefined || unnamed) return { row, trouble: unnamed ?? { field: null, problem: { code: 'no-name' } } };
  if (match?.kind === 'unclear') return out({ code: 'several-letters', count: match.count });
  const first = match?.kind === 'repeats' ? entries.get(match.row) : undefined;
  if (match?.kind === 'repeats' && (!first || !('does' in first)))
    return out({ code: 'repeats-unread', row: match.row });
  const earlier = first && 'does' in first ? first : undefined;

  const known = earlier?.writer ?? ledger.findWriter(name);
  const limit = (match?.kind === 'new' && ledger.limit('letters')) || (!known && ledger.limit('writers'));
  if (limit) return out(limit);
  const writer = known ?? ledger.addWriter(name);
  const pen: RowPen = { row: row.number, changes: [], troubles: [...row.troubles] };
  putWriter(writer, row.values, pen);
  const letter = earlier?.letter ?? draftFor(match, writer.after, ledger);
  if (letter) putLetter(letter, row.values, pen, by);
  return { row, pen, does: deedOf(match, known === undefined), writer, letter };
}

/** No match means that the row speaks of a writer and of no letter. */
function draftFor(match: Match | undefined, writer: Writer, ledger: LetterLedger): Draft<Letter> | null {
  if (!match) return null;
  return match.kind === 'mine' ? ledger.take(match.letter) : ledger.addLetter(writer);
}

function deedOf(match: Match | undefined, isNewWriter: boolean): Deed {
  if (match?.kind === 'repeats') return 'repeats';
  if (isNewWriter) return 'new-writer';
  return match?.kind === 'new' ? 'further-letter' : 'same';
}

function plannedRow(one: Entered, programs: ProgramDrafts, by: Importing): PlannedRow {
  const { number, values } = one.row;
  const empty = { number, letter: null, program: null, changes: [], assigned: [] };
  if (!('does' in one)) return { ...empty, does: 'unread', name: nameOf(values) ?? null, troubles: [one.trouble] };
  const { pen, does, writer, letter } = one;
  const both = letter && { letter: letter.after, writer: writer.after };
  const assigned = both ? assignPrograms(both, values, programs, pen, by) : [];
  return {
    ...empty,
    does: does === 'same' && pen.changes.length + assigned.length > 0 ? 'changes' : does,
    name: writer.after.name,
    letter: both?.letter ?? null,
    changes: pen.changes,
    assigned,
    troubles: pen.troubles,
  };
}

const namingFields: readonly Field[] = ['name', 'first-name', 'last-name', 'name-reversed'];

/** Why the name of a row cannot be read. */
function nameTrouble({ troubles }: ReadRow): Trouble | undefined {
  return troubles.find(({ field }) => field && namingFields.includes(field));
}

/** Which letter each row is about; a row without a name, or about no letter, is about none. */
function matchRows(
  rows: readonly ReadRow[],
  { letters }: Mine,
  ledger: LetterLedger,
  by: Importing,
): ReadonlyMap<number, Match> {
  const byWriter = new Map<string, Letter[]>();
  for (const letter of letters.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    byWriter.set(letter.writer, [...(byWriter.get(letter.writer) ?? []), letter]);
  const wanted = rows.flatMap((row): Wanted[] => {
    const { number, values } = row;
    const name = nameOf(values);
    if (name === undefined || nameTrouble(row) || values.stage === 'no-letter') return [];
    return [{ row: number, writer: ledger.findWriter(name)?.after.id ?? personKey(name), values }];
  });
  return matchLetters(wanted, (writer) => byWriter.get(writer) ?? [], by);
}
