import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreBusy } from '../../../src/core/errors.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { type Stores, storesOf } from '../../support/stores.ts';
import { temporaryDatabase } from '../../support/terminal.ts';

describe('Q5: a database that another program has locked', () => {
  let file: ReturnType<typeof temporaryDatabase>;
  let database: Database<Stores>;
  let other: SqliteDatabase.Database;

  beforeEach(async () => {
    file = temporaryDatabase();
    database = await openDatabase(file.path, storesOf);
    other = new SqliteDatabase(file.path);
  });

  afterEach(async () => {
    other.close();
    await database.close();
    file.remove();
  });

  const claim = (key: string) => database.transact(({ receipts }) => receipts.claim(key, '2027-01-01T00:00:00.000Z'));

  test('is waited for without holding up anything else', async () => {
    other.exec('begin immediate');
    const claimed = claim('a');
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
      if (turns === 5) other.exec('commit');
    }, 10);
    expect(await claimed).toBe(true);
    clearInterval(counting);
    // The event loop went on while the lock was waited for.
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  test('refuses honestly in the end, keeps nothing, and works again afterwards', async () => {
    other.exec('begin immediate');
    await expect(claim('a')).rejects.toThrow(StoreBusy);
    other.exec('commit');
    expect(await claim('a')).toBe(true);
  });
});

describe('a transaction that takes very long', () => {
  test('makes the next one give up its turn, and the one after that gets it', async () => {
    const database = await openDatabase(':memory:', storesOf);
    let finish: () => void = () => undefined;
    const long = database.transact(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    await expect(database.transact(async () => 'too late')).rejects.toThrow(StoreBusy);
    const next = database.transact(async () => 'in turn');
    finish();
    await long;
    expect(await next).toBe('in turn');
    await database.close();
  });
});
