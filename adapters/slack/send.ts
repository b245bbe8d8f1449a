import { createHash } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import type { AboutMessage, ChatAdapter, FindResult, SendResult, Target } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import type { SlackApi } from './api.ts';
import { classify } from './errors.ts';
import { renderMessages, type SlackMessage } from './render.ts';

export type Sender = Pick<ChatAdapter, 'send' | 'edit' | 'find'>;

/** How far `find` reads back; what lies behind is not known to be absent. */
const history = { pages: 5, perPage: 200 } as const;

/** Slack's clock may be behind ours by so many milliseconds. */
const clockDifference = 60_000;

/** A digest or a reminder on its way, and how much of it has arrived. */
type Progress = Map<string, { readonly first: string; readonly parts: number }>;

/** How many half-sent messages are remembered at most. */
const rememberedAtMost = 1_000;

/**
 * Sends what nobody asked for just now. Slack has no key against doubles, so the first block of
 * each message has one in its id, by which `find` knows it again. A reply of several messages goes
 * on, when it is sent again, where it stopped.
 */
export function createSender(api: SlackApi): Sender {
  const progress: Progress = new Map();

  async function send(target: Target, reply: Parameters<Sender['send']>[1], about: AboutMessage): Promise<SendResult> {
    const messages = renderMessages(reply);
    if (messages.length === 0) return { kind: 'refused', reason: 'nothing to say' };
    try {
      const channel = await channelOf(target);
      const before = progress.get(about.key);
      let first = before?.first ?? '';
      for (const [index, message] of messages.entries()) {
        if (index < (before?.parts ?? 0)) continue;
        const posted = await post(channel, message, markerOf(about.key, index + 1, messages.length));
        if (posted === undefined) return { kind: 'unsure' };
        first ||= posted;
        remember(about.key, first, index + 1);
      }
      progress.delete(about.key);
      return { kind: 'sent', ref: `${channel}/${first}` };
    } catch (error) {
      return classify(error);
    }
  }

  async function post(channel: string, message: SlackMessage, marker: string): Promise<string | undefined> {
    const { ts } = await api.call((client) =>
      client.chat.postMessage({ channel, ...messageBody(message, marker), mrkdwn: false }),
    );
    return ts;
  }

  function remember(key: string, first: string, parts: number): void {
    progress.delete(key);
    progress.set(key, { first, parts });
    const [oldest] = progress.keys();
    if (progress.size > rememberedAtMost && oldest !== undefined) progress.delete(oldest);
  }

  /** Opening a DM that is open already gives the same one. */
  async function channelOf(target: Target): Promise<string> {
    if (target.kind === 'channel') return target.channel;
    const { channel } = await api.call((client) => client.conversations.open({ users: target.account.user }));
    return channel?.id ?? target.account.user;
  }

  async function edit(_: Target, ref: string, reply: Parameters<Sender['edit']>[2]): Promise<SendResult> {
    const [channel = '', ts = ''] = ref.split('/');
    const [message, more] = renderMessages(reply);
    if (!message || more) return { kind: 'refused', reason: 'an edited message must be exactly one' };
    try {
      await api.call((client) => client.chat.update({ channel, ts, ...messageBody(message) }));
      return { kind: 'sent', ref };
    } catch (error) {
      return classify(error);
    }
  }

  async function find(target: Target, key: string, since: Instant): Promise<FindResult> {
    try {
      return await look(await channelOf(target), key, since);
    } catch {
      // Not allowed to read there, or not reachable: nobody can tell.
      return 'unknown';
    }
  }

  async function look(channel: string, key: string, since: Instant): Promise<FindResult> {
    const oldest = String((Date.parse(since) - clockDifference) / 1_000);
    const found = new Map<number, string>();
    let total = 1;
    let cursor: string | undefined;
    for (let page = 0; page < history.pages; page += 1) {
      const read = await api.call((client) =>
        client.conversations.history({ channel, oldest, limit: history.perPage, ...(cursor && { cursor }) }),
      );
      for (const { blocks = [], ts = '' } of read.messages ?? []) {
        const mark = readMarker(key, blocks[0]?.block_id);
        if (mark) {
          found.set(mark.part, ts);
          total = mark.of;
        }
      }
      if (found.size >= total) return `${channel}/${found.get(1)}`;
      cursor = read.response_metadata?.next_cursor;
      if (!cursor) return absent(key, found);
    }
    return 'unknown';
  }

  /** Of several messages, those that arrived in a row need not be sent again. */
  function absent(key: string, found: ReadonlyMap<number, string>): FindResult {
    const first = found.get(1);
    let parts = 0;
    while (found.has(parts + 1)) parts += 1;
    if (first !== undefined) remember(key, first, parts);
    else progress.delete(key);
    return 'absent';
  }

  return { send, edit, find };
}

/** A message as the Web API takes it, with the key in the id of its first block. */
export function messageBody(message: SlackMessage, marker?: string) {
  const { text, blocks, unfurl_links, unfurl_media } = message;
  const marked: KnownBlock[] = blocks.map((block, index) =>
    index === 0 && marker !== undefined ? { ...block, block_id: marker } : block,
  );
  return { text, blocks: marked, unfurl_links, unfurl_media };
}

/** The key itself names people and letters, and any app in the channel can read a block's id. */
function markerOf(key: string, part: number, of: number): string {
  return `lorbot.${hash(key)}.${part}.${of}`;
}

function readMarker(key: string, blockId: string | undefined): { part: number; of: number } | undefined {
  const [name, hashed, part, of] = blockId?.split('.') ?? [];
  if (name !== 'lorbot' || hashed !== hash(key)) return undefined;
  return { part: Number(part), of: Number(of) };
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
