import type { Platform } from '../core/platform.ts';
import type { AdapterStore } from '../core/ports.ts';
import type { Trx } from './database.ts';

/** What the adapter of one platform remembers. */
export function adapterStore(trx: Trx, platform: Platform): AdapterStore {
  return {
    async get(tenant, name) {
      const row = await trx
        .selectFrom('adapter_state')
        .select('value')
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('name', '=', name)
        .executeTakeFirst();
      return row?.value;
    },
    async set(tenant, name, value) {
      await trx
        .insertInto('adapter_state')
        .values({ platform, tenant, name, value })
        .onConflict((conflict) => conflict.columns(['platform', 'tenant', 'name']).doUpdateSet({ value }))
        .execute();
    },
  };
}
