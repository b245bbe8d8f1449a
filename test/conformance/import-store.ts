import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/time.ts';
import type { PendingImport } from '../../src/letters/import-store.ts';
import { aMember, now } from '../support/samples.ts';
import type { OpenStores } from '../support/stores.ts';

const later: Instant = '2027-08-26T09:00:00.000Z';

const waiting: PendingImport = { id: 'I1', text: 'Name;Due\r\n"Dr. Łuczak";23.09.2027\r\n', columns: null, at: now };

/** What every store of files that wait owes. */
export function importStoreConformance(open: OpenStores): void {
  describe('a store of files that wait for a yes', () => {
    it('gives a file back as it came, to its member alone', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        const maya = await aMember(stores, 'maya');
        await stores.imports.keep(maya, { ...waiting, columns: 'name=Name' });
        const ben = await aMember(stores, 'ben');
        return [await stores.imports.find(maya, 'I1'), await stores.imports.find(ben, 'I1')];
      });
      expect(found).toEqual([{ ...waiting, columns: 'name=Name' }, undefined]);
    });

    it('keeps one at a time, the last', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        const maya = await aMember(stores, 'maya');
        await stores.imports.keep(maya, waiting);
        await stores.imports.keep(maya, { ...waiting, id: 'I2' });
        return [await stores.imports.find(maya, 'I1'), (await stores.imports.find(maya, 'I2'))?.text];
      });
      expect(found).toEqual([undefined, waiting.text]);
    });

    it('forgets those of one member, and those from before a moment', async () => {
      const transact = await open();
      const left = await transact(async (stores) => {
        const { imports } = stores;
        const members = await Promise.all(['maya', 'ben', 'eve'].map((user) => aMember(stores, user)));
        for (const [index, member] of members.entries())
          await imports.keep(member, { ...waiting, id: `I${index}`, at: index === 2 ? later : now });
        const kept = async () =>
          (await Promise.all(members.map((member, index) => imports.find(member, `I${index}`)))).map(Boolean);
        await imports.forget(members[0] ?? '');
        const first = await kept();
        await imports.forgetBefore(later);
        return [first, await kept()];
      });
      expect(left).toEqual([
        [false, true, true],
        [false, false, true],
      ]);
    });
  });
}
