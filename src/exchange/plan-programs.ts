import { tidyLine } from '../core/text.ts';
import { memberLimits, textLimits } from '../letters/letter.ts';
import { newProgram } from '../letters/new-records.ts';
import type { Program, ProgramNeeds } from '../letters/program.ts';
import { type Draft, type RowPen, write } from './draft.ts';
import type { CellValues } from './field.ts';
import type { Importing, PlannedRow, RowProblem, Trouble } from './import-plan.ts';
import type { ProgramDrafts } from './program-drafts.ts';
import { markedOn, put, putSpecialty } from './put-row.ts';
import type { ReadRow } from './read-rows.ts';

/** Plans what a table of programs does, one program a row. A program is known by its name. */
export function planPrograms(rows: readonly ReadRow[], programs: ProgramDrafts, by: Importing): readonly PlannedRow[] {
  const firstRows = new Map<Draft<Program>, number>();
  return rows.map((row): PlannedRow => {
    const { number, values } = row;
    const name = tidyLine(values.program ?? '');
    const known = name === '' ? undefined : programs.find(name);
    const trouble = nameTrouble(row, name);
    const draft = trouble ? undefined : (known ?? programs.add(newProgram(by.ids(), by.member, name)));
    if (!draft) {
      const limit: RowProblem = { code: 'limit', what: 'programs', max: memberLimits.programs };
      return { ...rowOf(number, name || null), does: 'unread', troubles: [trouble ?? { field: null, problem: limit }] };
    }
    const pen: RowPen = { row: number, changes: [], troubles: [...row.troubles] };
    putProgram(draft, values, pen, by);
    const first = firstRows.get(draft);
    if (first === undefined) firstRows.set(draft, number);
    const stands = pen.changes.length > 0 ? 'changes' : 'same';
    const does = first !== undefined ? 'repeats' : known ? stands : 'new-program';
    return {
      ...rowOf(number, draft.after.name),
      does,
      program: draft.after,
      changes: pen.changes,
      troubles: pen.troubles,
    };
  });
}

function rowOf(number: number, name: string | null): PlannedRow {
  return { number, does: 'same', name, letter: null, program: null, changes: [], assigned: [], troubles: [] };
}

function nameTrouble({ troubles }: ReadRow, name: string): Trouble | undefined {
  if (name.length > textLimits.program)
    return { field: 'program', problem: { code: 'too-long', max: textLimits.program, length: name.length } };
  if (name !== '') return undefined;
  return troubles.find(({ field }) => field === 'program') ?? { field: null, problem: { code: 'no-name' } };
}

function putProgram(draft: Draft<Program>, values: Readonly<Partial<CellValues>>, pen: RowPen, by: Importing): void {
  putSpecialty(draft, values.specialty || undefined, pen, by);
  put(draft, 'service', values.service, pen, 'service');
  put(draft, 'season', values.season, pen, 'season');
  put(draft, 'due', values.due, pen, 'due');
  put(draft, 'setting', values.setting, pen, 'setting');
  put(draft, 'notes', values.notes, pen, 'notes');
  write(draft, 'applied', values.applied, pen, {
    get: ({ applied }) => applied,
    set: (program, mark) => ({ ...program, applied: markedOn(mark, program.applied, by.today) }),
  });
  const needs: Draft<ProgramNeeds> = {
    before: draft.before === null ? null : draft.before.needs,
    after: draft.after.needs,
    given: draft.given,
  };
  put(needs, 'needs-letters', values['needs-letters'], pen, 'letters');
  put(needs, 'needs-most', values['needs-most'], pen, 'most');
  put(needs, 'needs-own', values['needs-own'], pen, 'own');
  put(needs, 'chair', values.chair, pen, 'chair');
  put(needs, 'form', values.form, pen, 'form');
  draft.after = { ...draft.after, needs: needs.after };
}
