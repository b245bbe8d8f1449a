import { type Kysely, type Migration, sql } from 'kysely';

/** When to try again is kept apart from the moment that a delivery is for. */
export const deliveryWaits: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('deliveries')
      .addColumn('try_at', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await sql`update deliveries set try_at = run_at`.execute(db);
    await db.schema.dropIndex('deliveries_due').execute();
    await db.schema.createIndex('deliveries_due').on('deliveries').columns(['state', 'try_at']).execute();
  },
};
