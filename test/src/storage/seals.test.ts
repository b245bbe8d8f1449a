import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../../../src/random.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { settleKeys } from '../../../src/storage/seals.ts';
import { createStores } from '../../../src/storage/stores.ts';
import { createVault, type VaultKey } from '../../../src/vault/vault.ts';
import { aChange, added, aLetter, aMember, aQuestion, aWriter, now } from '../../support/samples.ts';
import { temporaryDatabase } from '../../support/terminal.ts';

const old: VaultKey = { id: 'old', bytes: new Uint8Array(32).fill(1) };
const young: VaultKey = { id: 'young', bytes: new Uint8Array(32).fill(2) };

function file(): string {
  const { path, remove } = temporaryDatabase();
  onTestFinished(remove);
  return path;
}

async function open(path: string, ...keys: readonly VaultKey[]) {
  const vault = createVault(keys);
  return openDatabase(
    path,
    (trx, afterwards) => createStores(trx, createRandom(), vault, afterwards),
    (trx) => settleKeys(trx, vault),
  );
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Keeps a letter whose writer and sheet hold what must not be readable. */
async function keepSecrets({ transact }: Opened): Promise<string> {
  return transact(async (stores) => {
    const maya = await aMember(stores, 'maya');
    const writer = aWriter(maya, 'chen', { email: 'chen@hospital.org', notes: 'likes Bach' });
    const letter = aLetter(maya, 'L1', 'chen', { sheet: 'the sepsis project' });
    await stores.letters.apply(aChange(maya, added(writer, letter)));
    return maya;
  });
}

async function secretsOf({ transact }: Opened, member: string) {
  return transact(async ({ letters }) => {
    const found = await letters.find(member, 'L1');
    const [change] = await letters.history(member, 'all');
    return [found?.writer.email, found?.writer.notes, found?.letter.sheet, change?.records[0]?.after];
  });
}

const texts = ['chen@hospital.org', 'likes Bach', 'the sepsis project'];

/** Every text of every table. */
function dump(path: string): string {
  const database = new SqliteDatabase(path, { readonly: true });
  const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const all = tables.map((table) => JSON.stringify(database.prepare(`select * from "${table}"`).all()));
  database.close();
  return all.join('\n');
}

describe('what lies sealed', () => {
  it('is read back by the stores and by nobody who reads the file, the journal included', async () => {
    const path = file();
    const database = await open(path, old);
    const maya = await keepSecrets(database);
    expect((await secretsOf(database, maya)).slice(0, 3)).toEqual(texts);
    await database.close();
    const seen = dump(path);
    for (const text of texts) expect(seen).not.toContain(text);
    // A name stands in its own row alone, not in the journal too.
    expect(seen.match(/Dr\. chen/gu)).toHaveLength(1);
  });

  it('is sealed anew with a key that is put in front, after which the old one can go', async () => {
    const path = file();
    const first = await open(path, old);
    const maya = await keepSecrets(first);
    await first.close();

    await (await open(path, young, old)).close();
    expect(dump(path)).not.toContain('"old.');
    const after = await open(path, young);
    expect((await secretsOf(after, maya)).slice(0, 3)).toEqual(texts);
    await after.close();
  });

  it('is sealed anew also where the names of both keys differ in their case alone', async () => {
    const path = file();
    const first = await open(path, { ...old, id: 'Key' });
    const maya = await keepSecrets(first);
    await first.close();

    await (await open(path, { ...young, id: 'key' }, { ...old, id: 'Key' })).close();
    const after = await open(path, { ...young, id: 'key' });
    expect((await secretsOf(after, maya)).slice(0, 3)).toEqual(texts);
    await after.close();
  });

  it('is sealed anew also while it waits for an answer', async () => {
    const path = file();
    const first = await open(path, old);
    const question = aQuestion('1');
    await first.transact(({ adapterStores }) => adapterStores('slack').inbox.keep(question, now));
    await first.close();
    expect(dump(path)).not.toContain('how many');

    await (await open(path, young, old)).close();
    const after = await open(path, young);
    const left = await after.transact(({ adapterStores }) => adapterStores('slack').inbox.left(now, 2));
    expect(left.questions).toEqual([{ ...question, at: now }]);
    await after.close();
  });

  it('makes a start without its key, or with another of its name, fail with a sentence and change nothing', async () => {
    const path = file();
    const first = await open(path, old);
    const maya = await keepSecrets(first);
    await first.close();

    await expect(open(path, young)).rejects.toThrow('sealed with the key “old”, which is not at hand');
    await expect(open(path, { ...young, id: 'old' })).rejects.toThrow('The key “old” is not the one');
    const again = await open(path, old);
    expect((await secretsOf(again, maya)).slice(0, 3)).toEqual(texts);
    await again.close();
  });

  it('does not open in another account or row', async () => {
    const path = file();
    const first = await open(path, old);
    const maya = await keepSecrets(first);
    const ben = await first.transact(async (stores) => {
      const member = await aMember(stores, 'ben');
      await stores.letters.apply(aChange(member, added(aWriter(member, 'silva'), aLetter(member, 'L2', 'silva'))));
      return member;
    });
    await first.close();
    const database = new SqliteDatabase(path);
    database.exec(
      `update writers set email = (select email from writers where member = '${maya}') where member = '${ben}'`,
    );
    database.close();
    const again = await open(path, old);
    await expect(again.transact(({ letters }) => letters.list(ben))).rejects.toThrow();
    expect((await secretsOf(again, maya))[0]).toBe(texts[0]);
    await again.close();
  });
});
