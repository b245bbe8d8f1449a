import { createProgress, unfound } from '../../src/core/arrival.ts';
import { createLatest } from '../../src/core/latest.ts';
import type { AboutMessage, ChatAdapter, FindResult, SendResult, Target } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import type { SlackApi } from './api.ts';
import type { Desk, Desks } from './desk.ts';
import { classify, type Failure, unreachableWait } from './errors.ts';
import { findParts } from './history.ts';
import { markerOf, messageBody } from './marker.ts';
import { renderMessages, type SlackMessage } from './render.ts';

export type Sender = Pick<ChatAdapter, 'send' | 'edit' | 'find'>;

/** How many half-sent messages are remembered at most, and how many DMs. */
const rememberedAtMost = 1_000;
const openedAtMost = 20_000;

/**
 * Sends what nobody asked for just now. Slack has no key against doubles, so the first block of
 * each message has one in its id, by which `find` knows it again. A reply of several messages goes
 * on, when it is sent again, where it stopped. Files follow the message that they belong to: that
 * message is what is looked for, and a file that does not arrive is not sent again.
 */
export function createSender(desks: Desks): Sender {
  const progress = createProgress(rememberedAtMost);
  /** The DM of each person who was written to: opening one counts for a limit of its own. */
  const opened = createLatest<string, string>(openedAtMost);

  function deskFor(target: Target): Desk {
    return desks(target.kind === 'dm' ? target.account.workspace : target.workspace);
  }

  async function send(target: Target, reply: Parameters<Sender['send']>[1], about: AboutMessage): Promise<SendResult> {
    const messages = renderMessages(reply);
    if (messages.length === 0) return { kind: 'refused', reason: 'nothing to say' };
    const { api, uploads } = deskFor(target);
    const channel = await channelOf(target);
    if (typeof channel !== 'string') return channel;
    try {
      const before = progress.of(about.key);
      let first = before?.first ?? '';
      for (const [index, message] of messages.entries()) {
        if (index < (before?.parts ?? 0)) continue;
        const posted = await post(api, channel, message, markerOf(about.key, index + 1, messages.length));
        if (posted === undefined) return { kind: 'unsure' };
        first ||= `${channel}/${posted}`;
        progress.note(about.key, { first, parts: index + 1, of: messages.length });
        if (message.files.length > 0) await uploads.share(message.files, channel);
      }
      progress.forget(about.key);
      return { kind: 'sent', ref: first };
    } catch (error) {
      return classify(error);
    }
  }

  async function post(
    api: SlackApi,
    channel: string,
    message: SlackMessage,
    marker: string,
  ): Promise<string | undefined> {
    const { ts } = await api.call((client) =>
      client.chat.postMessage({ channel, ...messageBody(message, marker), mrkdwn: false }),
    );
    return ts;
  }

  /** No message has left yet, so whatever happens here, none has arrived. */
  async function channelOf(target: Target): Promise<string | Failure> {
    if (target.kind === 'channel') return target.channel;
    const { user, workspace } = target.account;
    const known = opened.get(`${workspace}/${user}`);
    if (known !== undefined) return known;
    try {
      const { api } = deskFor(target);
      const { channel } = await api.call((client) => client.conversations.open({ users: user }));
      const id = channel?.id ?? user;
      opened.set(`${workspace}/${user}`, id);
      return id;
    } catch (error) {
      const failure = classify(error);
      return failure.kind === 'unsure' ? { kind: 'retry', milliseconds: unreachableWait } : failure;
    }
  }

  async function edit(target: Target, ref: string, reply: Parameters<Sender['edit']>[2]): Promise<SendResult> {
    const [channel = '', ts = ''] = ref.split('/');
    const [message, more] = renderMessages(reply);
    if (!message || more) return { kind: 'refused', reason: 'an edited message must be exactly one' };
    try {
      await deskFor(target).api.call((client) => client.chat.update({ channel, ts, ...messageBody(message) }));
      return { kind: 'sent', ref };
    } catch (error) {
      return classify(error);
    }
  }

  async function find(target: Target, key: string, since: Instant): Promise<FindResult> {
    const channel = await channelOf(target);
    if (typeof channel !== 'string') return unfound(channel);
    try {
      const parts = await findParts(deskFor(target).api, { channel }, key, since);
      return parts ? progress.seen(key, parts.found, parts.of) : { kind: 'unknown' };
    } catch (error) {
      return unfound(classify(error));
    }
  }

  return { send, edit, find };
}
