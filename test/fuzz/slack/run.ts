import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { serve } from '../../../src/http/server.ts';
import { type Chance, createChance } from '../../support/chance.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';
import { notingUncaught } from '../../support/lane.ts';
import { seeded } from '../../support/seeded.ts';
import { allScopes, startWorkspace, team, type Workspace } from '../../support/slack-server.ts';
import { startSlackBot } from '../../support/start-slack-bot.ts';
import { isNoSecret } from '../planted.ts';
import { createTally, type FuzzOptions, type FuzzReport, misanswered } from '../report.ts';
import { differences, idsIn, membersIn, rowsOf } from '../rows.ts';
import { closeServers, openServer, send } from '../surroundings.ts';
import { takeSent, valuesIn, wrongIn } from './attack.ts';
import { drawPayload, type Sender } from './payloads.ts';
import { type Bot, otherTeam, type Planted, plant, readBack } from './planted.ts';
import { drawSpoilt, type Spoilt } from './spoil.ts';

/** How many are sent at once: a few collide. */
const atOnce = 8;

const strangers = ['ann', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus', 'hal'] as const;

/** Hostile requests to the whole bot on a file, beside two members who keep something in it. */
export async function fuzzSlack({ inputs, seed }: FuzzOptions): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-fuzz-'));
  const database = join(folder, 'lorbot.db');
  const workspace = await startWorkspace(allScopes, ['maya', 'noah', ...strangers]);
  const servers: Awaited<ReturnType<typeof serve>>[] = [];
  const bot = await startSlackBot({ workspace, serve: (routes) => openServer(routes, servers) }, { database });
  try {
    const chance = createChance(seeded(seed));
    return await notingUncaught((failures) => attack({ inputs, chance, bot, workspace, database, failures }));
  } finally {
    await bot.bot.stop();
    closeServers(servers);
    await workspace.close();
    rmSync(folder, { recursive: true, force: true });
  }
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
  const loot = {
    ...{ foreign: [...values], values, ids: idsIn(before), people, texts: hostileTexts },
    ...{ groups: ['S0123456', '@here'], channels: ['C000000001', 'C0FOREIGN'] },
  };
  const senders = await sendersIn(workspace);
  const address = `${bot.url}/slack/events`;

  const { statuses, note } = createTally();
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
    const came = await send(address, spoilt);
    note(spoilt.way, came);
    const story = `input ${number}, ${payload.kind} ${spoilt.way}`;
    wrong.push(...misanswered(expectedOf[spoilt.way], came).map((line) => `${story}: ${line}`));
    if (came === 'hangs' || came.text === '') return;
    look([JSON.parse(came.text)], story);
    if (spoilt.way === 'as Slack sends it') replayable.push(spoilt);
    replayable.splice(0, Math.max(replayable.length - 50, 0));
  }

  async function replay(before: Spoilt): Promise<void> {
    const came = await send(address, before);
    note('once more', came);
    if (came === 'hangs' || came.status !== 200 || came.text !== '')
      wrong.push('a request that came again was not dropped');
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

const refused = [401];
const taken = [200];
const readOrNot = [200, 400];
/** What a request of its way must come back with. */
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
