import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

export const channels: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'channels')
      .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('mode', 'text', (column) => column.notNull())
      .addColumn('pause', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('channels_key', ['community', 'channel'])
      .execute();

    await createTable(db, 'conversations')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('conversations_at').on('conversations').column('at').execute();

    await createTable(db, 'answered')
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('link', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('answered_key', ['place', 'topic'])
      .execute();
    await db.schema.createIndex('answered_at').on('answered').column('at').execute();
  },
};
