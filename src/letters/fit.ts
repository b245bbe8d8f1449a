import type { Day } from '../core/time.ts';
import { findSpecialty } from '../packs/load-packs.ts';
import { plainName } from '../packs/named.ts';
import type { Packs, Specialty } from '../packs/pack.ts';
import { packOf } from '../packs/pack-of.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Letter, LetterWithWriter, Writer } from './letter.ts';
import { newProgram } from './new-records.ts';
import type { Program } from './program.ts';

/**
 * What specialties are compared by: the id under which the packs know one, so that `IM` and `Internal
 * medicine` are one, else its letters and digits after a space, which no id has. `null` is not said.
 */
export function fieldOf(called: string | null, packs: Packs): string | null {
  if (called === null) return null;
  return findSpecialty(packs, called)?.id ?? ` ${plainName(called)}`;
}

/** A letter with what its programs are judged by, looked up once. */
export interface PlacedLetter {
  readonly letter: Letter;
  readonly writer: Writer;
  /** The field of its label; `null` is a General letter. */
  readonly label: string | null;
  /** The field in which its writer works. */
  readonly field: string | null;
  readonly season: string | null;
}

export function placeLetter({ letter, writer }: LetterWithWriter, packs: Packs, today: Day): PlacedLetter {
  return {
    letter,
    writer,
    label: fieldOf(letter.specialty, packs),
    field: fieldOf(writer.specialty, packs),
    season: seasonOf(letter, packs, today),
  };
}

/** A program, likewise. */
export interface PlacedProgram {
  readonly program: Program;
  readonly field: string | null;
  /** As the packs know its specialty. */
  readonly specialty: Specialty | undefined;
  readonly season: string | null;
}

export function placeProgram(program: Program, packs: Packs, today: Day): PlacedProgram {
  return {
    program,
    field: fieldOf(program.specialty, packs),
    specialty: program.specialty === null ? undefined : findSpecialty(packs, program.specialty),
    season: seasonOf(program, packs, today),
  };
}

/**
 * A program as a specialty has them: of its own service in the United States, unless the member applies
 * in CaRMS.
 */
export function placeSpecialty(
  called: string,
  service: ServiceId | null,
  { packs, today }: { readonly packs: Packs; readonly today: Day },
): PlacedProgram {
  const theirs = service === 'carms' ? service : (findSpecialty(packs, called)?.service ?? service);
  return placeProgram({ ...newProgram('', '', called), specialty: called, service: theirs }, packs, today);
}

/** The match season of a letter or program; where none is said, the one in force in its service. */
function seasonOf({ service, season }: Pick<Program, 'service' | 'season'>, packs: Packs, today: Day): string | null {
  return season ?? (service === null ? null : packOf(packs, service, null, today).season);
}

/** Why a letter is none for a program, whoever wrote it. */
export type Misfit =
  | { readonly code: 'other-service'; readonly letter: ServiceId; readonly program: ServiceId }
  | { readonly code: 'other-season'; readonly letter: string; readonly program: string }
  /** Both as the member calls them. */
  | { readonly code: 'other-specialty'; readonly letter: string; readonly program: string };

/** The first thing in which a letter and a program differ. What is not said differs from nothing. */
export function misfit(placed: PlacedLetter, at: PlacedProgram): Misfit | undefined {
  const { letter } = placed;
  const { program } = at;
  if (letter.service !== null && program.service !== null && letter.service !== program.service)
    return { code: 'other-service', letter: letter.service, program: program.service };
  if (placed.season !== null && at.season !== null && placed.season !== at.season)
    return { code: 'other-season', letter: placed.season, program: at.season };
  if (letter.specialty === null || program.specialty === null || takesLabel(at, placed.label)) return undefined;
  return { code: 'other-specialty', letter: letter.specialty, program: program.specialty };
}

/** A preliminary program takes letters of the specialty whose people it wants, and a transitional one of any. */
function takesLabel({ field, specialty }: PlacedProgram, label: string | null): boolean {
  if (label === null || label === field) return true;
  return specialty?.needs?.own?.from?.includes(label) === true || specialty?.needs?.reuses === true;
}

/** Whether people of a field count as those of a program's specialty; a field that is not said never does. */
export function isOwnField(field: string | null, { field: own, specialty }: PlacedProgram): boolean {
  if (field === null || own === null) return false;
  return (specialty?.needs?.own?.from ?? [own]).includes(field);
}
