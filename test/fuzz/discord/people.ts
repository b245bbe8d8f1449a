import type { KeyObject } from 'node:crypto';
import type { DiscordFake } from '../../support/discord-server.ts';
import { signedByDiscord } from '../../support/discord-signed.ts';
import { send } from '../surroundings.ts';
import { type Sent, takeSent } from './attack.ts';
import type { Bot } from './bot.ts';
import { administrator, directTo, home } from './places.ts';

export interface People {
  readonly bot: Bot;
  readonly fake: DiscordFake;
  readonly key: KeyObject;
  readonly newId: () => string;
}

/** Ids of what Discord tells the bot, each its own. */
export function createIds(): () => string {
  let events = 0n;
  return () => {
    events += 1n;
    return String(500_000_000_000_000_000n + events);
  };
}

/** Somebody types a line in the bot's direct messages; all that is sent then. */
export async function types({ bot, fake, newId }: People, line: string, user: string): Promise<readonly Sent[]> {
  const channel = directTo(user);
  fake.state.channels.set(channel, undefined);
  const answered = fake.request(({ method, path }) => method === 'POST' && path === `/channels/${channel}/messages`);
  const author = { id: user, username: 'somebody' };
  fake.dispatch('MESSAGE_CREATE', { id: newId(), type: 0, channel_id: channel, author, content: line });
  await answered;
  return settled({ bot, fake });
}

/** Somebody runs a command in the first server, by its words and texts for its options; all that is sent then. */
export function runs(
  people: People,
  user: string,
  path: string,
  values: Readonly<Record<string, string>>,
): Promise<readonly Sent[]> {
  const given = Object.entries(values).map(([option, value]) => ({ name: option, type: 3, value }));
  return interacts(people, user, { type: 2, data: commandData(path, given) });
}

/** The same with a file for one of its options. */
export function attaches(people: People, user: string, path: string, option: string, content: string) {
  const file = people.fake.attach('mine.csv', content);
  const data = commandData(path, [{ name: option, type: 11, value: file.id }]);
  return interacts(people, user, { type: 2, data: { ...data, resolved: { attachments: { [file.id]: file } } } });
}

function commandData(path: string, given: readonly object[]): object {
  const [name = '', ...words] = path.split(' ');
  const options = words.reduceRight<readonly object[]>(
    (inner, word, at) => [{ type: at === words.length - 1 ? 1 : 2, name: word, options: inner }],
    given,
  );
  return { type: 1, name, options };
}

/** Somebody presses a button there. */
export function presses(people: People, user: string, id: string): Promise<readonly Sent[]> {
  const message = { id: '1', components: [] };
  return interacts(people, user, { type: 3, data: { component_type: 2, custom_id: id }, message });
}

async function interacts(people: People, user: string, what: object): Promise<readonly Sent[]> {
  const { bot, fake, key, newId } = people;
  const id = newId();
  const member = { user: { id: user }, permissions: user === administrator ? '32' : '0' };
  const place = { guild_id: home.guild, channel_id: home.channel, member };
  const body = JSON.stringify({ id, token: `token-${id}`, application_id: fake.bot, ...what, ...place });
  fake.state.begin(id, `token-${id}`);
  const came = await send(bot.address, { body, headers: signedByDiscord(body, key, Date.now()) });
  if (came === 'hangs' || came.status !== 200) throw new Error(`a request of our own is not taken: ${body}`);
  return [heardBack(fake, id, JSON.parse(came.text)), ...(await settled(people))];
}

/** A response to an interaction over HTTP as the request that would have said the same; Discord knows it now. */
export function heardBack(fake: DiscordFake, id: string, body: Record<string, unknown>): Sent {
  const response = { method: 'POST', path: `/interactions/${id}/token-${id}/callback`, body };
  fake.state.answer({ ...response, query: new URLSearchParams(), authorization: undefined, files: new Map() });
  return response;
}

async function settled({ bot, fake }: Pick<People, 'bot' | 'fake'>): Promise<readonly Sent[]> {
  await bot.quiet();
  await bot.clock.sleep(5_000);
  return takeSent(fake);
}
