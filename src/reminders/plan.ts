import type { Random } from '../core/ports.ts';
import type { Instant } from '../core/time.ts';
import { type DigestPlanPorts, planDigests } from './plan-digests.ts';
import { type NoticePlanPorts, planNotices } from './plan-notices.ts';
import { type OwnPlanPorts, planOwn } from './plan-own.ts';

export interface PlanPorts extends DigestPlanPorts, NoticePlanPorts, OwnPlanPorts {
  readonly members: NoticePlanPorts['members'] & OwnPlanPorts['members'];
}

/** How many of each kind are planned in one transaction; the rest follows in the next. */
const batches = { digests: 500, own: 100, notices: 100 } as const;

/**
 * Puts everything that has come due into the outbox, in the caller's transaction: a second run,
 * a clock set back or a second process finds the keys taken and adds nothing. True when there
 * may be more.
 */
export async function planDue(ports: PlanPorts, now: Instant, random: Random): Promise<boolean> {
  const digests = await planDigests(ports, now, random, batches.digests);
  const own = await planOwn(ports, now, random, batches.own);
  const notices = await planNotices(ports, now, random, batches.notices);
  return digests === batches.digests || own === batches.own || notices === batches.notices;
}

/** The next moment at which anything at all comes due after `now`; for a clock that is moved by hand. */
export async function nextDue(ports: PlanPorts, now: Instant): Promise<Instant | undefined> {
  const moments = [
    await ports.digests.nextAt(now),
    await ports.deliveries.nextAt(now),
    await ports.ownReminders.nextAt(now),
    await ports.agenda.nextLook(now),
  ];
  return moments.filter((at) => at !== undefined).sort()[0];
}
