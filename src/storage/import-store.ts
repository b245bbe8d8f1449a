import type { Vault } from '../core/ports.ts';
import type { ImportStore, PendingImport } from '../letters/import-store.ts';
import type { Trx } from './database.ts';
import { placeOf } from './tracking-rows.ts';

export function importStore(trx: Trx, vault: Vault): ImportStore {
  async function forget(member: string): Promise<void> {
    await trx.deleteFrom('imports').where('member', '=', member).execute();
  }

  return {
    forget,
    async keep(member, { id, text, columns, at }) {
      await forget(member);
      const sealed = vault.seal(text, placeOf('imports.text', { id, member }));
      await trx.insertInto('imports').values({ id, member, text: sealed, columns, at }).execute();
    },
    async find(member, id) {
      const row = await trx
        .selectFrom('imports')
        .selectAll()
        .where('member', '=', member)
        .where('id', '=', id)
        .executeTakeFirst();
      return (
        row && {
          id,
          text: vault.open(row.text, placeOf('imports.text', row)),
          columns: row.columns,
          at: row.at as PendingImport['at'],
        }
      );
    },
    async forgetBefore(at) {
      await trx.deleteFrom('imports').where('at', '<', at).execute();
    },
  };
}
