import type { Grant, GrantStore } from '../communities/grant.ts';
import type { Trx } from './database.ts';

export function grantStore(trx: Trx): GrantStore {
  return {
    async granted(platform, workspace, user) {
      const row = await trx
        .selectFrom('grants')
        .innerJoin('communities', 'communities.id', 'grants.community')
        .select('grants.role')
        .where('communities.platform', '=', platform)
        .where('communities.workspace', '=', workspace)
        .where('grants.account', '=', user)
        .executeTakeFirst();
      return row?.role as Grant['role'] | undefined;
    },
    async list(community) {
      const rows = await trx
        .selectFrom('grants')
        .select(['account', 'role', 'at'])
        .where('community', '=', community)
        .orderBy('role')
        .orderBy('at')
        .orderBy('account')
        .execute();
      return rows as Grant[];
    },
    async grant(community, { account, role, at }) {
      await trx
        .insertInto('grants')
        .values({ community, account, role, at })
        .onConflict((conflict) => conflict.columns(['community', 'account']).doUpdateSet({ role, at }))
        .execute();
    },
    async revoke(community, account) {
      await trx.deleteFrom('grants').where('community', '=', community).where('account', '=', account).execute();
    },
  };
}
