import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, type Trx } from '../../../src/storage/database.ts';
import { aChange, added, aLetter, aMember, aWriter } from '../../support/samples.ts';
import { storesOf } from '../../support/stores.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function open(path = ':memory:') {
  const database = await openDatabase(path, (trx) => trx);
  onTestFinished(() => database.close());
  return database.transact;
}

const note = (trx: Trx, key: string, at = 'now') => trx.insertInto('receipts').values({ key, at }).execute();

const noted = async (trx: Trx) => (await trx.selectFrom('receipts').select('key').orderBy('key').execute()).map(keyOf);

const keyOf = ({ key }: { readonly key: string }) => key;

/** More than a few pages of text, to fill a small disk. */
const bulk = 'x'.repeat(200_000);

describe('a transaction', () => {
  it('keeps everything or, when its work throws, nothing', async () => {
    const transact = await open();
    await transact((trx) => note(trx, 'before'));
    const failing = transact(async (trx) => {
      await note(trx, 'first half');
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await transact(noted)).toEqual(['before']);
  });

  it('keeps nothing when a statement fails, and reports that failure', async () => {
    const transact = await open();
    await transact((trx) => note(trx, 'same'));
    const failing = transact(async (trx) => {
      await note(trx, 'first half');
      await note(trx, 'same');
    });
    await expect(failing).rejects.toThrow('UNIQUE constraint failed: receipts.key');
    expect(await transact(noted)).toEqual(['same']);
  });

  it('is dead after its first failure: what follows fails with it, even if the work went on', async () => {
    const transact = await open();
    await transact((trx) => note(trx, 'same'));
    const later: unknown[] = [];
    const swallowing = transact(async (trx) => {
      await note(trx, 'first half');
      await note(trx, 'same').catch((error: unknown) => later.push(error));
      await note(trx, 'second half').catch((error: unknown) => later.push(error));
      await trx
        .selectFrom('receipts')
        .selectAll()
        .execute()
        .catch((error: unknown) => later.push(error));
      return 'all went well';
    });
    await expect(swallowing).rejects.toThrow('UNIQUE constraint failed: receipts.key');
    expect(later).toHaveLength(3);
    expect(new Set(later).size).toBe(1);
    expect(await transact(noted)).toEqual(['same']);
  });

  it('Q3: keeps nothing when the disk is full, though SQLite rolled back by itself and the work went on', async () => {
    const transact = await open(join(tempFolder(), 'a.db'));
    await transact(async (trx) => {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(trx);
      await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 4)}`.execute(trx);
    });
    const filling = transact(async (trx) => {
      await note(trx, 'small');
      await note(trx, 'large', bulk).catch(() => undefined);
      // Alone this one would fit.
      await note(trx, 'afterwards').catch(() => undefined);
    });
    await expect(filling).rejects.toThrow('database or disk is full');
    expect(await transact(noted)).toEqual([]);

    await transact((trx) => sql`pragma max_page_count = 100000`.execute(trx));
    await transact((trx) => note(trx, 'large', bulk));
    expect(await transact(noted)).toEqual(['large']);
  });

  it('leaves a usable database behind, whatever happened in it', async () => {
    const transact = await open();
    const failing = transact((trx) => sql`select nonsense`.execute(trx));
    await expect(failing).rejects.toThrow('no such column');
    await transact((trx) => note(trx, 'after'));
    expect(await transact(noted)).toEqual(['after']);
  });

  it('is refused at once inside another, which would wait for itself', async () => {
    const transact = await open();
    const nested = transact(async (trx) => {
      await note(trx, 'outer');
      await transact((inner) => note(inner, 'inner'));
    });
    await expect(nested).rejects.toThrow('a transaction was begun inside another');
    expect(await transact(noted)).toEqual([]);
  });

  it('may follow another in the same work of a caller', async () => {
    const transact = await open();
    await transact((trx) => note(trx, 'one'));
    await transact((trx) => note(trx, 'two'));
    expect(await transact(noted)).toEqual(['one', 'two']);
  });

  it('runs after those that were asked for earlier, never between their statements', async () => {
    const transact = await open();
    const steps: string[] = [];
    const callers = Array.from({ length: 20 }, (_, index) =>
      transact(async (trx) => {
        steps.push(`${index} begins`);
        const before = (await noted(trx)).length;
        for (let turn = 0; turn < index % 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        await note(trx, `${index}`);
        steps.push(`${index} ends`);
        return before;
      }),
    );
    expect(await Promise.all(callers)).toEqual(callers.map((_, index) => index));
    expect(steps).toEqual(callers.flatMap((_, index) => [`${index} begins`, `${index} ends`]));
  });

  it('lets the next one run when one fails', async () => {
    const transact = await open();
    const results = await Promise.allSettled([
      transact((trx) => note(trx, 'same')),
      transact((trx) => note(trx, 'same')),
      transact((trx) => note(trx, 'other')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('what was deleted', () => {
  it('is not in the bytes of the file after a checkpoint', async () => {
    const folder = tempFolder();
    const database = await openDatabase(join(folder, 'a.db'), (trx) => ({ trx, ...storesOf(trx) }));
    onTestFinished(() => database.close());
    const { transact } = database;
    const maya = await transact((stores) => aMember(stores, 'maya'));
    await transact(async (stores) => {
      for (let number = 1; number <= 50; number += 1) {
        const writer = aWriter(maya, `W${number}`, { name: `Dr. Quetzalcoatl ${number}`, met: 'Quetzalcoatl Clinic' });
        await stores.letters.apply(aChange(maya, added(writer, aLetter(maya, `L${number}`, writer.id))));
      }
    });
    expect(bytesIn(folder)).toContain('Quetzalcoatl');

    await transact(({ trx }) => trx.deleteFrom('members').where('id', '=', maya).execute());
    expect(await transact(({ trx }) => trx.selectFrom('letters').selectAll().execute())).toEqual([]);
    checkpoint(join(folder, 'a.db'));
    expect(bytesIn(folder)).not.toContain('Quetzalcoatl');
  });
});

function checkpoint(path: string): void {
  const connection = new SqliteDatabase(path);
  expect(connection.pragma('wal_checkpoint(truncate)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }]);
  connection.close();
}

function bytesIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
}
