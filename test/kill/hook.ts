import { isMainThread, Worker } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';
import { readPoint } from './point.ts';

// Loaded into the bot before the bot itself: it counts what the bot does to its database, and ends
// the process at one point, as a power cut would. Nothing of the bot is changed.

/** Pages of the log after which a commit copies them into the file: so few that most commits do. */
const checkpointAfter = 8;

const point = readPoint(process.env.LORBOT_TEST_KILL ?? '');

const sorts = {
  write: /^\s*(?:insert|update|delete|replace|create|alter|drop|commit)\b/iu,
  commit: /^\s*commit\b/iu,
  checkpoint: /^\s*pragma wal_checkpoint/iu,
} as const;

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Another thread ends the process while this one is inside SQLite, some microseconds after the word. */
function executioner(microseconds: number): () => void {
  const word = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(
    `const { workerData: { word, microseconds } } = require('node:worker_threads');
     Atomics.wait(word, 0, 0);
     const until = process.hrtime.bigint() + BigInt(microseconds) * 1000n;
     while (process.hrtime.bigint() < until);
     process.kill(process.pid, 'SIGKILL');`,
    { eval: true, execArgv: [], workerData: { word, microseconds } },
  );
  worker.unref();
  return () => {
    Atomics.store(word, 0, 1);
    Atomics.notify(word, 0);
  };
}

function watch(): void {
  let counted = 0;
  const give = typeof point?.when === 'number' ? executioner(point.when) : undefined;

  /** Does something to the database, and dies before, during or after it when its number has come. */
  function count<T>(sql: string, work: () => T): T {
    if (!point || point.sort === 'none' || !sorts[point.sort].test(sql)) return work();
    counted += 1;
    if (counted !== point.number) return work();
    if (point.when === 'before') die();
    give?.();
    const result = work();
    if (point.when === 'after') die();
    return result;
  }

  const { exec, pragma, prepare } = SqliteDatabase.prototype;
  SqliteDatabase.prototype.exec = function counting(this: SqliteDatabase.Database, sql: string) {
    return count(sql, () => exec.call(this, sql));
  };
  SqliteDatabase.prototype.pragma = function eager(this: SqliteDatabase.Database, source: string, options) {
    const result = pragma.call(this, source, options);
    if (source.startsWith('journal_mode')) pragma.call(this, `wal_autocheckpoint = ${checkpointAfter}`);
    return result;
  };
  SqliteDatabase.prototype.prepare = function prepareCounting(this: SqliteDatabase.Database, sql: string) {
    const statement = prepare.call(this, sql);
    for (const name of ['run', 'all', 'get'] as const) {
      const once = statement[name].bind(statement) as (...parameters: unknown[]) => unknown;
      Object.defineProperty(statement, name, { value: (...given: unknown[]) => count(sql, () => once(...given)) });
    }
    return statement;
  } as typeof prepare;
}

if (isMainThread) watch();
