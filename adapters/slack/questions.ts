import type { Inbox } from '../../src/core/inbox.ts';
import type { LeftQuestion, Logger, Outcome } from '../../src/core/ports.ts';
import { type AnswererDeps, conversationOf, sayAnswer } from './answerers.ts';
import { reasonOf } from './errors.ts';
import { type FoundParts, findParts } from './history.ts';
import type { Received } from './received.ts';
import type { Caller } from './take-in.ts';

export interface QuestionDeps {
  readonly inbox: Inbox;
  readonly logger: Logger;
  /** The way to answer in the workspace of whoever asked. */
  readonly at: (received: Received) => AnswererDeps;
  readonly run: (received: Received) => Promise<Outcome>;
}

/**
 * Mentions and direct messages: somebody waits for the answer, and Slack sends none of them again
 * that was acknowledged. So they are stored before that, and answered after it.
 */
export function createQuestions({ inbox, logger, at, run }: QuestionDeps) {
  async function take(received: Received, caller: Caller): Promise<void> {
    const question = { invocation: received.invocation, answer: { ...received.answer } };
    const kept = await inbox.keep(question);
    if (kept === 'lost') return caller.refuse();
    await caller.acknowledge();
    if (kept !== 'repeated') await inbox.settle(question, () => answer(received, 0));
  }

  async function answerLeft(questions: readonly LeftQuestion[]): Promise<void> {
    for (const question of questions) await inbox.settleLeft(question, () => answerAgain(question));
  }

  /** What of an answer arrived before the kill is not said again. */
  async function answerAgain(question: LeftQuestion): Promise<void> {
    const parts = await partsOf(question);
    if (parts.found.size < parts.of) await answer(question, Math.max(0, ...parts.found.keys()));
  }

  /** Where the bot may not look, one copy more is better than no answer. */
  async function partsOf(question: LeftQuestion): Promise<FoundParts> {
    const { key, ...where } = conversationOf(question);
    const none = { found: new Map(), of: 1 };
    try {
      return (await findParts(at(question).api, where, key, question.at)) ?? none;
    } catch (error) {
      logger.info('no looking for an answer', { platform: 'slack', reason: reasonOf(error) });
      return none;
    }
  }

  async function answer(received: Received, there: number): Promise<void> {
    try {
      await sayAnswer(at(received), received, await run(received), there);
    } catch (error) {
      logger.error('an answer could not be given', { platform: 'slack', reason: reasonOf(error), error });
    }
  }

  return { take, answerLeft };
}
