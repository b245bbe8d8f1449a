import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/time.ts';
import type { Share } from '../../src/letters/share.ts';
import { account, aMember, now } from '../support/samples.ts';
import type { OpenStores } from '../support/stores.ts';

const later: Instant = '2027-08-26T09:00:00.000Z';
const last: Instant = '2027-09-24T12:59:59.999Z';
const end: Instant = '2027-09-24T13:00:00.000Z';

function aShare(member: string, id: string, viewer: string, more: Partial<Share> = {}): Share {
  return { id, member, viewer: account(viewer), since: now, until: end, stopped: null, ...more };
}

/** What every store of shares owes. */
export function shareStoreConformance(open: OpenStores): void {
  describe('a store of shares', () => {
    it('opens a board to the one account that was named, until its time is over', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const { shares } = stores;
        await shares.add(aShare(await aMember(stores, 'maya'), 'S1', 'ana'));
        const openFor = async (user: string, at: Instant) => (await shares.openFor(account(user), at)).length;
        const elsewhere = { ...account('ana'), workspace: 'W2' };
        const otherPlatform = { ...account('ana'), platform: 'discord' } as const;
        return {
          ana: [await openFor('ana', now), await openFor('ana', last), await openFor('ana', end)],
          others: [await openFor('maya', now), await openFor('ben', now)],
          namesakes: [await shares.openFor(elsewhere, now), await shares.openFor(otherPlatform, now)],
          owner: (await shares.openFor(account('ana'), now))[0]?.owner,
        };
      });
      expect(seen).toEqual({ ana: [1, 1, 0], others: [0, 0], namesakes: [[], []], owner: account('maya') });
    });

    it('lists a member’s own, the newest on top, with how often each was looked at', async () => {
      const transact = await open();
      const listed = await transact(async (stores) => {
        const { shares } = stores;
        const maya = await aMember(stores, 'maya');
        await shares.add(aShare(maya, 'S1', 'ana'));
        await shares.add(aShare(maya, 'S2', 'ben', { since: later }));
        await shares.add(aShare(await aMember(stores, 'noah'), 'S3', 'ana'));
        await shares.noteView('S1', now);
        await shares.noteView('S1', later);
        return (await shares.of(maya)).map(({ id, viewer, views, lastView }) => [id, viewer.user, views, lastView]);
      });
      expect(listed).toEqual([
        ['S2', 'ben', 0, null],
        ['S1', 'ana', 2, later],
      ]);
    });

    it('is stopped by its member alone, once', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        const { shares } = stores;
        const maya = await aMember(stores, 'maya');
        const noah = await aMember(stores, 'noah');
        const isOpen = async () => (await shares.openFor(account('ana'), later)).length === 1;
        await shares.add(aShare(maya, 'S1', 'ana'));
        await shares.stop(noah, 'S1', now);
        const afterStranger = await isOpen();
        await shares.stop(maya, 'S1', now);
        const afterOwner = await isOpen();
        await shares.stop(maya, 'S1', later);
        return { afterStranger, afterOwner, stopped: (await shares.of(maya)).map(({ stopped }) => stopped) };
      });
      expect(seen).toEqual({ afterStranger: true, afterOwner: false, stopped: [now] });
    });

    it('forgets what ended before a moment, by its time or by its member, with its views', async () => {
      const transact = await open();
      const left = await transact(async (stores) => {
        const { shares } = stores;
        const maya = await aMember(stores, 'maya');
        await shares.add(aShare(maya, 'over', 'ana', { until: now }));
        await shares.add(aShare(maya, 'stopped', 'ben', { stopped: now }));
        await shares.add(aShare(maya, 'open', 'eve'));
        await shares.noteView('over', now);
        await shares.forgetBefore(now);
        const before = (await shares.of(maya)).length;
        await shares.forgetBefore(later);
        return { before, after: (await shares.of(maya)).map(({ id }) => id) };
      });
      expect(left).toEqual({ before: 3, after: ['open'] });
    });
  });
}
