import { folded } from '../dates/read-names.ts';
import type { Closeness, Letter, Writer, WriterKind } from '../letters/letter.ts';
import type { Program, ProgramSetting } from '../letters/program.ts';
import type { Answer, Stage } from '../letters/stages.ts';
import type { ServiceId } from '../packs/service.ts';
import { type CellValues, letterColumns, programColumns } from './field.ts';
import type { Mine } from './import-plan.ts';
import { purposeKey } from './purpose.ts';
import { writeTable } from './write-table.ts';

type LetterColumn = (typeof letterColumns)[number];
type ProgramColumn = (typeof programColumns)[number];

/** The words of a table that is written, in one language. All of them are read back, whatever the language. */
export interface TableWords {
  readonly columns: Readonly<Record<LetterColumn | ProgramColumn | 'assigned', string>>;
  readonly kind: Readonly<Record<WriterKind, string>>;
  readonly knows: Readonly<Record<Closeness, string>>;
  readonly service: Readonly<Record<ServiceId, string>>;
  readonly stage: Readonly<Record<Stage, string>>;
  readonly answer: Readonly<Record<Answer, string>>;
  readonly setting: Readonly<Record<ProgramSetting, string>>;
  /** Stands for the stage in the row of a writer who has no letter yet. */
  readonly noLetter: string;
  readonly yes: string;
  readonly no: string;
}

/**
 * A member's letters as a table, a letter a row, with all that is known of it and of its writer. By
 * writers and then in the order in which they were added, so that two letters that are for the same
 * keep their order when they come back. Writers without a letter stand at the end. `fullName` is how a
 * specialty is compared, the same as at an import: "IM" is "Internal medicine".
 */
export function lettersCsv(
  { writers, letters, programs }: Mine,
  words: TableWords,
  fullName: (specialty: string) => string,
): string {
  const writerOf = new Map(writers.map((writer) => [writer.id, writer]));
  const nameOf = (id: string) => writerOf.get(id)?.name ?? '';
  const sorted = letters.toSorted((a, b) => compare(nameOf(a.writer), nameOf(b.writer)) || compare(a.id, b.id));
  const seen = new Map<string, number>();
  const rows = sorted.map((letter) => {
    const writer = writerOf.get(letter.writer);
    const { service, specialty, season, form } = letter;
    const same = purposeKey(letter.writer, {
      service,
      specialty: specialty && folded(fullName(specialty)),
      season,
      form,
    });
    const further = (seen.get(same) ?? 0) + 1;
    seen.set(same, further);
    const goesTo = programs.filter(({ letters: assigned }) => assigned.some((one) => one.letter === letter.id));
    const row = { letter, writer, further, backup: nameOf(letter.backup?.writer ?? ''), programs: goesTo };
    return letterColumns.map((column) => letterCell(column, row, words));
  });
  const waiting = writers.filter(({ id }) => !letters.some((letter) => letter.writer === id));
  const others = waiting.map((writer) => letterColumns.map((column) => lonelyCell(column, writer, words)));
  return writeTable(
    letterColumns.map((column) => words.columns[column]),
    [...rows, ...others],
  );
}

function letterCell(column: LetterColumn, row: LetterRow, words: TableWords): string {
  if (!isOfWriter(column)) return letterCells[column](row, words) ?? '';
  return row.writer ? (writerCells[column](row.writer, words) ?? '') : '';
}

/** A cell in the row of a writer without a letter. */
function lonelyCell(column: LetterColumn, writer: Writer, words: TableWords): string {
  if (column === 'stage') return words.noLetter;
  return isOfWriter(column) ? (writerCells[column](writer, words) ?? '') : '';
}

function isOfWriter(column: LetterColumn): column is keyof typeof writerCells {
  return column in writerCells;
}

/** A member's programs as a table, a program a row; behind them the names of whose letters go there. */
export function programsCsv({ writers, letters, programs }: Mine, words: TableWords): string {
  const nameOf = (id: string) => {
    const letter = letters.find((one) => one.id === id);
    return writers.find((writer) => writer.id === letter?.writer)?.name ?? '';
  };
  const rows = programs.map((program) => [
    ...programColumns.map((column) => programCells[column](program, words) ?? ''),
    program.letters.map(({ letter }) => nameOf(letter)).join('\n'),
  ]);
  return writeTable([...programColumns.map((column) => words.columns[column]), words.columns.assigned], rows);
}

interface LetterRow {
  readonly letter: Letter;
  readonly writer: Writer | undefined;
  readonly further: number;
  readonly backup: string;
  readonly programs: readonly Program[];
}

type Cells<T, C extends keyof CellValues> = Readonly<
  Record<C, (row: T, words: TableWords) => string | null | undefined>
>;

const writerCells = {
  name: ({ name }) => name,
  title: ({ title }) => title,
  kind: ({ kind: id }, { kind }) => id && kind[id],
  email: ({ email }) => email,
  met: ({ met }) => met,
  'writer-specialty': ({ specialty }) => specialty,
  'in-us': ({ inUs }, words) => flag(inUs, words),
  knows: ({ knows: id }, { knows }) => id && knows[id],
  'rotation-ends': ({ rotationEnds }) => rotationEnds,
  notes: ({ notes }) => notes,
} as const satisfies Partial<Cells<Writer, LetterColumn>>;

const letterCells: Cells<LetterRow, Exclude<LetterColumn, keyof typeof writerCells>> = {
  service: ({ letter }, { service }) => letter.service && service[letter.service],
  season: ({ letter }) => letter.season,
  specialty: ({ letter }) => letter.specialty,
  form: ({ letter }) => letter.form,
  chair: ({ letter }, words) => flag(letter.chair, words),
  waived: ({ letter }, words) => flag(letter.waived, words),
  due: ({ letter }) => letter.due,
  stage: ({ letter }, { stage }) => stage[letter.stage],
  answer: ({ letter }, { answer }) => letter.answer && answer[letter.answer],
  'on-planned': ({ letter }) => letter.reached.planned,
  'on-asked': ({ letter }) => letter.reached.asked,
  'on-agreed': ({ letter }) => letter.reached.agreed,
  'on-packet-sent': ({ letter }) => letter.reached['packet-sent'],
  'on-requested': ({ letter }) => letter.reached.requested,
  'on-uploaded': ({ letter }) => letter.reached.uploaded,
  'on-processed': ({ letter }) => letter.reached.processed,
  'on-declined': ({ letter }) => letter.reached.declined,
  'on-dropped': ({ letter }) => letter.reached.dropped,
  packet: ({ letter }) =>
    Object.entries(letter.packet)
      .map(([item, on]) => `${item} ${on}`)
      .join('; '),
  sheet: ({ letter }) => letter.sheet,
  nudges: ({ letter }) =>
    letter.nudges.map(({ on, reason }) => (reason === null ? on : `${on} (${reason})`)).join('; '),
  thanked: ({ letter }) => letter.thanked,
  told: ({ letter }) => letter.told,
  original: ({ letter }) => letter.original,
  backup: ({ backup }) => backup,
  'backup-since': ({ letter }) => letter.backup?.since,
  'backup-activated': ({ letter }) => letter.backup?.activated,
  further: ({ further }) => (further > 1 ? String(further) : null),
  // A program a line: its name may have commas and semicolons.
  program: ({ programs }) => programs.map(({ name }) => name).join('\n'),
};

const programCells: Cells<Program, ProgramColumn> = {
  program: ({ name }) => name,
  specialty: ({ specialty }) => specialty,
  service: ({ service: id }, { service }) => id && service[id],
  season: ({ season }) => season,
  due: ({ due }) => due,
  setting: ({ setting: kind }, { setting }) => kind && setting[kind],
  'needs-letters': ({ needs }) => counted(needs.letters),
  'needs-most': ({ needs }) => counted(needs.most),
  'needs-own': ({ needs }) => counted(needs.own),
  chair: ({ needs }, words) => flag(needs.chair, words),
  form: ({ needs }) => needs.form,
  applied: ({ applied }) => applied,
  notes: ({ notes }) => notes,
};

function flag(value: boolean | null | undefined, { yes, no }: TableWords): string | null {
  return typeof value === 'boolean' ? (value ? yes : no) : null;
}

function counted(value: number | null): string | null {
  return value === null ? null : String(value);
}

/** The order of code units, which is the same on every machine. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
