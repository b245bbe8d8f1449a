import { describe, expect, it } from 'vitest';
import { now } from '../support/samples.ts';
import type { OpenStores, Stores } from '../support/stores.ts';

/** What every store of communities and their deadlines owes. */
export function communityStoreConformance(open: OpenStores): void {
  const deadline = (community: string, id: string, day: `${number}-${number}-${number}`) => ({
    id,
    community,
    name: `Deadline ${id}`,
    day,
    time: null,
    zone: 'America/New_York',
  });
  const ensure = ({ communities }: Stores, workspace: string, id: string) =>
    communities.ensure('slack', workspace, id, now);

  describe('a store of communities', () => {
    it('makes a community once, and finds it by its workspace and its id', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => [
        await stores.communities.find('slack', 'W1'),
        await ensure(stores, 'W1', 'A'),
        await ensure(stores, 'W1', 'B'),
        await stores.communities.find('slack', 'W1'),
        await stores.communities.get('A'),
        await stores.communities.find('discord', 'W1'),
      ]);
      const community = { id: 'A', platform: 'slack', workspace: 'W1' };
      expect(seen).toEqual([undefined, community, community, community, community, undefined]);
    });

    it('finds several by their ids, those that there are', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        await ensure(stores, 'W1', 'A');
        await ensure(stores, 'W2', 'B');
        const all = await stores.communities.getAll(['B', 'nobody', 'B']);
        return [...all.values(), (await stores.communities.getAll([])).size];
      });
      expect(found).toEqual([{ id: 'B', platform: 'slack', workspace: 'W2' }, 0]);
    });

    it('lists deadlines by their day, with small numbers of the community’s own', async () => {
      const transact = await open();
      const lists = await transact(async (stores) => {
        const { communities } = stores;
        for (const id of ['A', 'B']) await ensure(stores, id, id);
        await communities.addDeadline(deadline('A', '1', '2027-10-01'));
        await communities.addDeadline(deadline('A', '2', '2027-09-01'));
        await communities.addDeadline({ ...deadline('B', '3', '2027-01-01'), time: '17:00' });
        const list = async (id: string) =>
          (await communities.deadlines(id)).map(({ number, day, time }) => [number, day, time]);
        return [await list('A'), await list('B'), await list('C')];
      });
      expect(lists).toEqual([
        [
          [2, '2027-09-01', null],
          [1, '2027-10-01', null],
        ],
        [[1, '2027-01-01', '17:00']],
        [],
      ]);
    });

    it('removes a deadline of this community only', async () => {
      const transact = await open();
      const left = await transact(async (stores) => {
        const { communities } = stores;
        for (const id of ['A', 'B']) await ensure(stores, id, id);
        await communities.addDeadline(deadline('A', '1', '2027-10-01'));
        await communities.removeDeadline('B', '1');
        const before = (await communities.deadlines('A')).length;
        await communities.removeDeadline('A', '1');
        return [before, (await communities.deadlines('A')).length];
      });
      expect(left).toEqual([1, 0]);
    });

    it('keeps what is changed of a deadline', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const { communities } = stores;
        await ensure(stores, 'A', 'A');
        const added = await communities.addDeadline(deadline('A', '1', '2027-10-01'));
        await communities.addDeadline(deadline('A', '2', '2027-10-02'));
        const changed = { ...added, name: 'Other', day: '2027-10-03', time: '17:00', zone: 'UTC' } as const;
        await communities.changeDeadline(changed);
        return [
          (await communities.deadlines('A')).map(({ name }) => name),
          (await communities.deadlines('A'))[1],
          changed,
        ];
      });
      expect(seen[0]).toEqual(['Deadline 2', 'Other']);
      expect(seen[1]).toEqual(seen[2]);
    });

    it('gives a number that is in use to nobody else', async () => {
      const transact = await open();
      const numbers = await transact(async (stores) => {
        const { communities } = stores;
        await ensure(stores, 'A', 'A');
        const add = async (id: string) => (await communities.addDeadline(deadline('A', id, '2027-10-01'))).number;
        const first = [await add('1'), await add('2'), await add('3')];
        await communities.removeDeadline('A', '2');
        return [...first, await add('4')];
      });
      expect(numbers).toEqual([1, 2, 3, 4]);
    });
  });
}
