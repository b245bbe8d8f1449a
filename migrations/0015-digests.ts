import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

export const digests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const column of ['paused', 'cohort'])
      await db.schema
        .alterTable('digests')
        .addColumn(column, 'integer', (made) => made.notNull().defaultTo(0))
        .execute();
    // JSON list of services whose dates are in it; null is all of them.
    await db.schema.alterTable('digests').addColumn('services', 'text').execute();

    // Dates of the season for which the admins of a community vouch.
    await createTable(db, 'confirmed_dates')
      .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
      .addColumn('date', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('time', 'text')
      .addPrimaryKeyConstraint('confirmed_dates_key', ['community', 'date'])
      .execute();

    await db.schema
      .alterTable('members')
      .addColumn('cohort', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    // The figures that a community reads, and who was counted in them: a later one is told only
    // when it differs in several members.
    await createTable(db, 'cohort_figures')
      .addColumn('community', 'text', (column) => column.primaryKey().references('communities.id').onDelete('cascade'))
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('members', 'integer', (column) => column.notNull())
      .addColumn('asked', 'integer', (column) => column.notNull())
      .execute();
    await createTable(db, 'cohort_answers')
      .addColumn('community', 'text', (column) => column.notNull().references('communities.id').onDelete('cascade'))
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('asked', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('cohort_answers_key', ['community', 'member'])
      .execute();
    await db.schema.createIndex('cohort_answers_member').on('cohort_answers').column('member').execute();
  },
};
