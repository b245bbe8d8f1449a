import { describe, expect, it } from 'vitest';
import { noPreferences } from '../../src/members/member.ts';
import { account, aMember, now } from '../support/samples.ts';
import type { OpenStores } from '../support/stores.ts';

/** What every store of members and of who they are owes. */
export function memberStoreConformance(open: OpenStores): void {
  describe('a store of members', () => {
    it('keeps nothing of a stranger who only looks', async () => {
      const transact = await open();
      const look = () => transact(({ identities }) => identities.identify(account('maya'), now, false));
      const [first, second] = [await look(), await look()];
      expect(first.id).not.toBe(second.id);
      expect(first.zone).toBe('America/New_York');
      expect(await transact(({ members }) => members.getById(first.id))).toBeUndefined();
    });

    it('knows an account again', async () => {
      const transact = await open();
      const meet = () => transact((stores) => aMember(stores, 'maya'));
      expect(await meet()).toBe(await meet());
    });

    it('takes the same name elsewhere for somebody else', async () => {
      const transact = await open();
      const ids = await transact(async ({ identities }) => {
        const meet = async (platform: 'slack' | 'discord', workspace: string, user: string) =>
          (await identities.identify({ platform, workspace, user }, now, true)).id;
        return [
          await meet('slack', 'W1', 'maya'),
          await meet('slack', 'W2', 'maya'),
          await meet('discord', 'W1', 'maya'),
          await meet('slack', 'W1', 'Maya'),
        ];
      });
      expect(new Set(ids).size).toBe(4);
    });

    it('keeps what a member said, and only that', async () => {
      const transact = await open();
      const member = await transact(async (stores) => {
        const id = await aMember(stores, 'maya');
        await stores.members.save(id, { zone: 'Asia/Kathmandu', img: false });
        await stores.members.save(id, { specialties: ['Internal medicine', 'Ob/Gyn, "x"'], reminders: true });
        await stores.members.save(id, { zone: null });
        return stores.members.getById(id);
      });
      expect(member).toEqual({
        ...noPreferences,
        img: false,
        specialties: ['Internal medicine', 'Ob/Gyn, "x"'],
        reminders: true,
      });
    });

    it('tells the zone with who it is', async () => {
      const transact = await open();
      const zone = await transact(async (stores) => {
        await stores.members.save(await aMember(stores, 'maya'), { zone: 'Pacific/Apia' });
        return (await stores.identities.identify(account('maya'), now, false)).zone;
      });
      expect(zone).toBe('Pacific/Apia');
    });

    it('keeps the language that was chosen, and tells it with who somebody is', async () => {
      const transact = await open();
      const told = await transact(async (stores) => {
        const { id } = await stores.identities.identify(account('maya'), now, true);
        const before = await stores.identities.identify(account('maya'), now, false);
        await stores.members.save(id, { language: 'fr' });
        const after = await stores.identities.identify(account('maya'), now, false);
        return [before.language, after.language, (await stores.members.getById(id))?.language];
      });
      expect(told).toEqual([null, 'fr', 'fr']);
    });

    it('saves nothing for a member who is not known', async () => {
      const transact = await open();
      await expect(transact(({ members }) => members.save('nobody', { img: true }))).rejects.toThrow();
    });

    it('has no preferences of somebody who has said nothing', async () => {
      const transact = await open();
      const member = await transact(({ members }) => members.get('nobody', account('x')));
      expect(member).toEqual({ id: 'nobody', account: account('x'), ...noPreferences });
    });
  });
}
