import type { Day } from '../core/time.ts';
import type { Confidence } from './confidence.ts';
import type { ServiceId } from './service.ts';

/** A kind of letter: the narrative one, or a form that a specialty or a service has for it. */
export interface LetterForm {
  readonly id: string;
  readonly name: string;
  /** No two forms share one. */
  readonly aliases: readonly string[];
  /** What it is called within its specialties, where others call theirs the same: `SLOR`. */
  readonly short?: string | undefined;
  readonly kind: 'narrative' | 'standardized';
  readonly services: readonly ServiceId[];
  /** Ids of the specialties that have it; none where it is for any. */
  readonly specialties: readonly string[];
  /** How sure it is that these specialties use it in these services. */
  readonly confidence: Confidence;
  readonly season: string;
  readonly sources: readonly string[];
  readonly checked: Day;
}
