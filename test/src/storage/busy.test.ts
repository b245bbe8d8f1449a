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

describe('what somebody waits for', () => {
  test('goes before what is done in the background, which has its turn all the same', async () => {
    const { transact, inBackground, close } = await openDatabase(':memory:', storesOf);
    const order: string[] = [];
    const begun = gate();
    const finish = gate();
    const first = transact(async () => {
      begun.open();
      await finish.passed;
    });
    await begun.passed;
    const note = (name: string) => async () => void order.push(name);
    const waiting = [
      inBackground(note('background 1')),
      inBackground(note('background 2')),
      ...Array.from({ length: 15 }, (_, index) => transact(note(`command ${index}`))),
    ];
    finish.open();
    await Promise.all([first, ...waiting]);
    expect(order.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, index) => `command ${index}`));
    expect(order[10]).toBe('background 1');
    expect(order.at(-1)).toBe('background 2');
    await close();
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

function gate(): { readonly open: () => void; readonly passed: Promise<void> } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}
