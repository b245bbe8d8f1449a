import type { Kysely, Migration } from 'kysely';

export const language: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('members').addColumn('language', 'text').execute();
  },
};
