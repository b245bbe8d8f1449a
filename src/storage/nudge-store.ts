import type { Platform } from '../core/platform.ts';
import { outstandingStages } from '../letters/stages.ts';
import { defaultZone } from '../members/member.ts';
import type { Candidate, NudgeStore } from '../reminders/nudge.ts';
import type { Trx } from './database.ts';

/** The rule under which a letter is noted as told of. */
const rule = 'nudge';

export function nudgeStore(trx: Trx): NudgeStore {
  return {
    async candidates(from, to) {
      const rows = await trx
        .selectFrom('letters')
        .innerJoin('members', 'members.id', 'letters.member')
        .leftJoin('reminded', (join) => join.onRef('reminded.letter', '=', 'letters.id').on('reminded.rule', '=', rule))
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
        .leftJoin('deliveries', 'deliveries.id', 'reminded.delivery')
        .select('reminded.letter')
        .where('reminded.member', '=', member)
        .where('reminded.rule', '=', rule)
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
      const rows = letters.map((letter) => ({ member, letter, rule, delivery }));
      await trx
        .insertInto('reminded')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['letter', 'rule']).doUpdateSet({ delivery }))
        .execute();
    },
  };
}
