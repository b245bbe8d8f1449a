import type { CohortFigures, CohortStore } from '../reminders/cohort.ts';
import type { Trx } from './database.ts';

export function cohortStore(trx: Trx): CohortStore {
  return {
    async answers(community) {
      const rows = await trx
        .selectFrom('memberships')
        .innerJoin('members', 'members.id', 'memberships.member')
        .innerJoin('letters', 'letters.member', 'members.id')
        .select(['members.id as member', 'letters.stage'])
        .where('memberships.community', '=', community)
        .where('members.cohort', '=', 1)
        .where('letters.stage', 'not in', ['declined', 'dropped'])
        .orderBy('members.id')
        .execute();
      const asked = new Map<string, boolean>();
      for (const { member, stage } of rows) asked.set(member, (asked.get(member) ?? true) && stage !== 'planned');
      return [...asked].map(([member, all]) => ({ member, asked: all }));
    },
    async published(community) {
      const row = await trx
        .selectFrom('cohort_figures')
        .selectAll()
        .where('community', '=', community)
        .executeTakeFirst();
      if (!row) return undefined;
      const answers = await trx
        .selectFrom('cohort_answers')
        .select(['member', 'asked'])
        .where('community', '=', community)
        .orderBy('member')
        .execute();
      return {
        at: row.at as CohortFigures['at'],
        members: row.members,
        asked: row.asked,
        answers: answers.map(({ member, asked }) => ({ member, asked: asked === 1 })),
      };
    },
    async publish(community, { at, members, asked, answers }) {
      await trx.deleteFrom('cohort_figures').where('community', '=', community).execute();
      await trx.deleteFrom('cohort_answers').where('community', '=', community).execute();
      await trx.insertInto('cohort_figures').values({ community, at, members, asked }).execute();
      for (const answer of answers)
        await trx
          .insertInto('cohort_answers')
          .values({ community, member: answer.member, asked: Number(answer.asked) })
          .execute();
    },
  };
}
