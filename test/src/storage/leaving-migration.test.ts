import { Kysely, sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../../migrations/index.ts';
import { openSqlite, sqliteDialect } from '../../../src/storage/sqlite.ts';

const before = Object.entries(migrations).filter(([name]) => name < '0012');

it('whoever was there before use was noted is taken to be where their account belongs, or by themselves', async () => {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(openSqlite(':memory:'), () => undefined) });
  onTestFinished(() => db.destroy());
  for (const [, migration] of before) await migration.up(db);
  await sql`insert into communities (id, platform, workspace, created_at) values ('c1', 'slack', 'W1', '2027-01-01')`.execute(
    db,
  );
  const people = [
    ['m1', 'slack', 'W1', 'maya'],
    ['m2', 'slack', 'W2', 'noah'],
    ['m3', 'slack', 'W2', 'ben'],
    ['m4', 'discord', '', 'ana'],
  ] as const;
  for (const [id, platform, workspace, account] of people) {
    await sql`insert into members (id, platform, workspace, account, specialties, reminders, created_at)
      values (${id}, ${platform}, ${workspace}, ${account}, '[]', 0, ${`2027-02-0${id.slice(1)}`})`.execute(db);
  }

  await migrations['0012-leaving']?.up(db);

  const rows = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows;
  expect(
    await rows(sql`select member, workspace, seen_at, left_at from memberships
    join communities on communities.id = community order by member`),
  ).toEqual([
    { member: 'm1', workspace: 'W1', seen_at: '2027-01-01', left_at: null },
    { member: 'm2', workspace: 'W2', seen_at: '2027-02-02', left_at: null },
    { member: 'm3', workspace: 'W2', seen_at: '2027-02-02', left_at: null },
  ]);
  expect(await rows(sql`select id from members where personal = 1`)).toEqual([{ id: 'm4' }]);
});
