import type { Transact } from '../../src/core/dispatch.ts';
import { createRandom } from '../../src/random.ts';
import type { Afterwards, Trx } from '../../src/storage/database.ts';
import { createStores, type Stores } from '../../src/storage/stores.ts';
import { testVault } from './vault.ts';

export type { Stores };

/** Opens an empty database, which is gone when the test is over. */
export type OpenStores = () => Promise<Transact<Stores>>;

const random = createRandom();

export function storesOf(trx: Trx, afterwards: Afterwards = { scrub: () => undefined }): Stores {
  return createStores(trx, random, testVault, afterwards);
}
