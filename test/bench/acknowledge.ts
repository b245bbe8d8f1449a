import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Day, Instant } from '../../src/core/time.ts';
import type { ChangedRecord } from '../../src/letters/letter.ts';
import { newLetter, newWriter } from '../../src/letters/new-records.ts';
import { createRandom } from '../../src/random.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createStores } from '../../src/storage/stores.ts';
import { createVault } from '../../src/vault/vault.ts';
import { listen } from '../support/listen.ts';
import { signed, signingSecret } from '../support/slack-server.ts';

const communities = 1_000;
const lettersEach = 6;
/** Commands a second, from so many seconds before the digests are due until so many after. */
const perSecond = 100;
const before = 10;
const after = 60;

const keyBytes = new Uint8Array(32).fill(7);
const keys = `bench:${Buffer.from(keyBytes).toString('base64')}`;

/** How soon Slack has its acknowledgement, in milliseconds. */
interface Waits {
  readonly median: number;
  readonly worst: number;
  readonly count: number;
}

/**
 * How soon commands are acknowledged, a hundred a second, while the digests of a thousand
 * communities go out and a backup is made every second; beside a bare Bolt that has nothing
 * else to do.
 */
export async function* acknowledgeBench(): AsyncGenerator<object> {
  const slack = startSlack();
  const apiUrl = `${await listen(slack.server)}/api/`;
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-bench-'));
  const path = join(folder, 'lorbot.db');
  try {
    const bare = await withProcess('dist/test/bench/bare-bolt.js', { SLACK_API_URL: apiUrl }, (url) => load(url));
    const due = await fill(path);
    const install = { SLACK_CLIENT_ID: '1.1', SLACK_CLIENT_SECRET: 'a-secret-of-the-bench', LORBOT_KEYS: keys };
    const env = {
      ...install,
      SLACK_API_URL: apiUrl,
      LORBOT_PUBLIC_URL: 'https://lorbot.example',
      LORBOT_DATABASE: path,
      LOG_LEVEL: 'warn',
    };
    const ours = await withProcess('dist/src/main.js', env, async (url) => {
      await setTimeout(Math.max(0, Date.parse(due) - before * 1_000 - Date.now()));
      const backups = startBackups(path);
      const waits = await load(url);
      return { waits, backups: await backups.stop() };
    });
    const common = { bench: 'acknowledge', unit: 'milliseconds', baseline: 'bare Bolt, idle', runs: ours.waits.count };
    const told = { posts: slack.posts(), backups: ours.backups };
    for (const [name, ours_, theirs] of [
      ['median', ours.waits.median, bare.median],
      ['99.9th percentile', ours.waits.worst, bare.worst],
    ] as const) {
      yield { ...common, case: name, value: ours_, baseline_value: theirs, ratio: round(ours_ / theirs), ...told };
    }
  } finally {
    slack.server.closeAllConnections();
    slack.server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A Slack that takes everything at once. */
function startSlack(): { readonly server: Server; posts(): number } {
  let posts = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url?.endsWith('chat.postMessage')) posts += 1;
      const { port } = server.address() as AddressInfo;
      const upload = { upload_url: `http://127.0.0.1:${port}/upload`, file_id: `F${posts}` };
      const ids = { bot_id: 'B1', user_id: 'U0', channel: { id: 'D1' } };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, ts: `${posts}.0`, ...ids, ...upload }));
    });
  });
  return { server, posts: () => posts };
}

/** A thousand workspaces that installed the app, each with a member and a digest that is due at the time that is given back. */
async function fill(path: string): Promise<Instant> {
  const random = createRandom();
  const vault = createVault([{ id: 'bench', bytes: keyBytes }]);
  const at = new Date().toISOString() as Instant;
  const day = at.slice(0, 10) as Day;
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) as Day;
  // Filling and starting take less than half a minute.
  const due = new Date(Math.ceil(Date.now() / 60_000 + 0.5) * 60_000).toISOString() as Instant;
  const { transact, close } = await openDatabase(path, (trx, afterwards) =>
    createStores(trx, random, vault, afterwards),
  );
  for (let index = 0; index < communities; index += 1) {
    await transact(async ({ adapterStores, communities: all, digests, identities, letters }) => {
      const [id, workspace] = [`C${index}`, `T${index}`];
      const made = JSON.stringify({ token: `xoxb-${index}`, botUserId: 'U0', botId: 'B1', at });
      await adapterStores('slack').set(workspace, 'installation', made);
      await all.ensure('slack', workspace, id, at);
      await digests.add({
        ...{ id: `D${index}`, community: id, channel: 'C1', cron: '0 9 * * *', zone: 'America/New_York', ahead: 45 },
        ...{ nextAt: due, paused: false, services: null, cohort: false },
      });
      // Each with a date of its own, so that no two digests have the same picture.
      await all.addDeadline({
        ...{
          id: `A${index}`,
          community: id,
          name: `Letters ${index}`,
          day: soon,
          time: null,
          zone: 'America/New_York',
        },
      });
      const account = { platform: 'slack', workspace, user: `U${index}` } as const;
      const { id: member } = await identities.identify(account, at, true);
      const records = Array.from({ length: lettersEach }, (_, count): ChangedRecord[] => [
        { kind: 'writer', before: null, after: newWriter(`W${index}-${count}`, member, `Dr. Chen ${count}`) },
        {
          kind: 'letter',
          before: null,
          after: { ...newLetter(`L${index}-${count}`, member, `W${index}-${count}`, day), due: '2027-09-23' },
        },
      ]).flat();
      await letters.apply({ id: `H${index}`, member, at, command: 'lor add', records, undoes: null });
    });
  }
  await close();
  return due;
}

async function withProcess<T>(
  program: string,
  env: Readonly<Record<string, string>>,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const port = 20_000 + Math.floor(performance.now() % 20_000);
  const more = { PATH: process.env.PATH ?? '', PORT: String(port), SLACK_SIGNING_SECRET: signingSecret, ...env };
  const child = spawn(process.execPath, [resolve(program), 'start', '--no-terminal'], { env: more, stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}/slack/events`;
  try {
    await untilItListens(url, child);
    return await work(url);
  } finally {
    child.kill('SIGKILL');
  }
}

async function untilItListens(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}`);
    if (await command(url, 0).catch(() => undefined)) return;
    await setTimeout(50);
  }
  throw new Error('nothing listens');
}

let commands = 0;

/** Milliseconds until it is acknowledged: three commands of four read, the fourth writes. */
async function command(url: string, member: number): Promise<number> {
  commands += 1;
  const fields = {
    ...{ command: '/lor', text: commands % 4 === 0 ? `next chen ${member % lettersEach}` : 'list' },
    ...{ trigger_id: `trigger-${commands}`, user_id: `U${member}`, team_id: `T${member}`, channel_id: 'C1' },
  };
  const from = performance.now();
  const response = await fetch(url, { method: 'POST', ...signed(new URLSearchParams(fields).toString()) });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
  return performance.now() - from;
}

/** Sends without waiting for answers, as people do: one that is late delays no other. */
async function load(url: string): Promise<Waits> {
  const waits: Promise<number>[] = [];
  const from = performance.now();
  for (let count = 0; count < perSecond * (before + after); count += 1) {
    const wait = from + (count * 1_000) / perSecond - performance.now();
    if (wait > 0) await setTimeout(wait);
    // What fails is not acknowledged at all.
    waits.push(command(url, (count * 7 + (count >> 2)) % communities).catch(() => Number.POSITIVE_INFINITY));
  }
  const sorted = (await Promise.all(waits)).toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { median: at(0.5), worst: at(0.999), count: sorted.length };
}

/** Another program that copies the file again and again, as a backup does. */
function startBackups(path: string): { stop(): Promise<number> } {
  const child = spawn(process.execPath, [resolve('dist/test/bench/backups.js'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    async stop() {
      child.kill('SIGTERM');
      return Number(await text(child.stdout));
    },
  };
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
