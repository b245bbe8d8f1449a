import type { Platform } from '../core/platform.ts';
import type { Instant } from '../core/time.ts';
import type { AgendaStore, Watched } from '../reminders/agenda-store.ts';
import type { Trx } from './database.ts';

export function agendaStore(trx: Trx): AgendaStore {
  const watching = () =>
    trx.selectFrom('members').select(['id', 'platform', 'workspace', 'account', 'check_at']).where('reminders', '=', 1);

  return {
    async toLookAt(now, limit) {
      const due = await watching().where('check_at', '<=', now).orderBy('check_at').limit(limit).execute();
      const stale = await watching()
        .where('stale', '=', 1)
        .where(({ eb, or }) => or([eb('check_at', 'is', null), eb('check_at', '>', now)]))
        .limit(limit - due.length)
        .execute();
      return [...due, ...stale].map(
        ({ id, platform, workspace, account, check_at }): Watched => ({
          member: id,
          account: { platform: platform as Platform, workspace, user: account },
          checkAt: check_at as Instant | null,
        }),
      );
    },
    async lookedAt(member, next) {
      await trx
        .updateTable('members')
        .set({ check_at: next ?? null, stale: 0 })
        .where('id', '=', member)
        .execute();
    },
    async nextLook(after) {
      const row = await watching().where('check_at', '>', after).orderBy('check_at').limit(1).executeTakeFirst();
      return (row?.check_at ?? undefined) as Instant | undefined;
    },
    async reckonAnew() {
      await trx.updateTable('members').set({ stale: 1 }).where('reminders', '=', 1).execute();
    },
    async told(member) {
      const rows = await trx
        .selectFrom('told')
        .leftJoin('deliveries', 'deliveries.id', 'told.delivery')
        .select('told.key')
        .where('told.member', '=', member)
        .where(({ eb, or }) => or([eb('deliveries.state', 'is', null), eb('deliveries.state', '!=', 'cancelled')]))
        .execute();
      return new Set(rows.map(({ key }) => key));
    },
    async tell(member, keys, delivery) {
      if (keys.length === 0) return;
      await trx
        .insertInto('told')
        .values(keys.map((key) => ({ member, key, delivery })))
        .onConflict((conflict) => conflict.columns(['member', 'key']).doUpdateSet({ delivery }))
        .execute();
    },
    async lastChange(member) {
      const row = await trx
        .selectFrom('changes')
        .select((expression) => expression.fn.max('at').as('at'))
        .where('member', '=', member)
        .executeTakeFirst();
      return (row?.at ?? undefined) as Instant | undefined;
    },
  };
}
