import type { AnswerVersion, CommunityAnswer, CommunityAnswerStore } from '../communities/community-answer.ts';
import type { Trx } from './database.ts';
import type { AnswerVersionsTable, CommunityAnswersTable } from './tables.ts';

export function communityAnswerStore(trx: Trx): CommunityAnswerStore {
  /** Answers with the version that stands. */
  const standing = (community: string) =>
    trx
      .selectFrom('community_answers')
      .innerJoin('answer_versions', (join) =>
        join
          .onRef('answer_versions.answer', '=', 'community_answers.id')
          .onRef('answer_versions.number', '=', 'community_answers.version'),
      )
      .selectAll()
      .where('community_answers.community', '=', community);

  return {
    async list(community) {
      const rows = await standing(community)
        .where('answer_versions.what', '!=', 'retired')
        .orderBy((expression) => expression.fn('lower', ['answer_versions.title']))
        .orderBy('community_answers.slug')
        .execute();
      return rows.map(toAnswer);
    },
    async find(community, slug) {
      const row = await standing(community).where('community_answers.slug', '=', slug).executeTakeFirst();
      return row && toAnswer(row);
    },
    async save({ id, community, slug }, { aliases, ...version }) {
      const number = (await lastVersion(trx, id)) + 1;
      await trx
        .insertInto('community_answers')
        .values({ id, community, slug, version: number })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ version: number }))
        .execute();
      await trx
        .insertInto('answer_versions')
        .values({ ...version, answer: id, number, aliases: JSON.stringify(aliases) })
        .execute();
    },
    async history(community, slug) {
      const rows = await trx
        .selectFrom('answer_versions')
        .innerJoin('community_answers', 'community_answers.id', 'answer_versions.answer')
        .leftJoin('members', 'members.id', 'answer_versions.member')
        .selectAll('answer_versions')
        .select('members.account')
        .where('community_answers.community', '=', community)
        .where('community_answers.slug', '=', slug)
        .orderBy('answer_versions.number', 'desc')
        .execute();
      return rows.map(toVersion);
    },
  };
}

async function lastVersion(trx: Trx, id: string): Promise<number> {
  const row = await trx.selectFrom('community_answers').select('version').where('id', '=', id).executeTakeFirst();
  return row?.version ?? 0;
}

function toAnswer(row: CommunityAnswersTable & AnswerVersionsTable): CommunityAnswer {
  const { id, community, slug, version, what, at } = row;
  return {
    id,
    community,
    slug,
    version,
    retired: what === 'retired',
    changedAt: at as AnswerVersion['at'],
    ...toContent(row),
  };
}

function toVersion(row: AnswerVersionsTable & { account: string | null }): AnswerVersion {
  const { number, what, at, account } = row;
  return { number, what: what as AnswerVersion['what'], at: at as AnswerVersion['at'], by: account, ...toContent(row) };
}

function toContent({ title, question, text, aliases, link }: AnswerVersionsTable) {
  return { title, question, text, aliases: JSON.parse(aliases) as string[], link };
}
