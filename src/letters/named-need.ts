import type { Confidence } from '../packs/confidence.ts';
import type { Packs } from '../packs/pack.ts';
import { type ServiceId, serviceIds } from '../packs/service.ts';
import type { Asker, Need, Sought } from './demand.ts';

/** Who asks for something, as it can be told, and how sure it is. */
export type WhoAsks =
  | { readonly kind: 'program' }
  /** Programs of a specialty. */
  | { readonly kind: 'specialty'; readonly id: string; readonly name: string; readonly confidence: Confidence }
  | { readonly kind: 'service'; readonly service: ServiceId; readonly confidence: Confidence }
  /** The general advice. */
  | { readonly kind: 'advice' };

/** A sort of letter with the name of its form. */
export type NamedSort =
  | { readonly kind: 'form'; readonly id: string; readonly name: string }
  | { readonly kind: Exclude<Sought['kind'], 'form'> };

/** What is looked for, with the names that a sentence about it needs. */
export interface NamedNeed extends Pick<Need, 'min' | 'better' | 'atMost'> {
  readonly sort: NamedSort;
  readonly by: WhoAsks;
}

/** How sentences come by the names of what they speak of. */
export interface Naming {
  readonly need: (need: Need) => NamedNeed;
  readonly who: (by: Asker) => WhoAsks;
}

export function namingFrom(packs: Packs): Naming {
  const who = (by: Asker) => whoAsks(by, packs);
  return { need: ({ sought, by, ...numbers }) => ({ ...numbers, sort: nameSort(sought, packs), by: who(by) }), who };
}

function nameSort(sought: Sought, { forms }: Packs): NamedSort {
  if (sought.kind !== 'form') return { kind: sought.kind };
  return { kind: 'form', id: sought.form, name: forms.find(({ id }) => id === sought.form)?.name ?? sought.form };
}

/** Whose word a row is: what nobody could confirm is no more than advice. */
function whoAsks(by: Asker, { rows, specialties }: Packs): WhoAsks {
  if (by === 'program') return { kind: 'program' };
  const confidence = rows.get(by.row)?.confidence ?? 'unconfirmed';
  if (confidence === 'unconfirmed') return { kind: 'advice' };
  const specialty = specialties.find(({ id }) => by.row === `specialty/${id}`);
  if (specialty) return { kind: 'specialty', id: specialty.id, name: specialty.name, confidence };
  const service = serviceIds.find((id) => by.row.startsWith(`${id}/`));
  return service === undefined ? { kind: 'advice' } : { kind: 'service', service, confidence };
}
