import type { Platform } from '../core/platform.ts';
import type { AdapterStore, Vault } from '../core/ports.ts';
import type { Trx } from './database.ts';
import { inboxStore } from './inbox-store.ts';
import { receiptStore } from './receipt-store.ts';

/** The place for which the value of a row is sealed: another tenant's cannot be put there. */
export function adapterStatePlace(row: { readonly platform: string; readonly tenant: string; readonly name: string }) {
  return `adapter_state.value ${row.platform} ${row.tenant} ${row.name}`;
}

/** What the adapter of one platform remembers, tokens among it, so all of it is sealed. */
export function adapterStore(trx: Trx, platform: Platform, vault: Vault): AdapterStore {
  return {
    async get(tenant, name) {
      const row = await trx
        .selectFrom('adapter_state')
        .select('value')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('name', '=', name)
        .executeTakeFirst();
      return row && vault.open(row.value, adapterStatePlace({ platform, tenant, name }));
    },
    async set(tenant, name, text) {
      const value = vault.seal(text, adapterStatePlace({ platform, tenant, name }));
      await trx
        .insertInto('adapter_state')
        .values({ platform, tenant, name, value })
        .onConflict((conflict) => conflict.columns(['platform', 'tenant', 'name']).doUpdateSet({ value }))
        .execute();
    },
    async delete(tenant, name) {
      await trx
        .deleteFrom('adapter_state')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('name', '=', name)
        .execute();
    },
    once: (key, now) => receiptStore(trx).claim(`${platform} once ${key}`, now),
    inbox: inboxStore(trx, platform, vault),
  };
}
