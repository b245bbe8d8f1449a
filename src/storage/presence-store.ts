import { type ExpressionBuilder, sql } from 'kysely';
import type { KnownCommunity, PresenceStore } from '../communities/presence.ts';
import type { Account } from '../core/invocation.ts';
import type { Random } from '../core/ports.ts';
import type { Instant } from '../core/time.ts';
import { ensureCommunity } from './community-store.ts';
import type { Afterwards, Trx } from './database.ts';
import { eraseMember } from './erase.ts';
import type { Tables } from './tables.ts';

export function presenceStore(trx: Trx, random: Random, afterwards: Afterwards): PresenceStore {
  return {
    async usedIn(member, platform, workspace, now) {
      const { id: community } = await ensureCommunity(trx, { platform, workspace }, () => random.id(now), now);
      await trx
        .insertInto('memberships')
        .values({ member, community })
        .onConflict((conflict) => conflict.columns(['member', 'community']).doNothing())
        .execute();
    },
    async usedAlone(member) {
      await trx
        .updateTable('members')
        .set({ personal: 1 })
        .where('id', '=', member)
        .where('personal', '=', 0)
        .execute();
    },
    async seen(platform, workspace, now) {
      await trx
        .updateTable('communities')
        .set({ seen_at: now, left_at: null })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        // Not more than one write in a minute, however much is said.
        .where((is) => is.or([is('left_at', 'is not', null), is(minuteOf('seen_at'), '<', now.slice(0, 16))]))
        .execute();
    },
    async left(platform, workspace, at) {
      await trx
        .updateTable('communities')
        .set({ left_at: at })
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('left_at', 'is', null)
        .where('seen_at', '<=', at)
        .execute();
    },
    async communities() {
      const rows = await trx
        .selectFrom('communities')
        .select(['id', 'platform', 'workspace', 'left_at'])
        .orderBy('id')
        .execute();
      return rows.map(({ id, platform, workspace, left_at }) => ({
        id,
        platform: platform as KnownCommunity['platform'],
        workspace,
        leftAt: left_at as KnownCommunity['leftAt'],
      }));
    },
    async erase(community, leftBefore, atMost) {
      const left = await leftCommunity(trx, community, leftBefore);
      if (!left) return { members: 0, done: true };
      afterwards.scrub();
      const { platform, workspace } = left;
      const members = await membersOfNoOther(trx, community, atMost);
      for (const { id, workspace: home, account } of members) {
        await eraseMember(trx, id, { platform: platform as Account['platform'], workspace: home, user: account });
      }
      if (members.length === atMost) return { members: members.length, done: false };
      await trx.deleteFrom('adapter_state').where('platform', '=', platform).where('tenant', '=', workspace).execute();
      await trx.deleteFrom('communities').where('id', '=', community).execute();
      return { members: members.length, done: true };
    },
  };
}

function minuteOf(column: 'seen_at') {
  return sql<string>`substr(${sql.ref(column)}, 1, 16)`;
}

function leftCommunity(trx: Trx, community: string, before: Instant) {
  return trx
    .selectFrom('communities')
    .select(['platform', 'workspace'])
    .where('id', '=', community)
    .where('left_at', '<=', before)
    .executeTakeFirst();
}

/** Members of a community who use the bot in no other one, and not by themselves either. */
function membersOfNoOther(trx: Trx, community: string, atMost: number) {
  const inAnother = ({ exists, selectFrom }: ExpressionBuilder<Tables, 'members' | 'memberships'>) =>
    exists(
      selectFrom('memberships as other')
        .select('other.member')
        .whereRef('other.member', '=', 'members.id')
        .where('other.community', '<>', community),
    );
  return trx
    .selectFrom('memberships')
    .innerJoin('members', 'members.id', 'memberships.member')
    .select(['members.id', 'members.workspace', 'members.account'])
    .where('memberships.community', '=', community)
    .where('members.personal', '=', 0)
    .where((is) => is.not(inAnother(is)))
    .orderBy('members.id')
    .limit(atMost)
    .execute();
}
