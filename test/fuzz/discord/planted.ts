import type { KeyObject } from 'node:crypto';
import type { DiscordFake } from '../../support/discord-server.ts';
import { signedByDiscord } from '../../support/discord-signed.ts';
import { hostileToDiscord } from '../../support/hostile-texts.ts';
import { kept, plantedLines, readingLines } from '../planted.ts';
import { send } from '../surroundings.ts';
import { takeSent } from './attack.ts';
import type { Bot } from './bot.ts';
import { zebras } from './messages.ts';
import { administrator, directTo, helperRole, home, noah, olive } from './places.ts';

/** A member who is to be left in peace. */
export interface Planted {
  readonly user: string;
  /** What is kept, by whoever may read it. */
  readonly words: readonly string[];
}

/** Ids of what Discord tells the bot, each its own. */
export function createIds() {
  let events = 0n;
  return () => {
    events += 1n;
    return String(500_000_000_000_000_000n + events);
  };
}

export interface People {
  readonly bot: Bot;
  readonly fake: DiscordFake;
  readonly newId: () => string;
}

/** A member types a line in the bot’s direct messages; all that they read then, as JSON. */
async function types({ bot, fake, newId }: People, line: string, user: string): Promise<string> {
  const channel = directTo(user);
  fake.state.channels.set(channel, undefined);
  const answered = fake.request(({ method, path }) => method === 'POST' && path === `/channels/${channel}/messages`);
  const author = { id: user, username: 'kept' };
  fake.dispatch('MESSAGE_CREATE', { id: newId(), type: 0, channel_id: channel, author, content: line });
  await answered;
  await bot.quiet();
  await bot.clock.sleep(5_000);
  return JSON.stringify(takeSent(fake).map(({ body }) => body));
}

/** Two members with letters, programs, notes and reminders. */
export async function plant(people: People): Promise<readonly Planted[]> {
  const planted = [
    { user: noah, words: kept[0] },
    { user: olive, words: kept[1] },
  ];
  for (const { user, words } of planted) for (const line of plantedLines(words)) await types(people, line, user);
  return planted;
}

/** All that a planted member reads of themselves, as JSON. */
export async function readBack(people: People, { user }: Planted): Promise<string> {
  const read: string[] = [];
  for (const line of readingLines) read.push(await types(people, line, user));
  return JSON.stringify(read);
}

/** The administrator runs a command in the server. */
async function administers(
  { bot, newId, fake }: People,
  key: KeyObject,
  path: string,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const [name = '', ...words] = path.split(' ');
  const given = Object.entries(values).map(([option, value]) => ({ name: option, type: 3, value }));
  const options = words.reduceRight<readonly object[]>(
    (inner, word, at) => [{ type: at === words.length - 1 ? 1 : 2, name: word, options: inner }],
    given,
  );
  const id = newId();
  const member = { user: { id: administrator }, permissions: '32' };
  const data = { type: 1, name, options };
  const place = { guild_id: home.guild, channel_id: home.channel, member };
  const body = JSON.stringify({ id, token: `token-${id}`, application_id: fake.bot, type: 2, data, ...place });
  const came = await send(bot.address, { body, headers: signedByDiscord(body, key, Date.now()) });
  await bot.clock.sleep(5_000);
  return came === 'hangs' ? came : came.text;
}

/** Where people’s questions go, and answers in the administrator’s own words, which mean harm. */
export async function plantCommunity(people: People, key: KeyObject): Promise<readonly string[]> {
  const said = [await administers(people, key, 'lor-admin settings', { helpers: helperRole, channel: home.channel })];
  for (const [index, zebra] of zebras.entries()) {
    // A list of them in a text each, without what cannot be kept.
    const harm = hostileToDiscord.filter(
      (text, at) => at % zebras.length === index && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text),
    );
    said.push(
      await administers(people, key, 'lor-admin answer add', {
        ...{ topic: zebra, title: `${zebra} ${harm[0]}`, question: `What about ${zebra}? ${harm[1]}` },
        ...{ text: harm.join(' '), aliases: zebra },
      }),
    );
  }
  return said;
}
