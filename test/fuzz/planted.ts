import SqliteDatabase from 'better-sqlite3';
import { speaker } from '../support/slack-people.ts';
import { team, type Workspace } from '../support/slack-server.ts';
import type { startSlackBot } from '../support/start-slack-bot.ts';

/** Another workspace with which the bot works. */
export const otherTeam = 'T0ELSEWHERE';

/** Words that two members keep in the bot, and that nobody else may ever read. */
export const secrets = ['Zyxquill', 'Vorbathine', 'Quomlare', 'Ixtrelby', 'Wrothmane', 'Jubzeneth'] as const;

type Bot = Awaited<ReturnType<typeof startSlackBot>>;

/** A member who is to be left in peace. */
export interface Planted {
  readonly user: string;
  readonly team: string;
  /** What is kept, by whoever may read it. */
  readonly words: readonly string[];
}

/** Two members with letters, programs, notes and reminders: one in each workspace. */
export async function plant(bot: Bot, workspace: Workspace): Promise<readonly Planted[]> {
  const [a, b, c, d, e, f] = secrets;
  const planted = [
    { user: workspace.noah, team, words: [a, b, c] },
    { user: workspace.noah, team: otherTeam, words: [d, e, f] },
  ];
  for (const { user, team: home, words } of planted) {
    const [name, program, note] = words;
    const says = (line: string) => speaker(workspace, bot.post, home).types(line, user);
    await says(`/lor add Dr. ${name} due:"in 90 days" email:${name}@example.org met:"${note} ward" title:${note}`);
    await says(`/lor program add ${program} letters:3 notes:"${note} said so"`);
    await says(`/lor remind me "call ${note}" on:"in 60 days"`);
    await says(`/lor writer add ${program} ${note} notes:"${name} knows"`);
  }
  return planted;
}

/** All that a planted member reads of themselves, as JSON. */
export async function readBack(bot: Bot, workspace: Workspace, { user, team: home }: Planted): Promise<string> {
  const people = speaker(workspace, bot.post, home);
  const lines = ['/lor list', '/lor program list', '/lor remind list', '/lor writer list'];
  const read: unknown[] = [];
  for (const line of lines) read.push((await people.types(line, user)).body);
  return JSON.stringify(read);
}

/** What the bot keeps for its own work, and changes with time. */
const working = ['receipts', 'vault_keys', 'deliveries', 'adapter_state', 'holds', 'communities'];

/** Every row of the file, as text, with the table's name in front. */
export function rowsOf(database: string): readonly string[] {
  const reader = new SqliteDatabase(database, { readonly: true });
  try {
    const tables = reader
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%'",
      )
      .all() as { name: string }[];
    return tables.flatMap(({ name }) =>
      working.includes(name)
        ? []
        : (reader.prepare(`select * from ${name}`).all() as object[]).map((row) => `${name} ${JSON.stringify(row)}`),
    );
  } finally {
    reader.close();
  }
}

/** The ids of all members in the file. */
export function membersIn(database: string): readonly string[] {
  const reader = new SqliteDatabase(database, { readonly: true });
  try {
    return (reader.prepare('select id from members').all() as { id: string }[]).map(({ id }) => id);
  } finally {
    reader.close();
  }
}
