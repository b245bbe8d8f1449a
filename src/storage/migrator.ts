import { DEFAULT_MIGRATION_TABLE, type Kysely, Migrator, sql } from 'kysely';
import { migrations } from '../../migrations/index.ts';
import { DatabaseUnusable } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Where Kysely keeps which steps were taken. */
const ledger = DEFAULT_MIGRATION_TABLE;

/**
 * Brings the schema up to date, each step whole or not at all; returns the names of the steps
 * taken. Throws when one fails, or when the database is newer than this program.
 */
export async function migrate(db: Kysely<Tables>): Promise<readonly string[]> {
  const [unknown] = (await stepsTaken(db)).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown !== undefined) {
    throw new DatabaseUnusable(
      `The database was used by a newer lorbot (it holds “${unknown}”). Start that version again, or restore a backup from before.`,
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** The steps in the ledger; none when there is no ledger yet. */
async function stepsTaken(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === ledger)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(ledger)}`.execute(db);
  return rows.map(({ name }) => name);
}
