import { describe, expect, it } from 'vitest';
import type { OpenStores } from '../support/stores.ts';

const at = (hour: number) => `2027-09-01T${String(hour).padStart(2, '0')}:00:00.000Z` as const;

/** What every store of conversations owes. */
export function conversationStoreConformance(open: OpenStores): void {
  describe('a store of conversations', () => {
    it('remembers the last topic of each, since a moment', async () => {
      const transact = await open();
      const seen = await transact(async ({ conversations }) => {
        await conversations.remember('a', 'reuse-letter', at(1));
        await conversations.remember('a', 'thank-you', at(2));
        await conversations.remember('b', 'packet', at(1));
        return [
          await conversations.lastTopic('a', at(2)),
          await conversations.lastTopic('b', at(1)),
          await conversations.lastTopic('b', at(2)),
          await conversations.lastTopic('c', at(0)),
        ];
      });
      expect(seen).toEqual(['thank-you', 'packet', undefined, undefined]);
    });

    it('knows when a topic was answered last in a place, and where it can be read', async () => {
      const transact = await open();
      const seen = await transact(async ({ conversations }) => {
        await conversations.noteAnswered('here', 'packet', { at: at(1), link: 'https://chat.example/1' });
        await conversations.noteAnswered('there', 'packet', { at: at(1), link: undefined });
        await conversations.noteAnswered('here', 'packet', { at: at(3), link: 'https://chat.example/3' });
        return [
          await conversations.answered('here', 'packet', at(3)),
          await conversations.answered('there', 'packet', at(0)),
          await conversations.answered('there', 'packet', at(2)),
          await conversations.answered('here', 'thank-you', at(0)),
        ];
      });
      expect(seen).toEqual([
        { at: at(3), link: 'https://chat.example/3' },
        { at: at(1), link: undefined },
        undefined,
        undefined,
      ]);
    });

    it('forgets what is older than a moment, and nothing else', async () => {
      const transact = await open();
      const seen = await transact(async ({ conversations }) => {
        for (const [key, hour] of [
          ['old', 1],
          ['new', 2],
        ] as const) {
          await conversations.remember(key, 'packet', at(hour));
          await conversations.noteAnswered(key, 'packet', { at: at(hour), link: undefined });
        }
        await conversations.forgetBefore(at(2));
        return Promise.all(
          ['old', 'new'].flatMap((key) => [
            conversations.lastTopic(key, at(0)),
            conversations.answered(key, 'packet', at(0)),
          ]),
        );
      });
      expect(seen).toEqual([undefined, undefined, 'packet', { at: at(2), link: undefined }]);
    });
  });
}
