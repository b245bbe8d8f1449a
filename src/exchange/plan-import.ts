import type { ChangedRecord } from '../letters/letter.ts';
import type { Understood } from './choose-columns.ts';
import { isChanged } from './draft.ts';
import type { Importing, ImportPlan, Mine } from './import-plan.ts';
import { planLetters } from './plan-letters.ts';
import { planPrograms } from './plan-programs.ts';
import { programDrafts } from './program-drafts.ts';
import { readRows } from './read-rows.ts';
import { remembered } from './remembered.ts';

/**
 * What importing a table would do, row by row, and the records that do it. Nothing is taken away: an
 * empty cell says nothing, and a second import of the same file changes nothing. `undefined` when no
 * column says whose letters or which programs the table is about.
 */
export function planImport(understood: Understood, mine: Mine, importing: Importing): ImportPlan | undefined {
  // Names of specialties are looked up in long lists.
  const by = { ...importing, specialty: remembered(importing.specialty) };
  const { kind, columns } = understood;
  if (!kind) return undefined;
  const { rows, dates } = readRows(understood, by);
  const programs = programDrafts(mine.programs);
  const planned =
    kind === 'letters'
      ? planLetters(rows, mine, programs, by)
      : { rows: planPrograms(rows, programs, by), records: [] };
  const programRecords = programs
    .all()
    .filter(isChanged)
    .map(({ before, after }): ChangedRecord => ({ kind: 'program', before, after }));
  return { kind, columns, dates, rows: planned.rows, records: [...planned.records, ...programRecords] };
}
