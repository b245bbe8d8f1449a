import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

export const communities: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'communities')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('communities_workspace', ['platform', 'workspace'])
      .execute();

    await createTable(db, 'deadlines')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('time', 'text')
      .addColumn('zone', 'text', (column) => column.notNull())
      .addUniqueConstraint('deadlines_number', ['community', 'number'])
      .execute();

    await createTable(db, 'digests')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('cron', 'text', (column) => column.notNull())
      .addColumn('zone', 'text', (column) => column.notNull())
      .addColumn('ahead', 'integer', (column) => column.notNull())
      .addColumn('next_at', 'text')
      .addUniqueConstraint('digests_number', ['community', 'number'])
      .execute();
    await db.schema.createIndex('digests_next').on('digests').column('next_at').execute();
  },
};
