import type { Submission, SubmissionStore } from '../communities/submission.ts';
import { nextNumber } from './community-store.ts';
import type { Trx } from './database.ts';
import type { SubmissionsTable } from './tables.ts';

export function submissionStore(trx: Trx): SubmissionStore {
  const withAccount = () =>
    trx
      .selectFrom('submissions')
      .innerJoin('members', 'members.id', 'submissions.member')
      .selectAll('submissions')
      .select('members.account');

  return {
    async add(submission) {
      const number = await nextNumber(trx, 'submissions', submission.community);
      await trx
        .insertInto('submissions')
        .values({ ...submission, number })
        .execute();
      return toSubmission(await withAccount().where('submissions.id', '=', submission.id).executeTakeFirstOrThrow());
    },
    async list(community, kind) {
      const rows = await withAccount()
        .where('submissions.community', '=', community)
        .where('submissions.kind', '=', kind)
        .orderBy('submissions.number')
        .execute();
      return rows.map(toSubmission);
    },
    async get(id) {
      const row = await withAccount().where('submissions.id', '=', id).executeTakeFirst();
      return row && toSubmission(row);
    },
    async countOf(community, member, kind) {
      const { count } = await trx
        .selectFrom('submissions')
        .select((expression) => expression.fn.countAll().as('count'))
        .where('community', '=', community)
        .where('member', '=', member)
        .where('kind', '=', kind)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async remove(community, id) {
      await trx.deleteFrom('submissions').where('community', '=', community).where('id', '=', id).execute();
    },
    async forgetBefore(kind, at) {
      await trx.deleteFrom('submissions').where('kind', '=', kind).where('at', '<', at).execute();
    },
  };
}

function toSubmission(row: SubmissionsTable & { account: string }): Submission {
  return { ...row, kind: row.kind as Submission['kind'], at: row.at as Submission['at'] };
}
