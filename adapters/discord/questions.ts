import type { REST } from 'discord.js';
import type { Progress } from '../../src/core/arrival.ts';
import type { Inbox } from '../../src/core/inbox.ts';
import type { Invocation } from '../../src/core/invocation.ts';
import type { LeftQuestion, Outcome, Question } from '../../src/core/ports.ts';
import { paragraph, reply } from '../../src/core/reply.ts';
import { answerKey } from './answer-message.ts';
import { findMessage } from './history.ts';
import type { AnswerTo, Received } from './receive.ts';
import { discordWords } from './words.ts';

type Run = (invocation: Invocation) => Promise<Outcome>;

/** A mention or a direct message, whose writer waits for the answer. */
export interface Asked {
  readonly kind: 'message';
  readonly invocation: Invocation;
  readonly answer: Extract<AnswerTo, { kind: 'message' }>;
}

export interface QuestionDeps {
  readonly inbox: Inbox;
  readonly rest: REST;
  readonly progress: Progress;
  /** The bot's own user id. */
  readonly bot: () => string;
  /** Answers a message, and never throws. */
  readonly respond: (asked: Asked, run: Run) => Promise<void>;
}

/** The mention or direct message in what came in, if it is one. */
export function askedIn({ kind, invocation, answer }: Received): Asked | undefined {
  const waits = kind === 'message' && answer.kind === 'message' && invocation.heard?.as !== 'overheard';
  return waits ? { kind, invocation, answer } : undefined;
}

/**
 * Mentions and direct messages. Discord says each once and does not ask whether it was heard, so they
 * are stored as soon as they are; one that cannot be stored is answered all the same.
 */
export function createQuestions({ inbox, rest, progress, bot, respond }: QuestionDeps) {
  async function take(asked: Asked, run: Run): Promise<void> {
    const { channel, message } = asked.answer;
    const question: Question = { invocation: asked.invocation, answer: { channel, message } };
    if ((await inbox.keep(question)) === 'repeated') return;
    await inbox.settle(question, () => respond(asked, run));
  }

  async function answerLeft(questions: readonly LeftQuestion[], run: Run): Promise<void> {
    for (const question of questions) await inbox.settleLeft(question, () => answerAgain(question, run));
  }

  /** Parts of the answer that arrived before the kill are not said again. */
  async function answerAgain({ invocation, answer, at }: LeftQuestion, run: Run): Promise<void> {
    const { channel = '', message = '' } = answer;
    const place = { channel, direct: invocation.place.kind === 'dm', bot: bot(), progress };
    const found = await findMessage(rest, place, answerKey(message), at);
    if (found.kind === 'found') return;
    const asked: Asked = { kind: 'message', invocation, answer: { kind: 'message', channel, message } };
    await respond(asked, async (again) => tellRepeated(await run(again)));
  }

  return { take, answerLeft };
}

/** The change that a command asked for was made before the kill. */
function tellRepeated(outcome: Outcome): Outcome {
  if (outcome.kind !== 'repeated') return outcome;
  return { kind: 'replied', visibility: 'private', reply: reply(paragraph([discordWords().wasDone])) };
}
