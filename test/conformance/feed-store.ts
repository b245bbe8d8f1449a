import { describe, expect, it } from 'vitest';
import { aMember, now } from '../support/samples.ts';
import type { OpenStores } from '../support/stores.ts';

/** What every store of calendar addresses owes. */
export function feedStoreConformance(open: OpenStores): void {
  describe('a store of calendar addresses', () => {
    it('finds whose an address is, and what a member has', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const { feeds } = stores;
        const maya = await aMember(stores, 'maya');
        const ben = await aMember(stores, 'ben');
        await feeds.set({ member: maya, tokenHash: 'h1', since: now });
        const owner = await feeds.owner('h1');
        return {
          isMaya: owner === maya,
          stranger: await feeds.owner('h2'),
          hers: (await feeds.of(maya))?.since,
          his: await feeds.of(ben),
        };
      });
      expect(seen).toEqual({ isMaya: true, stranger: undefined, hers: now, his: undefined });
    });

    it('lets an address work no more once there is a new one, or none', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const { feeds } = stores;
        const maya = await aMember(stores, 'maya');
        const works = async () => [(await feeds.owner('h1')) === maya, (await feeds.owner('h2')) === maya];
        await feeds.set({ member: maya, tokenHash: 'h1', since: now });
        const first = await works();
        await feeds.set({ member: maya, tokenHash: 'h2', since: now });
        const second = await works();
        await feeds.revoke(maya);
        return [first, second, await works(), await feeds.of(maya)];
      });
      expect(seen).toEqual([[true, false], [false, true], [false, false], undefined]);
    });
  });
}
