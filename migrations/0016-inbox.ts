import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

export const inbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Questions that were acknowledged and are not answered yet; nearly always empty. `value` is sealed JSON.
    await createTable(db, 'inbox')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('user', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('inbox_key', ['platform', 'key'])
      .execute();
  },
};
