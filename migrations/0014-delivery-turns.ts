import { type Kysely, type Migration, sql } from 'kysely';
import { createTable } from './table.ts';

export const deliveryTurns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Deliveries are handed out by place, so that none waits for another one's.
    await db.schema
      .alterTable('deliveries')
      .addColumn('place', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await sql`
      update deliveries set place = case target ->> '$.kind'
        when 'dm' then (target ->> '$.account.workspace') || '/@' || (target ->> '$.account.user')
        else (target ->> '$.workspace') || '/' || (target ->> '$.channel')
      end`.execute(db);
    await db.schema
      .createIndex('deliveries_turns')
      .on('deliveries')
      .columns(['platform', 'state', 'place', 'try_at', 'id'])
      .execute();

    // How often the bot stopped while it was under way: one that makes it stop must not do so for ever.
    await db.schema
      .alterTable('deliveries')
      .addColumn('crashes', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();

    // What a platform said about waiting holds after a restart, too.
    await createTable(db, 'holds')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('holds_key', ['platform', 'scope'])
      .execute();

    await createTable(db, 'closed_dms')
      .addColumn('member', 'text', (column) => column.primaryKey().references('members.id').onDelete('cascade'))
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
  },
};
