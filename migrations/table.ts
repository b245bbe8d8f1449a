import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely';

/**
 * Begins a table. On SQLite it is STRICT, so that a row of the wrong type is refused there as it
 * is on PostgreSQL. Only `text` and `integer` columns are used: instants are ISO text in UTC,
 * days `YYYY-MM-DD`, booleans 0 or 1, lists and records JSON text.
 */
export function createTable<T extends string>(db: Kysely<unknown>, name: T): CreateTableBuilder<T> {
  const table = db.schema.createTable(name);
  return db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`strict`) : table;
}
