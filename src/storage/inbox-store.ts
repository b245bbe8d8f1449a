import type { Platform } from '../core/platform.ts';
import type { InboxStore, LeftQuestion, Question, Vault } from '../core/ports.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './database.ts';
import { receiptStore } from './receipt-store.ts';

/** The place for which a question is sealed: under another delivery it does not open. */
export function questionPlace(row: { readonly platform: string; readonly key: string }): string {
  return `inbox.value ${row.platform} ${row.key}`;
}

/** What people wrote and wait for an answer to, so it lies sealed for as long as that takes. */
export function inboxStore(trx: Trx, platform: Platform, vault: Vault): InboxStore {
  return {
    async keep(question, now) {
      const { account, delivery: key } = question.invocation;
      // Not the receipt of the change that it may ask for: that one is still to be claimed.
      if (!(await receiptStore(trx).claim(`${platform} inbox ${key}`, now))) return false;
      const value = vault.seal(JSON.stringify(question), questionPlace({ platform, key }));
      const { workspace, user } = account;
      await trx.insertInto('inbox').values({ platform, key, workspace, user, value, tries: 1, at: now }).execute();
      return true;
    },
    async left(since, tries) {
      const { numDeletedRows } = await trx
        .deleteFrom('inbox')
        .where('platform', '=', platform)
        .where((is) => is.or([is('at', '<', since), is('tries', '>=', tries)]))
        .executeTakeFirstOrThrow();
      const rows = await trx
        .selectFrom('inbox')
        .select(['key', 'value', 'at'])
        .where('platform', '=', platform)
        .orderBy('at')
        .orderBy('key')
        .execute();
      const questions = rows.map(({ key, value, at }): LeftQuestion => {
        const question = JSON.parse(vault.open(value, questionPlace({ platform, key }))) as Question;
        return { ...question, at: at as Instant };
      });
      return { questions, forgotten: Number(numDeletedRows) };
    },
    async retry(delivery, tries) {
      const { numUpdatedRows } = await trx
        .updateTable('inbox')
        .set((inbox) => ({ tries: inbox('tries', '+', 1) }))
        .where('platform', '=', platform)
        .where('key', '=', delivery)
        .where('tries', '<', tries)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows) > 0;
    },
    async done(delivery) {
      await trx.deleteFrom('inbox').where('platform', '=', platform).where('key', '=', delivery).execute();
    },
  };
}

/** Forgets the questions of every platform from before an instant. */
export async function forgetQuestions(trx: Trx, at: Instant): Promise<void> {
  await trx.deleteFrom('inbox').where('at', '<', at).execute();
}
