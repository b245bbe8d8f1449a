import { type ChangedRecord, type Letter, memberLimits, type Writer } from '../letters/letter.ts';
import { newLetter, newWriter } from '../letters/new-records.ts';
import { type Draft, draftOf, isChanged, newDraft, type RowPen } from './draft.ts';
import type { CellValues, Field } from './field.ts';
import type { Deed, Importing, Mine, PlannedRow, RowProblem, Trouble } from './import-plan.ts';
import { type Match, matchLetters, type Wanted } from './match-letters.ts';
import { nameOf, personKey } from './name-key.ts';
import { assignPrograms } from './plan-assignments.ts';
import type { ProgramDrafts } from './program-drafts.ts';
import { putBackup, putLetter, putWriter } from './put-row.ts';
import type { ReadRow } from './read-rows.ts';
import { type WriterDrafts, writerDrafts } from './writer-drafts.ts';

interface Planned {
  readonly rows: readonly PlannedRow[];
  readonly records: readonly ChangedRecord[];
}

/** A row on its way: what it does, and to which drafts. */
interface Entry {
  readonly pen: RowPen;
  readonly values: Readonly<Partial<CellValues>>;
  readonly name: string;
  readonly does: Deed;
  readonly writer: Draft<Writer>;
  readonly letter: Draft<Letter>;
}

/** Plans what a table of letters does, one letter a row. */
export function planLetters(rows: readonly ReadRow[], mine: Mine, programs: ProgramDrafts, by: Importing): Planned {
  const writers = writerDrafts(mine.writers);
  const letters = new Map<string, Draft<Letter>>();
  const matches = matchRows(rows, mine, writers, by);
  const entries = new Map<number, Entry>();
  const unread: PlannedRow[] = [];

  // The second of two letters for the same is made second, wherever it stands: so it is found again.
  const inOrder = rows.toSorted((a, b) => (a.values.further ?? 1) - (b.values.further ?? 1));
  for (const row of inOrder) {
    const entry = enter(row, matches.get(row.number));
    if ('does' in entry) entries.set(row.number, entry);
    else unread.push(unreadRow(row, entry.problem));
  }
  for (const { pen, values, letter } of entries.values()) putBackup(letter, values, writers, pen, by.today);

  function enter(row: ReadRow, match: Match | undefined): Entry | { readonly problem: Trouble } {
    const name = nameOf(row.values);
    if (name === undefined || !match) return { problem: nameTrouble(row) };
    if (match.kind === 'unclear') return whole({ code: 'several-letters', count: match.count });
    const earlier = match.kind === 'repeats' ? entries.get(match.row) : undefined;
    if (match.kind === 'repeats' && !earlier) return whole({ code: 'repeats-unread', row: match.row });
    const known = earlier?.writer ?? writers.find(name);
    const limit = earlier || match.kind === 'mine' ? undefined : limitTrouble(known);
    if (limit) return whole(limit);
    const writer = known ?? writers.add(newWriter(by.ids(), by.member, name));
    const letter = earlier?.letter ?? letterDraft(match, writer.after);
    const pen: RowPen = { row: row.number, changes: [], troubles: [...row.troubles] };
    putWriter(writer, row.values, pen);
    putLetter(letter, row.values, pen, by);
    const isNew = match.kind === 'new';
    const does = earlier ? 'repeats' : isNew ? (known ? 'further-letter' : 'new-writer') : 'same';
    return { pen, values: row.values, name: writer.after.name, does, writer, letter };
  }

  function letterDraft(match: Match, writer: Writer): Draft<Letter> {
    const draft =
      match.kind === 'mine'
        ? draftOf(match.letter)
        : newDraft({ ...newLetter(by.ids(), by.member, writer.id, by.today), service: by.service, reached: {} });
    letters.set(draft.after.id, draft);
    return draft;
  }

  function limitTrouble(known: Draft<Writer> | undefined): RowProblem | undefined {
    const added = [...letters.values()].filter(({ before }) => before === null).length;
    if (mine.letters.length + added >= memberLimits.letters)
      return { code: 'limit', what: 'letters', max: memberLimits.letters };
    if (!known && writers.all().length >= memberLimits.writers)
      return { code: 'limit', what: 'writers', max: memberLimits.writers };
    return undefined;
  }

  const planned = [...entries.values()].map((entry): PlannedRow => {
    const { pen, does } = entry;
    const one = { letter: entry.letter.after, writer: entry.writer.after };
    const assigned = assignPrograms(one, entry.values, programs, pen, by);
    return {
      number: pen.row,
      does: does === 'same' && pen.changes.length + assigned.length > 0 ? 'changes' : does,
      name: entry.name,
      letter: entry.letter.after,
      program: null,
      changes: pen.changes,
      assigned,
      troubles: pen.troubles,
    };
  });
  return {
    rows: [...planned, ...unread].sort((a, b) => a.number - b.number),
    records: [
      ...writers
        .all()
        .filter(isChanged)
        .map(({ before, after }): ChangedRecord => ({ kind: 'writer', before, after })),
      ...[...letters.values()]
        .filter(isChanged)
        .map(({ before, after }): ChangedRecord => ({ kind: 'letter', before, after })),
    ],
  };
}

function whole(problem: RowProblem): { readonly problem: Trouble } {
  return { problem: { field: null, problem } };
}

/** A row that is not taken, with the one problem that keeps it out. */
function unreadRow(row: ReadRow, trouble: Trouble): PlannedRow {
  return {
    number: row.number,
    does: 'unread',
    name: nameOf(row.values) ?? null,
    letter: null,
    program: null,
    changes: [],
    assigned: [],
    troubles: [trouble],
  };
}

const namingFields: readonly Field[] = ['name', 'first-name', 'last-name', 'name-reversed'];

/** A name that cannot be read says why; else there is none. */
function nameTrouble({ troubles }: ReadRow): Trouble {
  return troubles.find(({ field }) => field && namingFields.includes(field)) ?? whole({ code: 'no-name' }).problem;
}

function matchRows(
  rows: readonly ReadRow[],
  { letters }: Mine,
  writers: WriterDrafts,
  by: Importing,
): ReadonlyMap<number, Match> {
  const byWriter = new Map<string, Letter[]>();
  for (const letter of [...letters].sort((a, b) => (a.id < b.id ? -1 : 1)))
    byWriter.set(letter.writer, [...(byWriter.get(letter.writer) ?? []), letter]);
  const wanted = rows.flatMap(({ number, values, troubles }): Wanted[] => {
    const name = nameOf(values);
    const isWhole = !troubles.some(({ field }) => field && namingFields.includes(field));
    return name === undefined || !isWhole
      ? []
      : [{ row: number, writer: writers.find(name)?.after.id ?? personKey(name), values }];
  });
  return matchLetters(wanted, (writer) => byWriter.get(writer) ?? [], by);
}
