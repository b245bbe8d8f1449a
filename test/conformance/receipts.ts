import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/time.ts';
import { now } from '../support/samples.ts';
import type { OpenStores } from '../support/stores.ts';

/** What every store of receipts, and of what adapters remember, owes. */
export function receiptsConformance(open: OpenStores): void {
  describe('a store of receipts', () => {
    it('takes a delivery in once', async () => {
      const transact = await open();
      const claim = (key: string) => transact(({ receipts }) => receipts.claim(key, now));
      expect([await claim('slack:1'), await claim('slack:1'), await claim('discord:1')]).toEqual([true, false, true]);
    });

    it('does not count a delivery whose work failed', async () => {
      const transact = await open();
      const failing = transact(async ({ receipts }) => {
        await receipts.claim('slack:1', now);
        throw new Error('the work failed');
      });
      await expect(failing).rejects.toThrow('the work failed');
      expect(await transact(({ receipts }) => receipts.claim('slack:1', now))).toBe(true);
    });

    it('forgets those from before a moment, and keeps the others', async () => {
      const transact = await open();
      const again = await transact(async ({ receipts }) => {
        const old: Instant = '2027-08-20T00:00:00.000Z';
        await receipts.claim('old', old);
        await receipts.claim('new', now);
        await receipts.forgetBefore('2027-08-22T00:00:00.000Z');
        return [await receipts.claim('old', now), await receipts.claim('new', now)];
      });
      expect(again).toEqual([true, false]);
    });
  });

  describe('what an adapter remembers', () => {
    it('is kept by platform, tenant and name, the last value of each', async () => {
      const transact = await open();
      const values = await transact(async ({ adapterStores }) => {
        const slack = adapterStores('slack');
        await slack.set('W1', 'token', 'a');
        await slack.set('W1', 'token', 'b');
        await slack.set('W2', 'token', 'c');
        await adapterStores('discord').set('W1', 'token', 'd');
        return [
          await slack.get('W1', 'token'),
          await slack.get('W2', 'token'),
          await adapterStores('discord').get('W1', 'token'),
          await slack.get('W1', 'cursor'),
        ];
      });
      expect(values).toEqual(['b', 'c', 'd', undefined]);
    });
  });
}
