import { type REST, Routes } from 'discord.js';
import { type Progress, unfound } from '../../src/core/arrival.ts';
import type { FindResult } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import { classify } from './classify.ts';
import { type HistoryMessage, readHistory } from './schema.ts';
import { readNonce } from './send.ts';

/** The first millisecond of Discord's ids. https://docs.discord.com/developers/reference#snowflakes */
const epoch = 1_420_070_400_000;

/** Milliseconds that our clock and Discord's may be apart. */
const skew = 60_000;

const pageSize = 100;

/** Pages to read before giving up: a busy channel of a day. */
const maxPages = 10;

export interface Place {
  readonly channel: string;
  readonly direct: boolean;
  /** The bot's own id. */
  readonly bot: string;
  readonly progress: Progress;
}

/**
 * Whether a message with this key has arrived since then. Where Discord does not hand the nonces
 * back, a message of ours may be any of them, and that is said: a wrong `absent` sends twice.
 */
export async function findMessage(rest: REST, place: Place, key: string, since: Instant): Promise<FindResult> {
  const { channel, direct, bot, progress } = place;
  const parts = new Map<number, string>();
  let total = 1;
  let after = snowflakeAt(Date.parse(since) - skew);
  let doubtful = false;
  for (let page = 0; page < maxPages; page += 1) {
    const messages = await read(rest, channel, new URLSearchParams({ after, limit: String(pageSize) }));
    if ('kind' in messages) return messages;
    const own = messages.filter(({ author }) => author.id === bot);
    for (const { id, nonce } of own) {
      const mark = nonce === undefined ? undefined : readNonce(key, nonce);
      if (mark) {
        parts.set(mark.part, `${channel}/${id}`);
        total = mark.of;
      }
    }
    if (parts.size >= total) return progress.seen(key, parts, total);
    doubtful ||= own.some((message) => message.nonce === undefined);
    if (messages.length < pageSize) {
      if (doubtful) return { kind: 'unknown' };
      const closed = direct || messages.length > 0 ? undefined : await whyClosed(rest, channel);
      return closed ?? progress.seen(key, parts, total);
    }
    after = messages.map(({ id }) => id).reduce((last, id) => (BigInt(id) > BigInt(last) ? id : last));
  }
  return { kind: 'unknown' };
}

/** Without the permission to read it, a history is empty instead of forbidden. */
async function whyClosed(rest: REST, channel: string): Promise<FindResult | undefined> {
  const messages = await read(rest, channel, new URLSearchParams({ limit: '1' }));
  if ('kind' in messages) return messages;
  return messages.length > 0 ? undefined : { kind: 'unknown' };
}

async function read(
  rest: REST,
  channel: string,
  query: URLSearchParams,
): Promise<readonly HistoryMessage[] | FindResult> {
  try {
    return readHistory(await rest.get(Routes.channelMessages(channel), { query })) ?? { kind: 'unknown' };
  } catch (error) {
    return unfound(classify(error));
  }
}

function snowflakeAt(milliseconds: number): string {
  return String(BigInt(Math.max(Math.floor(milliseconds) - epoch, 0)) << 22n);
}
