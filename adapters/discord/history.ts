import { type REST, Routes } from 'discord.js';
import type { FindResult } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import { type HistoryMessage, readHistory } from './schema.ts';
import { nonceOf } from './send.ts';

/** The first millisecond of Discord's ids. https://docs.discord.com/developers/reference#snowflakes */
const epoch = 1_420_070_400_000;

/** Milliseconds that our clock and Discord's may be apart. */
const skew = 60_000;

const pageSize = 100;

/** Pages to read before giving up: a busy channel of a day. */
const maxPages = 10;

/**
 * Whether a message with this key has arrived since then. Where Discord does not hand the nonces
 * back, a message of ours may be any of them, and that is said: a wrong `absent` sends twice.
 */
export async function findMessage(
  rest: REST,
  where: { readonly channel: string; readonly direct: boolean; readonly bot: string },
  key: string,
  since: Instant,
): Promise<FindResult> {
  const { channel, direct, bot } = where;
  const nonce = nonceOf(key);
  let after = snowflakeAt(Date.parse(since) - skew);
  let doubtful = false;
  for (let page = 0; page < maxPages; page += 1) {
    const messages = await read(rest, channel, new URLSearchParams({ after, limit: String(pageSize) }));
    if (messages === undefined) return 'unknown';
    const own = messages.filter(({ author }) => author.id === bot);
    const found = own.find((message) => message.nonce === nonce);
    if (found) return `${channel}/${found.id}`;
    doubtful ||= own.some((message) => message.nonce === undefined);
    if (messages.length < pageSize) {
      if (doubtful) return 'unknown';
      return direct || messages.length > 0 || (await isReadable(rest, channel)) ? 'absent' : 'unknown';
    }
    after = messages.map(({ id }) => id).reduce((last, id) => (BigInt(id) > BigInt(last) ? id : last));
  }
  return 'unknown';
}

/** Without the permission to read it, a history is empty instead of forbidden. */
async function isReadable(rest: REST, channel: string): Promise<boolean> {
  const messages = await read(rest, channel, new URLSearchParams({ limit: '1' }));
  return messages !== undefined && messages.length > 0;
}

async function read(
  rest: REST,
  channel: string,
  query: URLSearchParams,
): Promise<readonly HistoryMessage[] | undefined> {
  try {
    return readHistory(await rest.get(Routes.channelMessages(channel), { query }));
  } catch {
    return undefined;
  }
}

function snowflakeAt(milliseconds: number): string {
  return String(BigInt(Math.max(Math.floor(milliseconds) - epoch, 0)) << 22n);
}
