import { AsyncLocalStorage } from 'node:async_hooks';
import { chmodSync, closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  DEFAULT_MIGRATION_TABLE,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { StoreBusy } from '../core/errors.ts';
import { createLine, type Errand } from './line.ts';

/** Versions before this one can corrupt a database in WAL mode (a race mended in 3.51.3). */
const oldestSafeVersion = [3, 51, 3] as const;

/** "lorb", in the header of every file of ours. https://www.sqlite.org/pragma.html#pragma_application_id */
const ourMark = 0x6c6f7262;

/** A second process, or a database that cannot be opened. The message says what to do. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/**
 * Opens a database file with everything that keeps it whole through `kill -9` and power loss.
 * The settings are made on every open, because SQLite forgets most of them. `:memory:` is for tests.
 */
export function openSqlite(path: string): SqliteDatabase.Database {
  if (path !== ':memory:') createPrivateFile(path);
  const database = new SqliteDatabase(path);
  try {
    checkVersion(database);
    checkOwner(database, path);
    if (path !== ':memory:') chmodSync(path, 0o600);
    configure(database);
  } catch (cause) {
    database.close();
    if (cause instanceof DatabaseUnusable) throw cause;
    throw new DatabaseUnusable(`The database ${path} cannot be opened: ${(cause as Error).message}.`, { cause });
  }
  return database;
}

/** A file of another program is left as it is. One from before files were marked has our ledger. */
function checkOwner(database: SqliteDatabase.Database, path: string): void {
  const mark = database.pragma('application_id', { simple: true });
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
  if (mark === ourMark || (mark === 0 && (tables.length === 0 || tables.includes(DEFAULT_MIGRATION_TABLE)))) return;
  throw new DatabaseUnusable(
    `${path} is a database of another program. Give lorbot a file of its own with LORBOT_DATABASE.`,
  );
}

function configure(database: SqliteDatabase.Database): void {
  database.pragma(`application_id = ${ourMark}`);
  database.pragma('busy_timeout = 1000');
  database.pragma('journal_mode = WAL');
  // WAL falls back to NORMAL after the first run unless told; NORMAL can lose acknowledged commits.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Deleted letters must not linger in free pages.
  database.pragma('secure_delete = ON');
  database.pragma('journal_size_limit = 67108864');
  // From here on waiting happens outside SQLite, where it holds up nobody.
  database.pragma('busy_timeout = 0');
}

function createPrivateFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'a', 0o600));
  } catch (cause) {
    throw new DatabaseUnusable(`The database ${path} cannot be opened: ${(cause as Error).message}`, { cause });
  }
}

function checkVersion(database: SqliteDatabase.Database): void {
  const found = String(database.prepare('select sqlite_version()').pluck().get());
  const parts = found.split('.').map(Number);
  const difference = oldestSafeVersion.map((wanted, index) => (parts[index] ?? 0) - wanted).find((part) => part !== 0);
  if ((difference ?? 0) < 0) throw new DatabaseUnusable(`SQLite ${found} is too old; 3.51.3 or newer is needed.`);
}

/**
 * Keeps a second process off the file: a lock database beside it stays in an exclusive
 * transaction. The operating system lets go of it when the process ends, however it ends, so
 * there is no stale lock to clean up. Returns the function that releases it.
 */
export function lockFile(path: string): () => void {
  // A link to the file is the same file.
  const lock = new SqliteDatabase(`${realpathSync(path)}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    throw new DatabaseUnusable(
      `Another lorbot is using ${path}. Stop it first, or give this one a file of its own with LORBOT_DATABASE.`,
      { cause },
    );
  }
  return () => lock.close();
}

/** Milliseconds for which a transaction waits for its turn; for the lock of another program; and between two tries at it. */
const patience: Readonly<Record<Errand, number>> = { foreground: 1_500, background: 30_000 };
const lockPatience = 1_500;
const retryEvery = 20;

/** What the work at hand is done for. Whatever is not said to be in the background, somebody waits for. */
export const errands = new AsyncLocalStorage<Errand>();

function isBusy(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/**
 * After a failed fsync nobody knows what lies on the disk, and what is damaged gets worse with every
 * write: only a new start, which reads the file anew, can go on. A full disk is no such thing.
 */
function isBroken(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && /^SQLITE_(?:IOERR|CORRUPT|NOTADB)/u.test(error.code);
}

/**
 * Kysely on our connection: transactions take the write lock at once and fail as a whole. `broken`
 * is called when the file can be trusted no more.
 */
export function sqliteDialect(database: SqliteDatabase.Database, broken: (error: unknown) => void): Dialect {
  return {
    createDriver: () => new SqliteDriver(database, broken),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalDdlAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}

/** SQLite does roll schema changes back; Kysely is told so, and a failed migration leaves nothing. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #database: SqliteDatabase.Database;
  readonly #line = createLine();

  constructor(database: SqliteDatabase.Database, broken: (error: unknown) => void) {
    this.#database = database;
    this.#connection = new SqliteConnection(database, broken);
  }

  async init(): Promise<void> {}

  /** There is one connection; nobody waits for it longer than their patience. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const errand = errands.getStore() ?? 'foreground';
    if ((await this.#line.join(errand, patience[errand])) === 'tired') throw new StoreBusy('the database is in use');
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#line.leave();
  }

  /**
   * IMMEDIATE: a transaction that reads first and writes later could not get the lock any more.
   * While another program has it (a backup tool, say), this asks again and again instead of
   * waiting inside SQLite, which would hold up everything else that the bot does.
   */
  async beginTransaction(): Promise<void> {
    for (let waited = 0; ; waited += retryEvery) {
      try {
        this.#connection.begin();
        return;
      } catch (cause) {
        if (!isBusy(cause)) throw cause;
        if (waited >= lockPatience) throw new StoreBusy('the database is locked by another program', { cause });
        await setTimeout(retryEvery);
      }
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(): Promise<void> {
    this.#connection.rollback();
  }

  async destroy(): Promise<void> {
    this.#database.close();
  }
}

/**
 * Runs statements, prepared once. After the first error inside a transaction that transaction is
 * dead: SQLite may have rolled it back by itself (a full disk), and a later statement would then
 * be committed alone. Whatever follows fails with that first error.
 */
class SqliteConnection implements DatabaseConnection {
  readonly #database: SqliteDatabase.Database;
  readonly #broken: (error: unknown) => void;
  readonly #statements = new Map<string, SqliteDatabase.Statement>();
  #failure: { readonly error: unknown } | undefined;

  constructor(database: SqliteDatabase.Database, broken: (error: unknown) => void) {
    this.#database = database;
    this.#broken = broken;
  }

  begin(): void {
    this.#failure = undefined;
    try {
      this.#database.exec('begin immediate');
    } catch (error) {
      if (isBroken(error)) this.#broken(error);
      throw error;
    }
  }

  rollback(): void {
    this.#failure = undefined;
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#failure) throw this.#failure.error;
    const inTransaction = this.#database.inTransaction;
    try {
      const statement = this.#prepare(sql);
      if (statement.reader) return { rows: statement.all(...parameters) as R[] };
      const { changes } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    } catch (error) {
      if (inTransaction) this.#failure = { error };
      if (isBroken(error)) this.#broken(error);
      throw error;
    }
  }

  // biome-ignore lint/correctness/useYield: nothing streams here, and the interface wants a generator
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not supported');
  }

  #prepare(sql: string): SqliteDatabase.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      if (this.#statements.size < 500) this.#statements.set(sql, statement);
    }
    return statement;
  }
}
