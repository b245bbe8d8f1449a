import type { CommunityStore } from '../communities/community.ts';
import type { Random, Target } from '../core/ports.ts';
import type { Day, Instant } from '../core/time.ts';
import { addDays, dayIn } from '../dates/calendar.ts';
import { isSchedule, parseCron } from './cron.ts';
import type { DeliveryStore, NewDelivery } from './deliveries.ts';
import { type Digest, type DigestStore, digestKey } from './digest.ts';
import { type Bundle, type Candidate, dueNudges, type NudgeStore, type NudgeWindow, nextNudge } from './nudge.ts';
import { roundOf } from './schedule.ts';

export interface PlanPorts {
  readonly digests: DigestStore;
  readonly nudges: NudgeStore;
  readonly deliveries: DeliveryStore;
  readonly communities: CommunityStore;
  readonly nudgeWindow: NudgeWindow;
}

/** How many digests are planned in one transaction; the rest follows in the next. */
const batch = 200;

/**
 * Puts everything that has come due into the outbox, in the caller's transaction: a second run,
 * a clock set back or a second process finds the keys taken and adds nothing. True when there
 * may be more.
 */
export async function planDue(ports: PlanPorts, now: Instant, random: Random): Promise<boolean> {
  const digests = await ports.digests.due(now, batch);
  for (const digest of digests) await planDigest(ports, digest, now, random);
  for (const bundle of dueNudges(await nudgeCandidates(ports, now), now, ports.nudgeWindow)) {
    await planNudge(ports, bundle, now, random);
  }
  return digests.length === batch;
}

async function planDigest(ports: PlanPorts, digest: Digest, now: Instant, random: Random): Promise<void> {
  const schedule = parseCron(digest.cron);
  const target = await digestTarget(ports.communities, digest);
  if (!isSchedule(schedule) || !target || digest.nextAt === null) return ports.digests.setNext(digest.id, null);
  const { post, skipped, nextAt } = roundOf(schedule, digest.zone, digest.nextAt, now);
  const delivery = (day: Day, late: boolean): NewDelivery =>
    digestDelivery(digest, target, { key: digestKey(digest.id, day), day, late }, now, random);
  for (const { day } of skipped) await ports.deliveries.skip(delivery(day, true), 'missed while the bot was down');
  if (post) await ports.deliveries.enqueue(delivery(post.day, post.late));
  await ports.digests.setNext(digest.id, nextAt ?? null);
}

/** A post of a digest, ready for the outbox. */
export function digestDelivery(
  digest: Digest,
  target: Target,
  post: { readonly key: string; readonly day: Day; readonly late: boolean },
  now: Instant,
  random: Random,
): NewDelivery {
  return {
    id: random.id(now),
    key: post.key,
    member: null,
    community: digest.community,
    target,
    zone: digest.zone,
    payload: { kind: 'digest', digest: digest.id, day: post.day, late: post.late },
    runAt: now,
  };
}

/** The channel of a digest, on the platform of its community. */
export async function digestTarget(communities: CommunityStore, digest: Digest): Promise<Target | undefined> {
  const community = await communities.get(digest.community);
  if (!community) return undefined;
  const { platform, workspace } = community;
  return { kind: 'channel', platform, workspace, channel: digest.channel };
}

async function planNudge(ports: PlanPorts, bundle: Bundle, now: Instant, random: Random): Promise<void> {
  const id = random.id(now);
  const added = await ports.deliveries.enqueue({
    id,
    key: `nudge:${bundle.member}:${bundle.day}`,
    member: bundle.member,
    community: null,
    target: { kind: 'dm', account: bundle.account },
    zone: bundle.zone,
    payload: { kind: 'nudge', member: bundle.member, letters: bundle.letters },
    runAt: now,
  });
  // A member who had today's DM hears of these letters tomorrow.
  if (added) await ports.nudges.markTold(bundle.member, bundle.letters, id);
}

/** Days by which a zone's date can differ from UTC's. */
const zoneSlack = 1;

function nudgeCandidates(ports: PlanPorts, now: Instant): Promise<readonly Candidate[]> {
  const today = dayIn('UTC', now);
  const { first, last } = ports.nudgeWindow;
  return ports.nudges.candidates(addDays(today, last - zoneSlack), addDays(today, first + zoneSlack));
}

/** The next moment at which anything at all comes due after `now`; for a clock that is moved by hand. */
export async function nextDue(ports: PlanPorts, now: Instant): Promise<Instant | undefined> {
  const today = dayIn('UTC', now);
  const { last } = ports.nudgeWindow;
  const upcoming = await ports.nudges.candidates(addDays(today, last - zoneSlack), farAway);
  const moments = [
    await ports.digests.nextAt(now),
    await ports.deliveries.nextAt(now),
    nextNudge(upcoming, now, ports.nudgeWindow),
  ];
  return moments.filter((at) => at !== undefined).sort()[0];
}

/** Later than any due date that is accepted. */
const farAway = '9999-12-31';
