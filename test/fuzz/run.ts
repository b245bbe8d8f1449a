import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Route } from '../../src/core/ports.ts';
import { serve } from '../../src/http/server.ts';
import { seeded } from '../support/seeded.ts';
import { allScopes, startWorkspace, team, type Workspace } from '../support/slack-server.ts';
import { startSlackBot } from '../support/start-slack-bot.ts';
import { type Bot, type Came, send, takeSent, valuesIn, wrongIn } from './attack.ts';
import { type Chance, createChance } from './chance.ts';
import { drawPayload, type Sender } from './payloads.ts';
import { membersIn, otherTeam, type Planted, plant, readBack, rowsOf, secrets } from './planted.ts';
import { drawSpoilt, type Spoilt } from './spoil.ts';

export interface FuzzReport {
  readonly inputs: number;
  /** How often each status came back, by the way in which a request was spoilt. */
  readonly statuses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** How many payloads went to Slack or came back to whoever asked, all of them looked through. */
  readonly looked: number;
  /** What must not be, in sentences; empty when all is well. */
  readonly wrong: readonly string[];
}

/** How many are sent at once: a few collide. */
const atOnce = 8;

const strangers = ['ann', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus', 'hal'] as const;

/** Hostile requests to the whole bot on a file, beside two members who keep something in it. */
export async function fuzz({ inputs, seed }: { readonly inputs: number; readonly seed: number }): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-fuzz-'));
  const database = join(folder, 'lorbot.db');
  const workspace = await startWorkspace(allScopes, ['maya', 'noah', ...strangers]);
  const servers: Awaited<ReturnType<typeof serve>>[] = [];
  const bot = await startSlackBot({ workspace, serve: (routes) => open(routes, servers) }, { database });
  const failures: string[] = [];
  const failed = (error: unknown) => void failures.push(`nobody caught ${error}`);
  process.on('unhandledRejection', failed);
  try {
    return await attack({ inputs, chance: createChance(seeded(seed)), bot, workspace, database, failures });
  } finally {
    process.off('unhandledRejection', failed);
    await bot.bot.stop();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await workspace.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(routes: readonly Route[], servers: Awaited<ReturnType<typeof serve>>[]): Promise<string> {
  const server = await serve(0, routes);
  servers.push(server);
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('no port');
  return `http://127.0.0.1:${bound.port}`;
}

interface Attack {
  readonly inputs: number;
  readonly chance: Chance;
  readonly bot: Bot;
  readonly workspace: Workspace;
  readonly database: string;
  /** What happens beside all requests, as it happens. */
  readonly failures: readonly string[];
}

async function attack({ inputs, chance, bot, workspace, database, failures }: Attack): Promise<FuzzReport> {
  const planted = await plant(bot, workspace);
  const theirs = await readBackAll(bot, workspace, planted);
  const own = membersIn(database);
  const before = rowsOf(database);
  const values = [...takeSent(workspace), ...theirs.map((text) => JSON.parse(text))]
    .flatMap(valuesIn)
    .filter(isNoSecret);
  const people = [workspace.noah, workspace.maya, workspace.admin];
  const loot = { values, ids: idsIn(before), people };
  const senders = await sendersIn(workspace);

  const statuses: Record<string, Record<string, number>> = {};
  const wrong: string[] = [];
  const replayable: Spoilt[] = [];
  let looked = 0;

  function look(payloads: readonly unknown[], story: string): void {
    looked += payloads.length;
    for (const payload of payloads) wrong.push(...wrongIn(payload, people).map((line) => `${story}: ${line}`));
    values.push(...payloads.flatMap(valuesIn).filter(isNoSecret));
    values.splice(0, Math.max(values.length - 500, 0));
  }

  async function one(number: number): Promise<void> {
    if (replayable.length > 0 && chance.once(25)) return replay(chance.pick(replayable));
    const sender = chance.pick(senders);
    const trigger = `${number}.${chance.below(1_000_000)}`;
    const payload = drawPayload(chance, sender, loot, trigger);
    const spoilt = drawSpoilt(chance, payload);
    const came = await send(bot.url, spoilt);
    note(spoilt.way, came);
    const story = `input ${number}, ${payload.kind} ${spoilt.way}`;
    wrong.push(...misanswered(spoilt, came).map((line) => `${story}: ${line}`));
    if (came === 'hangs' || came.text === '') return;
    look([JSON.parse(came.text)], story);
    if (spoilt.way === 'as Slack sends it') replayable.push(spoilt);
    replayable.splice(0, Math.max(replayable.length - 50, 0));
  }

  async function replay(before: Spoilt): Promise<void> {
    const came = await send(bot.url, before);
    note('once more', came);
    if (came === 'hangs' || came.status !== 200 || came.text !== '')
      wrong.push('a request that came again was not dropped');
  }

  function note(way: string, came: Came | 'hangs'): void {
    const counts = statuses[way] ?? {};
    statuses[way] = counts;
    const status = came === 'hangs' ? came : String(came.status ?? 'ended');
    counts[status] = (counts[status] ?? 0) + 1;
  }

  for (let number = 0; number < inputs && wrong.length < 10; number += atOnce) {
    const batch = Math.min(atOnce, inputs - number);
    await Promise.all(Array.from({ length: batch }, (_, index) => one(number + index)));
    await bot.quiet();
    look(takeSent(workspace), `after input ${number + batch}`);
    // Nobody is to be refused for asking too often: that would hide the rest.
    await bot.clock.sleep(5_000);
  }

  wrong.push(...failures, ...differences(before, rowsOf(database), own));
  const after = await readBackAll(bot, workspace, planted);
  planted.forEach(({ words }, index) => {
    const missing = words.filter((word) => !after[index]?.includes(word));
    if (missing.length > 0) wrong.push(`a member no longer reads ${missing.join(', ')}`);
  });
  return { inputs, statuses, looked, wrong };
}

async function readBackAll(bot: Bot, workspace: Workspace, planted: readonly Planted[]): Promise<readonly string[]> {
  const read: string[] = [];
  for (const one of planted) read.push(await readBack(bot, workspace, one));
  return read;
}

/** Members of the first workspace, of the second, and of a third, in which somebody has a planted member's id. */
async function sendersIn(workspace: Workspace): Promise<readonly Sender[]> {
  const place = { channel: workspace.letters, responseUrl: workspace.responseUrl };
  const users = await Promise.all(strangers.map((name) => workspace.person(name)));
  return [
    ...users.map((user) => ({ user, team, ...place })),
    ...users.slice(0, 3).map((user) => ({ user, team: otherTeam, ...place })),
    { user: workspace.noah, team: 'T0STRANGERS', ...place },
  ];
}

/** What a request of its way must come back with. */
function misanswered({ way }: Spoilt, came: Came | 'hangs'): readonly string[] {
  if (came === 'hangs') return ['there was no answer'];
  const expected = expectedOf[way];
  return expected.includes(came.status) ? [] : [`${came.status} came back`];
}

const refused = [401];
const taken = [200];
const readOrNot = [200, 400];
const expectedOf: Readonly<Record<Spoilt['way'], readonly (number | undefined)[]>> = {
  'as Slack sends it': taken,
  // What Slack itself never leaves out is told as a failure: it is logged, and Slack may send it again.
  'with a field spoilt': [200, 400, 503],
  'with another secret': refused,
  'from the past': refused,
  'from the future': refused,
  'changed after it was signed': refused,
  huge: [413],
  'very deep': readOrNot,
  'with very many fields': readOrNot,
  'in broken UTF-8': readOrNot,
  'with fields twice': readOrNot,
  'of another type': readOrNot,
  empty: readOrNot,
};

function isNoSecret(value: string): boolean {
  return !secrets.some((secret) => value.includes(secret));
}

/** Everything in rows that is a record's id. */
function idsIn(rows: readonly string[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => [...row.matchAll(/"id":"([^"]+)"/gu)].map(([, id = '']) => id)))];
}

/** Nothing that was there is changed or gone, and nothing has come that is one of the members’. */
function differences(before: readonly string[], after: readonly string[], own: readonly string[]): readonly string[] {
  const gone = before.filter((row) => !after.includes(row));
  const more = after.filter((row) => !before.includes(row) && own.some((id) => row.includes(`"member":"${id}"`)));
  return [
    ...gone.map((row) => `what somebody else kept is changed or gone: ${row}`),
    ...more.map((row) => `somebody else has what they did not ask for: ${row}`),
  ];
}
