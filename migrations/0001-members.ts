import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

export const members: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'members')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('zone', 'text')
      .addColumn('service', 'text')
      .addColumn('specialties', 'text', (column) => column.notNull())
      .addColumn('img', 'integer')
      .addColumn('reminders', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('members_account', ['platform', 'workspace', 'account'])
      .execute();
  },
};
