import { keptDays, type SubmissionKind, type SubmissionStore } from '../communities/submission.ts';
import type { Instant } from '../core/time.ts';
import { addMilliseconds } from '../dates/calendar.ts';

const dayLength = 24 * 60 * 60_000;

/** Deletes the words of members that were kept for as long as they were told. */
export async function forgetOld(
  { submissions }: { readonly submissions: Pick<SubmissionStore, 'forgetBefore'> },
  now: Instant,
): Promise<void> {
  for (const [kind, days] of Object.entries(keptDays) as [SubmissionKind, number][]) {
    await submissions.forgetBefore(kind, addMilliseconds(now, -days * dayLength));
  }
}
