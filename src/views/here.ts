import type { CommunityStore } from '../communities/community.ts';
import type { Context } from '../core/command.ts';

/** Our id of the community in which something was said; `undefined` in a DM without one, and while nothing is kept of it. */
export async function communityHere({
  actor,
  community,
  ports,
}: Pick<Context<{ readonly communities: CommunityStore }>, 'actor' | 'community' | 'ports'>): Promise<
  string | undefined
> {
  if (community === null) return undefined;
  return (await ports.communities.find(actor.account.platform, community))?.id;
}
