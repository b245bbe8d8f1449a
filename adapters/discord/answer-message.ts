import { type REST, Routes } from 'discord.js';
import type { Answerer } from '../../src/core/answering.ts';
import type { Outcome, SendResult } from '../../src/core/ports.ts';
import { messageFlags } from './codes.ts';
import type { AnswerTo, Received } from './receive.ts';
import { longestWait, type Post, type Sends } from './send.ts';
import { showOutcome } from './shown.ts';

type Message = Extract<AnswerTo, { kind: 'message' }>;

/** What the answer to a message can be found by, and what Discord knows a second one by. */
export function answerKey(message: string): string {
  return `answer to ${message}`;
}

/** How often an answer is tried that Discord asks to wait with. */
const maxTries = 3;

/**
 * Answers to a question in words: in a server as a reply to the message, in a DM as a message of
 * its own. A message cannot be answered ephemerally, and a question in a server is all that is
 * taken from one, whose answer holds nothing private.
 */
export function messageAnswerer(
  rest: REST,
  sends: Sends,
  sleep: (milliseconds: number) => Promise<void>,
  { invocation, answer }: Received & { readonly answer: Message },
): Answerer {
  const { channel, message } = answer;
  const about =
    invocation.place.kind === 'dm' ? {} : { message_reference: { message_id: message, fail_if_not_exists: false } };

  async function respond(outcome: Outcome): Promise<void> {
    const shown = showOutcome(outcome);
    if (!shown) return;
    const messages = shown.messages.map((one) => ({ ...one, flags: one.flags & ~messageFlags.ephemeral }));
    const sent = await post({ messages, language: shown.language }, maxTries);
    if (sent.kind !== 'sent') throw new Error(sent.kind === 'refused' ? sent.reason : sent.kind);
  }

  async function post(what: Post, tries: number): Promise<SendResult> {
    const sent = await sends.post(channel, what, answerKey(message), about);
    if (sent.kind !== 'retry' || sent.milliseconds > longestWait || tries <= 1) return sent;
    await sleep(sent.milliseconds);
    return post(what, tries - 1);
  }

  return {
    respond,
    async defer() {
      // Whoever talks to others is not to see somebody listen and think.
      if (invocation.heard?.as === 'overheard') return;
      // A sign of life only: the answer comes whether it shows or not.
      await rest.post(Routes.channelTyping(channel)).catch(() => undefined);
    },
    deliver: respond,
  };
}
