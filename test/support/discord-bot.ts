import { onTestFinished } from 'vitest';
import { createDiscordAdapter } from '../../adapters/discord/index.ts';
import { type BotParts, openBot } from '../../src/bot.ts';
import type { AdapterStore } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import { createRandom } from '../../src/random.ts';
import { dense, readable } from '../adapters/discord/shown.ts';
import { connected, createTestSleep, type LogLine, recordingLogger } from './discord-adapter.ts';
import { startDiscordFake } from './discord-fake.ts';
import type { FakeRequest } from './discord-fake-routes.ts';
import type { DiscordFake } from './discord-server.ts';
import { createTestClock } from './test-clock.ts';
import { testVault } from './vault.ts';

export const guild = '400000000000000001';
export const letters = '300000000000000001';

const people = { maya: '200000000000000001', noah: '200000000000000003' } as const;
const ephemeral = 64;

export type Person = keyof typeof people;

/** Something that the bot put before somebody's eyes. */
export interface Seen {
  readonly channel: string | undefined;
  readonly alone: boolean;
  /** The message that it replies to. */
  readonly replies: string | undefined;
  readonly text: string;
  readonly raw: string;
}

export interface DiscordBotOptions {
  readonly readChannels?: boolean;
  /** A file that outlives the bot. */
  readonly database?: string;
  /** An open one; otherwise it gets its own. */
  readonly fake?: DiscordFake;
  /** Lends the adapter another memory than the bot's. */
  readonly lend?: (store: AdapterStore) => AdapterStore;
}

/** The whole bot on a Discord of our own, in a server with the channel #letters. */
export async function openDiscordBot({
  readChannels = false,
  database = ':memory:',
  fake: given,
  lend = (store) => store,
}: DiscordBotOptions = {}) {
  const fake = given ?? (await startDiscordFake());
  fake.state.channels.set(letters, guild);
  const clock = createTestClock('2027-09-01T12:00:00.000Z' as Instant);
  const log: LogLine[] = [];
  const logger = recordingLogger(log);
  const { sleep } = createTestSleep();
  let playTo: BotParts['playTo'] | undefined;
  const bot = await openBot({
    database,
    clock,
    sleep: clock.sleep,
    random: createRandom(),
    vault: testVault,
    logger,
    readChannels,
    adapters: ({ commands, store, ...parts }) => {
      ({ playTo } = parts);
      return [
        createDiscordAdapter({
          ...{ token: fake.token, applicationId: fake.bot, apiUrl: fake.apiUrl, readChannels },
          ...{ commands, clock, sleep, logger, store: lend(store('discord')) },
        }),
      ];
    },
  });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= bot.stop());
  onTestFinished(stop);
  await bot.start();
  await connected({ health: () => bot.health().discord ?? { up: false } } as never);
  let events = 0;

  function newId(): string {
    events += 1;
    return String(500_000_000_000_000_000n + BigInt(events));
  }

  function seen(): readonly Seen[] {
    return fake.requests.flatMap(seenIn);
  }

  /** What came of something that somebody did: the next thing that the bot shows. */
  async function next(act: () => void, fits: (shown: Seen) => boolean = () => true): Promise<Seen> {
    const before = seen().length;
    const since = () => seen().slice(before).find(fits);
    act();
    for (let tries = 0; tries < 400 && !since(); tries += 1) await pause();
    const shown = since();
    if (!shown) throw new Error('the bot shows nothing');
    return shown;
  }

  function interact(
    person: Person,
    data: Record<string, unknown>,
    type = 2,
    permissions = '0',
    message: Record<string, unknown> = {},
  ): Promise<Seen> {
    const id = newId();
    const member = { user: { id: people[person] }, permissions };
    const place = { guild_id: guild, channel_id: letters, member, message: { id: '1', ...message } };
    const begins = () => fake.interact({ id, token: `token-${id}`, type, data, ...place });
    // What is said into a channel meanwhile answers something else.
    return next(begins, ({ channel }) => channel === undefined);
  }

  /** Writes a message in the server; its id. */
  function says(person: Person, content: string, changes: Record<string, unknown> = {}): string {
    const id = newId();
    const author = { id: people[person], username: person };
    const place = { channel_id: letters, guild_id: guild };
    fake.dispatch('MESSAGE_CREATE', { id, type: 0, ...place, author, content, ...changes });
    return id;
  }

  return {
    fake,
    stop,
    clock,
    log,
    seen,
    next,
    /** Lets time pass until a moment. */
    playTo: async (at: Instant) => playTo?.(at, async () => undefined),
    /** Discord tells the bot of something, which is over when this resolves. */
    async hears(event: string, data: unknown): Promise<void> {
      fake.dispatch(event, data);
      // What comes next over the same connection is taken in after it; a DM says nothing of the server.
      const dm = String(BigInt(people.noah) + 1n);
      fake.state.channels.set(dm, undefined);
      await next(() => void says('noah', 'can i reuse a letter?', { channel_id: dm, guild_id: undefined }));
    },
    says,
    /** `more` is what comes with the command besides, such as what was attached to it. */
    runs: (person: Person, root: string, options: readonly unknown[], permissions?: string, more: object = {}) =>
      interact(person, { type: 1, name: root, options, ...more }, 2, permissions),
    presses: (person: Person, shown: Seen, start: string) =>
      // Discord sends the message along whose button it is.
      interact(person, { component_type: 2, custom_id: idIn(shown.raw, start) }, 3, '0', JSON.parse(shown.raw)),
    /** Sends the form with these values. */
    sends: (person: Person, form: string, values: Readonly<Record<string, string>>) =>
      interact(
        person,
        {
          custom_id: form,
          components: Object.entries(values).map(([name, value]) => ({
            type: 18,
            component: { type: 4, custom_id: name, value },
          })),
        },
        5,
      ),
    asksFor: (person: Person, content: string) =>
      interact(person, {
        ...{ type: 3, name: 'Answer this', target_id: '9' },
        resolved: { messages: { '9': { id: '9', content, author: { id: people.noah } } } },
      }),
    /** What replies to an answer of the bot's to another message. */
    replyTo: (answered: string) => ({
      type: 19,
      referenced_message: { id: '1', author: { id: fake.bot }, message_reference: { message_id: answered } },
    }),
  };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

function seenIn({ method, path, body }: FakeRequest): readonly Seen[] {
  const isCallback = path.endsWith('/callback');
  const message = (isCallback ? body.data : body) as Record<string, unknown> | undefined;
  if (method !== 'POST' || !message || !Array.isArray(message.components)) return [];
  const reference = message.message_reference as { message_id?: string } | undefined;
  return [
    {
      channel: /^\/channels\/(\d+)/u.exec(path)?.[1],
      alone: (Number(message.flags ?? 0) & ephemeral) !== 0,
      replies: reference?.message_id,
      text: dense(readable([message as never])),
      raw: JSON.stringify(message),
    },
  ];
}

/** The id of the first control whose id begins so. */
function idIn(raw: string, start: string): string {
  const ids = [...raw.matchAll(/"custom_id":"((?:[^"\\]|\\.)*)"/gu)].map(([, id]) => JSON.parse(`"${id}"`) as string);
  const found = ids.find((id) => id.replaceAll('\\', '').startsWith(start));
  if (found === undefined) throw new Error(`no control that begins with ${start} in ${raw}`);
  return found;
}
