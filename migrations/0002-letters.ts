import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

export const letters: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'writers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('title', 'text')
      .addColumn('kind', 'text')
      .addColumn('met', 'text')
      .execute();
    await db.schema.createIndex('writers_member').on('writers').column('member').execute();

    await createTable(db, 'letters')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('writer', 'text', (column) => column.notNull().references('writers.id'))
      .addColumn('service', 'text')
      .addColumn('specialty', 'text')
      .addColumn('due', 'text')
      .addColumn('stage', 'text', (column) => column.notNull())
      .addColumn('answer', 'text')
      .addColumn('reached', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('letters_member').on('letters').column('member').execute();
    await db.schema.createIndex('letters_due').on('letters').columns(['due', 'stage']).execute();

    await createTable(db, 'changes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('command', 'text', (column) => column.notNull())
      .addColumn('records', 'text', (column) => column.notNull())
      .addColumn('undoes', 'text', (column) => column.unique())
      .addUniqueConstraint('changes_number', ['member', 'number'])
      .execute();
  },
};
