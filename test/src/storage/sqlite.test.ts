import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { DatabaseUnusable, openSqlite } from '../../../src/storage/sqlite.ts';
import { tempFolder } from '../../support/temp-folder.ts';

function settingsOf(database: SqliteDatabase.Database) {
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout', 'journal_size_limit'];
  return Object.fromEntries(names.map((name) => [name, database.pragma(name, { simple: true })]));
}

const safe = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  busy_timeout: 0,
  journal_size_limit: 67_108_864,
};

describe('a database file', () => {
  it('is opened with every setting that keeps it whole, the first time and every time after', () => {
    const path = join(tempFolder(), 'a.db');
    for (const time of ['first', 'second', 'third']) {
      const database = openSqlite(path);
      expect([time, settingsOf(database)]).toEqual([time, safe]);
      database.exec(`create table ${time} (x) strict`.replace('(x)', '(x text)'));
      database.close();
    }
  });

  it('is readable by its owner only, also when somebody had opened it up', async () => {
    const path = join(tempFolder(), 'a.db');
    writeFileSync(path, '', { mode: 0o666 });
    const database = await openDatabase(path, (trx) => trx);
    onTestFinished(() => database.close());
    await database.transact((trx) => trx.insertInto('receipts').values({ key: 'k', at: 't' }).execute());
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      expect([file, (statSync(file).mode & 0o777).toString(8)]).toEqual([file, '600']);
    }
  });

  it('is made with the folders that it lies in', async () => {
    const path = join(tempFolder(), 'not', 'yet', 'a.db');
    const database = await openDatabase(path, (trx) => trx);
    await database.close();
    expect(statSync(path).isFile()).toBe(true);
  });

  it('says in a sentence that it cannot be made where it should be', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, 'file', 'a.db');
    const opening = openDatabase(path, (trx) => trx);
    await expect(opening).rejects.toThrow(DatabaseUnusable);
    await expect(opening).rejects.toThrow(`The database ${path} cannot be opened`);
  });

  it.each([
    ['some other file', (path: string) => writeFileSync(path, 'Dear committee, '.repeat(500))],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('says in a sentence that %s is no database', async (_, make) => {
    const path = join(tempFolder(), 'a.db');
    make(path);
    const opening = openDatabase(path, (trx) => trx);
    await expect(opening).rejects.toThrow(DatabaseUnusable);
    await expect(opening).rejects.toThrow(`The database ${path} cannot be opened`);
  });
});

describe('a file', () => {
  it('of another program is refused, and stays as it was to the byte', async () => {
    const path = join(tempFolder(), 'photos.db');
    const theirs = new SqliteDatabase(path);
    theirs.exec('create table photos (name text); insert into photos values (1)');
    theirs.close();
    chmodSync(path, 0o644);
    const before = readFileSync(path);
    await expect(openDatabase(path, (trx) => trx)).rejects.toThrow(`${path} is a database of another program.`);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o644);
  });

  it('of ours is marked as such, also one from before files were marked', async () => {
    const path = join(tempFolder(), 'a.db');
    await (await openDatabase(path, (trx) => trx)).close();
    const marked = () => {
      const file = new SqliteDatabase(path);
      const mark = file.pragma('application_id', { simple: true });
      file.pragma('application_id = 0');
      file.close();
      return mark;
    };
    expect(marked()).toBe(0x6c6f7262);
    await (await openDatabase(path, (trx) => trx)).close();
    expect(marked()).toBe(0x6c6f7262);
  });
});

describe('Q6: a second bot on the same file', () => {
  it('is refused with a sentence that says what to do', async () => {
    const path = join(tempFolder(), 'a.db');
    const first = await openDatabase(path, (trx) => trx);
    const second = openDatabase(path, (trx) => trx);
    await expect(second).rejects.toThrow(
      `Another lorbot is using ${path}. Stop it first, or give this one a file of its own with LORBOT_DATABASE.`,
    );
    await first.close();
  });

  it('may start once the first has stopped', async () => {
    const path = join(tempFolder(), 'a.db');
    await (await openDatabase(path, (trx) => trx)).close();
    await (await openDatabase(path, (trx) => trx)).close();
  });

  it('is refused while another process lives, and may start after that was killed', async () => {
    const path = join(tempFolder(), 'a.db');
    const child = await anotherProcess(path);
    await expect(openDatabase(path, (trx) => trx)).rejects.toThrow('Another lorbot is using');

    child.kill('SIGKILL');
    await once(child, 'exit');
    const mine = await openDatabase(path, (trx) => trx);
    onTestFinished(() => mine.close());
    const kept = await mine.transact((trx) => trx.selectFrom('receipts').selectAll().execute());
    expect(kept).toEqual([{ key: 'acknowledged', at: 'before the kill' }]);
  });
});

/** The compiled bot's database in a process of its own, with one row written. */
async function anotherProcess(path: string): Promise<ChildProcess> {
  const module = pathToFileURL(join(import.meta.dirname, '../../../dist/src/storage/database.js')).href;
  const program = `
    import { openDatabase } from ${JSON.stringify(module)};
    const { transact } = await openDatabase(${JSON.stringify(path)}, (trx) => trx);
    await transact((trx) => trx.insertInto('receipts').values({ key: 'acknowledged', at: 'before the kill' }).execute());
    console.log('open');
    setInterval(() => undefined, 60_000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  expect(String(said)).toContain('open');
  return child;
}
