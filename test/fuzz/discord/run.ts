import type { KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { serve } from '../../../src/http/server.ts';
import { type Chance, createChance } from '../../support/chance.ts';
import { type DiscordFake, startDiscord } from '../../support/discord-server.ts';
import { createApplicationKey } from '../../support/discord-signed.ts';
import { hostileToDiscord } from '../../support/hostile-texts.ts';
import { notingUncaught } from '../../support/lane.ts';
import { seeded } from '../../support/seeded.ts';
import { isNoSecret } from '../planted.ts';
import type { FuzzOptions, FuzzReport } from '../report.ts';
import { differences, idsIn, linksIn, membersIn, rowsOf } from '../rows.ts';
import { closeServers, openServer } from '../surroundings.ts';
import { type Sent, takeSent, valuesIn } from './attack.ts';
import { type Bot, startDiscordBot, until } from './bot.ts';
import { filesOf } from './files.ts';
import type { DiscordLoot } from './interactions.ts';
import { createIds, type People, presses } from './people.ts';
import {
  abroad,
  administrator,
  directTo,
  elsewhere,
  helperRole,
  home,
  noah,
  nobody,
  olive,
  strangers,
} from './places.ts';
import { openHelp, type Planted, plant, plantHarm, readBack } from './planted.ts';
import { createSender } from './sender.ts';
import { createWatch } from './watch.ts';

/** How many are sent at once: a few collide. */
const atOnce = 8;

const senders = [...strangers, administrator];

/**
 * Hostile requests and events to the whole bot on a file, beside two members who keep something in it.
 * `check` is a further look at all that is sent; it throws where something is wrong.
 */
export async function fuzzDiscord(
  { inputs, seed }: FuzzOptions,
  check: (sent: Sent) => void = () => undefined,
): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-fuzz-'));
  const database = join(folder, 'lorbot.db');
  const fake = await startDiscord();
  for (const { guild, channel } of [home, elsewhere, abroad]) fake.state.channels.set(channel, guild);
  for (const user of senders) fake.state.channels.set(directTo(user), undefined);
  const servers: Awaited<ReturnType<typeof serve>>[] = [];
  const keys = createApplicationKey();
  const bot = await startDiscordBot({ fake, database, ...keys, serve: (routes) => openServer(routes, servers) });
  try {
    const chance = createChance(seeded(seed));
    return await notingUncaught((failures) =>
      attack({ inputs, chance, bot, fake, key: keys.privateKey, database, failures, check }),
    );
  } finally {
    await bot.bot.stop();
    closeServers(servers);
    await fake.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Attack {
  readonly inputs: number;
  readonly chance: Chance;
  readonly bot: Bot;
  readonly fake: DiscordFake;
  readonly key: KeyObject;
  readonly database: string;
  /** What happens beside all requests, as it happens. */
  readonly failures: readonly string[];
  readonly check: (sent: Sent) => void;
}

async function attack({ inputs, chance, bot, fake, key, database, failures, check }: Attack): Promise<FuzzReport> {
  const people = { bot, fake, key, newId: createIds() };
  const { planted, foreign, before, own } = await settle(people, database);
  bot.takeHeard();
  const begun = await plantHarm(people);
  const loot = lootOf(fake, chance, { foreign, ids: idsIn(rowsOf(database)) });
  const ids = [...senders, ...loot.people, ...loot.groups, ...loot.channels];
  const watch = createWatch({
    ...{ ids, senders: [...senders, nobody], values: loot.values, check },
    linked: () => linksIn(database),
  });
  watch.look(begun, 'before the inputs');
  for (const id of new Set(foreign)) {
    watch.look(await presses(people, chance.pick(strangers), id), `somebody else’s button ${id}`);
  }
  const send = createSender({ ...people, chance, loot, senders, watch });

  for (let number = 0; number < inputs && watch.wrong.length < 10; number += atOnce) {
    const batch = Math.min(atOnce, inputs - number);
    const after = `after input ${number + batch}`;
    await Promise.all(Array.from({ length: batch }, (_, index) => send(number + index)));
    await until(() => {
      watch.look(takeSent(fake), after);
      return watch.allAnswered();
    });
    watch.giveUp();
    await bot.quiet();
    watch.look(takeSent(fake), after);
    watch.overhear(bot);
    if (bot.bot.health().discord?.up !== true) watch.wrong.push(`${after}: the bot is no longer connected`);
    // Nobody is to be refused for asking too often: that would hide the rest.
    await bot.clock.sleep(5_000);
  }

  const lost = await lostWords(people, planted);
  const wrong = [...watch.wrong, ...failures, ...differences(before, rowsOf(database), own), ...lost];
  return { inputs, statuses: watch.statuses, looked: watch.looked(), wrong };
}

/** The two members move in: what they keep, as rows, and what their buttons carry. */
async function settle(people: People, database: string) {
  await openHelp(people);
  const [others, ours] = [membersIn(database), rowsOf(database)];
  const { planted, handed } = await plant(people);
  const seen = [...handed, ...(await readBackAll(people, planted))];
  return {
    planted,
    foreign: seen.flatMap(valuesIn).filter(isNoSecret),
    own: membersIn(database).filter((id) => !others.includes(id)),
    before: rowsOf(database).filter((row) => !ours.includes(row)),
  };
}

function lootOf(fake: DiscordFake, chance: Chance, found: Pick<DiscordLoot, 'foreign' | 'ids'>) {
  const values: string[] = [];
  return {
    ...{ ...found, values, texts: hostileToDiscord },
    people: [noah, olive, administrator],
    groups: [helperRole, home.guild, '@here'],
    channels: [home.channel, elsewhere.channel, abroad.channel, directTo(noah)],
    files: filesOf(fake, chance),
  };
}

async function lostWords(people: People, planted: readonly Planted[]): Promise<readonly string[]> {
  const read = JSON.stringify((await readBackAll(people, planted)).map(({ body }) => body));
  const missing = planted.flatMap(({ words }) => words).filter((word) => !read.includes(word));
  return missing.length === 0 ? [] : [`a member no longer reads ${missing.join(', ')}`];
}

async function readBackAll(people: People, planted: readonly Planted[]): Promise<readonly Sent[]> {
  const read: Sent[] = [];
  for (const one of planted) read.push(...(await readBack(people, one)));
  return read;
}
