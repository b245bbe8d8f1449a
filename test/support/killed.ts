import SqliteDatabase from 'better-sqlite3';
import type { AdapterStore } from '../../src/core/ports.ts';

/**
 * The memory of an adapter whose bot is killed before it can note that a question was answered:
 * once it is stopped, its file is as the kill leaves it.
 */
export function killedBeforeDone(store: AdapterStore): AdapterStore {
  return { ...store, inbox: { ...store.inbox, done: async () => undefined } };
}

/** The questions in a file that are still to be answered. */
export function openQuestions(path: string) {
  const database = new SqliteDatabase(path, { readonly: true });
  const rows = database.prepare('select * from inbox order by at').all() as {
    readonly user: string;
    readonly tries: number;
    readonly value: string;
  }[];
  database.close();
  return rows;
}

/** Has all questions in a file come in earlier by so many minutes. */
export function ageQuestions(path: string, minutes: number): void {
  const database = new SqliteDatabase(path);
  const earlier = new Date(Date.now() - minutes * 60_000).toISOString();
  database.prepare('update inbox set at = ?').run(earlier);
  database.close();
}
