import { type ColumnChoice, noChoice, readChoice, understand } from '../../src/exchange/choose-columns.ts';
import { guessColumns } from '../../src/exchange/guess-columns.ts';
import type { Importing, ImportPlan, Mine } from '../../src/exchange/import-plan.ts';
import { planImport } from '../../src/exchange/plan-import.ts';
import { readTable } from '../../src/exchange/read-table.ts';
import { assign } from '../../src/letters/assignment.ts';
import type { ChangedRecord } from '../../src/letters/letter.ts';
import { findForm } from '../../src/packs/find-form.ts';
import { findSpecialty, loadPacks } from '../../src/packs/load-packs.ts';

/** The day on which files are read in tests. */
export const importDay = '2027-08-25';

const packs = loadPacks(new URL('../../src/packs/', import.meta.url), importDay);

export const nobody: Mine = { writers: [], letters: [], programs: [] };

/** Somebody who reads a file in, as a command does it: with the rules of the packs. */
export function importing(member: string, more: Partial<Importing> = {}): Importing {
  let made = 0;
  return {
    member,
    today: importDay,
    ids: () => {
      made += 1;
      return `${member}-${String(made).padStart(4, '0')}`;
    },
    service: null,
    check: () => 'keep',
    form: (text, specialty) => findForm(packs, text, specialty && (findSpecialty(packs, specialty)?.id ?? null))?.id,
    specialty: (name) => findSpecialty(packs, name)?.name ?? name,
    mayAssign: (letter, program) => assign(program, letter, { packs, today: importDay }).kind === 'done',
    ...more,
  };
}

/** What a text would do, with the columns that somebody names. */
export function planned(text: string, mine: Mine, by: Importing, columns = ''): ImportPlan {
  const read = readTable(text);
  if (!('table' in read)) throw new Error(`no table: ${read.problem.code}`);
  const choice = columns === '' ? noChoice : readChoice(columns, guessColumns(read.table));
  const plan = planImport(understand(read.table, chosen(choice)), mine, by);
  if (!plan) throw new Error('no column has names');
  return plan;
}

function chosen(choice: ReturnType<typeof readChoice>): ColumnChoice {
  if ('code' in choice) throw new Error(`${choice.code}: ${choice.part}`);
  return choice;
}

/** What stands after records were written. */
export function written(mine: Mine, records: readonly ChangedRecord[]): Mine {
  const writers = new Map(mine.writers.map((one) => [one.id, one]));
  const letters = new Map(mine.letters.map((one) => [one.id, one]));
  const programs = new Map(mine.programs.map((one) => [one.id, one]));
  for (const record of records) {
    if (record.kind === 'writer') put(writers, record.before, record.after);
    else if (record.kind === 'letter') put(letters, record.before, record.after);
    else put(programs, record.before, record.after);
  }
  return { writers: [...writers.values()], letters: [...letters.values()], programs: [...programs.values()] };
}

function put<T extends { readonly id: string }>(all: Map<string, T>, before: T | null, next: T | null): void {
  if (before && JSON.stringify(all.get(before.id)) !== JSON.stringify(before))
    throw new Error(`${before.id} does not stand as the record says`);
  if (!before && next && all.has(next.id)) throw new Error(`${next.id} stands already`);
  if (next) all.set(next.id, next);
  else if (before) all.delete(before.id);
}
