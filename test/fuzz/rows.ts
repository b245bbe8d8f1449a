import SqliteDatabase from 'better-sqlite3';

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

/** Where the answers of communities lead, as their curators gave it. */
export function linksIn(database: string): readonly string[] {
  const reader = new SqliteDatabase(database, { readonly: true });
  try {
    const rows = reader.prepare('select distinct link from answer_versions where link is not null').all();
    return (rows as { link: string }[]).map(({ link }) => new URL(link).href.replace(/\/$/u, ''));
  } finally {
    reader.close();
  }
}

/** Everything in rows that is a record's id. */
export function idsIn(rows: readonly string[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => [...row.matchAll(/"id":"([^"]+)"/gu)].map(([, id = '']) => id)))];
}

/** Nothing that was there is changed or gone, and nothing has come that is one of the members’. */
export function differences(
  before: readonly string[],
  after: readonly string[],
  own: readonly string[],
): readonly string[] {
  const gone = before.filter((row) => !after.includes(row));
  const more = after.filter((row) => !before.includes(row) && own.some((id) => row.includes(`"member":"${id}"`)));
  return [
    ...gone.map((row) => `what somebody else kept is changed or gone: ${row}`),
    ...more.map((row) => `somebody else has what they did not ask for: ${row}`),
  ];
}
