import { createVault } from '../../src/vault/vault.ts';

/** A key that is the same in every test. */
export const testVault = createVault([{ id: 'test', bytes: new Uint8Array(32).fill(7) }]);

/** What the journal's rows say, as a test reads them past the bot. */
export function openJournal<R extends { readonly id: string; readonly member: string; readonly records: string }>(
  row: R,
): unknown {
  return JSON.parse(testVault.open(row.records, `changes.records ${row.id} ${row.member}`));
}
