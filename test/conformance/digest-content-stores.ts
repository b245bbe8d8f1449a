import { describe, expect, it } from 'vitest';
import type { CohortFigures } from '../../src/reminders/cohort.ts';
import { digestKey } from '../../src/reminders/digest.ts';
import { aChange, account, aDelivery, added, aLetter, aMember, aWriter, now } from '../support/samples.ts';
import type { OpenStores, Stores } from '../support/stores.ts';

/** What the stores owe from which digests are written and looked back on. */
export function digestContentStoresConformance(open: OpenStores): void {
  async function twoCommunities({ communities }: Stores): Promise<void> {
    await communities.ensure('slack', 'W1', 'A', now);
    await communities.ensure('slack', 'W2', 'B', now);
  }

  describe('a store of confirmed dates', () => {
    it('keeps one word for each date, of this community alone, and takes it back', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        const { confirmedDates: dates } = stores;
        await dates.confirm('A', { date: 'x', day: '2027-09-01', time: '09:00' });
        await dates.confirm('A', { date: 'x', day: '2027-09-02', time: null });
        await dates.confirm('B', { date: 'x', day: '2027-09-03', time: null });
        const before = [await dates.of('A'), await dates.of('B')];
        await dates.takeBack('B', 'x');
        await dates.takeBack('B', 'y');
        return [...before, await dates.of('A'), await dates.of('B')];
      });
      const mine = [{ date: 'x', day: '2027-09-02', time: null }];
      expect(seen).toEqual([mine, [{ date: 'x', day: '2027-09-03', time: null }], mine, []]);
    });
  });

  describe('a store of posts', () => {
    it('gives those of this digest, the latest first, as many as asked for', async () => {
      const transact = await open();
      const posts = await transact(async (stores) => {
        for (const [id, digest, post, runAt] of [
          ['1', 'D1', '2027-08-24', '2027-08-24T13:00:00.000Z'],
          ['2', 'D1', 'now:event', '2027-08-25T14:00:00.000Z'],
          ['3', 'D2', '2027-08-25', '2027-08-25T13:00:00.000Z'],
          ['4', 'D1', '2027-08-25', '2027-08-25T13:00:00.000Z'],
        ] as const)
          await stores.deliveries.enqueue(aDelivery(id, { key: digestKey(digest, post), runAt }));
        await stores.deliveries.settle('4', 'refused', { reason: 'why' });
        return stores.posts.of('D1', 2);
      });
      expect(posts.map(({ byHand, state, reason, runAt }) => [byHand, state, reason, runAt.slice(8, 13)])).toEqual([
        [true, 'pending', null, '25T14'],
        [false, 'refused', 'why', '25T13'],
      ]);
    });
  });

  describe('a store of group figures', () => {
    it('counts who shares, is in the community and has a letter to ask for', async () => {
      const transact = await open();
      const answers = await transact(async (stores) => {
        await twoCommunities(stores);
        const { members, letters, presence } = stores;
        const person = async (name: string, shares: boolean, workspace: string, stages: readonly string[]) => {
          const id = await aMember(stores, name);
          await members.save(id, { cohort: shares });
          await presence.usedIn(id, 'slack', workspace, now);
          for (const [index, stage] of stages.entries()) {
            const writer = aWriter(id, `${name}-W${index}`);
            const letter = aLetter(id, `${name}-L${index}`, writer.id, { stage: stage as 'planned' });
            await letters.apply(aChange(id, added(writer, letter)));
          }
          return id;
        };
        await person('asked', true, 'W1', ['asked', 'processed', 'declined']);
        await person('plans', true, 'W1', ['asked', 'planned']);
        await person('quiet', false, 'W1', ['asked']);
        await person('elsewhere', true, 'W2', ['asked']);
        await person('gone', true, 'W1', ['dropped']);
        const found = await stores.cohort.answers('A');
        const named = await Promise.all(
          found.map(async ({ member, asked }) => [(await members.accountOf(member))?.user, asked] as const),
        );
        return named.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
      });
      expect(answers).toEqual([
        ['asked', true],
        ['plans', false],
      ]);
    });

    it('keeps the latest figures, without members who are deleted', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        const [maya, ben] = [await aMember(stores, 'maya'), await aMember(stores, 'ben')];
        const answers = [maya, ben].toSorted().map((member) => ({ member, asked: member === maya }));
        const figures: CohortFigures = { at: now, members: 12, asked: 7, answers };
        await stores.cohort.publish('A', { ...figures, members: 11, asked: 3 });
        await stores.cohort.publish('A', figures);
        const kept = [await stores.cohort.published('A'), await stores.cohort.published('B')];
        await stores.members.erase(ben, account('ben'));
        return { figures, kept, left: (await stores.cohort.published('A'))?.answers, maya };
      });
      expect(seen.kept).toEqual([seen.figures, undefined]);
      expect(seen.left).toEqual([{ member: seen.maya, asked: true }]);
    });
  });
}
