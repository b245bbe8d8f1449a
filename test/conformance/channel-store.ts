import { describe, expect, it } from 'vitest';
import { now } from '../support/samples.ts';
import type { OpenStores } from '../support/stores.ts';

/** What every store of channels' settings owes. */
export function channelStoreConformance(open: OpenStores): void {
  describe('a store of channels', () => {
    it('keeps one setting for each channel of a community, the last one', async () => {
      const transact = await open();
      const seen = await transact(async ({ communities, channels }) => {
        for (const id of ['A', 'B']) await communities.ensure('slack', id, id, now);
        await channels.set('A', { channel: 'C2', mode: 'off', pause: 10 });
        await channels.set('A', { channel: 'C1', mode: 'auto', pause: 0 });
        await channels.set('B', { channel: 'C1', mode: 'mention', pause: 5 });
        await channels.set('A', { channel: 'C2', mode: 'mention', pause: 30 });
        return [
          await channels.list('A'),
          await channels.get('B', 'C1'),
          await channels.get('A', 'C3'),
          await channels.list('C'),
        ];
      });
      expect(seen).toEqual([
        [
          { channel: 'C1', mode: 'auto', pause: 0 },
          { channel: 'C2', mode: 'mention', pause: 30 },
        ],
        { channel: 'C1', mode: 'mention', pause: 5 },
        undefined,
        [],
      ]);
    });

    it('has no setting for a community that there is none of', async () => {
      const transact = await open();
      const set = transact(({ channels }) => channels.set('A', { channel: 'C1', mode: 'off', pause: 10 }));
      await expect(set).rejects.toThrow();
    });
  });
}
