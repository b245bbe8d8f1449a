import { describe, expect, it } from 'vitest';
import type { AnswerContent } from '../../src/communities/community-answer.ts';
import type { Submission } from '../../src/communities/submission.ts';
import type { Instant } from '../../src/core/time.ts';
import { aMember, now } from '../support/samples.ts';
import type { OpenStores, Stores } from '../support/stores.ts';

const later = '2027-09-25T13:00:00.000Z' as Instant;

async function twoCommunities({ communities }: Stores): Promise<void> {
  await communities.ensure('slack', 'W1', 'A', now);
  await communities.ensure('slack', 'W2', 'B', now);
}

const content: AnswerContent = {
  title: 'Parking',
  question: 'Where do I park?',
  text: 'In garage B.\n\n- "quotes", \'others\'',
  aliases: ['garage', 'car, or "bike"'],
  link: null,
};

/** What every store of granted roles and of helpers owes. */
export function grantStoreConformance(open: OpenStores): void {
  describe('a store of granted roles', () => {
    it('knows the role of an account in one community, and in no other', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        const { grants } = stores;
        await grants.grant('A', { account: 'maya', role: 'curator', at: now });
        return [
          await grants.granted('slack', 'W1', 'maya'),
          await grants.granted('slack', 'W2', 'maya'),
          await grants.granted('discord', 'W1', 'maya'),
          await grants.granted('slack', 'W1', 'Maya'),
          await grants.list('B'),
        ];
      });
      expect(seen).toEqual(['curator', undefined, undefined, undefined, []]);
    });

    it('keeps one role an account, lists admins first, and forgets what is revoked', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        const { grants } = stores;
        await grants.grant('A', { account: 'maya', role: 'curator', at: now });
        await grants.grant('A', { account: 'noor', role: 'curator', at: now });
        await grants.grant('A', { account: 'noor', role: 'admin', at: later });
        const both = await grants.list('A');
        await grants.revoke('B', 'maya');
        const kept = (await grants.list('A')).length;
        await grants.revoke('A', 'maya');
        return [both, kept, await grants.granted('slack', 'W1', 'maya')];
      });
      expect(seen).toEqual([
        [
          { account: 'noor', role: 'admin', at: later },
          { account: 'maya', role: 'curator', at: now },
        ],
        2,
        undefined,
      ]);
    });
  });

  describe('a store of helpers', () => {
    it('keeps them for one community, and starts with nobody', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        await stores.helpers.set('A', { channel: 'C1', role: null });
        await stores.helpers.set('A', { channel: 'C2', role: 'S1' });
        return [await stores.helpers.get('A'), await stores.helpers.get('B')];
      });
      expect(seen).toEqual([
        { channel: 'C2', role: 'S1' },
        { channel: null, role: null },
      ]);
    });
  });
}

/** What every store of a community's answers owes. */
export function communityAnswerStoreConformance(open: OpenStores): void {
  describe('a store of a community’s answers', () => {
    it('gives back what stands, and every version with who made it', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        const { communityAnswers } = stores;
        const member = await aMember(stores, 'maya');
        const answer = { id: '1', community: 'A', slug: 'parking' };
        await communityAnswers.save(answer, { ...content, what: 'added', member, at: now });
        await communityAnswers.save(answer, {
          ...content,
          title: 'Cars',
          link: 'https://a.b',
          what: 'edited',
          member,
          at: later,
        });
        return [await communityAnswers.find('A', 'parking'), await communityAnswers.history('A', 'parking')];
      });
      const edited = { ...content, title: 'Cars', link: 'https://a.b' };
      expect(seen).toEqual([
        { id: '1', community: 'A', slug: 'parking', retired: false, version: 2, changedAt: later, ...edited },
        [
          { number: 2, what: 'edited', by: 'maya', at: later, ...edited },
          { number: 1, what: 'added', by: 'maya', at: now, ...content },
        ],
      ]);
    });

    it('lists those that stand here by their titles; a retired one is found and not listed', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        const { communityAnswers } = stores;
        const member = await aMember(stores, 'maya');
        const save = (community: string, slug: string, title: string, what: 'added' | 'retired') =>
          communityAnswers.save(
            { id: `${community}-${slug}`, community, slug },
            { ...content, title, what, member, at: now },
          );
        await save('A', 'wifi', 'wifi', 'added');
        await save('A', 'parking', 'Parking', 'added');
        await save('A', 'old', 'Old', 'added');
        await save('A', 'old', 'Old', 'retired');
        await save('B', 'wifi', 'Theirs', 'added');
        const titles = async (community: string) => (await communityAnswers.list(community)).map(({ title }) => title);
        return [
          await titles('A'),
          await titles('B'),
          (await communityAnswers.find('A', 'old'))?.retired,
          await communityAnswers.find('B', 'parking'),
          await communityAnswers.history('B', 'parking'),
        ];
      });
      expect(seen).toEqual([['Parking', 'wifi'], ['Theirs'], true, undefined, []]);
    });
  });
}

/** What every store of what members handed in owes. */
export function submissionStoreConformance(open: OpenStores): void {
  async function handIn(stores: Stores, id: string, more: Partial<Submission> = {}): Promise<Submission> {
    const member = more.member ?? (await aMember(stores, 'maya'));
    const usual = { community: 'A', kind: 'proposal', question: `Q ${id}`, text: 'T', at: now } as const;
    return stores.submissions.add({ ...usual, ...more, id, member });
  }

  describe('a store of what members handed in', () => {
    it('gives it back with its number and the account, by its kind and community', async () => {
      const transact = await open();
      const { first, lists, member } = await transact(async (stores) => {
        await twoCommunities(stores);
        const first = await handIn(stores, '1');
        await handIn(stores, '2', { kind: 'question', text: null });
        await handIn(stores, '3');
        await handIn(stores, '4', { community: 'B' });
        const ids = async (...asked: Parameters<Stores['submissions']['list']>) =>
          (await stores.submissions.list(...asked)).map(({ id, number }) => [id, number]);
        const lists = [await ids('A', 'proposal'), await ids('A', 'question'), await ids('B', 'proposal')];
        return { first, lists, member: await aMember(stores, 'maya') };
      });
      expect(first).toEqual({
        id: '1',
        community: 'A',
        number: 1,
        member,
        account: 'maya',
        kind: 'proposal',
        question: 'Q 1',
        text: 'T',
        at: now,
      });
      expect(lists).toEqual([
        [
          ['1', 1],
          ['3', 3],
        ],
        [['2', 2]],
        [['4', 1]],
      ]);
    });

    it('counts a member’s own, of one kind in one community', async () => {
      const transact = await open();
      const counts = await transact(async (stores) => {
        await twoCommunities(stores);
        const [maya, noor] = [await aMember(stores, 'maya'), await aMember(stores, 'noor')];
        await handIn(stores, '1', { member: maya });
        await handIn(stores, '2', { member: maya });
        await handIn(stores, '3', { member: noor });
        await handIn(stores, '4', { member: maya, kind: 'question' });
        await handIn(stores, '5', { member: maya, community: 'B' });
        return [
          await stores.submissions.countOf('A', maya, 'proposal'),
          await stores.submissions.countOf('B', noor, 'proposal'),
        ];
      });
      expect(counts).toEqual([2, 0]);
    });

    it('removes it from its own community only, and forgets those of a kind that are too old', async () => {
      const transact = await open();
      const left = await transact(async (stores) => {
        await twoCommunities(stores);
        const { submissions } = stores;
        await handIn(stores, '1');
        await submissions.remove('B', '1');
        const kept = (await submissions.get('1'))?.id;
        await submissions.remove('A', '1');
        const gone = await submissions.get('1');
        await handIn(stores, '2', { kind: 'question' });
        await handIn(stores, '3', { kind: 'question', at: later });
        await handIn(stores, '4');
        await submissions.forgetBefore('question', later);
        const all = [...(await submissions.list('A', 'question')), ...(await submissions.list('A', 'proposal'))];
        return [kept, gone, all.map(({ id }) => id)];
      });
      expect(left).toEqual(['1', undefined, ['3', '4']]);
    });
  });
}

/** What every store of votes and gaps owes. */
export function feedbackStoreConformance(open: OpenStores): void {
  describe('a store of votes', () => {
    it('counts one vote a member, topic and community, the last one', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        const { feedback } = stores;
        const [maya, noor] = [await aMember(stores, 'maya'), await aMember(stores, 'noor')];
        const vote = (community: string, topic: string, member: string, helped: boolean) =>
          feedback.vote({ community, topic, member, helped });
        await vote('A', 'reuse', maya, true);
        await vote('A', 'reuse', maya, false);
        await vote('A', 'reuse', noor, true);
        await vote('A', 'age', maya, false);
        await vote('A', 'age', noor, false);
        await vote('A', 'fine', maya, true);
        await vote('B', 'reuse', maya, false);
        return [await feedback.unhelpful('A'), await feedback.unhelpful('B')];
      });
      expect(seen).toEqual([
        [
          { topic: 'age', helped: 0, unhelpful: 2 },
          { topic: 'reuse', helped: 1, unhelpful: 1 },
        ],
        [{ topic: 'reuse', helped: 0, unhelpful: 1 }],
      ]);
    });
  });

  describe('a store of gaps', () => {
    it('adds them up by topic since a day, the most frequent first', async () => {
      const transact = await open();
      const seen = await transact(async (stores) => {
        await twoCommunities(stores);
        const { feedback } = stores;
        for (const day of ['2027-08-01', '2027-08-02', '2027-08-02'] as const)
          await feedback.countGap('A', 'reuse', day);
        for (const day of ['2027-08-02', '2027-08-03', '2027-08-03'] as const) await feedback.countGap('A', 'age', day);
        await feedback.countGap('B', 'age', '2027-08-03');
        return [await feedback.gaps('A', '2027-08-02'), await feedback.gaps('B', '2027-08-04')];
      });
      expect(seen).toEqual([
        [
          { topic: 'age', count: 3 },
          { topic: 'reuse', count: 2 },
        ],
        [],
      ]);
    });
  });
}
