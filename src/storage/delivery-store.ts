import { sql } from 'kysely';
import { placeOf, platformOf } from '../core/place.ts';
import type { Platform } from '../core/platform.ts';
import type { Instant } from '../core/time.ts';
import type { ClosedDms, Delivery, DeliveryStore, Hold, LastPost, NewDelivery } from '../reminders/deliveries.ts';
import { digestKey } from '../reminders/digest.ts';
import type { Trx } from './database.ts';
import type { DeliveriesTable } from './tables.ts';
import { toZone } from './zone-column.ts';

export function deliveryStore(trx: Trx): DeliveryStore {
  const set = (id: string, columns: Partial<DeliveriesTable>) =>
    trx.updateTable('deliveries').set(columns).where('id', '=', id).execute();

  /** What is due and may be sent: DMs to members who take none wait, though nothing else to them does. */
  const waiting = (platform: Platform, now: Instant) =>
    trx
      .selectFrom('deliveries')
      .where('platform', '=', platform)
      .where('state', '=', 'pending')
      .where('try_at', '<=', now)
      .where(sql<boolean>`not (deliveries.place like '%/@%' and exists (
        select 1 from closed_dms where closed_dms.member = deliveries.member))`);

  return {
    async enqueue(delivery) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('deliveries')
        .values(toRow(delivery, 'pending', null))
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirstOrThrow();
      return Number(numInsertedOrUpdatedRows) > 0;
    },
    async skip(delivery, reason) {
      await trx
        .insertInto('deliveries')
        .values(toRow(delivery, 'skipped', reason))
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
    },
    async places(now, platform) {
      return waiting(platform, now)
        .select((expression) => ['place', expression.fn.countAll<number>().as('count')])
        .groupBy('place')
        .orderBy(sql`min(try_at)`)
        .orderBy(sql`min(id)`)
        .execute();
    },
    async next(now, platform, place) {
      const row = await waiting(platform, now)
        .selectAll()
        .where('place', '=', place)
        .orderBy('try_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row && toDelivery(row);
    },
    async unsure(now, platforms, limit) {
      const rows = await trx
        .selectFrom('deliveries')
        .selectAll()
        .where('state', '=', 'unsure')
        .where('try_at', '<=', now)
        .where('platform', 'in', [...platforms])
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toDelivery);
    },
    async attempt(id, now) {
      await trx
        .updateTable('deliveries')
        .set((expression) => ({
          state: 'attempting',
          attempted_at: now,
          attempts: expression('attempts', '+', 1),
        }))
        .where('id', '=', id)
        .execute();
    },
    async settle(id, state, { ref, reason }) {
      await set(id, { state, ref: ref ?? null, reason: reason ?? null });
    },
    async postpone(id, until, doubts, reason) {
      await set(id, { state: 'pending', try_at: until, in_doubt: doubts, reason: reason ?? null });
    },
    async lookAgain(id, at) {
      await set(id, { state: 'unsure', try_at: at });
    },
    async hold({ platform, scope, until, reason }) {
      await trx
        .insertInto('holds')
        .values({ platform, scope, until, reason })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'scope']).doUpdateSet({ until, reason }).where('holds.until', '<', until),
        )
        .execute();
    },
    async holds(now, platform) {
      await trx.deleteFrom('holds').where('until', '<=', now).execute();
      const rows = await trx
        .selectFrom('holds')
        .selectAll()
        .where('platform', '=', platform)
        .orderBy('scope')
        .execute();
      return rows.map(({ scope, until, reason }) => ({ platform, scope, until: until as Hold['until'], reason }));
    },
    async closeDms(member, reason, now) {
      await trx
        .insertInto('closed_dms')
        .values({ member, reason, at: now })
        .onConflict((conflict) => conflict.column('member').doNothing())
        .execute();
    },
    async closedDms(member) {
      const row = await trx
        .selectFrom('closed_dms')
        .select(['reason', 'at'])
        .where('member', '=', member)
        .executeTakeFirst();
      return row && { reason: row.reason, at: row.at as ClosedDms['at'] };
    },
    async reopenDms(member) {
      const { numDeletedRows } = await trx
        .deleteFrom('closed_dms')
        .where('member', '=', member)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows) > 0;
    },
    async lastPost(digest) {
      const row = await trx
        .selectFrom('deliveries')
        .select(['run_at', 'state', 'attempts', 'reason'])
        .where('key', '>=', digestKey(digest, ''))
        .where('key', '<', digestKey(digest, '\uffff'))
        .orderBy('run_at', 'desc')
        .orderBy(sql`state = 'skipped'`)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!row) return undefined;
      const { run_at: runAt, state, attempts, reason } = row;
      return { runAt: runAt as LastPost['runAt'], state: state as LastPost['state'], attempts, reason };
    },
    async of(member, limit) {
      const rows = await trx
        .selectFrom('deliveries')
        .selectAll()
        .where('member', '=', member)
        .orderBy('run_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...toDelivery(row), reason: row.reason }));
    },
    async cancel(member, id, reason) {
      const { numUpdatedRows } = await trx
        .updateTable('deliveries')
        .set({ state: 'cancelled', reason })
        .where('member', '=', member)
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0;
    },
    async recover() {
      const { numUpdatedRows } = await trx
        .updateTable('deliveries')
        .set((expression) => ({ state: 'unsure', crashes: expression('crashes', '+', 1) }))
        .where('state', '=', 'attempting')
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },
    async nextAt(after) {
      const { earliest } = await trx
        .selectFrom('deliveries')
        .select((expression) => expression.fn.min('try_at').as('earliest'))
        .where('state', 'in', ['pending', 'unsure'])
        .where('try_at', '>', after)
        .executeTakeFirstOrThrow();
      return (earliest ?? undefined) as Delivery['runAt'] | undefined;
    },
  };
}

function toRow(delivery: NewDelivery, state: Delivery['state'], reason: string | null): DeliveriesTable {
  const { id, key, member, community, target, zone, payload, runAt } = delivery;
  return {
    id,
    key,
    member,
    community,
    platform: platformOf(target),
    place: placeOf(target),
    target: JSON.stringify(target),
    zone,
    payload: JSON.stringify(payload),
    run_at: runAt,
    try_at: runAt,
    state,
    attempts: 0,
    attempted_at: null,
    crashes: 0,
    in_doubt: 0,
    ref: null,
    reason,
  };
}

function toDelivery(row: DeliveriesTable): Delivery {
  return {
    id: row.id,
    key: row.key,
    member: row.member,
    community: row.community,
    target: JSON.parse(row.target) as Delivery['target'],
    zone: toZone(row.zone),
    payload: JSON.parse(row.payload) as Delivery['payload'],
    runAt: row.run_at as Delivery['runAt'],
    state: row.state as Delivery['state'],
    attempts: row.attempts,
    attemptedAt: row.attempted_at as Delivery['attemptedAt'],
    doubts: row.in_doubt,
    crashes: row.crashes,
  };
}
