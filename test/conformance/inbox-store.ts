import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/time.ts';
import { aQuestion, now } from '../support/samples.ts';
import type { OpenStores } from '../support/stores.ts';

const later: Instant = '2027-12-01T00:00:00.000Z';

/** What every store of questions that wait for an answer owes. */
export function inboxStoreConformance(open: OpenStores): void {
  describe('a store of questions', () => {
    it('takes each delivery in once, also after it was answered, and tells platforms apart', async () => {
      const transact = await open();
      const kept = await transact(async ({ adapterStores }) => {
        const { inbox } = adapterStores('slack');
        const first = [await inbox.keep(aQuestion('1'), now), await inbox.keep(aQuestion('1'), now)];
        await inbox.done('1');
        return [
          ...first,
          await inbox.keep(aQuestion('1'), now),
          await adapterStores('discord').inbox.keep(aQuestion('1'), now),
        ];
      });
      expect(kept).toEqual([true, false, false, true]);
    });

    it('leaves the change that a question asks for to be claimed', async () => {
      const transact = await open();
      const claimed = await transact(async ({ adapterStores, receipts }) => {
        await adapterStores('slack').inbox.keep(aQuestion('1'), now);
        return receipts.claim('slack:1', now);
      });
      expect(claimed).toBe(true);
    });

    it('hands out what is left as it came, until it is done', async () => {
      const transact = await open();
      const found = await transact(async ({ adapterStores }) => {
        const { inbox } = adapterStores('slack');
        await inbox.keep(aQuestion('1'), now);
        await inbox.keep(aQuestion('2'), now);
        await inbox.done('1');
        return [await inbox.left(now, 2), await adapterStores('discord').inbox.left(now, 2)];
      });
      expect(found).toEqual([
        { questions: [{ ...aQuestion('2'), at: now }], forgotten: 0 },
        { questions: [], forgotten: 0 },
      ]);
    });

    it('allows so many tries, and forgets what was tried so often or is too old', async () => {
      const transact = await open();
      const found = await transact(async ({ adapterStores }) => {
        const { inbox } = adapterStores('slack');
        await inbox.keep(aQuestion('old'), now);
        await inbox.keep(aQuestion('tried'), later);
        await inbox.keep(aQuestion('young'), later);
        const tries = [await inbox.retry('tried', 2), await inbox.retry('tried', 2), await inbox.retry('gone', 2)];
        const { questions, forgotten } = await inbox.left(later, 2);
        return { tries, forgotten, left: questions.map(({ invocation }) => invocation.delivery) };
      });
      expect(found).toEqual({ tries: [true, false, false], forgotten: 2, left: ['young'] });
    });

    it('forgets those from before a moment on every platform', async () => {
      const transact = await open();
      const left = await transact(async ({ adapterStores, questions }) => {
        await adapterStores('slack').inbox.keep(aQuestion('1'), now);
        await adapterStores('discord').inbox.keep(aQuestion('1'), now);
        await adapterStores('discord').inbox.keep(aQuestion('2'), later);
        await questions.forgetBefore(later);
        const all = [
          await adapterStores('slack').inbox.left(now, 2),
          await adapterStores('discord').inbox.left(now, 2),
        ];
        return all.map((one) => one.questions.length);
      });
      expect(left).toEqual([0, 1]);
    });
  });
}
