import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/time.ts';
import { aDelivery, aMember, now } from '../support/samples.ts';
import type { OpenStores } from '../support/stores.ts';

/** What every outbox owes. */
export function deliveryStoreConformance(open: OpenStores): void {
  const early: Instant = '2027-08-25T12:00:00.000Z';
  const late: Instant = '2027-08-25T14:00:00.000Z';

  describe('an outbox', () => {
    it('takes one delivery for a key, and says whether it did', async () => {
      const transact = await open();
      const seen = await transact(async ({ deliveries }) => {
        const first = await deliveries.enqueue(aDelivery('1', { key: 'same' }));
        const second = await deliveries.enqueue(aDelivery('2', { key: 'same' }));
        return [first, second, (await deliveries.due(now, ['slack'], 9)).map(({ id }) => id)];
      });
      expect(seen).toEqual([true, false, ['1']]);
    });

    it('gives a delivery back as it was put in', async () => {
      const transact = await open();
      const put = aDelivery('1', {
        target: { kind: 'dm', account: { platform: 'discord', workspace: '', user: '42' } },
        payload: { kind: 'notices', member: 'M', keys: ['nudge:L1:2027-09-23'], late: false },
        zone: 'Asia/Kathmandu',
      });
      const [got] = await transact(async ({ deliveries }) => {
        await deliveries.enqueue(put);
        return deliveries.due(now, ['discord'], 1);
      });
      expect(got).toEqual({ ...put, state: 'pending', attempts: 0, attemptedAt: null, doubts: 0 });
    });

    it('names what is due on these platforms, the earliest first, as many as asked for', async () => {
      const transact = await open();
      const ids = await transact(async ({ deliveries }) => {
        await deliveries.enqueue(aDelivery('b', { runAt: now }));
        await deliveries.enqueue(aDelivery('a', { runAt: now }));
        await deliveries.enqueue(aDelivery('c', { runAt: early }));
        await deliveries.enqueue(aDelivery('d', { runAt: late }));
        const elsewhere = { kind: 'channel', platform: 'discord', workspace: 'G', channel: 'C' } as const;
        await deliveries.enqueue(aDelivery('e', { target: elsewhere }));
        const due = async (platforms: ('slack' | 'discord')[], limit: number) =>
          (await deliveries.due(now, platforms, limit)).map(({ id }) => id);
        return [await due(['slack'], 9), await due(['slack'], 2), await due(['slack', 'discord'], 9), await due([], 9)];
      });
      expect(ids).toEqual([['c', 'a', 'b'], ['c', 'a'], ['c', 'a', 'b', 'e'], []]);
    });

    it('never offers what is under way, settled or skipped', async () => {
      const transact = await open();
      const due = await transact(async ({ deliveries }) => {
        for (const id of ['1', '2', '3']) await deliveries.enqueue(aDelivery(id));
        await deliveries.skip(aDelivery('4'), 'missed');
        await deliveries.attempt('1', now);
        await deliveries.settle('2', 'sent', { ref: 'm1' });
        await deliveries.settle('3', 'refused', { reason: 'gone' });
        return deliveries.due(late, ['slack'], 9);
      });
      expect(due).toEqual([]);
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
        return [await deliveries.due(now, ['slack'], 9), await deliveries.due(late, ['slack'], 9)];
      });
      expect(seen[0]).toEqual([]);
      expect(seen[1]).toMatchObject([{ id: '1', doubts: 2, runAt: now }]);
    });

    it('takes what was under way for unsure after a restart, and nothing else', async () => {
      const transact = await open();
      const seen = await transact(async ({ deliveries }) => {
        for (const id of ['1', '2', '3']) await deliveries.enqueue(aDelivery(id));
        await deliveries.attempt('1', now);
        await deliveries.settle('2', 'parked', { reason: 'x' });
        const recovered = [await deliveries.recover(), await deliveries.recover()];
        const unsure = await deliveries.unsure(now, ['slack'], 9);
        return [recovered, unsure.map(({ id }) => id), await deliveries.unsure(now, ['discord'], 9)];
      });
      expect(seen).toEqual([[1, 0], ['1'], []]);
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
