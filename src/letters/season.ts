import type { Day } from '../core/time.ts';
import type { Packs } from '../packs/pack.ts';
import { packOf } from '../packs/pack-of.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Change, ChangedRecord, LetterWithWriter } from './letter.ts';
import type { Program } from './program.ts';

/** The season in which a member applies: as they said, else the one in force in their service. */
export function seasonOf(
  said: { readonly season: string | null; readonly service: ServiceId | null },
  packs: Packs,
  today: Day,
): string {
  return said.season ?? packOf(packs, said.service ?? 'eras', null, today).season;
}

/** Whether a letter or a program belongs to a season; one that names none belongs to the member's own. */
export function isOfSeason({ season }: { readonly season: string | null }, wanted: string): boolean {
  return season === null || season === wanted;
}

/**
 * The season that follows the one which a member named, once that one is over; nothing while it goes on,
 * and for whoever named none, since the one in force goes with the time.
 */
export function nextSeason(
  said: { readonly season: string | null; readonly service: ServiceId | null },
  packs: Packs,
  today: Day,
): string | undefined {
  const inForce = packOf(packs, said.service ?? 'eras', null, today).season;
  return said.season !== null && said.season < inForce ? inForce : undefined;
}

/** The command by which a member goes on to another season. */
export const seasonCommand = 'lor settings';

/** The season that a change closed; `undefined` for every other change. */
export function seasonLeft({ command, records }: Pick<Change, 'command' | 'records'>): string | undefined {
  if (command !== seasonCommand) return undefined;
  for (const { kind, after } of records) if (kind !== 'writer' && after?.season) return after.season;
  return undefined;
}

/**
 * What belongs to a season that a member leaves: from then on it says so. Letters that came in keep
 * the day of their upload, which a portal shows as a watermark when they are used again.
 */
export function closeSeason(
  letters: readonly LetterWithWriter[],
  programs: readonly Program[],
  season: string,
): readonly ChangedRecord[] {
  return [
    ...letters
      .filter(({ letter }) => isOfSeason(letter, season))
      .map(({ letter: before }): ChangedRecord => {
        const original = before.original ?? before.reached.uploaded ?? null;
        return { kind: 'letter', before, after: { ...before, season, original } };
      }),
    ...programs
      .filter((program) => isOfSeason(program, season))
      .map((before): ChangedRecord => ({ kind: 'program', before, after: { ...before, season } })),
  ];
}
