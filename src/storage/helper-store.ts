import type { HelperStore } from '../communities/helpers.ts';
import type { Trx } from './database.ts';

export function helperStore(trx: Trx): HelperStore {
  return {
    async get(community) {
      const row = await trx
        .selectFrom('helpers')
        .select(['channel', 'role'])
        .where('community', '=', community)
        .executeTakeFirst();
      return row ?? { channel: null, role: null };
    },
    async set(community, { channel, role }) {
      await trx
        .insertInto('helpers')
        .values({ community, channel, role })
        .onConflict((conflict) => conflict.column('community').doUpdateSet({ channel, role }))
        .execute();
    },
  };
}
