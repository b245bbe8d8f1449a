import { type Kysely, type Migration, sql } from 'kysely';

export const sealedState: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // From here on what adapters remember lies sealed. Until now that was when Discord was logged in to.
    await sql`delete from adapter_state`.execute(db);
  },
};
