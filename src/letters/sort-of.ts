import type { Packs } from '../packs/pack.ts';
import type { Sought } from './demand.ts';
import { isOwnField, type PlacedLetter, type PlacedProgram } from './fit.ts';

/** Whether a letter is of a sort that a program looks for; `null` where what would tell is not said. */
export function isOfSort(sought: Sought, placed: PlacedLetter, at: PlacedProgram, { customs }: Packs): boolean | null {
  const { letter, writer, field } = placed;
  switch (sought.kind) {
    case 'form':
      return letter.form === null ? null : letter.form === sought.form;
    case 'own':
      return hasFormOf(placed, at) || fromOwn(field, at);
    case 'department':
      return isOfDepartment(placed, at);
    case 'other':
      if (hasFormOf(placed, at)) return false;
      // Where no letters by its own people are counted, any letter without the form is the other one.
      return at.specialty?.needs?.own ? not(fromOwn(field, at)) : true;
    case 'core':
      if (writer.kind === 'research-mentor' || fromOwn(field, at) === true) return false;
      return field === null ? null : (customs.coreRotations.value?.includes(field) ?? null);
    case 'research':
      return writer.kind === null ? null : writer.kind === 'research-mentor';
  }
}

/** On one of the forms of the program's specialty: whoever writes it, it counts as a letter of that specialty. */
function hasFormOf({ letter }: PlacedLetter, { specialty }: PlacedProgram): boolean {
  return letter.form !== null && specialty?.needs?.forms?.some(({ form }) => form === letter.form) === true;
}

function fromOwn(field: string | null, at: PlacedProgram): boolean | null {
  return field === null || at.field === null ? null : isOwnField(field, at);
}

/** The letter of a department says so, has its form, or is by the chair; the department is that of the program's specialty. */
function isOfDepartment({ letter, writer, field }: PlacedLetter, at: PlacedProgram): boolean {
  const form = at.specialty?.needs?.chairForm;
  if (form !== undefined && letter.form === form) return true;
  return (letter.chair ?? writer.kind === 'chair') && fromOwn(field, at) !== false;
}

function not(known: boolean | null): boolean | null {
  return known === null ? null : !known;
}
