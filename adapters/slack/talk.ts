import type { Logger } from '../../src/core/ports.ts';
import type { SlackApi } from './api.ts';
import { classify, reasonOf } from './errors.ts';
import { markerOf, messageBody } from './marker.ts';
import type { SlackMessage } from './render.ts';

/** Ways to say something to somebody who is waiting for it. */
export interface Talk {
  /** Only to the person: where they asked, or in a DM where that is not possible. */
  privately(messages: readonly SlackMessage[], to: PrivateWay): Promise<void>;
  into(messages: readonly SlackMessage[], where: Conversation): Promise<void>;
}

/** Where something is said that all of a conversation can read. */
export interface Conversation {
  readonly channel: string;
  readonly thread?: string | undefined;
  /** What the messages can be found by. */
  readonly key?: string;
  /** So many of them are there already. */
  readonly there?: number;
}

export interface PrivateWay {
  readonly user: string;
  readonly responseUrl?: string | undefined;
  /** Everybody there may see it. */
  readonly public?: boolean;
  /** The first message takes the place of the one that the address belongs to. */
  readonly inPlace?: boolean;
}

export interface TalkDeps {
  readonly api: SlackApi;
  readonly apiUrl?: string | undefined;
  readonly logger: Logger;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A message with its place, as the Web API takes it. */
type Body = ReturnType<typeof messageBody> & {
  readonly channel: string;
  readonly thread_ts?: string;
};

/** Slack takes this many messages at one `response_url`. */
const answersAtUrl = 5;

/** Somebody is waiting, and the bot cannot stop meanwhile: a longer wait is not worth while. */
const longestWait = 5_000;

/** Milliseconds for an answer at a `response_url`. */
const urlTimeout = 10_000;

export function createTalk({ api, apiUrl, logger, sleep }: TalkDeps): Talk {
  async function privately(messages: readonly SlackMessage[], to: PrivateWay): Promise<void> {
    for (const [index, message] of messages.entries()) {
      if (
        index < answersAtUrl &&
        to.responseUrl !== undefined &&
        (await atUrl(to.responseUrl, message, { ...to, inPlace: to.inPlace === true && index === 0 }))
      )
        continue;
      return into(messages.slice(index), { channel: await dmWith(to.user) });
    }
  }

  /** False when Slack surely did not take it: the address is used up or too old. */
  async function atUrl(url: string, message: SlackMessage, to: PrivateWay): Promise<boolean> {
    if (!isSlackUrl(url)) return false;
    const body = JSON.stringify(responseBody(message, to.public === true, to.inPlace));
    try {
      const headers = { 'content-type': 'application/json' };
      const signal = AbortSignal.timeout(urlTimeout);
      const { status } = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal });
      // Slack may have taken it all the same: said twice is worse than once too few.
      if (status >= 500) logger.warn('an answer may be lost', { platform: 'slack', reason: `HTTP ${status}` });
      return status < 400 || status >= 500;
    } catch (error) {
      logger.warn('an answer could not be given at its address', { platform: 'slack', reason: reasonOf(error) });
      return classify(error).kind !== 'retry';
    }
  }

  /** A signed request brought it, still: the bot talks to Slack only. */
  function isSlackUrl(url: string): boolean {
    return apiUrl === undefined ? /^https:\/\/hooks\.slack(?:-gov)?\.com\//u.test(url) : URL.canParse(url);
  }

  async function dmWith(user: string): Promise<string> {
    const { channel } = await api.call((client) => client.conversations.open({ users: user }));
    return channel?.id ?? user;
  }

  async function into(messages: readonly SlackMessage[], where: Conversation): Promise<void> {
    const { channel, thread, key, there = 0 } = where;
    for (const [index, message] of messages.entries()) {
      if (index < there) continue;
      const marker = key === undefined ? undefined : markerOf(key, index + 1, messages.length);
      const place = { channel, ...(thread !== undefined && { thread_ts: thread }) };
      await post({ ...place, ...messageBody(message, marker) });
    }
  }

  /** Once more after a refusal that names its wait; never when it may have arrived. */
  async function post(body: Body, tries = 2): Promise<void> {
    try {
      await api.call((client) => client.chat.postMessage({ ...body, mrkdwn: false }));
    } catch (error) {
      const failure = classify(error);
      if (failure.kind !== 'retry' || failure.milliseconds > longestWait || tries === 1) throw error;
      await sleep(failure.milliseconds);
      return post(body, tries - 1);
    }
  }

  return { privately, into };
}

/** A message as a `response_url` and the acknowledgement of a command take it. */
export function responseBody(message: SlackMessage, isPublic: boolean, inPlace = false) {
  return {
    response_type: isPublic ? ('in_channel' as const) : ('ephemeral' as const),
    replace_original: inPlace,
    mrkdwn: false,
    ...messageBody(message),
  };
}
