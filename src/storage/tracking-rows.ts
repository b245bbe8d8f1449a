import type { Vault } from '../core/ports.ts';
import type { Change, Letter, Writer } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import type { ChangesTable, LettersTable, ProgramsTable, WritersTable } from './tables.ts';

/** The columns whose texts are sealed. */
export const sealedColumns = [
  'writers.email',
  'writers.notes',
  'letters.sheet',
  'programs.notes',
  'changes.records',
  'imports.text',
  'own_reminders.text',
] as const;
type SealedColumn = (typeof sealedColumns)[number];

/** The place for which a text is sealed: it opens in no other row, column or account. */
export function placeOf(
  column: SealedColumn,
  { id, member }: { readonly id: string; readonly member: string },
): string {
  return `${column} ${id} ${member}`;
}

/** Domain objects as rows and back. What lies sealed goes through the vault here and nowhere else. */
export function trackingRows(vault: Vault) {
  type Owned = { readonly id: string; readonly member: string };
  const seal = (text: string | null, column: SealedColumn, row: Owned) =>
    text === null ? null : vault.seal(text, placeOf(column, row));
  const open = (sealed: string | null, column: SealedColumn, row: Owned) =>
    sealed === null ? null : vault.open(sealed, placeOf(column, row));

  function fromWriter({ inUs, rotationEnds, ...writer }: Writer): WritersTable {
    return {
      ...writer,
      email: seal(writer.email, 'writers.email', writer),
      notes: seal(writer.notes, 'writers.notes', writer),
      in_us: fromFlag(inUs),
      rotation_ends: rotationEnds,
    };
  }

  function toWriter({ in_us, rotation_ends, ...row }: WritersTable): Writer {
    return {
      ...row,
      kind: row.kind as Writer['kind'],
      email: open(row.email, 'writers.email', row),
      notes: open(row.notes, 'writers.notes', row),
      inUs: toFlag(in_us),
      knows: row.knows as Writer['knows'],
      rotationEnds: rotation_ends as Writer['rotationEnds'],
    };
  }

  function fromLetter(letter: Letter): LettersTable {
    return {
      ...letter,
      reached: JSON.stringify(letter.reached),
      chair: fromFlag(letter.chair),
      waived: fromFlag(letter.waived),
      packet: JSON.stringify(letter.packet),
      sheet: seal(letter.sheet, 'letters.sheet', letter),
      nudges: JSON.stringify(letter.nudges),
      backup: letter.backup && JSON.stringify(letter.backup),
    };
  }

  function toLetter(row: LettersTable): Letter {
    return {
      ...row,
      service: row.service as Letter['service'],
      due: row.due as Letter['due'],
      stage: row.stage as Letter['stage'],
      answer: row.answer as Letter['answer'],
      reached: JSON.parse(row.reached) as Letter['reached'],
      chair: toFlag(row.chair),
      waived: toFlag(row.waived),
      packet: JSON.parse(row.packet) as Letter['packet'],
      sheet: open(row.sheet, 'letters.sheet', row),
      nudges: JSON.parse(row.nudges) as Letter['nudges'],
      thanked: row.thanked as Letter['thanked'],
      told: row.told as Letter['told'],
      original: row.original as Letter['original'],
      backup: row.backup === null ? null : (JSON.parse(row.backup) as Letter['backup']),
    };
  }

  function fromProgram(program: Program): ProgramsTable {
    return {
      ...program,
      needs: JSON.stringify(program.needs),
      letters: JSON.stringify(program.letters),
      notes: seal(program.notes, 'programs.notes', program),
    };
  }

  function toProgram(row: ProgramsTable): Program {
    return {
      ...row,
      service: row.service as Program['service'],
      due: row.due as Program['due'],
      setting: row.setting as Program['setting'],
      needs: JSON.parse(row.needs) as Program['needs'],
      applied: row.applied as Program['applied'],
      letters: JSON.parse(row.letters) as Program['letters'],
      notes: open(row.notes, 'programs.notes', row),
    };
  }

  function fromChange(change: Change): ChangesTable {
    return { ...change, records: vault.seal(JSON.stringify(change.records), placeOf('changes.records', change)) };
  }

  function toChange(row: ChangesTable): Change {
    // The first versions wrote the journal as it is: a list.
    const text = row.records.startsWith('[') ? row.records : vault.open(row.records, placeOf('changes.records', row));
    const records = JSON.parse(text) as Change['records'];
    return { ...row, at: row.at as Change['at'], records: records.map(complete) };
  }

  return { fromWriter, toWriter, fromLetter, toLetter, fromProgram, toProgram, fromChange, toChange };
}

/** A record of an older version of this program, with what it could not say yet. */
function complete(record: Change['records'][number]): Change['records'][number] {
  if (record.kind === 'writer')
    return { ...record, before: withAll(newerOfWriter, record.before), after: withAll(newerOfWriter, record.after) };
  if (record.kind === 'letter')
    return { ...record, before: withAll(newerOfLetter, record.before), after: withAll(newerOfLetter, record.after) };
  return record;
}

function withAll<T extends object>(newer: Partial<T>, state: T | null): T | null {
  return state && { ...newer, ...state };
}

const newerOfWriter: Partial<Writer> = {
  email: null,
  notes: null,
  specialty: null,
  inUs: null,
  knows: null,
  rotationEnds: null,
};

const newerOfLetter: Partial<Letter> = {
  season: null,
  form: null,
  chair: null,
  waived: null,
  packet: {},
  sheet: null,
  nudges: [],
  thanked: null,
  told: null,
  original: null,
  backup: null,
};

function toFlag(column: number | null): boolean | null {
  return column === null ? null : column === 1;
}

function fromFlag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
