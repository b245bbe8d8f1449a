import type { CommunityStore } from '../communities/community.ts';
import type { Random, Target } from '../core/ports.ts';
import type { Day, Instant } from '../core/time.ts';
import { isSchedule, parseCron } from './cron.ts';
import type { DeliveryStore, NewDelivery } from './deliveries.ts';
import { type Digest, type DigestStore, digestKey } from './digest.ts';
import { roundOf } from './schedule.ts';

export interface DigestPlanPorts {
  readonly digests: DigestStore;
  readonly deliveries: DeliveryStore;
  readonly communities: CommunityStore;
}

/** Puts the posts of digests whose moment has come into the outbox. Returns how many were looked at. */
export async function planDigests(
  ports: DigestPlanPorts,
  now: Instant,
  random: Random,
  limit: number,
): Promise<number> {
  const digests = await ports.digests.due(now, limit);
  for (const digest of digests) await planDigest(ports, digest, now, random);
  return digests.length;
}

async function planDigest(ports: DigestPlanPorts, digest: Digest, now: Instant, random: Random): Promise<void> {
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
