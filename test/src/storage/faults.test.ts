import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../../migrations/index.ts';
import { type Database, openDatabase, type Trx } from '../../../src/storage/database.ts';
import { aChange, aDelivery, added, aLetter, aMember, aWriter, now } from '../../support/samples.ts';
import { seeded } from '../../support/seeded.ts';
import { type Stores, storesOf } from '../../support/stores.ts';
import { tempFolder } from '../../support/temp-folder.ts';

interface Everything extends Stores {
  readonly trx: Trx;
}

async function open(path: string): Promise<Database<Everything>> {
  return openDatabase(path, (trx, afterwards) => ({ ...storesOf(trx, afterwards), trx }));
}

/** A change over many tables: a member, a writer, a letter, its history, a receipt, a delivery. */
async function addLetter(stores: Everything, name: string): Promise<void> {
  const member = await aMember(stores, `user-${name}`);
  const writer = aWriter(member, `writer-${name}`, { notes: 'x'.repeat(2_000) });
  await stores.letters.apply(
    aChange(member, added(writer, aLetter(member, `letter-${name}`, writer.id)), { id: name }),
  );
  await stores.receipts.claim(name, now);
  await stores.deliveries.enqueue(aDelivery(name));
}

const tables = ['members', 'writers', 'letters', 'changes', 'receipts', 'deliveries'] as const;

/** How many rows there are in each of the tables that such a change writes to. */
function rowsIn(path: string): readonly number[] {
  const database = new SqliteDatabase(path);
  const counts = tables.map((table) => database.prepare(`select count(*) from ${table}`).pluck().get() as number);
  const sound = database.pragma('integrity_check', { simple: true });
  database.close();
  expect(sound).toBe('ok');
  return counts;
}

test('Q3: a disk that is full at any write keeps nothing of a change, and all of it once there is room', async () => {
  const path = join(tempFolder(), 'a.db');
  const { transact, close } = await open(path);
  onTestFinished(close);
  const pages = async () => {
    const { rows } = await transact(({ trx }) => sql<{ page_count: number }>`pragma page_count`.execute(trx));
    return rows[0]?.page_count ?? 0;
  };
  const allow = (count: number) => transact(({ trx }) => sql`pragma max_page_count = ${sql.lit(count)}`.execute(trx));
  let refusals = 0;
  for (let round = 0; round < 8; round += 1) {
    const before = rowsIn(path);
    const begin = await pages();
    for (let more = 0; ; more += 1) {
      await allow(begin + more);
      const outcome = await transact((stores) => addLetter(stores, `${round}`)).then(
        () => 'done',
        (error: Error) => error.message,
      );
      if (outcome === 'done') break;
      expect(outcome).toContain('database or disk is full');
      expect(rowsIn(path)).toEqual(before);
      refusals += 1;
    }
    await allow(100_000);
    expect(rowsIn(path)).toEqual(before.map((count) => count + 1));
  }
  expect(refusals).toBeGreaterThan(8);
});

test('Q5: one who reads for very long holds up no write, and the log shrinks once they have gone', async () => {
  const path = join(tempFolder(), 'a.db');
  const { transact, close } = await open(path);
  onTestFinished(close);
  const reader = new SqliteDatabase(path, { readonly: true });
  reader.exec('begin');
  const seen = () => reader.prepare('select count(*) from letters').pluck().get();
  expect(seen()).toBe(0);
  for (let number = 0; number < 300; number += 1) await transact((stores) => addLetter(stores, `${number}`));
  expect(seen()).toBe(0);
  expect(await transact(({ trx }) => trx.selectFrom('letters').selectAll().execute())).toHaveLength(300);
  const grown = readFileSync(`${path}-wal`).length;
  reader.exec('commit');
  reader.close();
  // Erasing leaves no byte in the log.
  await transact(({ members }) => members.erase('nobody', { platform: 'slack', workspace: 'W1', user: 'nobody' }));
  expect(readFileSync(`${path}-wal`).length).toBeLessThan(grown);
  expect(rowsIn(path)).toEqual(tables.map(() => 300));
});

describe('Q2: power that fails', () => {
  test('at any byte of the log leaves the first so many changes, each of them whole', async () => {
    const folder = tempFolder();
    const [path, copy] = [join(folder, 'a.db'), join(folder, 'copy.db')];
    // What a stop leaves behind is one whole file.
    await (await open(path)).close();
    const { transact, close } = await open(path);
    onTestFinished(close);
    const confirmedAt: number[] = [];
    for (let number = 0; number < 12; number += 1) {
      await transact((stores) => addLetter(stores, `${number}`));
      confirmedAt.push(readFileSync(`${path}-wal`).length);
    }
    copyFileSync(path, join(folder, 'main'));
    const wal = readFileSync(`${path}-wal`);
    const random = seeded(7);
    for (let round = 0; round < 150; round += 1) {
      const cut = Math.floor(random() * (wal.length + 1));
      copyFileSync(join(folder, 'main'), copy);
      writeFileSync(`${copy}-wal`, wal);
      if (round % 2 === 0) truncateSync(`${copy}-wal`, cut);
      else writeFileSync(`${copy}-wal`, damaged(wal, cut));
      const [first = 0, ...others] = rowsIn(copy);
      expect(others).toEqual(others.map(() => first));
      // The first so many, and none of a later one.
      expect(receiptsIn(copy)).toEqual(Array.from({ length: first }, (_, number) => `${number}`));
      // What was confirmed lies before the cut.
      expect(first).toBeGreaterThanOrEqual(confirmedAt.filter((end) => end <= cut).length);
    }
  });

  test('costs nothing that was acknowledged, since each commit waits for the disk', async () => {
    const { transact, close } = await open(join(tempFolder(), 'a.db'));
    onTestFinished(close);
    const { rows } = await transact(({ trx }) => sql<{ synchronous: number }>`pragma synchronous`.execute(trx));
    expect(rows).toEqual([{ synchronous: 2 }]);
  });
});

function receiptsIn(path: string): readonly string[] {
  const database = new SqliteDatabase(path);
  const keys = database.prepare('select key from receipts order by cast(key as integer)').pluck().all() as string[];
  database.close();
  return keys;
}

/** From a byte on, other bytes than were written. */
function damaged(wal: Buffer, from: number): Buffer {
  const copy = Buffer.from(wal);
  copy.fill(0xa5, from, Math.min(from + 512, copy.length));
  return copy;
}

test('Q1: a first start that is cut off at any statement leaves all of it or nothing, and the next one ends as if it had not been', async () => {
  const folder = tempFolder();
  const whole = join(folder, 'whole.db');
  await (await open(whole)).close();
  const [schema, tables] = [schemaOf(whole), tablesOf(whole)];
  let [cuts, nothing] = [0, 0];
  for (let at = 1; ; at += 1) {
    const path = join(folder, `${at}.db`);
    const ended = await cutOffAt(at, () => open(path));
    if (ended === 'whole') break;
    expect(ended).toContain('cut off');
    // Only after the commit is there anything.
    expect([[], tables]).toContainEqual(tablesOf(path));
    if (tablesOf(path).length === 0) nothing += 1;
    cuts += 1;
    // Every start is cut; some are also taken up again, which takes its time.
    if (at % 10 !== 1) continue;
    await (await open(path)).close();
    expect(schemaOf(path)).toEqual(schema);
  }
  expect(nothing).toBeGreaterThan(5 * Object.keys(migrations).length);
  // What comes after the commit is little.
  expect(cuts - nothing).toBeLessThan(5);
});

/** Opens a database, in which the so-manieth statement that changes something fails. */
async function cutOffAt(at: number, work: () => Promise<Database<Everything>>): Promise<string> {
  const { prepare } = SqliteDatabase.prototype;
  let counted = 0;
  SqliteDatabase.prototype.prepare = function counting(this: SqliteDatabase.Database, text: string) {
    const statement = prepare.call(this, text);
    if (!/^\s*(?:create|alter|drop|insert|update|delete|commit)/iu.test(text)) return statement;
    const run = statement.run.bind(statement) as (...given: unknown[]) => unknown;
    Object.defineProperty(statement, 'run', {
      value: (...given: unknown[]) => {
        counted += 1;
        if (counted >= at) throw new Error('cut off');
        return run(...given);
      },
    });
    return statement;
  } as typeof prepare;
  try {
    const database = await work();
    await database.close();
    return 'whole';
  } catch (error) {
    return (error as Error).message;
  } finally {
    SqliteDatabase.prototype.prepare = prepare;
  }
}

/** Tables of ours; the ledger of the migrations is made before them. */
function tablesOf(path: string): readonly string[] {
  const database = new SqliteDatabase(path, { readonly: true });
  const names = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  database.close();
  return names.filter((name) => !/^(?:sqlite|kysely)_/u.test(name));
}

function schemaOf(path: string): unknown {
  const database = new SqliteDatabase(path, { readonly: true });
  const schema = database.prepare('select type, name, sql from sqlite_schema order by type, name').all();
  database.close();
  return schema;
}
