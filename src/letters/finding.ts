import type { Need } from './demand.ts';

/**
 * How much a finding matters. What rests on little (a row of low confidence) is never `missing`, only worth
 * considering; what the member has not said is `unknown` and asked for, never guessed.
 */
export type Severity = 'missing' | 'consider' | 'unknown' | 'fine';

/** What was found about a set of letters. Letters are named by their ids. */
export type MixFact =
  /** How many letters there are or are planned, where `from` to `to` are usual. */
  | { readonly code: 'count'; readonly have: number; readonly from: number; readonly to: number }
  /** How many of a sort there are of the `wanted`; of the `unsaid` it is not said whether they are of it. */
  | {
      readonly code: 'sort';
      readonly need: Need;
      readonly wanted: number;
      readonly have: number;
      readonly unsaid: readonly string[];
    }
  | { readonly code: 'too-many'; readonly need: Need; readonly have: number }
  /** A chair who hardly knows the member; `asked` where a department letter is wanted all the same. */
  | { readonly code: 'chair-hardly-knows'; readonly letters: readonly string[]; readonly asked: boolean }
  | { readonly code: 'hardly-knows'; readonly letters: readonly string[] }
  /** `needed`: without them there are fewer than is usual. */
  | { readonly code: 'lukewarm'; readonly letters: readonly string[]; readonly needed: boolean }
  /** Further letters of somebody who writes the form of the specialty. */
  | { readonly code: 'second-of-form-writer'; readonly letters: readonly string[] }
  /** There is no advice for counting: of CaRMS, or of a specialty that nobody could confirm or that we do not know. */
  | { readonly code: 'no-advice'; readonly because: 'carms' | 'unconfirmed' | 'unknown-specialty' }
  /** Writers in the United States, for an international graduate. */
  | { readonly code: 'us-writers'; readonly have: number; readonly unsaid: readonly string[] }
  | { readonly code: 'img-unsaid' }
  /** Whether they know the member is not said of these. */
  | { readonly code: 'closeness-unsaid'; readonly letters: readonly string[] }
  /** Writers who said yes, of those to have. */
  | { readonly code: 'secured'; readonly have: number; readonly wanted: number }
  | { readonly code: 'specialty-unsaid' };

export interface Finding {
  readonly severity: Severity;
  readonly fact: MixFact;
  /** The row of the packs that it rests on; `null` where it is only about what the member said. */
  readonly row: string | null;
}
