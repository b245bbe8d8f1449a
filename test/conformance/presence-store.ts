import { describe, expect, it } from 'vitest';
import type { Transact } from '../../src/core/dispatch.ts';
import type { Instant } from '../../src/core/time.ts';
import { aMember, now } from '../support/samples.ts';
import type { OpenStores, Stores } from '../support/stores.ts';

const later: Instant = '2027-08-26T09:00:00.000Z';
const muchLater: Instant = '2027-10-01T09:00:00.000Z';

/** What every store owes of where the bot is and who uses it there. */
export function presenceStoreConformance(open: OpenStores): void {
  const leftAt = (transact: Transact<Stores>) =>
    transact(async ({ presence }) =>
      (await presence.communities()).map(({ workspace, leftAt: at }) => [workspace, at]),
    );

  /** Members by name, each with the workspaces in which they use the bot. */
  async function meet(stores: Stores, uses: Readonly<Record<string, readonly string[]>>): Promise<void> {
    for (const [user, workspaces] of Object.entries(uses)) {
      const id = await aMember(stores, user);
      for (const workspace of workspaces) await stores.presence.usedIn(id, 'slack', workspace, now);
    }
  }

  const isKnown = async (stores: Stores, user: string) => {
    const { id } = await stores.identities.identify({ platform: 'slack', workspace: 'W1', user }, now, false);
    return (await stores.members.getById(id)) !== undefined;
  };

  const idOf = async ({ communities }: Stores, workspace: string) =>
    (await communities.find('slack', workspace))?.id ?? '';

  describe('a store of where the bot is', () => {
    it('knows a community from its first use on, once, however often it is used', async () => {
      const transact = await open();
      await transact(async (stores) => {
        await meet(stores, { maya: ['W1', 'W1', 'W2'], noah: ['W1'] });
        await stores.communities.ensure('slack', 'W2', 'another', now);
      });
      expect((await leftAt(transact)).toSorted()).toEqual([
        ['W1', null],
        ['W2', null],
      ]);
    });

    it('knows nothing of a workspace that nobody used', async () => {
      const transact = await open();
      await transact(async ({ presence }) => {
        await presence.left('slack', 'W1', later);
        await presence.seen('slack', 'W2', later);
      });
      expect(await leftAt(transact)).toEqual([]);
    });

    it('keeps the first word of a removal, until the bot is seen again', async () => {
      const transact = await open();
      await transact(async (stores) => {
        await meet(stores, { maya: ['W1', 'W2'] });
        await stores.presence.left('slack', 'W1', later);
        await stores.presence.left('slack', 'W1', muchLater);
        await stores.presence.left('discord', 'W2', later);
      });
      expect((await leftAt(transact)).toSorted()).toEqual([
        ['W1', later],
        ['W2', null],
      ]);
      await transact(({ presence }) => presence.seen('slack', 'W1', muchLater));
      expect((await leftAt(transact)).toSorted()[0]).toEqual(['W1', null]);
    });

    it('takes no word of a removal from before the bot was seen last', async () => {
      const transact = await open();
      await transact(async (stores) => {
        await meet(stores, { maya: ['W1'] });
        await stores.presence.left('slack', 'W1', '2027-08-25T12:59:59.999Z');
      });
      expect(await leftAt(transact)).toEqual([['W1', null]]);
      await transact(async ({ presence }) => {
        await presence.seen('slack', 'W1', later);
        await presence.left('slack', 'W1', '2027-08-26T08:59:00.000Z');
      });
      expect(await leftAt(transact)).toEqual([['W1', null]]);
      await transact(({ presence }) => presence.left('slack', 'W1', later));
      expect(await leftAt(transact)).toEqual([['W1', later]]);
    });

    it('deletes a community that was left, with all that it owned and those who are nowhere else', async () => {
      const transact = await open();
      await transact(async (stores) => {
        await meet(stores, { maya: ['W1'], noah: ['W1', 'W2'], ben: ['W1'], ana: ['W2'] });
        await stores.presence.usedAlone(await aMember(stores, 'ben'));
        const id = await idOf(stores, 'W1');
        await stores.communities.addDeadline({
          id: 'D',
          community: id,
          name: 'x',
          day: '2027-10-01',
          time: null,
          zone: 'UTC',
        });
        await stores.adapterStores('slack').set('W1', 'token', 'x');
        await stores.adapterStores('slack').set('W2', 'token', 'y');
        await stores.presence.left('slack', 'W1', later);
      });
      const seen = await transact(async (stores) => {
        const id = await idOf(stores, 'W1');
        const tooEarly = await stores.presence.erase(id, now, 10);
        const erased = await stores.presence.erase(id, later, 10);
        return {
          tooEarly,
          erased,
          members: await Promise.all(['maya', 'noah', 'ben', 'ana'].map((user) => isKnown(stores, user))),
          deadlines: await stores.communities.deadlines(id),
          communities: (await stores.presence.communities()).map(({ workspace }) => workspace),
          tokens: [
            await stores.adapterStores('slack').get('W1', 'token'),
            await stores.adapterStores('slack').get('W2', 'token'),
          ],
        };
      });
      expect(seen).toEqual({
        tooEarly: { members: 0, done: true },
        erased: { members: 1, done: true },
        members: [false, true, true, true],
        deadlines: [],
        communities: ['W2'],
        tokens: [undefined, 'y'],
      });
    });

    it('deletes a member with the last of their communities', async () => {
      const transact = await open();
      const known = await transact(async (stores) => {
        await meet(stores, { maya: ['W1', 'W2'] });
        const seen: boolean[] = [];
        for (const workspace of ['W1', 'W2']) {
          await stores.presence.left('slack', workspace, later);
          await stores.presence.erase(await idOf(stores, workspace), later, 10);
          seen.push(await isKnown(stores, 'maya'));
        }
        return seen;
      });
      expect(known).toEqual([true, false]);
    });

    it('deletes many members in parts, the community with the last, and nothing once the bot is back', async () => {
      const transact = await open();
      const parts = await transact(async (stores) => {
        await meet(stores, { a: ['W1'], b: ['W1'], c: ['W1'], d: ['W2'], e: ['W2'] });
        const [first, second] = [await idOf(stores, 'W1'), await idOf(stores, 'W2')];
        for (const workspace of ['W1', 'W2']) await stores.presence.left('slack', workspace, later);
        const erase = (id: string) => stores.presence.erase(id, later, 2);
        const whole = [await erase(first), await erase(first), await erase(first)];
        const half = await stores.presence.erase(second, later, 1);
        await stores.presence.seen('slack', 'W2', muchLater);
        return { whole, half, stopped: await erase(second), e: await isKnown(stores, 'e') };
      });
      expect(parts).toEqual({
        whole: [
          { members: 2, done: false },
          { members: 1, done: true },
          { members: 0, done: true },
        ],
        half: { members: 1, done: false },
        stopped: { members: 0, done: true },
        e: true,
      });
    });
  });
}
