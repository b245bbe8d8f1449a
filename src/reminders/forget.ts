import { keptDays, type SubmissionKind, type SubmissionStore } from '../communities/submission.ts';
import type { Instant } from '../core/time.ts';
import { addMilliseconds, dayIn } from '../dates/calendar.ts';
import { type ImportStore, importKept } from '../letters/import-store.ts';
import type { ShareStore } from '../letters/share.ts';
import type { OwnReminderStore } from './own.ts';

const dayLength = 24 * 60 * 60_000;

/** Milliseconds for which a member can see who looked at a board that is no longer shared. */
const endedSharesKept = 90 * dayLength;

/** The same for a reminder of a member's own that is over: it may have been put off. */
const endedRemindersKept = 60 * dayLength;

export interface ForgetPorts {
  readonly submissions: Pick<SubmissionStore, 'forgetBefore'>;
  readonly imports: Pick<ImportStore, 'forgetBefore'>;
  readonly shares: Pick<ShareStore, 'forgetBefore'>;
  readonly ownReminders: Pick<OwnReminderStore, 'forgetBefore'>;
}

/** Deletes what was kept for as long as members were told. */
export async function forgetOld(
  { submissions, imports, shares, ownReminders }: ForgetPorts,
  now: Instant,
): Promise<void> {
  for (const [kind, days] of Object.entries(keptDays) as [SubmissionKind, number][]) {
    await submissions.forgetBefore(kind, addMilliseconds(now, -days * dayLength));
  }
  await imports.forgetBefore(addMilliseconds(now, -importKept));
  await shares.forgetBefore(addMilliseconds(now, -endedSharesKept));
  await ownReminders.forgetBefore(dayIn('UTC', addMilliseconds(now, -endedRemindersKept)));
}
