import type { Day } from '../core/time.ts';
import type { Letter, LetterWithWriter, NudgeReason, Writer } from '../letters/letter.ts';
import type { Packs } from '../packs/pack.ts';
import { type RequestRoute, requestRoute } from './request-route.ts';

/** How the match ended for the member; `where` as they tell it. */
export type Outcome = { readonly matched: true; readonly where: string | null } | { readonly matched: false };

/** Why a member steps back: the writer hesitates or is lukewarm, or the letter is not needed any more. */
export type Retreat = 'hesitant' | 'not-needed';

/** What the member says for this one mail, and what their case adds to the letter; `null` is not known. */
export interface Told {
  readonly today: Day;
  /** For an international graduate: the last day for the upload, before it is processed. */
  readonly uploadBy: Day | null;
  /** The name of the standardized form, in the language of the mail; `null` for a free letter. */
  readonly form: string | null;
  /** Of a second reminder. */
  readonly reason: NudgeReason | null;
  /** `null` is what the letter's stage tells. */
  readonly retreat: Retreat | null;
  readonly outcome: Outcome | null;
  /** How the member signs. */
  readonly name: string | null;
  /** A line of their own before the farewell. */
  readonly closing: string | null;
}

/** All that a mail may say. */
export interface DraftFacts extends Told {
  readonly writer: Pick<Writer, 'name' | 'title' | 'kind' | 'met' | 'email'>;
  readonly letter: Pick<
    Letter,
    'service' | 'specialty' | 'stage' | 'answer' | 'due' | 'waived' | 'packet' | 'sheet' | 'original'
  >;
  readonly route: RequestRoute | null;
}

/**
 * The facts of a letter with the rules of its service. A rule of another season than the one in
 * force is not told, nor is a waiver where the service has no such choice.
 */
export function gatherFacts({ letter, writer }: LetterWithWriter, packs: Packs, told: Told): DraftFacts {
  const pack = letter.service && packs.services[letter.service];
  const inForce = pack !== null && (letter.season === null || letter.season === pack.season);
  return {
    ...told,
    writer,
    letter: { ...letter, waived: pack?.facts.waiverChoice.value === 'none' ? null : letter.waived },
    route: inForce ? requestRoute(pack.id, packs.rows) : null,
  };
}
