import { tidyLine } from '../core/text.ts';
import { type LetterWithWriter, memberLimits, textLimits } from '../letters/letter.ts';
import { newProgram } from '../letters/new-records.ts';
import type { RowPen } from './draft.ts';
import type { CellValues } from './field.ts';
import type { Importing } from './import-plan.ts';
import type { ProgramDrafts } from './program-drafts.ts';

/**
 * The programs that a row sends its letter to. One that is not tracked yet is added, for the service
 * and the specialty of the letter. Gives the names of those to which the letter goes from now on.
 */
export function assignPrograms(
  one: LetterWithWriter,
  values: Readonly<Partial<CellValues>>,
  programs: ProgramDrafts,
  pen: RowPen,
  by: Importing,
): readonly string[] {
  const { letter } = one;
  return programNames(values.program ?? '', programs).flatMap((name): readonly string[] => {
    if (name.length > textLimits.program) {
      const problem = { code: 'too-long', max: textLimits.program, length: name.length } as const;
      pen.troubles.push({ field: 'program', problem });
      return [];
    }
    const known = programs.find(name);
    if (known?.after.letters.some((assigned) => assigned.letter === letter.id)) return [];
    const { service, specialty, season } = letter;
    const fresh = () => ({ ...newProgram(by.ids(), by.member, name), service, specialty, season });
    const program = known ?? programs.add(fresh());
    if (!program) {
      pen.troubles.push({ field: 'program', problem: { code: 'limit', what: 'programs', max: memberLimits.programs } });
      return [];
    }
    if (!by.mayAssign(one, program.after)) {
      pen.troubles.push({ field: 'program', problem: { code: 'not-assigned', program: program.after.name } });
      return [];
    }
    const letters = [...program.after.letters, { letter: letter.id, on: by.today }];
    program.after = { ...program.after, letters };
    return [program.after.name];
  });
}

/** One program a line, or several by semicolons; a program that is known may have one in its name. */
function programNames(cell: string, programs: ProgramDrafts): readonly string[] {
  const lines = cell.split('\n').flatMap((line) => (programs.find(line) ? [line] : line.split(';')));
  return [...new Set(lines.map(tidyLine).filter((name) => name !== ''))];
}
