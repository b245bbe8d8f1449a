import type { Kysely, Migration } from 'kysely';

export const reapplicant: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('members').addColumn('reapplicant', 'integer').execute();
  },
};
