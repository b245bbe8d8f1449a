import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

/** Columns that hold sealed text: `writers.email`, `writers.notes`, `letters.sheet`, `programs.notes`. */
export const tracking: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of ['email', 'notes', 'specialty', 'knows', 'rotation_ends'])
      await db.schema.alterTable('writers').addColumn(column, 'text').execute();
    await db.schema.alterTable('writers').addColumn('in_us', 'integer').execute();

    for (const column of ['season', 'form', 'sheet', 'thanked', 'told', 'original', 'backup'])
      await db.schema.alterTable('letters').addColumn(column, 'text').execute();
    for (const column of ['chair', 'waived'])
      await db.schema.alterTable('letters').addColumn(column, 'integer').execute();
    // JSON: item to day, and a list.
    await db.schema
      .alterTable('letters')
      .addColumn('packet', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
    await db.schema
      .alterTable('letters')
      .addColumn('nudges', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();

    await createTable(db, 'programs')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('specialty', 'text')
      .addColumn('service', 'text')
      .addColumn('season', 'text')
      .addColumn('due', 'text')
      .addColumn('setting', 'text')
      .addColumn('needs', 'text', (column) => column.notNull())
      .addColumn('applied', 'text')
      .addColumn('letters', 'text', (column) => column.notNull())
      .addColumn('notes', 'text')
      .execute();
    await db.schema.createIndex('programs_member').on('programs').column('member').execute();

    await db.schema.alterTable('members').addColumn('season', 'text').execute();

    // For each key with which something was sealed, a text that only the right key opens.
    await createTable(db, 'vault_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('proof', 'text', (column) => column.notNull())
      .execute();
  },
};
