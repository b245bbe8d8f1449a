import type { KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { serve } from '../../../src/http/server.ts';
import { type DiscordFake, startDiscord } from '../../support/discord-server.ts';
import { createApplicationKey } from '../../support/discord-signed.ts';
import { hostileToDiscord } from '../../support/hostile-texts.ts';
import { seeded } from '../../support/seeded.ts';
import { hostileText } from '../calls.ts';
import { type Chance, createChance } from '../chance.ts';
import { isNoSecret } from '../planted.ts';
import { type Came, createTally, type FuzzOptions, type FuzzReport, misanswered } from '../report.ts';
import { differences, idsIn, membersIn, rowsOf } from '../rows.ts';
import { closeServers, openServer, send } from '../surroundings.ts';
import { responses, type Sent, takeSent, valuesIn, wrongIn, wrongInLog } from './attack.ts';
import { type Bot, startDiscordBot, until } from './bot.ts';
import {
  type DiscordLoot,
  drawInteraction,
  type InteractionKind,
  interactionKinds,
  interactionTypes,
} from './interactions.ts';
import { drawMessage, type MessageKind, messageKinds } from './messages.ts';
import { createIds, heardBack, type People } from './people.ts';
import {
  abroad,
  administrator,
  directTo,
  drawPlace,
  elsewhere,
  helperRole,
  home,
  noah,
  olive,
  type Place,
  strangers,
} from './places.ts';
import { type Planted, plant, plantHarm, readBack } from './planted.ts';
import { drawEvent, drawRequest, type RequestWay, type SpoiltRequest } from './spoil.ts';

/** How many are sent at once: a few collide. */
const atOnce = 8;

const senders = [...strangers, administrator];

/** Hostile requests and events to the whole bot on a file, beside two members who keep something in it. */
export async function fuzzDiscord({ inputs, seed }: FuzzOptions): Promise<FuzzReport> {
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-fuzz-'));
  const database = join(folder, 'lorbot.db');
  const fake = await startDiscord();
  for (const { guild, channel } of [home, elsewhere, abroad]) fake.state.channels.set(channel, guild);
  for (const user of senders) fake.state.channels.set(directTo(user), undefined);
  const servers: Awaited<ReturnType<typeof serve>>[] = [];
  const keys = createApplicationKey();
  const bot = await startDiscordBot({ fake, database, ...keys, serve: (routes) => openServer(routes, servers) });
  const failures: string[] = [];
  const failed = (error: unknown) => void failures.push(`nobody caught ${error}`);
  process.on('unhandledRejection', failed);
  try {
    const chance = createChance(seeded(seed));
    return await attack({ inputs, chance, bot, fake, key: keys.privateKey, database, failures });
  } finally {
    process.off('unhandledRejection', failed);
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
}

async function attack({ inputs, chance, bot, fake, key, database, failures }: Attack): Promise<FuzzReport> {
  const newId = createIds();
  const people = { bot, fake, key, newId };
  const planted = await plant(people);
  const theirs = await readBackAll(people, planted);
  const own = membersIn(database);
  const before = rowsOf(database);
  const values = theirs.flatMap(valuesIn).filter(isNoSecret);
  const begun = await plantHarm(people);
  const loot: DiscordLoot = {
    ...{ values, ids: idsIn(rowsOf(database)), people: [noah, olive, administrator], texts: hostileToDiscord },
    groups: [helperRole, home.guild, '@here'],
    channels: [home.channel, elsewhere.channel, abroad.channel, directTo(noah)],
    files: filesOf(fake, chance),
  };
  const ids = [...senders, ...loot.people, ...loot.groups, ...loot.channels];

  const { statuses, note } = createTally();
  const wrong: string[] = [];
  const replayable: SpoiltRequest[] = [];
  /** Interactions over the gateway that must be answered, and messages that must not. */
  const waiting = new Map<string, string>();
  const unanswerable = new Set<string>();
  let looked = 0;

  function look(sent: readonly Sent[], story: string): void {
    looked += sent.length;
    for (const one of sent) {
      wrong.push(...wrongIn(one, ids).map((line) => `${story}, ${one.method} ${one.path}: ${line}`));
      const [, , id = ''] = one.path.endsWith('/callback') ? one.path.split('/') : [];
      if (waiting.delete(id)) note('an event', `answered by ${one.body.type}`);
      const { message_reference: about } = one.body as { message_reference?: { message_id?: string } };
      if (unanswerable.has(about?.message_id ?? '')) wrong.push(`${story}: what no person wrote is answered`);
    }
    values.push(...sent.flatMap(valuesIn).filter(isNoSecret));
    values.splice(0, Math.max(values.length - 500, 0));
  }

  bot.takeHeard();
  look(begun, 'before the inputs');

  async function one(number: number): Promise<void> {
    if (replayable.length > 0 && chance.once(25)) return replay(chance.pick(replayable));
    const user = chance.pick(senders);
    if (chance.once(4)) return message(chance.pick(messageKinds), user);
    const kind = chance.pick(interactionKinds);
    const place = drawPlace(chance, user, hostileText(chance, loot));
    const id = newId();
    const token = `token-${id}`;
    fake.state.begin(id, token);
    const base = { id, token, application_id: fake.bot, version: 1, type: interactionTypes[kind], locale: 'en-US' };
    const fields = { ...base, ...place.fields, ...drawInteraction(kind, chance, loot) };
    if (chance.once(2)) return event(kind, place, fields);
    const spoilt = drawRequest(chance, fields, { key, lies: place.lies });
    const came = await send(bot.address, spoilt);
    note(spoilt.way, came);
    const story = `input ${number}, ${kind} ${spoilt.way}`;
    const expected = spoilt.way === 'as Discord sends it' && !place.sound ? readOrNot : expectedOf[spoilt.way];
    wrong.push(...misanswered(expected, came).map((line) => `${story}: ${line} for ${spoilt.body.slice(0, 600)}`));
    if (came === 'hangs' || came.status !== 200) return;
    const response = heardBack(fake, id, JSON.parse(came.text));
    if (spoilt.way === 'as Discord sends it') {
      replayable.push(spoilt);
      wrong.push(...oddResponse(kind, response.body).map((line) => `${story}: ${line}`));
    }
    replayable.splice(0, Math.max(replayable.length - 50, 0));
    look([response], story);
  }

  function event(kind: InteractionKind, { sound, lies }: Place, fields: Readonly<Record<string, unknown>>): void {
    const { way, json } = drawEvent(chance, fields, lies);
    if (way === 'an event' && sound) waiting.set(String(fields.id), `${kind} over the gateway: ${json.slice(0, 600)}`);
    else note(way, 'sent');
    fake.dispatchJson('INTERACTION_CREATE', json);
  }

  function message(kind: MessageKind, user: string): void {
    const id = newId();
    const { way, json } = drawEvent(chance, drawMessage(kind, id, user, fake.bot, chance, loot));
    if (kind === 'no person' && way === 'an event') unanswerable.add(id);
    note(`${kind}, ${way}`, 'sent');
    fake.dispatchJson('MESSAGE_CREATE', json);
  }

  async function replay(sent: SpoiltRequest): Promise<void> {
    const came: Came | 'hangs' = await send(bot.address, sent);
    note('once more', came);
    if (came === 'hangs' || came.status !== 202 || came.text !== '')
      wrong.push('a request that came again was not dropped');
  }

  for (let number = 0; number < inputs && wrong.length < 10; number += atOnce) {
    const batch = Math.min(atOnce, inputs - number);
    const after = `after input ${number + batch}`;
    await Promise.all(Array.from({ length: batch }, (_, index) => one(number + index)));
    await until(() => {
      look(takeSent(fake), after);
      return waiting.size === 0;
    });
    await bot.quiet();
    look(takeSent(fake), after);
    wrong.push(...[...waiting.values()].map((story) => `${story} was not answered`));
    waiting.clear();
    wrong.push(...bot.logged.splice(0).flatMap(wrongInLog), ...bot.takeHeard().flatMap(impostorIn));
    if (bot.bot.health().discord?.up !== true) wrong.push(`${after}: the bot is no longer connected`);
    // Nobody is to be refused for asking too often: that would hide the rest.
    await bot.clock.sleep(5_000);
  }

  wrong.push(...failures, ...differences(before, rowsOf(database), own));
  const after = JSON.stringify((await readBackAll(people, planted)).map(({ body }) => body));
  const missing = planted.flatMap(({ words }) => words).filter((word) => !after.includes(word));
  if (missing.length > 0) wrong.push(`a member no longer reads ${missing.join(', ')}`);
  return { inputs, statuses, looked, wrong };
}

async function readBackAll(people: People, planted: readonly Planted[]): Promise<readonly Sent[]> {
  const read: Sent[] = [];
  for (const one of planted) read.push(...(await readBack(people, one)));
  return read;
}

/** Tables with hostile cells, what is no table, and files that lie elsewhere or nowhere. */
function filesOf(fake: DiscordFake, chance: Chance): DiscordLoot['files'] {
  const cell = () => hostileText(chance, { texts: hostileToDiscord }).replaceAll('"', '""');
  const rows = Array.from({ length: 20 }, () => `"${cell()}","2027-09-15","${cell()}"`);
  const table = fake.attach('letters.csv', ['name,due,notes', ...rows].join('\n'));
  return [
    table,
    fake.attach('../../@everyone.csv', new Uint8Array([0xff, 0xfe, 0, 1, 2])),
    { ...table, id: '710000000000000001', url: 'http://evil.example/letters.csv' },
    { ...table, id: '710000000000000002', url: `${table.url}/none` },
    { ...table, id: '710000000000000003', size: 1e300 },
  ];
}

/** Nobody’s words are taken for a planted member’s, and nobody for an administrator who is none. */
function impostorIn({
  account: { user },
  administrator: bits,
}: ReturnType<Bot['takeHeard']>[number]): readonly string[] {
  const known = senders.includes(user);
  return [
    ...(known || user === '1' ? [] : [`the words of somebody are taken for those of ${user}`]),
    ...(bits && user !== administrator ? [`${user} is taken for an administrator`] : []),
  ];
}

/** Typing is answered with suggestions, and nothing else is. */
function oddResponse(kind: InteractionKind, { type }: Readonly<Record<string, unknown>>): readonly string[] {
  const { suggestions, ...others } = responses;
  const expected: readonly unknown[] = kind === 'suggest' ? [suggestions] : Object.values(others);
  return expected.includes(type) ? [] : [`the response is of the type ${type}`];
}

const refused = [401];
const taken = [200];
const readOrNot = [200, 400];

/** What a request of its way must come back with. */
const expectedOf: Readonly<Record<RequestWay, readonly number[]>> = {
  'as Discord sends it': taken,
  'with a field spoilt': readOrNot,
  'without a signature': refused,
  'with another key': refused,
  'from the past': refused,
  'from the future': refused,
  'changed after it was signed': refused,
  huge: [413],
  'very deep': readOrNot,
  'with very many fields': readOrNot,
  'in broken UTF-8': readOrNot,
  'with fields twice': readOrNot,
  'of another type': readOrNot,
  empty: [400],
};
