import { sql } from 'kysely';
import type { Vault } from '../core/ports.ts';
import { adapterStatePlace } from './adapter-store.ts';
import type { Trx } from './database.ts';
import { questionPlace } from './inbox-store.ts';
import { DatabaseUnusable } from './sqlite.ts';
import { placeOf, sealedColumns } from './tracking-rows.ts';

/** What proves that a key is the one of its name. */
const proofText = 'lorbot';

function proofPlace(id: string): string {
  return `vault_keys.proof ${id}`;
}

/** Rows that are sealed anew at a time. */
const batch = 500;

/**
 * Refuses a database whose texts the keys at hand cannot open, before anybody relies on it. What an
 * older key sealed is sealed anew with the first one, after which that key may be taken away.
 */
export async function settleKeys(trx: Trx, vault: Vault): Promise<void> {
  const proofs = await trx.selectFrom('vault_keys').selectAll().execute();
  for (const { id, proof } of proofs) refuseWrongKey(id, proof, vault);
  const [first = ''] = vault.keys;
  const older = proofs.map(({ id }) => id).filter((id) => id !== first);
  if (older.length > 0) {
    await sealAnew(trx, vault, first);
    await sealStateAnew(trx, vault);
    await sealQuestionsAnew(trx, vault);
    await trx.deleteFrom('vault_keys').where('id', 'in', older).execute();
  }
  if (!proofs.some(({ id }) => id === first))
    await trx
      .insertInto('vault_keys')
      .values({ id: first, proof: vault.seal(proofText, proofPlace(first)) })
      .execute();
}

function refuseWrongKey(id: string, proof: string, vault: Vault): void {
  if (!vault.keys.includes(id))
    throw new DatabaseUnusable(
      `The database holds texts that were sealed with the key “${id}”, which is not at hand. Add it to LORBOT_KEYS behind the others, or put its key file back beside the database.`,
    );
  try {
    if (vault.open(proof, proofPlace(id)) === proofText) return;
  } catch {
    // Another key of the same name.
  }
  throw new DatabaseUnusable(
    `The key “${id}” is not the one with which the database was sealed. Put the right one into LORBOT_KEYS, or its key file back beside the database.`,
  );
}

/** What adapters remember is little. */
async function sealStateAnew(trx: Trx, vault: Vault): Promise<void> {
  for (const { platform, tenant, name, value } of await trx.selectFrom('adapter_state').selectAll().execute()) {
    const place = adapterStatePlace({ platform, tenant, name });
    await trx
      .updateTable('adapter_state')
      .set({ value: vault.seal(vault.open(value, place), place) })
      .where('platform', '=', platform)
      .where('tenant', '=', tenant)
      .where('name', '=', name)
      .execute();
  }
}

/** Those that the last stop left; mostly there are none. */
async function sealQuestionsAnew(trx: Trx, vault: Vault): Promise<void> {
  for (const { platform, key, value } of await trx.selectFrom('inbox').selectAll().execute()) {
    const place = questionPlace({ platform, key });
    await trx
      .updateTable('inbox')
      .set({ value: vault.seal(vault.open(value, place), place) })
      .where('platform', '=', platform)
      .where('key', '=', key)
      .execute();
  }
}

async function sealAnew(trx: Trx, vault: Vault, first: string): Promise<void> {
  for (const name of sealedColumns) {
    const [table, column] = name.split('.') as ['changes', 'records'];
    for (;;) {
      const rows = await trx
        .selectFrom(table)
        .select(['id', 'member', column])
        .where(column, 'is not', null)
        // Unlike `like` it tells `A` from `a`, which are two keys.
        .where(sql<boolean>`${sql.ref(column)} not glob ${`${first}.*`}`)
        .where(column, 'not like', '[%')
        .limit(batch)
        .execute();
      for (const row of rows) {
        const place = placeOf(name, row);
        await trx
          .updateTable(table)
          .set({ [column]: vault.seal(vault.open(row[column], place), place) })
          .where('id', '=', row.id)
          .execute();
      }
      if (rows.length < batch) break;
    }
  }
}
