import { sql } from 'kysely';
import type { Platform } from '../core/platform.ts';
import { outstandingStages } from '../letters/stages.ts';
import { defaultZone } from '../members/member.ts';
import type { Candidate, NudgeStore } from '../reminders/nudge.ts';
import type { Trx } from './database.ts';

/**
 * The rule under which a letter is noted as told of, with its due date: a date that is corrected
 * is a new reason to remind.
 */
const ruleNow = sql<string>`'nudge ' || letters.due`;

export function nudgeStore(trx: Trx): NudgeStore {
  return {
    async candidates(from, to) {
      const rows = await trx
        .selectFrom('letters')
        .innerJoin('members', 'members.id', 'letters.member')
        .leftJoin('reminded', (join) =>
          join.onRef('reminded.letter', '=', 'letters.id').on('reminded.rule', '=', ruleNow),
        )
        .leftJoin('deliveries', 'deliveries.id', 'reminded.delivery')
        .select([
          'letters.id as letter',
          'letters.due',
          'members.id as member',
          'members.platform',
          'members.workspace',
          'members.account',
          'members.zone',
        ])
        .where('letters.due', '>=', from)
        .where('letters.due', '<=', to)
        .where('letters.stage', 'in', [...outstandingStages])
        .where('members.reminders', '=', 1)
        // A reminder that was called off told nobody anything.
        .where((expression) =>
          expression.or([expression('reminded.letter', 'is', null), expression('deliveries.state', '=', 'cancelled')]),
        )
        .orderBy('letters.due')
        .orderBy('letters.id')
        .execute();
      return rows.map(
        (row): Candidate => ({
          member: row.member,
          account: { platform: row.platform as Platform, workspace: row.workspace, user: row.account },
          zone: row.zone ?? defaultZone,
          letter: row.letter,
          due: row.due as Candidate['due'],
        }),
      );
    },
    async told(member) {
      const rows = await trx
        .selectFrom('reminded')
        .innerJoin('letters', 'letters.id', 'reminded.letter')
        .leftJoin('deliveries', 'deliveries.id', 'reminded.delivery')
        .select('reminded.letter')
        .where('reminded.member', '=', member)
        .where('reminded.rule', '=', ruleNow)
        .where((expression) =>
          expression.or([
            expression('deliveries.state', 'is', null),
            expression('deliveries.state', '!=', 'cancelled'),
          ]),
        )
        .execute();
      return rows.map(({ letter }) => letter);
    },
    async markTold(member, letters, delivery) {
      const known = await trx
        .selectFrom('letters')
        .select(['id', ruleNow.as('rule')])
        .where('id', 'in', [...letters])
        .execute();
      const rows = known.map(({ id, rule }) => ({ member, letter: id, rule, delivery }));
      await trx
        .insertInto('reminded')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['letter', 'rule']).doUpdateSet({ delivery }))
        .execute();
    },
  };
}
