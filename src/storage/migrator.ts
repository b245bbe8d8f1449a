import { type Kysely, Migrator } from 'kysely';
import { migrations } from '../../migrations/index.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the schema up to date, each step whole or not at all; returns the names of the steps
 * taken. Throws when one fails, or when the database is newer than this program.
 */
export async function migrate(db: Kysely<Tables>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}
