import type { Instant } from '../../src/core/time.ts';
import type { SlackApi } from './api.ts';
import { readMarker } from './marker.ts';

/** How far is read; what lies behind is not known to be absent. */
const history = { pages: 5, perPage: 200 } as const;

/** Slack's clock may be behind ours by so many milliseconds. */
const clockDifference = 60_000;

/** What is there of a message, by the number of each part from 1, and of how many parts it is. */
export interface FoundParts {
  readonly found: ReadonlyMap<number, string>;
  readonly of: number;
}

/**
 * Looks in a conversation, or in one of its threads, for a message with this key. `undefined` where
 * there is too much to read; throws what Slack answers where it may not be read.
 */
export async function findParts(
  api: SlackApi,
  { channel, thread }: { readonly channel: string; readonly thread?: string | undefined },
  key: string,
  since: Instant,
): Promise<FoundParts | undefined> {
  const oldest = String((Date.parse(since) - clockDifference) / 1_000);
  const found = new Map<number, string>();
  let of = 1;
  let cursor: string | undefined;
  for (let page = 0; page < history.pages; page += 1) {
    const from = { channel, oldest, limit: history.perPage, ...(cursor && { cursor }) };
    const read = await api.call((client) =>
      thread === undefined ? client.conversations.history(from) : client.conversations.replies({ ...from, ts: thread }),
    );
    for (const { blocks = [], ts = '' } of read.messages ?? []) {
      const mark = readMarker(key, blocks[0]?.block_id);
      if (!mark) continue;
      found.set(mark.part, `${channel}/${ts}`);
      of = mark.of;
    }
    cursor = read.response_metadata?.next_cursor;
    if (found.size >= of || !cursor) return { found, of };
  }
  return undefined;
}
