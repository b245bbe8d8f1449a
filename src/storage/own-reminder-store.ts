import type { Vault } from '../core/ports.ts';
import type { OwnReminder, OwnReminderStore } from '../reminders/own.ts';
import type { Trx } from './database.ts';
import type { OwnRemindersTable } from './tables.ts';
import { placeOf } from './tracking-rows.ts';

export function ownReminderStore(trx: Trx, vault: Vault): OwnReminderStore {
  function toReminder({ next_at, ...row }: OwnRemindersTable): OwnReminder {
    return {
      ...row,
      text: vault.open(row.text, placeOf('own_reminders.text', row)),
      day: row.day as OwnReminder['day'],
      repeats: row.repeats as OwnReminder['repeats'],
      nextAt: next_at as OwnReminder['nextAt'],
    };
  }

  const of = (member: string) => trx.selectFrom('own_reminders').selectAll().where('member', '=', member);

  return {
    async list(member) {
      return (await of(member).orderBy('number').execute()).map(toReminder);
    },
    async find(member, id) {
      const row = await of(member).where('id', '=', id).executeTakeFirst();
      return row && toReminder(row);
    },
    async add({ nextAt, ...reminder }) {
      const last = await of(reminder.member).orderBy('number', 'desc').limit(1).executeTakeFirst();
      const number = (last?.number ?? 0) + 1;
      const text = vault.seal(reminder.text, placeOf('own_reminders.text', reminder));
      await trx
        .insertInto('own_reminders')
        .values({ ...reminder, text, number, next_at: nextAt })
        .execute();
      return { ...reminder, number, nextAt };
    },
    async remove(member, id) {
      await trx.deleteFrom('own_reminders').where('member', '=', member).where('id', '=', id).execute();
    },
    async forgetBefore(day) {
      await trx.deleteFrom('own_reminders').where('next_at', 'is', null).where('day', '<', day).execute();
    },
    async due(now, limit) {
      const rows = await trx
        .selectFrom('own_reminders')
        .selectAll()
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toReminder);
    },
    async setNext(id, nextAt) {
      await trx.updateTable('own_reminders').set({ next_at: nextAt }).where('id', '=', id).execute();
    },
    async nextAt(after) {
      const { earliest } = await trx
        .selectFrom('own_reminders')
        .select((expression) => expression.fn.min('next_at').as('earliest'))
        .where('next_at', '>', after)
        .executeTakeFirstOrThrow();
      return (earliest ?? undefined) as OwnReminder['nextAt'] & string;
    },
  };
}
