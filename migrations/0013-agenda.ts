import { type Kysely, type Migration, sql } from 'kysely';
import { createTable } from './table.ts';

export const agenda: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of ['paused_until', 'hours_from', 'hours_until', 'work_days', 'check_at'])
      await db.schema.alterTable('members').addColumn(column, 'text').execute();
    // Something changed since it was reckoned when this member is to be told what.
    await db.schema
      .alterTable('members')
      .addColumn('stale', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
    await sql`create index members_check on members (check_at) where reminders = 1`.execute(db);
    await sql`create index members_stale on members (id) where stale = 1 and reminders = 1`.execute(db);

    // What a member was told already. It outlives a letter that is removed, so that taking the
    // removal back does not tell a second time.
    await createTable(db, 'told')
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('delivery', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('told_once', ['member', 'key'])
      .execute();
    await sql`
      insert into told (member, key, delivery)
      select member, 'nudge:' || letter || ':' || substr(rule, 7), delivery from reminded`.execute(db);
    await db.schema.dropTable('reminded').execute();
    // Messages of the way before this one are planned anew.
    await sql`
      update deliveries set state = 'cancelled', reason = 'planned anew after an update'
      where state = 'pending' and key like 'nudge:%'`.execute(db);

    await createTable(db, 'own_reminders')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('time', 'text', (column) => column.notNull())
      .addColumn('repeats', 'text', (column) => column.notNull())
      .addColumn('next_at', 'text')
      .execute();
    await db.schema.createIndex('own_reminders_member').on('own_reminders').column('member').execute();
    await db.schema.createIndex('own_reminders_next').on('own_reminders').column('next_at').execute();
  },
};
