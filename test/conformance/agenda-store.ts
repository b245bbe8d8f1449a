import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/time.ts';
import { aChange, account, aDelivery, added, aLetter, aMember, aWriter, now } from '../support/samples.ts';
import type { OpenStores, Stores } from '../support/stores.ts';

const earlier: Instant = '2027-08-25T09:00:00.000Z';
const later: Instant = '2027-08-26T09:00:00.000Z';

/** What every store owes of when members are to be looked at, and of what they were told. */
export function agendaStoreConformance(open: OpenStores): void {
  async function willing(stores: Stores, user: string, next?: Instant): Promise<string> {
    const member = await aMember(stores, user);
    await stores.members.save(member, { reminders: true });
    if (next) await stores.agenda.lookedAt(member, next);
    return member;
  }

  const seen = async ({ agenda }: Stores, at: Instant = now, limit = 10) =>
    (await agenda.toLookAt(at, limit)).map(({ account: { user }, checkAt }) => [user, checkAt]);

  describe('a store of agendas', () => {
    it('names whose moment has come, the earliest first, then whose is stale', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        await willing(stores, 'stale');
        await willing(stores, 'later', later);
        await willing(stores, 'now', now);
        await willing(stores, 'earlier', earlier);
        await aMember(stores, 'unwilling');
        return [await seen(stores), await seen(stores, now, 1), await stores.agenda.nextLook(now)];
      });
      expect(found).toEqual([
        [
          ['earlier', earlier],
          ['now', now],
          ['stale', null],
        ],
        [['earlier', earlier]],
        later,
      ]);
    });

    it('names nobody twice who was looked at, until they change something', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        const maya = await willing(stores, 'maya', later);
        const quiet = await seen(stores);
        await stores.letters.apply(aChange(maya, added(aWriter(maya, 'chen'), aLetter(maya, 'L1', 'chen'))));
        const changed = await seen(stores);
        await stores.agenda.lookedAt(maya, undefined);
        await stores.members.save(maya, { zone: 'Asia/Kathmandu' });
        const moved = await seen(stores);
        await stores.agenda.lookedAt(maya, later);
        await stores.agenda.reckonAnew();
        return [quiet, changed, moved, await seen(stores)];
      });
      expect(found).toEqual([[], [['maya', later]], [['maya', null]], [['maya', later]]]);
    });

    it('knows what a member was told, each thing once, and not by a message that was called off', async () => {
      const transact = await open();
      const told = await transact(async (stores) => {
        const { agenda, deliveries } = stores;
        const maya = await aMember(stores, 'maya');
        const ben = await aMember(stores, 'ben');
        await deliveries.enqueue(aDelivery('D1', { member: maya }));
        await deliveries.enqueue(aDelivery('D2', { member: maya }));
        await agenda.tell(maya, ['a', 'b'], 'D1');
        await agenda.tell(maya, ['b', 'c'], 'D2');
        await agenda.tell(maya, [], 'D2');
        const all = [...(await agenda.told(maya))].sort();
        await deliveries.cancel(maya, 'D2', 'no longer wanted');
        return [all, [...(await agenda.told(maya))], [...(await agenda.told(ben))]];
      });
      expect(told).toEqual([['a', 'b', 'c'], ['a'], []]);
    });

    it('knows when a member last changed something', async () => {
      const transact = await open();
      const last = await transact(async (stores) => {
        const maya = await aMember(stores, 'maya');
        const before = await stores.agenda.lastChange(maya);
        await stores.letters.apply(aChange(maya, [], { at: later }));
        await stores.letters.apply(aChange(maya, [], { at: now }));
        return [before, await stores.agenda.lastChange(maya)];
      });
      expect(last).toEqual([undefined, later]);
    });
  });

  describe('a store of what expires', () => {
    it('names those whose last change is long ago, and when a warning arrived', async () => {
      const transact = await open();
      const found = await transact(async (stores) => {
        const { agenda, deliveries, expiry, letters } = stores;
        const maya = await aMember(stores, 'maya');
        const ben = await aMember(stores, 'ben');
        await aMember(stores, 'eve');
        await letters.apply(aChange(maya, [], { at: earlier }));
        await letters.apply(aChange(ben, [], { at: earlier }));
        await letters.apply(aChange(ben, [], { at: later }));
        await deliveries.enqueue(aDelivery('D1', { member: maya }));
        await agenda.tell(maya, ['expiry'], 'D1');
        const waiting = await expiry.arrivedAt(maya, 'expiry');
        await deliveries.attempt('D1', now);
        await deliveries.settle('D1', 'sent', { ref: 'r' });
        return {
          old: (await expiry.unchangedSince(now, '', 10)).map(({ account: who, lastChange }) => [who, lastChange]),
          beyond: await expiry.unchangedSince(now, maya, 10),
          warned: [waiting, await expiry.arrivedAt(maya, 'expiry'), await expiry.arrivedAt(ben, 'expiry')],
        };
      });
      expect(found).toEqual({
        old: [[account('maya'), earlier]],
        beyond: [],
        warned: [undefined, now, undefined],
      });
    });
  });

  describe('a store of reminders of members’ own', () => {
    const aReminder = (member: string, id: string, nextAt: Instant | null) =>
      ({ id, member, text: 'call the ward ☎', day: '2027-08-25', time: '09:00', repeats: 'weekly', nextAt }) as const;

    it('gives one back as it was put in, numbered, to its member alone', async () => {
      const transact = await open();
      const found = await transact(async ({ ownReminders, ...stores }) => {
        const maya = await aMember(stores as Stores, 'maya');
        const ben = await aMember(stores as Stores, 'ben');
        const first = await ownReminders.add(aReminder(maya, 'R1', now));
        await ownReminders.add(aReminder(maya, 'R2', null));
        await ownReminders.remove(ben, 'R1');
        return {
          first,
          same: await ownReminders.find(maya, 'R1'),
          numbers: (await ownReminders.list(maya)).map(({ number }) => number),
          his: [await ownReminders.find(ben, 'R1'), await ownReminders.list(ben)],
        };
      });
      expect(found.first).toMatchObject({ number: 1, text: 'call the ward ☎' });
      expect(found).toEqual({ first: found.first, same: found.first, numbers: [1, 2], his: [undefined, []] });
    });

    it('names those whose moment has come, and forgets those that are long over', async () => {
      const transact = await open();
      const found = await transact(async ({ ownReminders, ...stores }) => {
        const maya = await aMember(stores as Stores, 'maya');
        for (const [id, at] of [
          ['now', now],
          ['earlier', earlier],
          ['later', later],
          ['over', null],
        ] as const)
          await ownReminders.add(aReminder(maya, id, at));
        const due = (await ownReminders.due(now, 10)).map(({ id }) => id);
        const next = await ownReminders.nextAt(now);
        await ownReminders.setNext('earlier', null);
        await ownReminders.forgetBefore('2027-08-25');
        const kept = (await ownReminders.list(maya)).length;
        await ownReminders.forgetBefore('2027-08-26');
        return [due, next, kept, (await ownReminders.list(maya)).map(({ id }) => id)];
      });
      expect(found).toEqual([['earlier', 'now'], later, 4, ['now', 'later']]);
    });
  });
}
