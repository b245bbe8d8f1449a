import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { Kysely, sql, type Transaction } from 'kysely';
import type { Transact } from '../core/dispatch.ts';
import { migrate } from './migrator.ts';
import { errands, lockFile, openSqlite, sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Where stores are made from: a transaction, and nothing else. */
export type Trx = Transaction<Tables>;

/** What a transaction can ask for, once it is committed. */
export interface Afterwards {
  /** Leaves no byte of what was deleted in the write-ahead log either. */
  scrub(): void;
}

export interface Database<P> {
  /**
   * The only way to the data. All of the work is kept or, when it throws, none. Work must not
   * wait for the network: everybody else waits for it. A transaction inside another would wait
   * for itself, so it is refused.
   */
  readonly transact: Transact<P>;
  /** The same for what nobody waits for just now: whoever is waited for goes first. */
  readonly inBackground: Transact<P>;
  /** The migrations that ran when it was opened. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens the file, takes its lock, migrates, settles what must be settled before anybody reads, and
 * hands out transactions. `portsOf` makes the stores for one transaction. `broken` is called when the
 * file can be trusted no more: the process has to end, and the next start recovers.
 */
export async function openDatabase<P>(
  path: string,
  portsOf: (trx: Trx, afterwards: Afterwards) => P,
  settle: (trx: Trx) => Promise<void> = async () => undefined,
  broken: (error: unknown) => void = () => undefined,
): Promise<Database<P>> {
  const unlock = path === ':memory:' ? () => undefined : lockAfterFolder(path);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(path), broken) });
  try {
    const migrated = await migrate(db);
    await db.transaction().execute(settle);
    const transact = transactor(db, portsOf);
    const inBackground: Transact<P> = async (work) => {
      const done = await errands.run('background', () => transact(work));
      // SQLite answers at once: a thousand transactions in a row would be one long turn of the event loop.
      await setImmediate();
      return done;
    };
    return { transact, inBackground, migrated, close: async () => close(db, unlock) };
  } catch (error) {
    await close(db, unlock);
    throw error;
  }
}

/** The database file is made first, so that a missing folder is reported as what it is. */
function lockAfterFolder(path: string): () => void {
  openSqlite(path).close();
  return lockFile(path);
}

async function close(db: Kysely<Tables>, unlock: () => void): Promise<void> {
  await db.destroy();
  unlock();
}

function transactor<P>(db: Kysely<Tables>, portsOf: (trx: Trx, afterwards: Afterwards) => P): Transact<P> {
  const inside = new AsyncLocalStorage<true>();
  let dirty = false;
  const afterwards: Afterwards = {
    scrub() {
      dirty = true;
    },
  };
  return (work) => {
    if (inside.getStore()) return Promise.reject(new Error('a transaction was begun inside another'));
    return inside.run(true, async () => {
      const result = await db.transaction().execute((trx) => work(portsOf(trx, afterwards)));
      if (dirty) dirty = !(await scrub(db));
      return result;
    });
  };
}

/** False while somebody else reads the file: the next transaction tries again. */
async function scrub(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}
