import type { Mentions } from '../faq/faq.ts';
import type { Preferences } from '../members/member.ts';
import { findSpecialty } from '../packs/load-packs.ts';
import type { Packs } from '../packs/pack.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Case } from './answer.ts';

/**
 * Whose case a question is about: what it says itself, else what was picked, else what the
 * member's settings say. A specialty that is named brings its service along.
 */
export function caseOf(
  picked: { readonly service?: ServiceId | undefined; readonly specialty?: string | undefined },
  mentioned: Mentions,
  preferences: Preferences,
  packs: Packs,
): Case {
  const named = picked.specialty === undefined ? mentioned.specialty : findSpecialty(packs, picked.specialty);
  const own = preferences.specialties.flatMap((name) => findSpecialty(packs, name) ?? []);
  const service = mentioned.service ?? picked.service ?? named?.service ?? preferences.service ?? undefined;
  return { service, specialties: named ? [named] : own, img: preferences.img ?? undefined };
}
