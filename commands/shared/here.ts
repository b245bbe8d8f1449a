import type { CommunityStore } from '../../src/communities/community.ts';
import type { Context } from '../../src/core/command.ts';
import type { Random } from '../../src/core/ports.ts';

/** Our id of the community in which a command is run that keeps something there. */
export async function ensureCommunity({
  actor,
  community,
  now,
  ports,
}: Context<{ readonly communities: CommunityStore; readonly random: Random }>): Promise<string> {
  const { platform } = actor.account;
  return (await ports.communities.ensure(platform, community ?? '', ports.random.id(now), now)).id;
}
