import { type DigestPayload, digestKey } from '../reminders/digest.ts';
import type { Post, PostStore } from '../reminders/posts.ts';
import type { Trx } from './database.ts';
import type { DeliveriesTable } from './tables.ts';

/** The posts of digests, as they lie in the outbox. */
export function postStore(trx: Trx): PostStore {
  return {
    async of(digest, limit) {
      const rows = await trx
        .selectFrom('deliveries')
        .select(['key', 'payload', 'run_at', 'state', 'attempts', 'reason'])
        .where('key', '>=', digestKey(digest, ''))
        .where('key', '<', digestKey(digest, '\uffff'))
        .orderBy('run_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => toPost(digest, row));
    },
  };
}

type PostRow = Pick<DeliveriesTable, 'key' | 'payload' | 'run_at' | 'state' | 'attempts' | 'reason'>;

function toPost(digest: string, { key, payload, run_at, state, attempts, reason }: PostRow): Post {
  return {
    day: (JSON.parse(payload) as DigestPayload).day,
    byHand: key.startsWith(digestKey(digest, 'now:')),
    runAt: run_at as Post['runAt'],
    state: state as Post['state'],
    attempts,
    reason,
  };
}
