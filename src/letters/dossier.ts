import type { Day } from '../core/time.ts';
import type { Packs } from '../packs/pack.ts';
import type { ServiceId } from '../packs/service.ts';
import type { LetterWithWriter } from './letter.ts';
import type { Program } from './program.ts';

/** All that a judgement about a member's letters looks at. `null` and nothing mean: not said. */
export interface Dossier {
  readonly letters: readonly LetterWithWriter[];
  readonly programs: readonly Program[];
  /** The service of the member's settings. */
  readonly service: ServiceId | null;
  /** The specialties of the member's settings, as they call them. */
  readonly specialties: readonly string[];
  /** An international medical graduate. */
  readonly img: boolean | null;
  readonly packs: Packs;
  readonly today: Day;
}
