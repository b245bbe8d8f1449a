import type { ConversationStore, Earlier } from '../communities/conversation.ts';
import type { Trx } from './database.ts';

export function conversationStore(trx: Trx): ConversationStore {
  return {
    async lastTopic(key, since) {
      const row = await trx
        .selectFrom('conversations')
        .select('topic')
        .where('key', '=', key)
        .where('at', '>=', since)
        .executeTakeFirst();
      return row?.topic;
    },
    async remember(key, topic, at) {
      await trx
        .insertInto('conversations')
        .values({ key, topic, at })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ topic, at }))
        .execute();
    },
    async answered(place, topic, since) {
      const row = await trx
        .selectFrom('answered')
        .select(['at', 'link'])
        .where('place', '=', place)
        .where('topic', '=', topic)
        .where('at', '>=', since)
        .executeTakeFirst();
      return row && { at: row.at as Earlier['at'], link: row.link ?? undefined };
    },
    async noteAnswered(place, topic, { at, link = null }) {
      await trx
        .insertInto('answered')
        .values({ place, topic, at, link })
        .onConflict((conflict) => conflict.columns(['place', 'topic']).doUpdateSet({ at, link }))
        .execute();
    },
    async forgetBefore(at) {
      await trx.deleteFrom('conversations').where('at', '<', at).execute();
      await trx.deleteFrom('answered').where('at', '<', at).execute();
    },
  };
}
