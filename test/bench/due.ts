import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { loadKnowledge } from '../../src/bot.ts';
import type { Instant } from '../../src/core/time.ts';
import { createRandom } from '../../src/random.ts';
import { planDue } from '../../src/reminders/plan.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { storesOf } from '../support/stores.ts';

/** A figure of what a beat costs; `ratio` is to the smallest size, or to the baseline where there is one. */
interface Figure {
  readonly bench: 'due';
  readonly case: string;
  readonly value: number;
  readonly unit: 'microseconds' | 'milliseconds';
  readonly ratio: number;
  readonly runs: number;
  readonly baseline?: string;
  readonly baseline_value?: number;
}

const now: Instant = '2027-09-16T13:00:00.000Z';
const before: Instant = '2027-09-16T12:00:00.000Z';
const sizes = [10_000, 100_000, 1_000_000] as const;
const lettersEach = 6;
/** Members whose moment has come, of however many there are. */
const dueMembers = 1_000;
const wanted = 500;
const communities = 10_000;

const { packs } = loadKnowledge();
const random = createRandom();

/** Finding who is due among ever more letters, a beat in which nothing is, and a morning of many digests. */
export async function* dueBench(): AsyncGenerator<Figure> {
  let first: { readonly find: number; readonly idle: number } | undefined;
  for (const size of sizes) {
    const { find, idle } = await inFolder((path) => amongLetters(path, size));
    first ??= { find, idle };
    const of = `of ${size} letters`;
    yield figure(`next ${wanted} members to look at ${of}`, find, 'microseconds', find / first.find, 51);
    yield figure(`planning of an idle beat ${of}`, idle, 'microseconds', idle / first.idle, 51);
  }
  const { took: ours, rows } = await inFolder(planDigests);
  const raw = await inFolder((path) => insertDeliveries(path, rows));
  const name = `digests of ${communities} communities planned`;
  const beside = { baseline: 'inserts in better-sqlite3', baseline_value: rounded(raw) };
  yield { ...figure(name, ours, 'milliseconds', ours / raw, 1), ...beside };
}

function figure(name: string, value: number, unit: Figure['unit'], ratio: number, runs: number): Figure {
  return { bench: 'due', case: name, value: rounded(value), unit, ratio: rounded(ratio), runs };
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}

async function inFolder<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-bench-'));
  try {
    return await work(join(folder, 'a.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function open(path: string) {
  return openDatabase(path, (trx) => ({ ...storesOf(trx), packs }));
}

/** Makes the tables, and fills them in one transaction. */
async function fill(path: string, work: (raw: SqliteDatabase.Database) => void): Promise<void> {
  await (await open(path)).close();
  const raw = new SqliteDatabase(path);
  raw.transaction(work)(raw);
  raw.close();
}

async function amongLetters(path: string, size: number): Promise<{ find: number; idle: number }> {
  await fill(path, (raw) => fillLetters(raw, size));
  const { transact, close } = await open(path);
  const find = await median(async () => {
    const found = await transact(({ agenda }) => agenda.toLookAt(now, wanted));
    if (found.length !== wanted) throw new Error(`${found.length} members were found`);
  });
  const idle = await median(async () => {
    if (await transact((ports) => planDue(ports, before, random))) throw new Error('something was due');
  });
  await close();
  return { find, idle };
}

function fillLetters(raw: SqliteDatabase.Database, size: number): void {
  const members = Math.ceil(size / lettersEach);
  const member = raw.prepare(`insert into members
    (id, platform, workspace, account, specialties, reminders, created_at, check_at, stale)
    values (?, 'slack', 'W1', ?, '[]', 1, ?, ?, 0)`);
  const writer = raw.prepare("insert into writers (id, member, name) values (?, ?, 'Dr. Chen')");
  const letter = raw.prepare(`insert into letters (id, member, writer, due, stage, reached)
    values (?, ?, ?, '2027-09-30', 'requested', '2027-08-25')`);
  for (let index = 0; index < members; index += 1) {
    const isDue = index % Math.floor(members / dueMembers) === 0;
    const later = `2027-10-${String((index % 28) + 1).padStart(2, '0')}T13:00:00.000Z`;
    member.run(`M${index}`, `U${index}`, before, isDue ? now : later);
    for (let each = 0; each < lettersEach; each += 1) {
      writer.run(`W${index}-${each}`, `M${index}`);
      letter.run(`L${index}-${each}`, `M${index}`, `W${index}-${each}`);
    }
  }
}

/** Microseconds of the middle one of the runs. */
async function median(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 51; run += 1) {
    const from = performance.now();
    await work();
    times.push((performance.now() - from) * 1e3);
  }
  return times.sort((a, b) => a - b)[25] ?? 0;
}

function fillCommunities(raw: SqliteDatabase.Database): void {
  const community = raw.prepare(
    "insert into communities (id, platform, workspace, created_at) values (?, 'slack', ?, ?)",
  );
  const digest = raw.prepare(`insert into digests (id, community, number, channel, cron, zone, ahead, next_at)
    values (?, ?, 1, 'C1', '0 9 * * *', 'America/New_York', 45, ?)`);
  for (let index = 0; index < communities; index += 1) {
    community.run(`K${index}`, `W${index}`, before);
    digest.run(`D${index}`, `K${index}`, now);
  }
}

type Row = Readonly<Record<string, string | number | null>>;

/** Milliseconds until a beat has put all digests of one minute into the outbox, and what it put there. */
async function planDigests(path: string): Promise<{ readonly took: number; readonly rows: readonly Row[] }> {
  await fill(path, fillCommunities);
  const { transact, close } = await open(path);
  const from = performance.now();
  while (await transact((ports) => planDue(ports, now, random)));
  const took = performance.now() - from;
  await close();
  const raw = new SqliteDatabase(path);
  const rows = raw.prepare('select * from deliveries').all() as Row[];
  raw.close();
  if (rows.length !== communities) throw new Error(`${rows.length} digests were planned`);
  return { took, rows };
}

/** The same rows put there and the same moments moved on, a hundred in a transaction too, with nothing reckoned. */
async function insertDeliveries(path: string, rows: readonly Row[]): Promise<number> {
  await fill(path, fillCommunities);
  const raw = openSqlite(path);
  const columns = Object.keys(rows[0] ?? {});
  const insert = raw.prepare(`insert into deliveries (${columns}) values (${columns.map((column) => `@${column}`)})`);
  const next = raw.prepare("update digests set next_at = '2027-09-17T13:00:00.000Z' where community = ?");
  const put = raw.transaction((some: readonly Row[]) => {
    for (const row of some) {
      insert.run(row);
      next.run(row.community);
    }
  });
  const from = performance.now();
  for (let index = 0; index < rows.length; index += 100) put(rows.slice(index, index + 100));
  const took = performance.now() - from;
  raw.close();
  return took;
}
