import { sql } from 'kysely';
import type { FeedbackStore } from '../communities/feedback.ts';
import type { Trx } from './database.ts';

export function feedbackStore(trx: Trx): FeedbackStore {
  return {
    async vote({ helped, ...key }) {
      await trx
        .insertInto('votes')
        .values({ ...key, helped: Number(helped) })
        .onConflict((conflict) =>
          conflict.columns(['community', 'topic', 'member']).doUpdateSet({ helped: Number(helped) }),
        )
        .execute();
    },
    async unhelpful(community) {
      const rows = await trx
        .selectFrom('votes')
        .select(['topic', sql<number>`sum(helped)`.as('helped'), sql<number>`sum(1 - helped)`.as('unhelpful')])
        .where('community', '=', community)
        .groupBy('topic')
        .having(sql<number>`sum(1 - helped)`, '>', 0)
        .orderBy('unhelpful', 'desc')
        .orderBy('topic')
        .execute();
      return rows.map(({ topic, helped, unhelpful }) => ({
        topic,
        helped: Number(helped),
        unhelpful: Number(unhelpful),
      }));
    },
    async countGap(community, topic, day) {
      await trx
        .insertInto('gaps')
        .values({ community, topic, day, count: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['community', 'topic', 'day'])
            .doUpdateSet((expression) => ({ count: expression('gaps.count', '+', 1) })),
        )
        .execute();
    },
    async gaps(community, since) {
      const rows = await trx
        .selectFrom('gaps')
        .select(['topic', (expression) => expression.fn.sum('count').as('count')])
        .where('community', '=', community)
        .where('day', '>=', since)
        .groupBy('topic')
        .orderBy('count', 'desc')
        .orderBy('topic')
        .execute();
      return rows.map(({ topic, count }) => ({ topic, count: Number(count) }));
    },
  };
}
