import type { Platform } from '../core/platform.ts';
import type { Instant } from '../core/time.ts';
import type { ExpiryStore, Unchanged } from '../reminders/expire.ts';
import type { Trx } from './database.ts';

export function expiryStore(trx: Trx): ExpiryStore {
  return {
    async unchangedSince(at, after, limit) {
      const rows = await trx
        .selectFrom('changes')
        .innerJoin('members', 'members.id', 'changes.member')
        .select(['members.id', 'members.platform', 'members.workspace', 'members.account'])
        .select((expression) => expression.fn.max('changes.at').as('at'))
        .where('changes.member', '>', after)
        .groupBy('changes.member')
        .having((expression) => expression.fn.max('changes.at'), '<', at)
        .orderBy('changes.member')
        .limit(limit)
        .execute();
      return rows.map(
        (row): Unchanged => ({
          member: row.id,
          account: { platform: row.platform as Platform, workspace: row.workspace, user: row.account },
          lastChange: row.at as Instant,
        }),
      );
    },
    async arrivedAt(member, key) {
      const row = await trx
        .selectFrom('told')
        .innerJoin('deliveries', 'deliveries.id', 'told.delivery')
        .select('deliveries.attempted_at')
        .where('told.member', '=', member)
        .where('told.key', '=', key)
        .where('deliveries.state', '=', 'sent')
        .executeTakeFirst();
      return (row?.attempted_at ?? undefined) as Instant | undefined;
    },
  };
}
