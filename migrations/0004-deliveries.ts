import type { Kysely, Migration } from 'kysely';
import { createTable } from './table.ts';

export const deliveries: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTable(db, 'deliveries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('member', 'text', (column) => column.references('members.id').onDelete('cascade'))
      .addColumn('community', 'text', (column) => column.references('communities.id').onDelete('cascade'))
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('zone', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('run_at', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('attempted_at', 'text')
      .addColumn('in_doubt', 'integer', (column) => column.notNull())
      .addColumn('ref', 'text')
      .addColumn('reason', 'text')
      .execute();
    await db.schema.createIndex('deliveries_due').on('deliveries').columns(['state', 'run_at']).execute();

    // What a member was reminded of already: each rule once for each letter. It outlives a letter
    // that is removed, so that taking the removal back does not remind a second time.
    await createTable(db, 'reminded')
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('letter', 'text', (column) => column.notNull())
      .addColumn('rule', 'text', (column) => column.notNull())
      .addColumn('delivery', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('reminded_once', ['letter', 'rule'])
      .execute();

    // Deliveries of the platforms that were taken in: a repeated one does nothing.
    await createTable(db, 'receipts')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('receipts_at').on('receipts').column('at').execute();

    await createTable(db, 'adapter_state')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('adapter_state_key', ['platform', 'tenant', 'name'])
      .execute();
  },
};
