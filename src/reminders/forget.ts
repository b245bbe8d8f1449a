import { keptDays, type SubmissionKind, type SubmissionStore } from '../communities/submission.ts';
import type { Instant } from '../core/time.ts';
import { addMilliseconds } from '../dates/calendar.ts';
import { type ImportStore, importKept } from '../letters/import-store.ts';
import type { ShareStore } from '../letters/share.ts';

const dayLength = 24 * 60 * 60_000;

/** Milliseconds for which a member can see who looked at a board that is no longer shared. */
const endedSharesKept = 90 * dayLength;

export interface ForgetPorts {
  readonly submissions: Pick<SubmissionStore, 'forgetBefore'>;
  readonly imports: Pick<ImportStore, 'forgetBefore'>;
  readonly shares: Pick<ShareStore, 'forgetBefore'>;
}

/** Deletes what was kept for as long as members were told. */
export async function forgetOld({ submissions, imports, shares }: ForgetPorts, now: Instant): Promise<void> {
  for (const [kind, days] of Object.entries(keptDays) as [SubmissionKind, number][]) {
    await submissions.forgetBefore(kind, addMilliseconds(now, -days * dayLength));
  }
  await imports.forgetBefore(addMilliseconds(now, -importKept));
  await shares.forgetBefore(addMilliseconds(now, -endedSharesKept));
}
