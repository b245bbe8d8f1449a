import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { Health, Logger } from '../../src/core/ports.ts';
import { apiVersion, reasonOf } from './api.ts';
import { refusesToken } from './classify.ts';
import { type GatewayAnswer, readBot, readEvent } from './schema.ts';

export interface LinkDeps {
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** Whether messages are read that do not name the bot, which takes a privileged intent. */
  readonly readChannels: boolean;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
  /** Asks Discord how to connect; throws what that throws, for a token that it does not take as well. */
  readonly askGateway: () => Promise<GatewayAnswer>;
  /** Notes a login; milliseconds to wait instead when there were too many. */
  readonly noteLogin: () => Promise<number>;
  /** Something happened on Discord. */
  readonly received: (event: string, data: unknown) => void;
}

/** The gateway: what happens on Discord, and whether we hear of it. */
export interface Link {
  open(): void;
  close(): Promise<void>;
  /** The token is not valid, or something else that no further try can change. */
  fail(reason: string): void;
  health(): Health;
  /** The bot's own user id, once Discord has said it. */
  bot(): string | undefined;
  /** The channel that a thread belongs to; nothing for what is no thread. */
  parentOf(channel: string): string | undefined;
}

/** Milliseconds before another try to log in: 5 seconds, doubled each time, up to 5 minutes. */
function backOff(tries: number): number {
  return Math.min(5_000 * 2 ** tries, 300_000);
}

/** Milliseconds that letting go of a connection may take. */
const longestGoodbye = 3_000;

/** What Discord closes a connection with when it is of no use to come back, in an operator's words. */
const final: Readonly<Record<number, string>> = {
  4004: 'Discord does not take the token: check DISCORD_TOKEN and start again',
  4010: 'Discord does not take the shard',
  4011: 'the bot is in more servers than its connections may serve: start it again, and it makes more',
  4012: 'Discord no longer speaks this version of its API',
  4013: 'Discord does not know the intents',
  4014: 'Discord does not allow the intents',
};

const notAllowedToRead =
  'Discord does not allow the intents: switch on Message Content Intent on the page Bot of the application, or LORBOT_READ_CHANNELS off';

/** None of these is privileged: a mention and a DM show their text without. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/**
 * Keeps a connection to the gateway. Losing it never ends the process: it comes back by itself,
 * or is tried again, ever more slowly. What cannot come right, such as a wrong token, is tried
 * once: Discord takes a token away that logs in too often.
 */
export function createLink(deps: LinkDeps): Link {
  const { token, apiUrl, readChannels, sleep, logger, askGateway, noteLogin, received } = deps;
  /** Why there is no connection at all. */
  let trouble: string | undefined = 'not connected yet';
  /** Why one of several is missing, by the number of its shard. */
  const missing = new Map<number, string>();
  let shards = 1;
  let client: Client | undefined;
  let bot: string | undefined;
  let failed = false;
  let closed = false;

  function health(): Health {
    const [first] = missing.values();
    const some = first === undefined || shards === 1 ? first : `${missing.size} of ${shards} connections: ${first}`;
    const reason = trouble ?? some;
    return reason === undefined ? { up: true } : { up: false, reason };
  }

  /** Without a shard, it is about all of them. */
  function down(reason: string, shard?: number): void {
    if (failed || closed) return;
    if ((shard === undefined ? trouble : missing.get(shard)) !== reason)
      logger.warn('Discord is out of reach', { platform: 'discord', reason });
    if (shard === undefined) trouble = reason;
    else missing.set(shard, reason);
  }

  function up(shard: number): void {
    missing.delete(shard);
    if (!failed && !closed) trouble = undefined;
  }

  function fail(reason: string): void {
    if (failed) return;
    logger.error('Discord cannot be used', { platform: 'discord', reason });
    trouble = reason;
    failed = true;
  }

  function take(frame: unknown, shard: number): void {
    const event = readEvent(frame);
    if (!event || closed) return;
    if (event.t === 'READY') bot = readBot(event.d) ?? bot;
    if (event.t === 'READY' || event.t === 'RESUMED') up(shard);
    if (ours.has(event.t)) hide(frame);
    received(event.t, event.d);
  }

  function makeClient(): Client {
    const made = new Client({
      intents: readChannels ? [...intents, GatewayIntentBits.MessageContent] : intents,
      partials: [Partials.Channel],
      shardCount: shards,
      shards: Array.from({ length: shards }, (_, shard) => shard),
      allowedMentions: { parse: [] },
      rest: { ...(apiUrl !== undefined && { api: apiUrl.replace(/\/+$/u, '') }), version: apiVersion },
    });
    made.on(Events.Raw, take);
    made.on(Events.Error, (error) => down(reasonOf(error)));
    made.on(Events.ShardError, (error, shard) => down(`the connection failed (${reasonOf(error)})`, shard));
    made.on(Events.ShardReconnecting, (shard) => down('the connection was lost and is being made again', shard));
    made.on(Events.ShardDisconnect, ({ code }) => fail(reasonFor(code)));
    return made;
  }

  function reasonFor(code: number): string {
    if (code === 4014 && readChannels) return notAllowedToRead;
    return final[code] ?? `Discord closed the connection (${code})`;
  }

  /** What the bot will hear, so that an operator need not guess. */
  function tellIntents(): void {
    const reading = ', Message Content for questions that do not name the bot, since LORBOT_READ_CHANNELS is on';
    const reason = `Guilds, Guild Messages and Direct Messages for mentions and DMs${readChannels ? reading : ', none of them privileged'}`;
    logger.info('intents', { platform: 'discord', reason });
  }

  async function login(): Promise<void> {
    for (let tries = 0; !closed; tries += 1) {
      const wait = await tryOnce(tries);
      if (wait === undefined || failed || closed) return;
      await sleep(wait);
    }
  }

  /** Milliseconds to wait before the next try; nothing when there is to be none. */
  async function tryOnce(tries: number): Promise<number | undefined> {
    try {
      // A token that is refused takes no login, and is told as what it is however often the bot is started.
      const gateway = await askGateway();
      if (gateway.left < gateway.shards) {
        down('Discord allows no further login before its day is over');
        return gateway.resetAfter;
      }
      // A store that cannot count is no reason to stay away.
      const wait = await noteLogin().catch(() => 0);
      if (wait > 0) {
        down('there were many logins in a day, so this one waits: something starts the bot again and again');
        return wait;
      }
      if (!closed) await enter(gateway);
    } catch (error) {
      if (refusesToken(error) || isTokenError(error)) fail(final[4004] ?? '');
      else down(`the login failed (${reasonOf(error)})`);
      return backOff(tries);
    }
    return undefined;
  }

  async function enter(gateway: GatewayAnswer): Promise<void> {
    ({ shards } = gateway);
    for (let shard = 0; shard < shards; shard += 1) missing.set(shard, 'not connected yet');
    client = makeClient();
    await client.login(token);
    if (closed) await client.destroy();
  }

  return {
    open() {
      tellIntents();
      login().catch((error) => down(reasonOf(error)));
    },
    async close() {
      closed = true;
      trouble = 'stopped';
      // Before it has a shard, destroying it would not keep it from connecting: then the login does it.
      // A shard that is trying to come back may not hear of it before its next try: not waited for.
      if (client && client.ws.shards.size > 0) await Promise.race([client.destroy(), sleep(longestGoodbye)]);
    },
    fail,
    health,
    bot: () => bot,
    parentOf(channel) {
      const known = client?.channels.cache.get(channel);
      return known?.isThread() ? (known.parentId ?? undefined) : undefined;
    },
  };
}

/** What this adapter reads by itself. */
const ours: ReadonlySet<string> = new Set(['INTERACTION_CREATE', 'MESSAGE_CREATE']);

/**
 * Keeps discord.js from building its own objects of an event. Nobody here asks for them, and
 * where a payload lacks a field that they count on, they throw where nobody can catch it.
 */
function hide(frame: unknown): void {
  if (typeof frame === 'object' && frame !== null) Object.assign(frame, { t: 'TAKEN' });
}

function isTokenError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'TokenInvalid';
}
