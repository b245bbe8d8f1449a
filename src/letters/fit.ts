import { findSpecialty } from '../packs/load-packs.ts';
import type { Packs } from '../packs/pack.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Letter } from './letter.ts';
import type { Program } from './program.ts';

/**
 * What a specialty is compared by: the id under which the packs know it, so that `IM` and `Internal
 * medicine` are one, else its letters and digits. `null` is not said.
 */
export function fieldOf(called: string | null, packs: Packs): string | null {
  if (called === null) return null;
  const known = findSpecialty(packs, called);
  return known ? known.id : `called ${called.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')}`;
}

/** The match season of a letter or program; where none is said, the one in force in its service. */
export function seasonOf({ service, season }: Pick<Program, 'service' | 'season'>, packs: Packs): string | null {
  return season ?? (service === null ? null : packs.services[service].season);
}

/** Why a letter is none for a program, whoever wrote it. */
export type Misfit =
  | { readonly code: 'other-service'; readonly letter: ServiceId; readonly program: ServiceId }
  | { readonly code: 'other-season'; readonly letter: string; readonly program: string }
  | { readonly code: 'other-specialty'; readonly letter: string; readonly program: string };

/** The first thing in which a letter and a program differ. What is not said differs from nothing: a General letter fits all. */
export function misfit(letter: Letter, program: Program, packs: Packs): Misfit | undefined {
  if (letter.service !== null && program.service !== null && letter.service !== program.service)
    return { code: 'other-service', letter: letter.service, program: program.service };
  const [written, applied] = [seasonOf(letter, packs), seasonOf(program, packs)];
  if (written !== null && applied !== null && written !== applied)
    return { code: 'other-season', letter: written, program: applied };
  if (letter.specialty === null || program.specialty === null) return undefined;
  return fieldOf(letter.specialty, packs) === fieldOf(program.specialty, packs)
    ? undefined
    : { code: 'other-specialty', letter: letter.specialty, program: program.specialty };
}
