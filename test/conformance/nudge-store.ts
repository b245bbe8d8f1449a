import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/time.ts';
import { stages } from '../../src/letters/stages.ts';
import { aChange, account, added, aLetter, aMember, aWriter } from '../support/samples.ts';
import type { OpenStores, Stores } from '../support/stores.ts';

/** What every store of nudges owes. */
export function nudgeStoreConformance(open: OpenStores): void {
  async function willing(stores: Stores, user: string): Promise<string> {
    const member = await aMember(stores, user);
    await stores.members.save(member, { reminders: true });
    return member;
  }

  async function put({ letters }: Stores, member: string, id: string, due: Day | null, stage = stages[0]) {
    const letter = aLetter(member, id, `W${id}`, { due, stage: stage ?? 'planned' });
    await letters.apply(aChange(member, added(aWriter(member, `W${id}`), letter)));
  }

  const ids = async ({ nudges }: Stores, from: Day = '2027-09-01', to: Day = '2027-09-30') =>
    (await nudges.candidates(from, to)).map(({ letter }) => letter);

  describe('a store of nudges', () => {
    it('names letters due within the days, both ends included, the earliest first', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        const maya = await willing(stores, 'maya');
        const days = { before: '2027-08-31', last: '2027-09-30', first: '2027-09-01', after: '2027-10-01' } as const;
        for (const [id, day] of Object.entries(days)) await put(stores, maya, id, day);
        await put(stores, maya, 'undated', null);
        return ids(stores);
      });
      expect(found).toEqual(['first', 'last']);
    });

    it('names only letters that are still to come in', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        const maya = await willing(stores, 'maya');
        for (const stage of stages) await put(stores, maya, stage, '2027-09-10', stage);
        return ids(stores);
      });
      expect(found).toEqual(['agreed', 'asked', 'packet-sent', 'planned', 'requested']);
    });

    it('names nobody who did not ask for reminders', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        const maya = await aMember(stores, 'maya');
        await put(stores, maya, 'L1', '2027-09-10');
        return ids(stores);
      });
      expect(found).toEqual([]);
    });

    it('says whose letter it is and on which clock they live', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        const maya = await willing(stores, 'maya');
        const ben = await willing(stores, 'ben');
        await stores.members.save(ben, { zone: 'Asia/Kathmandu' });
        await put(stores, maya, 'L1', '2027-09-10');
        await put(stores, ben, 'L2', '2027-09-11');
        const candidates = await stores.nudges.candidates('2027-09-01', '2027-09-30');
        return candidates.map((one) => ({ ...one, member: one.member === maya ? 'maya' : 'ben' }));
      });
      expect(found).toEqual([
        { member: 'maya', account: account('maya'), zone: 'America/New_York', letter: 'L1', due: '2027-09-10' },
        { member: 'ben', account: account('ben'), zone: 'Asia/Kathmandu', letter: 'L2', due: '2027-09-11' },
      ]);
    });

    it('names a letter no more once its member was told, also after it was removed and brought back', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const maya = await willing(stores, 'maya');
        const records = added(aWriter(maya, 'chen'), aLetter(maya, 'L1', 'chen', { due: '2027-09-10' }));
        await stores.letters.apply(aChange(maya, records));
        await stores.nudges.markTold(maya, ['L1'], 'delivery');
        const told = await ids(stores);
        const removal = records.map((record) => ({ ...record, before: record.after, after: null })).toReversed();
        await stores.letters.apply(aChange(maya, removal as typeof records));
        await stores.letters.apply(aChange(maya, records));
        return [told, await ids(stores), await stores.nudges.told(maya)];
      });
      expect(seen).toEqual([[], [], ['L1']]);
    });
  });
}
