import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { loadKnowledge } from '../../src/bot.ts';
import type { Instant } from '../../src/core/time.ts';
import { createRandom } from '../../src/random.ts';
import { planDue } from '../../src/reminders/plan.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createStores } from '../../src/storage/stores.ts';
import { createVault } from '../../src/vault/vault.ts';

/** One figure of ours beside what it is held against. */
interface Figure {
  readonly bench: 'due';
  readonly case: string;
  readonly value: number;
  readonly unit: 'microseconds' | 'milliseconds';
  readonly baseline: string;
  readonly baseline_value: number;
  readonly ratio: number;
  readonly runs: number;
  /** Between the fastest and the slowest run, as a share of the median. */
  readonly spread: number;
}

const random = createRandom();
const vault = createVault([{ id: 'bench', bytes: new Uint8Array(32) }]);
const { packs } = loadKnowledge('2027-08-25');

const early: Instant = '2027-08-25T00:00:00.000Z';
const now: Instant = '2027-08-25T13:00:00.000Z';
const lettersEach = 6;
const communities = 10_000;
const runs = 30;

/**
 * How long it takes to find the next 500 members to look at, by how many letters there are; what a
 * beat costs that finds nothing; and all digests of 10,000 communities beside the bare SQL.
 */
export async function* dueBench(): AsyncGenerator<Figure> {
  let smallest: number | undefined;
  for (const letters of [10_000, 100_000, 1_000_000]) {
    const { median, spread } = await withLetters(letters, async (transact) => {
      return measured(runs, () => transact(({ agenda }) => agenda.toLookAt(now, 500)));
    });
    smallest ??= median;
    yield figure(`next 500 among ${letters} letters`, median, 'microseconds', 'among 10000', smallest, runs, spread);
  }
  const bare = await withLetters(0, (transact) => measured(runs, () => transact(async () => undefined)));
  const idle = await withLetters(100_000, (transact) =>
    measured(runs, () => transact((ports) => planDue(ports, early, random))),
  );
  yield figure('idle beat', idle.median, 'microseconds', 'empty transaction', bare.median, runs, idle.spread);
  yield await digestsFigure();
}

type Opened = Awaited<ReturnType<typeof open>>;

function open(path: string) {
  return openDatabase(path, (trx, afterwards) => ({ ...createStores(trx, random, vault, afterwards), packs }));
}

/** Members who are due at a moment: some more than are asked for, in a file of any size. */
const dueTogether = 550;

/** A file with so many letters, whose members are to be looked at in turn on as many days as they need. */
async function withLetters<T>(letters: number, work: (transact: Opened['transact']) => Promise<T>): Promise<T> {
  return inFile(
    (db) => {
      const member = db.prepare(
        `insert into members (id, platform, workspace, account, specialties, reminders, created_at, check_at, stale)
         values (?, 'slack', 'W1', ?, '[]', 1, ?, ?, 0)`,
      );
      const writer = db.prepare('insert into writers (id, member, name) values (?, ?, ?)');
      const letter = db.prepare(
        "insert into letters (id, member, writer, due, stage, reached) values (?, ?, ?, '2027-09-30', 'asked', '{}')",
      );
      const days = Math.max(1, Math.floor(letters / lettersEach / dueTogether));
      for (let index = 0; index * lettersEach < letters; index += 1) {
        const at = new Date(Date.parse(now) + (index % days) * 86_400_000).toISOString();
        member.run(`M${index}`, `U${index}`, early, at);
        writer.run(`W${index}`, `M${index}`, 'Dr. Chen');
        for (let count = 0; count < lettersEach; count += 1) letter.run(`L${index}-${count}`, `M${index}`, `W${index}`);
      }
    },
    ({ transact }) => work(transact),
  );
}

/** Planned by ours, a hundred in a transaction; and the same rows by the driver alone, all in one. */
async function digestsFigure(): Promise<Figure> {
  const times = 5;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < times; run += 1) {
    ours.push(
      await inFile(fillDigests, async ({ transact }) => {
        const from = performance.now();
        while (await transact((ports) => planDue(ports, now, random)));
        return performance.now() - from;
      }),
    );
    theirs.push(await inFile(fillDigests, async (_, path) => rawDigests(path)));
  }
  const { median, spread } = summary(ours);
  return figure(
    `digests of ${communities} communities`,
    median,
    'milliseconds',
    'raw SQL',
    summary(theirs).median,
    times,
    spread,
  );
}

function fillDigests(db: SqliteDatabase.Database): void {
  const community = db.prepare(
    "insert into communities (id, platform, workspace, created_at) values (?, 'slack', ?, ?)",
  );
  const digest = db.prepare(
    `insert into digests (id, community, number, channel, cron, zone, ahead, next_at)
     values (?, ?, 1, 'C1', '0 9 * * *', 'America/New_York', 45, ?)`,
  );
  for (let index = 0; index < communities; index += 1) {
    community.run(`C${index}`, `W${index}`, early);
    digest.run(`D${index}`, `C${index}`, now);
  }
}

function rawDigests(path: string): number {
  const db = new SqliteDatabase(path);
  db.pragma('synchronous = full');
  const due = db.prepare('select * from digests where next_at <= ? order by next_at, id limit 100');
  const insert = db.prepare(
    `insert into deliveries (id, key, community, platform, target, zone, payload, run_at, try_at, state, attempts, in_doubt, place)
     values (?, ?, ?, 'slack', ?, 'America/New_York', ?, ?, ?, 'pending', 0, 0, ?) on conflict (key) do nothing`,
  );
  const move = db.prepare("update digests set next_at = '2027-08-26T13:00:00.000Z' where id = ?");
  const batch = db.transaction(() => {
    const rows = due.all(now) as { readonly id: string; readonly community: string }[];
    for (const { id, community } of rows) {
      const target = JSON.stringify({ kind: 'channel', platform: 'slack', workspace: community, channel: 'C1' });
      const payload = JSON.stringify({ kind: 'digest', digest: id, day: '2027-08-25', late: false });
      insert.run(random.id(now), `digest:${id}:2027-08-25`, community, target, payload, now, now, `${community}/C1`);
      move.run(id);
    }
    return rows.length;
  });
  const from = performance.now();
  while (batch.immediate() > 0);
  const passed = performance.now() - from;
  db.close();
  return passed;
}

/** Works on a new file that was filled in one transaction. */
async function inFile<T>(
  fill: (db: SqliteDatabase.Database) => void,
  work: (opened: Opened, path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-bench-'));
  const path = join(folder, 'lorbot.db');
  try {
    await (await open(path)).close();
    const db = new SqliteDatabase(path);
    db.transaction(() => fill(db))();
    db.close();
    const opened = await open(path);
    const result = await work(opened, path);
    await opened.close();
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(count: number, work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let run = -3; run < count; run += 1) {
    const from = performance.now();
    await work();
    if (run >= 0) times.push((performance.now() - from) * 1_000);
  }
  return summary(times);
}

function summary(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { median, spread: ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / median };
}

function figure(
  name: string,
  value: number,
  unit: Figure['unit'],
  baseline: string,
  against: number,
  count: number,
  spread: number,
): Figure {
  const round = (number: number) => Math.round(number * 100) / 100;
  return {
    bench: 'due',
    case: name,
    value: round(value),
    unit,
    baseline,
    baseline_value: round(against),
    ratio: round(value / against),
    runs: count,
    spread: round(spread),
  };
}
