import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../migrations/index.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { DatabaseUnusable } from '../../../src/storage/sqlite.ts';
import { tempFolder } from '../../support/temp-folder.ts';

interface TableInfo {
  readonly name: string;
  readonly strict: number;
}

/** Tables of ours; Kysely's own ledger and SQLite's are its own business. */
function tablesIn(path: string): readonly TableInfo[] {
  const database = new SqliteDatabase(path, { readonly: true });
  const tables = database.pragma('table_list') as TableInfo[];
  database.close();
  return tables.filter(({ name }) => !/^(?:sqlite|kysely)_/u.test(name));
}

async function openAndClose(path: string): Promise<readonly string[]> {
  const { migrated, close } = await openDatabase(path, (trx) => trx);
  await close();
  return migrated;
}

describe('migrations', () => {
  it('run once, in their order', async () => {
    const path = join(tempFolder(), 'a.db');
    expect(await openAndClose(path)).toEqual(Object.keys(migrations));
    expect(Object.keys(migrations)).toEqual(Object.keys(migrations).toSorted());
    expect(await openAndClose(path)).toEqual([]);
  });

  it('make STRICT tables, every one of them', async () => {
    const path = join(tempFolder(), 'a.db');
    await openAndClose(path);
    const tables = tablesIn(path);
    expect(tables.length).toBeGreaterThanOrEqual(11);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it('make tables that refuse a row of the wrong shape', async () => {
    const { transact, close } = await openDatabase(':memory:', (trx) => trx);
    const wrong = transact((trx) => sql`insert into receipts (key, at) values ('k', x'00ff')`.execute(trx));
    await expect(wrong).rejects.toThrow('cannot store BLOB value in TEXT column receipts.at');
    await close();
  });

  it('leave nothing behind when one in the middle fails, and run whole once the cause is gone', async () => {
    const path = join(tempFolder(), 'a.db');
    const inTheWay = new SqliteDatabase(path);
    inTheWay.exec('pragma application_id = 0x6c6f7262; create table digests (id text) strict');
    inTheWay.close();

    await expect(openDatabase(path, (trx) => trx)).rejects.toThrow('table "digests" already exists');
    expect(tablesIn(path).map(({ name }) => name)).toEqual(['digests']);

    const removing = new SqliteDatabase(path);
    removing.exec('drop table digests');
    removing.close();
    expect(await openAndClose(path)).toEqual(Object.keys(migrations));
  });

  it('let go of the file when one fails', async () => {
    const path = join(tempFolder(), 'a.db');
    const inTheWay = new SqliteDatabase(path);
    inTheWay.exec('pragma application_id = 0x6c6f7262; create table members (id text) strict');
    inTheWay.close();
    for (const time of ['first', 'second']) {
      const message = await openDatabase(path, (trx) => trx).catch((error: Error) => `${time}: ${error.message}`);
      expect(message).toContain(`${time}: table "members" already exists`);
    }
  });

  it('are refused in a sentence when the database is newer than the program', async () => {
    const path = join(tempFolder(), 'a.db');
    const { transact, close } = await openDatabase(path, (trx) => trx);
    await transact((trx) =>
      sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(trx),
    );
    await close();
    const opening = openDatabase(path, (trx) => trx);
    await expect(opening).rejects.toThrow(DatabaseUnusable);
    await expect(opening).rejects.toThrow(/used by a newer lorbot.*9999-later.*Start that version again/u);
  });
});
