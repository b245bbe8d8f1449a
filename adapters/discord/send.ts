import { createHash } from 'node:crypto';
import { type REST, Routes } from 'discord.js';
import type { Progress } from '../../src/core/arrival.ts';
import type { Language } from '../../src/core/language.ts';
import type { AboutMessage, MessageRef, SendResult, Target } from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import { reasonOf, toCreate, toEdit } from './api.ts';
import { classify, refusesFiles, refusesToken, type Unsent } from './classify.ts';
import { isSnowflake } from './codes.ts';
import { type DiscordMessage, renderMessages, withoutFiles } from './render.ts';
import { readId, readServer } from './schema.ts';

export interface SendDeps {
  readonly rest: REST;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Called when Discord no longer takes the token. */
  readonly tokenRefused: () => void;
  /** Called when Discord does not take the files of a message, with its reason. */
  readonly filesRefused: (reason: string) => void;
  readonly progress: Progress;
}

/** Milliseconds that a message may wait in all for Discord, once it has begun to arrive: others wait for it. */
export const longestWait = 5_000;

/** A wait counts as so many milliseconds at least, so that short ones come to an end, too. */
const shortestWait = 1_000;

/** What is to be posted, in order, and the language of it. */
export interface Post {
  readonly messages: readonly DiscordMessage[];
  readonly language: Language | undefined;
}

/** Messages that nobody asked for just now, and answers that are messages of their own. */
export function createSends({ rest, sleep, tokenRefused, filesRefused, progress }: SendDeps) {
  /** The server of each channel that was written to; a channel never moves to another. */
  const servers = new Map<string, string | undefined>();
  /** The DM of each person who was written to: opening many is what Discord takes for spam. */
  const opened = new Map<string, string>();

  async function send(target: Target, reply: Reply, { key }: AboutMessage): Promise<SendResult> {
    const channel = await channelFor(target);
    if (typeof channel !== 'string') return channel;
    return post(channel, { messages: renderMessages(reply), language: reply.language }, key);
  }

  /**
   * Creates the messages of a delivery in their order. Each has a nonce that follows from the
   * key: within some minutes, Discord answers a second try with the message that is there. Once a
   * part has arrived, the others follow it after a short wait, or at the next try.
   */
  async function post(
    channel: string,
    { messages, language }: Post,
    key: string,
    extra: Record<string, unknown> = {},
  ): Promise<SendResult> {
    const before = progress.of(key);
    let first = before?.first;
    let patience = longestWait;
    for (const [index, message] of messages.entries()) {
      if (index < (before?.parts ?? 0)) continue;
      const nonce = nonceOf(key, index + 1, messages.length);
      const body = { ...(index === 0 && extra), nonce, enforce_nonce: true };
      let sent = await create(channel, message, language, body);
      while (sent.kind === 'retry' && first !== undefined && sent.milliseconds <= patience) {
        patience -= Math.max(sent.milliseconds, shortestWait);
        await sleep(sent.milliseconds);
        sent = await create(channel, message, language, body);
      }
      if (sent.kind !== 'sent') return sent;
      first ??= sent.ref;
      progress.note(key, { first, parts: index + 1, of: messages.length });
    }
    progress.forget(key);
    return first === undefined ? { kind: 'refused', reason: 'there is nothing to show' } : { kind: 'sent', ref: first };
  }

  /** Where Discord does not take the files, the text arrives all the same. */
  async function create(
    channel: string,
    message: DiscordMessage,
    language: Language | undefined,
    extra: Record<string, unknown>,
  ): Promise<SendResult> {
    const request = (one: DiscordMessage) => rest.post(Routes.channelMessages(channel), toCreate(one, extra));
    return attempt(async () => {
      const made = await request(message).catch((error: unknown) => {
        if (message.files.length === 0 || !refusesFiles(error)) throw error;
        filesRefused(reasonOf(error));
        return request(withoutFiles(message, language));
      });
      const id = readId(made);
      return id === undefined ? { kind: 'unsure' } : { kind: 'sent', ref: `${channel}/${id}` };
    });
  }

  /** Puts a reply in the place of a sent message; of a long one, what a single message holds. */
  async function edit(ref: MessageRef, reply: Reply): Promise<SendResult> {
    const [channel = '', message = ''] = ref.split('/');
    const [shown] = renderMessages(reply);
    if (!isSnowflake(channel) || !isSnowflake(message) || !shown) {
      return { kind: 'refused', reason: 'there is no such message' };
    }
    return attempt(async () => {
      await rest.patch(Routes.channelMessage(channel, message), toEdit(shown));
      return { kind: 'sent', ref };
    });
  }

  /** The channel of a target, or why there is none. */
  async function channelFor(target: Target): Promise<string | Unsent> {
    return target.kind === 'dm' ? openDm(target.account.user) : ownChannel(target.channel, target.workspace);
  }

  /** No message has left yet, so whatever happens here, nothing has arrived. */
  async function openDm(user: string): Promise<string | Unsent> {
    if (!isSnowflake(user)) return { kind: 'refused', reason: 'there is no such person' };
    const known = opened.get(user);
    if (known !== undefined) return known;
    const made = await attempt(async () => {
      const id = readId(await rest.post(Routes.userChannels(), { body: { recipient_id: user } }));
      return id === undefined ? { kind: 'unsure' } : { kind: 'sent', ref: id };
    });
    if (made.kind === 'sent') opened.set(user, made.ref);
    return asChannel(made);
  }

  /** A channel id can be typed by hand: one of another server is as good as none. */
  async function ownChannel(channel: string, server: string): Promise<string | Unsent> {
    if (!isSnowflake(channel)) return { kind: 'refused', reason: 'there is no such channel' };
    const known = await attempt(async () => {
      if (!servers.has(channel)) servers.set(channel, readServer(await rest.get(Routes.channel(channel))));
      return { kind: 'sent', ref: channel };
    });
    if (known.kind === 'sent' && servers.get(channel) !== server) {
      return { kind: 'refused', reason: 'the channel is not in this server' };
    }
    return asChannel(known);
  }

  async function attempt(request: () => Promise<SendResult>): Promise<SendResult> {
    try {
      return await request();
    } catch (error) {
      if (refusesToken(error)) tokenRefused();
      return classify(error);
    }
  }

  return { send, post, edit, channelFor };
}

export type Sends = ReturnType<typeof createSends>;

function asChannel(result: SendResult): string | Unsent {
  if (result.kind === 'sent') return result.ref;
  return result.kind === 'unsure' ? { kind: 'retry', milliseconds: 5_000 } : result;
}

/** Characters of a nonce that follow from the key; Discord takes 25 in all. */
const hashLength = 16;

/** The same for the same part of the same key, in any process: what Discord knows a message by. */
export function nonceOf(key: string, part: number, of: number): string {
  return `${hash(key)}.${part}.${of}`;
}

/** Which part of a key's message has this nonce. */
export function readNonce(key: string, nonce: string): { readonly part: number; readonly of: number } | undefined {
  const [hashed, part, of] = nonce.split('.');
  return hashed === hash(key) ? { part: Number(part), of: Number(of) } : undefined;
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, hashLength);
}
