import type { Mentions } from '../faq/faq.ts';
import type { Preferences } from '../members/member.ts';
import { findSpecialty } from '../packs/load-packs.ts';
import type { Packs } from '../packs/pack.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Case } from './answer.ts';

/** What somebody chose beside their question. */
export interface Picked {
  readonly service?: ServiceId | undefined;
  readonly specialty?: string | undefined;
  readonly img?: boolean | undefined;
  readonly reapplicant?: boolean | undefined;
}

/**
 * Whose case a question is about: what it says itself, else what was picked, else what the
 * member's settings say. A specialty that is named brings its service along.
 */
export function caseOf(picked: Picked, mentioned: Mentions, preferences: Preferences, packs: Packs): Case {
  const named = picked.specialty === undefined ? mentioned.specialty : findSpecialty(packs, picked.specialty);
  const own = preferences.specialties.flatMap((name) => findSpecialty(packs, name) ?? []);
  const service = mentioned.service ?? picked.service ?? named?.service ?? preferences.service ?? undefined;
  return {
    service,
    specialties: named ? [named] : own,
    img: mentioned.img ?? picked.img ?? preferences.img ?? undefined,
    reapplicant: mentioned.reapplicant ?? picked.reapplicant ?? preferences.reapplicant ?? undefined,
  };
}
