import type { Digest, DigestStore } from '../reminders/digest.ts';
import { nextNumber } from './community-store.ts';
import type { Trx } from './database.ts';
import type { DigestsTable } from './tables.ts';
import { toZone } from './zone-column.ts';

export function digestStore(trx: Trx): DigestStore {
  return {
    async list(community) {
      const rows = await trx
        .selectFrom('digests')
        .selectAll()
        .where('community', '=', community)
        .orderBy('number')
        .execute();
      return rows.map(toDigest);
    },
    async get(id) {
      const row = await trx.selectFrom('digests').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toDigest(row);
    },
    async add(digest) {
      const added = { ...digest, number: await nextNumber(trx, 'digests', digest.community) };
      await trx.insertInto('digests').values(toRow(added)).execute();
      return added;
    },
    async change(digest) {
      await trx.updateTable('digests').set(toRow(digest)).where('id', '=', digest.id).execute();
    },
    async remove(community, id) {
      await trx.deleteFrom('digests').where('community', '=', community).where('id', '=', id).execute();
    },
    async due(now, limit) {
      const rows = await trx
        .selectFrom('digests')
        .selectAll()
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toDigest);
    },
    async setNext(id, nextAt) {
      await trx.updateTable('digests').set({ next_at: nextAt }).where('id', '=', id).execute();
    },
    async nextAt(after) {
      const { earliest } = await trx
        .selectFrom('digests')
        .select((expression) => expression.fn.min('next_at').as('earliest'))
        .where('next_at', '>', after)
        .executeTakeFirstOrThrow();
      return (earliest ?? undefined) as Digest['nextAt'] & string;
    },
  };
}

function toDigest({ next_at, paused, services, cohort, ...row }: DigestsTable): Digest {
  return {
    ...row,
    zone: toZone(row.zone),
    nextAt: next_at as Digest['nextAt'],
    paused: paused === 1,
    services: services === null ? null : (JSON.parse(services) as Digest['services']),
    cohort: cohort === 1,
  };
}

function toRow({ nextAt, paused, services, cohort, ...columns }: Digest): DigestsTable {
  return {
    ...columns,
    next_at: nextAt,
    paused: Number(paused),
    services: services === null ? null : JSON.stringify(services),
    cohort: Number(cohort),
  };
}
