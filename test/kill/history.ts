import SqliteDatabase from 'better-sqlite3';

/** What became of something that somebody asked for: nobody knows whether `asked` was done; the rest was confirmed. */
type State = 'asked' | 'done';

interface AskedLetter {
  readonly user: string;
  readonly added: State;
  /** Once somebody asked for it. */
  readonly removed?: State;
}

interface AskedQuestion {
  /** Slack sends it again, as the same event, until it is taken. */
  readonly state: State;
  readonly event: string;
  readonly user: string;
  readonly channel: string;
  /** How often the bot was killed since it was asked: it may have taken it without being able to say so. */
  readonly kills: number;
}

/** An answer is tried twice after the first time: one at which the bot is killed each time is given up. */
const givenUpAfter = 3;

/** What people asked of a bot that is killed again and again, and what it owes them. */
export interface History {
  /** Letters by the name of their writer. */
  readonly letters: Map<string, AskedLetter>;
  /** Reminders by their text. */
  readonly reminders: Map<string, State>;
  /** Questions by the thread that they began. */
  readonly questions: Map<string, AskedQuestion>;
  /** Letters of somebody who leaves, by name: whether they are erased. */
  readonly erased: Map<string, State>;
}

export function newHistory(): History {
  return { letters: new Map(), reminders: new Map(), questions: new Map(), erased: new Map() };
}

/** What must not be, in sentences: of a database that nobody has open. */
export function judgeDatabase(path: string, { letters, erased }: History): readonly string[] {
  const wrong: string[] = [];
  const database = new SqliteDatabase(path);
  try {
    const sound = database.pragma('integrity_check', { simple: true });
    if (sound !== 'ok') wrong.push(`the database is damaged: ${sound}`);
    if ((database.pragma('foreign_key_check') as unknown[]).length > 0) wrong.push('a row points to one that is gone');
    const hasLetters = database.prepare("select 1 from sqlite_schema where name = 'changes'").get();
    const names = hasLetters ? lettersIn(database) : [];
    for (const [name, { added, removed }] of letters) {
      const count = names.filter((one) => one === name).length;
      if (count > 1) wrong.push(`the letter of ${name} is there ${count} times`);
      if (added === 'done' && removed === undefined && count === 0) wrong.push(`the letter of ${name} is lost`);
      if (removed === 'done' && count > 0) wrong.push(`the letter of ${name} is back`);
    }
    for (const name of names) {
      if (erased.get(name) === 'done') wrong.push(`${name} was erased and is there`);
      else if (!letters.has(name) && !erased.has(name)) wrong.push(`nobody asked for the letter of ${name}`);
    }
    if (hasLetters) wrong.push(...halves(database));
  } finally {
    database.close();
  }
  return wrong;
}

function lettersIn(database: SqliteDatabase.Database): readonly string[] {
  const names = database.prepare('select w.name from letters l join writers w on w.id = l.writer').pluck().all();
  return names as string[];
}

/** Every letter comes with the change that made it, and goes with the one that removed it. */
function halves(database: SqliteDatabase.Database): readonly string[] {
  const count = (sql: string) => database.prepare(sql).pluck().get() as number;
  const added = count("select count(*) from changes where command = 'lor add'");
  const removed = count("select count(*) from changes where command = 'lor remove'");
  const letters = count('select count(*) from letters');
  return added - removed === letters ? [] : [`${letters} letters of ${added} added and ${removed} removed`];
}

/** What must not be, of the threads in which the bot said something. */
export function judgeAnswers(threads: readonly string[], { questions }: History): readonly string[] {
  return [...questions].flatMap(([thread, { state, kills }]) => {
    const copies = threads.filter((one) => one === thread).length;
    if (copies > 1) return [`the question ${thread} was answered ${copies} times`];
    return state === 'done' && copies === 0 && kills < givenUpAfter
      ? [`the question ${thread} was never answered`]
      : [];
  });
}

/** Those that were taken, and those of them that were given up. */
export function countAnswers(threads: readonly string[], { questions }: History) {
  const taken = [...questions].filter(([, { state }]) => state === 'done');
  return { taken: taken.length, answered: taken.filter(([thread]) => threads.includes(thread)).length };
}

/** What must not be, of the texts that arrived, once all that was due had time to arrive. */
export function judgeArrivals(texts: readonly string[], { reminders }: History): readonly string[] {
  return [...reminders].flatMap(([text, state]) => {
    const copies = texts.filter((one) => one.includes(text)).length;
    if (copies > 1) return [`${text} arrived ${copies} times`];
    return state === 'done' && copies === 0 ? [`${text} never arrived`] : [];
  });
}
