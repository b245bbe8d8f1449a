import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/time.ts';
import { aDigest, now } from '../support/samples.ts';
import type { OpenStores, Stores } from '../support/stores.ts';

/** What every store of digests owes. */
export function digestStoreConformance(open: OpenStores): void {
  const at = (time: string) => `2027-08-25T${time}:00.000Z` as Instant;

  async function twoCommunities({ communities }: Stores): Promise<void> {
    await communities.ensure('slack', 'W1', 'A', now);
    await communities.ensure('slack', 'W2', 'B', now);
  }

  describe('a store of digests', () => {
    it('gives a digest back as it was put in, with its number', async () => {
      const transact = await open();
      const { added, got, list } = await transact(async (stores) => {
        await twoCommunities(stores);
        const added = await stores.digests.add(aDigest('A', 'D1'));
        return { added, got: await stores.digests.get('D1'), list: await stores.digests.list('A') };
      });
      expect(added).toEqual({ ...aDigest('A', 'D1'), number: 1 });
      expect(got).toEqual(added);
      expect(list).toEqual([added]);
    });

    it('moves several on at once, and no other', async () => {
      const transact = await open();
      const next = await transact(async (stores) => {
        await twoCommunities(stores);
        for (const id of ['D1', 'D2', 'D3']) await stores.digests.add(aDigest('A', id));
        await stores.digests.setNextAll(['D1', 'D3'], at('20:00'));
        return (await stores.digests.list('A')).map(({ nextAt }) => nextAt);
      });
      expect(next).toEqual([at('20:00'), now, at('20:00')]);
    });

    it('keeps what is changed of one', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        const added = await stores.digests.add(aDigest('A', 'D1'));
        await stores.digests.add(aDigest('A', 'D2'));
        const changed = {
          ...added,
          channel: 'C9',
          nextAt: null,
          paused: true,
          services: ['eras'] as const,
          cohort: true,
        };
        await stores.digests.change(changed);
        return [await stores.digests.get('D1'), (await stores.digests.get('D2'))?.channel, changed];
      });
      expect(seen[0]).toEqual(seen[2]);
      expect(seen[1]).toBe('C1');
    });

    it('shows and removes those of this community only', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const { digests } = stores;
        await twoCommunities(stores);
        await digests.add(aDigest('A', 'D1'));
        const theirs = await digests.list('B');
        await digests.remove('B', 'D1');
        const kept = await digests.get('D1');
        await digests.remove('A', 'D1');
        return [theirs, kept?.id, await digests.get('D1')];
      });
      expect(seen).toEqual([[], 'D1', undefined]);
    });

    it('names those whose moment has come, the earliest first, as many as asked for', async () => {
      const transact = await open();
      const ids = await transact(async (stores) => {
        const { digests } = stores;
        await twoCommunities(stores);
        await digests.add(aDigest('A', 'later', { nextAt: at('13:01') }));
        await digests.add(aDigest('A', 'second', { nextAt: at('13:00') }));
        await digests.add(aDigest('B', 'first', { nextAt: at('12:00') }));
        await digests.add(aDigest('B', 'never', { nextAt: null }));
        const due = async (limit: number) => (await digests.due(at('13:00'), limit)).map(({ id }) => id);
        return [await due(10), await due(1)];
      });
      expect(ids).toEqual([['first', 'second'], ['first']]);
    });

    it('knows the earliest moment that is still ahead', async () => {
      const transact = await open();
      const moments = await transact(async (stores) => {
        const { digests } = stores;
        await twoCommunities(stores);
        await digests.add(aDigest('A', 'one', { nextAt: at('12:00') }));
        await digests.add(aDigest('A', 'two', { nextAt: at('14:00') }));
        const before = [await digests.nextAt(at('11:00')), await digests.nextAt(at('12:00'))];
        await digests.setNext('two', null);
        return [...before, await digests.nextAt(at('12:00'))];
      });
      expect(moments).toEqual([at('12:00'), at('14:00'), undefined]);
    });
  });
}
