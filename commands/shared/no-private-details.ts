import { UserProblem } from '../../src/core/errors.ts';
import { holdsPrivateDetails } from '../../src/faq/private-details.ts';
import type { Words } from '../../src/words/words.ts';

/** Refuses what other people are to read and should not: ids, addresses, who a patient is. */
export function refusePrivateDetails(text: string, option: string, words: Words): void {
  if (holdsPrivateDetails(text)) throw new UserProblem('bad-value', words.curation.noPrivateDetails, { option });
}
