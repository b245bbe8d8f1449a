import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { aChange, added, aLetter, aMember, aWriter } from '../support/samples.ts';
import { storesOf } from '../support/stores.ts';
import { temporaryDatabase } from '../support/terminal.ts';
import { type History, judgeAnswers, judgeArrivals, judgeDatabase, newHistory } from './history.ts';

const owned = { user: 'maya', added: 'done' } as const;

/** A database with the letter of Dr. Chen. */
async function databaseWithOne(): Promise<string> {
  const { path, remove } = temporaryDatabase();
  onTestFinished(remove);
  const { transact, close } = await openDatabase(path, storesOf);
  await transact(async (stores) => {
    const maya = await aMember(stores, 'maya');
    const writer = aWriter(maya, 'w1', { name: 'Dr. Chen' });
    await stores.letters.apply(aChange(maya, added(writer, aLetter(maya, 'l1', 'w1'))));
  });
  await close();
  return path;
}

function historyWith(letters: History['letters'], erased: History['erased'] = new Map()): History {
  return { ...newHistory(), letters, erased };
}

test.each<[string, string, History, readonly string[]]>([
  ['all is well', '', historyWith(new Map([['Dr. Chen', owned]])), []],
  ['nobody knows whether it was added', '', historyWith(new Map([['Dr. Chen', { ...owned, added: 'asked' }]])), []],
  [
    'a confirmed letter is not there',
    '',
    historyWith(
      new Map([
        ['Dr. Chen', owned],
        ['Dr. Li', owned],
      ]),
    ),
    ['the letter of Dr. Li is lost'],
  ],
  [
    'a removed letter is there',
    '',
    historyWith(new Map([['Dr. Chen', { ...owned, removed: 'done' }]])),
    ['the letter of Dr. Chen is back'],
  ],
  [
    'an erased letter is there',
    '',
    historyWith(new Map(), new Map([['Dr. Chen', 'done']])),
    ['Dr. Chen was erased and is there'],
  ],
  ['a letter is there that nobody asked for', '', newHistory(), ['nobody asked for the letter of Dr. Chen']],
  [
    'a letter is there without its change',
    'delete from changes',
    historyWith(new Map([['Dr. Chen', owned]])),
    ['1 letters of 0 added and 0 removed'],
  ],
  [
    'a row lost what it points to',
    'delete from members',
    historyWith(new Map([['Dr. Chen', owned]])),
    ['a row points to one that is gone'],
  ],
])('is judged: %s', async (_, damage, history, wrong) => {
  const path = await databaseWithOne();
  if (damage !== '') {
    const database = new SqliteDatabase(path);
    database.pragma('foreign_keys = off');
    database.exec(damage);
    database.close();
  }
  expect(judgeDatabase(path, history)).toEqual(wrong);
});

test('a reminder that was confirmed arrives once; one that was not, at most once', () => {
  const history = {
    ...newHistory(),
    reminders: new Map([
      ['call a', 'done' as const],
      ['call b', 'asked' as const],
    ]),
  };
  expect(judgeArrivals(['do: call a'], history)).toEqual([]);
  expect(judgeArrivals(['do: call b', 'do: call b'], history)).toEqual([
    'call a never arrived',
    'call b arrived 2 times',
  ]);
});

test('a question that was taken is answered once, unless the bot was killed at it again and again', () => {
  const question = { event: 'Ev1', user: 'maya', channel: 'D1' };
  const history = {
    ...newHistory(),
    questions: new Map([
      ['1', { ...question, state: 'done' as const, kills: 2 }],
      ['2', { ...question, state: 'done' as const, kills: 3 }],
      ['3', { ...question, state: 'asked' as const, kills: 0 }],
    ]),
  };
  expect(judgeAnswers(['3', '3'], history)).toEqual([
    'the question 1 was never answered',
    'the question 3 was answered 2 times',
  ]);
});
