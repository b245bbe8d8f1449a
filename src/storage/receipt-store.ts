import type { CorePorts } from '../core/dispatch.ts';
import type { Instant } from '../core/time.ts';
import type { Trx } from './database.ts';

export interface ReceiptStore {
  /** Notes that a delivery came; false when it had come before. */
  claim: CorePorts['receipts']['claim'];
  /** Forgets those from before an instant: no platform repeats a delivery after days. */
  forgetBefore(at: Instant): Promise<void>;
}

export function receiptStore(trx: Trx): ReceiptStore {
  return {
    async claim(key, now) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('receipts')
        .values({ key, at: now })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirstOrThrow();
      return Number(numInsertedOrUpdatedRows) > 0;
    },
    async forgetBefore(at) {
      await trx.deleteFrom('receipts').where('at', '<', at).execute();
    },
  };
}
