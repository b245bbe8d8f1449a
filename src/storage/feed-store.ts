import type { Feed, FeedStore } from '../letters/feed.ts';
import type { Trx } from './database.ts';

export function feedStore(trx: Trx): FeedStore {
  return {
    async of(member) {
      const row = await trx.selectFrom('feeds').selectAll().where('member', '=', member).executeTakeFirst();
      return row && { member, tokenHash: row.token_hash, since: row.since as Feed['since'] };
    },
    async set({ member, tokenHash, since }) {
      await trx
        .insertInto('feeds')
        .values({ member, token_hash: tokenHash, since })
        .onConflict((conflict) => conflict.column('member').doUpdateSet({ token_hash: tokenHash, since }))
        .execute();
    },
    async revoke(member) {
      await trx.deleteFrom('feeds').where('member', '=', member).execute();
    },
    async owner(tokenHash) {
      const row = await trx.selectFrom('feeds').select('member').where('token_hash', '=', tokenHash).executeTakeFirst();
      return row?.member;
    },
  };
}
