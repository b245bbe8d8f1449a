import type { Day } from '../core/time.ts';
import type { Letter, LetterWithWriter, NudgeReason, Writer } from '../letters/letter.ts';
import { findNamed } from '../packs/named.ts';
import type { Packs } from '../packs/pack.ts';
import { packOf } from '../packs/pack-of.ts';
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

/** Something that the packs may know by an id, and its name as the packs or the member have it. */
export interface Named {
  readonly id: string | null;
  readonly name: string;
}

/** All that a mail may say. */
export interface DraftFacts extends Told {
  readonly writer: Pick<Writer, 'name' | 'title' | 'kind' | 'met' | 'email'>;
  readonly letter: Pick<Letter, 'service' | 'stage' | 'answer' | 'due' | 'waived' | 'packet' | 'sheet' | 'original'>;
  readonly specialty: Named | null;
  /** The standardized form that the letter is written on; `null` for a free letter. */
  readonly form: Named | null;
  readonly route: RequestRoute | null;
}

/**
 * The facts of a letter with the rules of its service and season. Of a season without rules the way
 * of the request is not told, and nowhere a waiver where the service has no such choice.
 */
export function gatherFacts({ letter, writer }: LetterWithWriter, packs: Packs, told: Told): DraftFacts {
  const pack = letter.service && packOf(packs, letter.service, letter.season, told.today);
  const isRuled = pack !== null && (letter.season === null || letter.season === pack.season);
  const isTold = isRuled && pack.facts.writerGetsRequest.value !== undefined;
  const form = packs.forms.find(({ id }) => id === letter.form);
  return {
    ...told,
    writer,
    letter: { ...letter, waived: pack?.facts.waiverChoice.value === 'none' ? null : letter.waived },
    specialty: letter.specialty === null ? null : named(letter.specialty, packs),
    form: form?.kind === 'standardized' ? form : null,
    route: isTold ? requestRoute(pack.id, packs.rows) : null,
  };
}

/** A specialty in full where it is known: `EM` is `Emergency medicine`. */
function named(specialty: string, { specialties }: Packs): Named {
  return findNamed(specialties, specialty) ?? { id: null, name: specialty };
}
