import type { ConfirmedDate, ConfirmedDateStore } from '../communities/confirmed.ts';
import type { Trx } from './database.ts';

export function confirmedDateStore(trx: Trx): ConfirmedDateStore {
  return {
    async of(community) {
      const rows = await trx
        .selectFrom('confirmed_dates')
        .select(['date', 'day', 'time'])
        .where('community', '=', community)
        .orderBy('date')
        .execute();
      return rows.map((row) => ({ ...row, day: row.day as ConfirmedDate['day'] }));
    },
    async confirm(community, { date, day, time }) {
      await trx
        .insertInto('confirmed_dates')
        .values({ community, date, day, time })
        .onConflict((conflict) => conflict.columns(['community', 'date']).doUpdateSet({ day, time }))
        .execute();
    },
    async takeBack(community, date) {
      await trx.deleteFrom('confirmed_dates').where('community', '=', community).where('date', '=', date).execute();
    },
  };
}
