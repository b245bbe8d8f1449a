import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { allScopes, botToken, signingSecret, startWorkspace, type Workspace } from '../support/slack-server.ts';
import { spawnBot } from '../support/spawn-bot.ts';
import { type Asking, askAll, leaver, students } from './asking.ts';
import { countAnswers, judgeAnswers, judgeArrivals, judgeDatabase, newHistory } from './history.ts';
import { describe, drawLife, type Life } from './life.ts';
import { printPoint } from './point.ts';

/** Compiled, as the bot that it goes into. */
const hook = resolve('dist/test/kill/hook.js');

/** Milliseconds for a start; and in the end for all to arrive that is due within two minutes. */
const startsWithin = 30_000;
const arrivesWithin = 200_000;

export interface RoundReport {
  /** How often it was killed, by the kind of moment. */
  readonly kills: Readonly<Record<string, number>>;
  /** How many things the bot confirmed, and how many messages arrived. */
  readonly confirmed: number;
  readonly arrived: number;
  /** Questions that the bot took, and answered. */
  readonly questions: { readonly taken: number; readonly answered: number };
  /** What must not be, in sentences; empty when all is well. */
  readonly wrong: readonly string[];
}

type Bot = Awaited<ReturnType<typeof spawnBot>>;

/**
 * One bot on one file, from the first migration on: it is killed so often, asked for things all the
 * while, looked at after each death, and lives on to the end once.
 */
export async function playRound(kills: number, random: () => number): Promise<RoundReport> {
  // Drawn before anything happens: what is asked of them hangs on how far each of them comes.
  const lives = Array.from({ length: kills }, (_, index) => drawLife(index + 1, random));
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-kill-'));
  const workspace = await startWorkspace(allScopes, ['maya', 'noah', ...students]);
  const ids = new Map<string, string>();
  for (const name of [...students, leaver]) ids.set(name, await workspace.person(name));
  const asking = { workspace, history: newHistory(), random, ids };
  const path = join(folder, 'lorbot.db');
  const counts: Record<string, number> = {};
  let wrong: readonly string[] = [];
  try {
    for (const [index, life] of lives.entries()) {
      await live(life, path, asking);
      counts[life.kind] = (counts[life.kind] ?? 0) + 1;
      for (const [thread, one] of asking.history.questions)
        asking.history.questions.set(thread, { ...one, kills: one.kills + 1 });
      wrong = judgeCopy(path, asking).map((line) => `after kill ${index + 1} (${describe(life)}): ${line}`);
      if (wrong.length > 0) break;
    }
    if (wrong.length === 0) wrong = await liveOn(path, asking);
  } finally {
    await workspace.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    kills: counts,
    confirmed: confirmedIn(asking),
    arrived: arrivedIn(workspace).length,
    questions: countAnswers(threadsIn(workspace), asking.history),
    wrong,
  };
}

function spawnAt(path: string, { workspace }: Asking, point = ''): Promise<Bot> {
  const slack = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: workspace.apiUrl };
  return spawnBot(path, { ...slack, LORBOT_TEST_KILL: point }, hook);
}

/** From a start to a sudden end. */
async function live(life: Life, path: string, asking: Asking): Promise<void> {
  const bot = await spawnAt(path, asking, life.point && printPoint(life.point));
  if (life.call) killAtCall(bot, life.call, asking.workspace);
  await Promise.race([bot.ended, lifeOf(bot, life, asking)]);
  bot.kill();
  const { code, signal } = await bot.ended;
  asking.workspace.watch(() => 'go on');
  if (signal !== 'SIGKILL') throw new Error(`the bot ended by itself (${code}, ${signal}): ${bot.log()}`);
}

async function lifeOf(bot: Bot, life: Life, asking: Asking): Promise<void> {
  if (life.starting !== undefined) return setTimeout(life.starting);
  await started(bot);
  await askAll(asking, bot.url, () => life.onConfirmation && bot.kill());
  await setTimeout(life.pause);
}

async function started(bot: Bot): Promise<void> {
  for (const until = performance.now() + startsWithin; performance.now() < until; await setTimeout(10)) {
    if ((await bot.health())?.status === 200) return;
  }
}

function killAtCall(bot: Bot, { number, moment }: NonNullable<Life['call']>, workspace: Workspace): void {
  let calls = 0;
  workspace.watch((method, at) => {
    if (method === 'chat.postMessage' && at === moment) calls += 1;
    if (calls < number) return 'go on';
    bot.kill();
    return 'drop';
  });
}

/** The life that is not cut short: all that is due arrives. */
async function liveOn(path: string, asking: Asking): Promise<readonly string[]> {
  const bot = await spawnAt(path, asking);
  await started(bot);
  const missing = () => [
    ...judgeArrivals(arrivedIn(asking.workspace), asking.history),
    ...judgeAnswers(threadsIn(asking.workspace), asking.history),
  ];
  for (const until = performance.now() + arrivesWithin; performance.now() < until; await setTimeout(200)) {
    if (missing().length === 0) break;
  }
  const code = await bot.stop();
  const stopped = code === 0 ? [] : [`the last stop ended with ${code}: ${bot.log()}`];
  return [...missing(), ...judgeCopy(path, asking), ...stopped];
}

/** Of a copy: whoever opens the file itself mends it before the bot does. */
function judgeCopy(path: string, { history }: Asking): readonly string[] {
  for (const end of ['', '-wal', '-shm']) {
    rmSync(`${path}.copy${end}`, { force: true });
    if (existsSync(path + end)) copyFileSync(path + end, `${path}.copy${end}`);
  }
  return existsSync(`${path}.copy`) ? judgeDatabase(`${path}.copy`, history) : [];
}

function arrivedIn(workspace: Workspace): readonly string[] {
  const accepted = workspace.of('chat.postMessage').filter(({ answer }) => answer.ok === true);
  return accepted.map(({ sent }) => `${sent.text} ${sent.blocks}`);
}

function threadsIn(workspace: Workspace): readonly string[] {
  const accepted = workspace.of('chat.postMessage').filter(({ answer }) => answer.ok === true);
  return accepted.flatMap(({ sent: { thread_ts: thread } }) => thread ?? []);
}

function confirmedIn({ history: { letters, reminders, erased } }: Asking): number {
  const states = [...[...letters.values()].map(({ added }) => added), ...reminders.values(), ...erased.values()];
  return states.filter((state) => state === 'done').length;
}
