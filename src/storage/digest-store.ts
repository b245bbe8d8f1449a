import type { Digest, DigestStore } from '../reminders/digest.ts';
import { nextNumber } from './community-store.ts';
import type { Trx } from './database.ts';
import type { DigestsTable } from './tables.ts';

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
      const { nextAt, ...columns } = digest;
      const number = await nextNumber(trx, 'digests', digest.community);
      await trx
        .insertInto('digests')
        .values({ ...columns, number, next_at: nextAt })
        .execute();
      return { ...digest, number };
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

function toDigest({ next_at, ...row }: DigestsTable): Digest {
  return { ...row, nextAt: next_at as Digest['nextAt'] };
}
