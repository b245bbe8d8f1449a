import { describe, expect, it } from 'vitest';
import type { Platform } from '../../src/core/platform.ts';
import type { Instant } from '../../src/core/time.ts';
import type { NewDelivery } from '../../src/reminders/deliveries.ts';
import { account, aDelivery, aMember, now } from '../support/samples.ts';
import type { OpenStores, Stores } from '../support/stores.ts';

/** Ids of what is due on a platform, each place after the other. */
async function dueOn({ deliveries }: Stores, platform: Platform, at: Instant = now): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { place, count } of await deliveries.places(at, platform)) {
    const found = await deliveries.next(at, platform, place);
    if (found) ids.push(count === 1 ? found.id : `${found.id} of ${count}`);
  }
  return ids;
}

const dmTo = (user: string) => ({ kind: 'dm', account: account(user) }) as const;

/** What every outbox owes. */
export function deliveryStoreConformance(open: OpenStores): void {
  const early: Instant = '2027-08-25T12:00:00.000Z';
  const late: Instant = '2027-08-25T14:00:00.000Z';

  describe('an outbox', () => {
    it('takes one delivery for a key, and says whether it did', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const { deliveries } = stores;
        const first = await deliveries.enqueue(aDelivery('1', { key: 'same' }));
        const second = await deliveries.enqueue(aDelivery('2', { key: 'same' }));
        return [first, second, await dueOn(stores, 'slack')];
      });
      expect(seen).toEqual([true, false, ['1']]);
    });

    it('takes many at once, sent and skipped ones, and leaves out those whose key is there', async () => {
      const transact = await open();
      const seen = await transact(async ({ deliveries }) => {
        await deliveries.enqueue(aDelivery('0', { key: 'k0' }));
        const many = Array.from({ length: 1_200 }, (_, index) => aDelivery(`${index + 1}`, { key: `k${index}` }));
        await deliveries.enqueueAll(many);
        await deliveries.skipAll([aDelivery('s', { key: 'k1' }), aDelivery('t', { key: 'new' })], 'missed');
        await deliveries.enqueueAll([]);
        const [due] = await deliveries.places(now, 'slack');
        return [due?.count, await deliveries.enqueue(aDelivery('u', { key: 'new' }))];
      });
      expect(seen).toEqual([1_200, false]);
    });

    it('gives a delivery back as it was put in', async () => {
      const transact = await open();
      const put = aDelivery('1', {
        target: { kind: 'dm', account: { platform: 'discord', workspace: '', user: '42' } },
        payload: { kind: 'notices', member: 'M', keys: ['nudge:L1:2027-09-23'], late: false },
        zone: 'Asia/Kathmandu',
      });
      const got = await transact(async ({ deliveries }) => {
        await deliveries.enqueue(put);
        return deliveries.next(now, 'discord', '/@42');
      });
      expect(got).toEqual({ ...put, state: 'pending', attempts: 0, attemptedAt: null, doubts: 0, crashes: 0 });
    });

    it('names the places of a platform where something is due, the longest wait first, with how much and the earliest', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const put = (id: string, more: Partial<NewDelivery>) => stores.deliveries.enqueue(aDelivery(id, more));
        await put('b', { runAt: now });
        await put('a', { runAt: now });
        await put('c', { runAt: early });
        await put('d', { runAt: late });
        await put('e', { target: { kind: 'channel', platform: 'slack', workspace: 'W0', channel: 'C1' } });
        await put('f', { target: dmTo('C1') });
        await put('g', { target: { kind: 'channel', platform: 'discord', workspace: 'G', channel: 'C' } });
        const places = await stores.deliveries.places(now, 'slack');
        return [
          places,
          await dueOn(stores, 'slack'),
          await dueOn(stores, 'slack', late),
          await dueOn(stores, 'discord'),
        ];
      });
      expect(seen).toEqual([
        [
          { place: 'W1/C1', count: 3 },
          { place: 'W0/C1', count: 1 },
          { place: 'W1/@C1', count: 1 },
        ],
        ['c of 3', 'e', 'f'],
        ['c of 4', 'e', 'f'],
        ['g'],
      ]);
    });

    it('takes those of one moment in the order of their ids', async () => {
      const transact = await open();
      const ids = await transact(async ({ deliveries }) => {
        for (const id of ['b', 'a', 'c']) await deliveries.enqueue(aDelivery(id));
        const order: (string | undefined)[] = [];
        for (let count = 0; count < 4; count += 1) {
          const next = await deliveries.next(now, 'slack', 'W1/C1');
          order.push(next?.id);
          if (next) await deliveries.attempt(next.id, now);
        }
        return order;
      });
      expect(ids).toEqual(['a', 'b', 'c', undefined]);
    });

    it('never offers what is under way, settled or skipped', async () => {
      const transact = await open();
      const due = await transact(async (stores) => {
        const { deliveries } = stores;
        for (const id of ['1', '2', '3']) await deliveries.enqueue(aDelivery(id));
        await deliveries.skip(aDelivery('4'), 'missed');
        await deliveries.attempt('1', now);
        await deliveries.settle('2', 'sent', { ref: 'm1' });
        await deliveries.settle('3', 'refused', { reason: 'gone' });
        return [await dueOn(stores, 'slack', late), await deliveries.next(late, 'slack', 'W1/C1')];
      });
      expect(due).toEqual([[], undefined]);
    });

    it('offers no DM to a member who takes none, and again all that waited once they do', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const { deliveries } = stores;
        const [maya, ben] = [await aMember(stores, 'maya'), await aMember(stores, 'ben')];
        await deliveries.enqueue(aDelivery('1', { member: maya, target: dmTo('maya') }));
        await deliveries.enqueue(aDelivery('2', { member: ben, target: dmTo('ben') }));
        // A question that she hands in is posted in a channel, which is open.
        await deliveries.enqueue(aDelivery('3', { member: maya }));
        await deliveries.closeDms(maya, 'closed', now);
        await deliveries.closeDms(maya, 'closed again', late);
        const shut = [await dueOn(stores, 'slack'), await deliveries.next(now, 'slack', 'W1/@maya')];
        const known = [await deliveries.closedDms(maya), await deliveries.closedDms(ben)];
        const opened = [await deliveries.reopenDms(maya), await deliveries.reopenDms(maya)];
        return [shut, known, opened, await deliveries.closedDms(maya), await dueOn(stores, 'slack')];
      });
      expect(seen).toEqual([
        [['2', '3'], undefined],
        [{ reason: 'closed', at: now }, undefined],
        [true, false],
        undefined,
        ['1', '2', '3'],
      ]);
    });

    it('remembers what is held up until it is over; a shorter wait ends no longer one', async () => {
      const transact = await open();
      const held = (scope: string, until: Instant) => ({ platform: 'slack', scope, until, reason: null }) as const;
      const seen = await transact(async ({ deliveries }) => {
        await deliveries.hold(held('W1/', late));
        await deliveries.hold(held('W1/', now));
        await deliveries.hold(held('', now));
        await deliveries.hold({ ...held('@', late), reason: 'closed' });
        const before = await deliveries.holds(early, 'slack');
        return [before, await deliveries.holds(now, 'slack'), await deliveries.holds(early, 'discord')];
      });
      const closed = { ...held('@', late), reason: 'closed' };
      expect(seen).toEqual([[held('', now), closed, held('W1/', late)], [closed, held('W1/', late)], []]);
    });

    it('counts tries and remembers when the last one began', async () => {
      const transact = await open();
      const [delivery] = await transact(async ({ deliveries }) => {
        await deliveries.enqueue(aDelivery('1'));
        await deliveries.attempt('1', early);
        await deliveries.postpone('1', now, 0);
        await deliveries.attempt('1', now);
        await deliveries.settle('1', 'unsure', {});
        return deliveries.unsure(late, ['slack'], 9);
      });
      expect(delivery).toMatchObject({ attempts: 2, attemptedAt: now, state: 'unsure' });
    });

    it('holds back what is postponed, with its doubts and the moment that it is for', async () => {
      const transact = await open();
      const seen = await transact(async ({ deliveries }) => {
        await deliveries.enqueue(aDelivery('1'));
        await deliveries.postpone('1', late, 2);
        const next = (at: Instant) => deliveries.next(at, 'slack', 'W1/C1');
        return [await next(now), await next(late)];
      });
      expect(seen[0]).toBeUndefined();
      expect(seen[1]).toMatchObject({ id: '1', doubts: 2, runAt: now });
    });

    it('takes what was under way for unsure after a restart, and nothing else', async () => {
      const transact = await open();
      const seen = await transact(async ({ deliveries }) => {
        for (const id of ['1', '2', '3']) await deliveries.enqueue(aDelivery(id));
        await deliveries.attempt('1', now);
        await deliveries.settle('2', 'parked', { reason: 'x' });
        const recovered = [await deliveries.recover(), await deliveries.recover()];
        const unsure = await deliveries.unsure(now, ['slack'], 9);
        return [
          recovered,
          unsure.map(({ id, crashes }) => [id, crashes]),
          await deliveries.unsure(now, ['discord'], 9),
        ];
      });
      expect(seen).toEqual([[1, 0], [['1', 1]], []]);
    });

    it('names what is to be looked for only by then', async () => {
      const transact = await open();
      const seen = await transact(async ({ deliveries }) => {
        await deliveries.enqueue(aDelivery('1'));
        await deliveries.attempt('1', now);
        await deliveries.lookAgain('1', late);
        const unsure = async (at: Instant) => (await deliveries.unsure(at, ['slack'], 9)).map(({ id }) => id);
        return [await unsure(now), await unsure(late), await deliveries.nextAt(now)];
      });
      expect(seen).toEqual([[], ['1'], late]);
    });

    it('knows when the next pending one is due', async () => {
      const transact = await open();
      const moments = await transact(async ({ deliveries }) => {
        await deliveries.enqueue(aDelivery('1', { runAt: now }));
        await deliveries.enqueue(aDelivery('2', { runAt: late }));
        const before = [await deliveries.nextAt(early), await deliveries.nextAt(now)];
        await deliveries.settle('2', 'cancelled', { reason: 'x' });
        return [...before, await deliveries.nextAt(now)];
      });
      expect(moments).toEqual([now, late, undefined]);
    });

    it('knows the latest post of a digest, and what was left out only where nothing else is', async () => {
      const transact = await open();
      const seen = await transact(async ({ deliveries }) => {
        await deliveries.enqueue(aDelivery('1', { key: 'digest:D1:a', runAt: early }));
        await deliveries.enqueue(aDelivery('2', { key: 'digest:D1:b', runAt: now }));
        await deliveries.skip(aDelivery('3', { key: 'digest:D1:c', runAt: now }), 'missed');
        await deliveries.enqueue(aDelivery('4', { key: 'digest:D10:a', runAt: late }));
        await deliveries.skip(aDelivery('5', { key: 'digest:D2:a', runAt: now }), 'missed');
        await deliveries.attempt('2', now);
        await deliveries.postpone('2', late, 0);
        return [await deliveries.lastPost('D1'), await deliveries.lastPost('D2'), await deliveries.lastPost('D3')];
      });
      expect(seen).toEqual([
        { runAt: now, state: 'pending', attempts: 1, reason: null },
        { runAt: now, state: 'skipped', attempts: 0, reason: 'missed' },
        undefined,
      ]);
    });

    it('keeps a skipped occurrence from being sent later', async () => {
      const transact = await open();
      const taken = await transact(async ({ deliveries }) => {
        await deliveries.skip(aDelivery('1', { key: 'monday' }), 'missed');
        await deliveries.skip(aDelivery('2', { key: 'monday' }), 'missed');
        return deliveries.enqueue(aDelivery('3', { key: 'monday' }));
      });
      expect(taken).toBe(false);
    });

    it('keeps nothing of what was held up for a member who is deleted', async () => {
      const transact = await open();
      const left = await transact(async (stores) => {
        const { deliveries, members } = stores;
        const maya = await aMember(stores, 'maya');
        await deliveries.closeDms(maya, 'closed', now);
        for (const scope of ['W1/@maya', 'W1/@ben'])
          await deliveries.hold({ platform: 'slack', scope, until: late, reason: null });
        await members.erase(maya, account('maya'));
        return [(await deliveries.holds(now, 'slack')).map(({ scope }) => scope), await deliveries.closedDms(maya)];
      });
      expect(left).toEqual([['W1/@ben'], undefined]);
    });

    it('belongs to a member or a community that exists', async () => {
      const transact = await open();
      const orphan = () => transact(({ deliveries }) => deliveries.enqueue(aDelivery('1', { member: 'nobody' })));
      await expect(orphan()).rejects.toThrow(/foreign key/i);
      const owned = transact(async (stores) => {
        const member = await aMember(stores, 'maya');
        return stores.deliveries.enqueue(aDelivery('1', { member }));
      });
      expect(await owned).toBe(true);
    });
  });
}
