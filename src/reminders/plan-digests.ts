import type { Community, CommunityStore } from '../communities/community.ts';
import type { Random, Target } from '../core/ports.ts';
import type { Day, Instant } from '../core/time.ts';
import { isSchedule, parseCron } from './cron.ts';
import type { DeliveryStore, NewDelivery } from './deliveries.ts';
import { type Digest, type DigestStore, digestKey } from './digest.ts';
import { type Round, roundOf } from './schedule.ts';

export interface DigestPlanPorts {
  readonly digests: DigestStore;
  readonly deliveries: DeliveryStore;
  readonly communities: CommunityStore;
}

/**
 * Puts the posts of digests whose moment has come into the outbox, all of them in a few statements: most
 * come round at the same hour. Returns how many were looked at.
 */
export async function planDigests(
  ports: DigestPlanPorts,
  now: Instant,
  random: Random,
  limit: number,
): Promise<number> {
  const digests = await ports.digests.due(now, limit);
  if (digests.length === 0) return 0;
  const communities = await ports.communities.getAll(digests.map(({ community }) => community));
  const rounds = roundsOf(now);
  const posts: NewDelivery[] = [];
  const skips: NewDelivery[] = [];
  const nextBy = new Map<Instant | null, string[]>();
  for (const digest of digests) {
    const community = communities.get(digest.community);
    const round = community && rounds(digest);
    const next = round?.nextAt ?? null;
    nextBy.set(next, [...(nextBy.get(next) ?? []), digest.id]);
    if (!round) continue;
    const delivery = (day: Day, late: boolean): NewDelivery =>
      digestDelivery(digest, channelOf(digest, community), { key: digestKey(digest.id, day), day, late }, now, random);
    skips.push(...round.skipped.map(({ day }) => delivery(day, true)));
    if (round.post) posts.push(delivery(round.post.day, round.post.late));
  }
  await ports.deliveries.skipAll(skips, 'missed while the bot was down');
  await ports.deliveries.enqueueAll(posts);
  for (const [next, ids] of nextBy) await ports.digests.setNextAll(ids, next);
  return digests.length;
}

/** The rounds of digests, each reckoned once for all that have the same schedule, zone and moment. */
function roundsOf(now: Instant): (digest: Digest) => Round | undefined {
  const known = new Map<string, Round | undefined>();
  return ({ cron, zone, nextAt }) => {
    const key = `${cron} ${zone} ${nextAt}`;
    if (!known.has(key)) {
      const schedule = parseCron(cron);
      known.set(key, isSchedule(schedule) && nextAt !== null ? roundOf(schedule, zone, nextAt, now) : undefined);
    }
    return known.get(key);
  };
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
  return community && channelOf(digest, community);
}

function channelOf({ channel }: Digest, { platform, workspace }: Pick<Community, 'platform' | 'workspace'>): Target {
  return { kind: 'channel', platform, workspace, channel };
}
