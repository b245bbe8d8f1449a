import type { Platform } from './platform.ts';
import type { Clock, InboxStore, LeftQuestion, Logger, Question } from './ports.ts';
import type { Instant } from './time.ts';

/** Milliseconds after which nobody waits for an answer any more. */
export const answeredWithin = 15 * 60_000;

/** How often a question is answered at most: one at which the process stops must not make it stop for ever. */
const tries = 2;

export interface InboxDeps {
  readonly platform: Platform;
  readonly store: InboxStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
}

/** Questions whose platform does not ask for them again once they came. */
export interface Inbox {
  /** Stores a question before its platform hears that it came. `lost`: the store could not take it. Never throws. */
  keep(question: Question): Promise<'new' | 'repeated' | 'lost'>;
  /** Answers one that was kept, after which it is kept no more, however that went. The work throws nothing, nor does this. */
  settle(question: Question, work: () => Promise<void>): Promise<void>;
  /** Those that a kill left, to be asked for before new ones come. */
  left(): Promise<readonly LeftQuestion[]>;
  /** The same for one of those, unless it was tried often enough or is too old by now. */
  settleLeft(question: LeftQuestion, work: () => Promise<void>): Promise<void>;
}

export function createInbox({ platform, store, clock, logger }: InboxDeps): Inbox {
  function since(): Instant {
    return new Date(Date.parse(clock.now()) - answeredWithin).toISOString() as Instant;
  }

  async function settle({ invocation }: Question, work: () => Promise<void>): Promise<void> {
    await work();
    try {
      await store.done(invocation.delivery);
    } catch (error) {
      logger.warn('a question that was answered is still kept', { platform, error });
    }
  }

  return {
    async keep(question) {
      try {
        return (await store.keep(question, clock.now())) ? 'new' : 'repeated';
      } catch (error) {
        logger.warn('a question could not be stored', { platform, error });
        return 'lost';
      }
    },
    settle,
    async left() {
      const { questions, forgotten } = await store.left(since(), tries);
      if (forgotten > 0) logger.warn('questions were left without an answer', { platform, count: forgotten });
      return questions;
    },
    async settleLeft(question, work) {
      try {
        if (question.at < since() || !(await store.retry(question.invocation.delivery, tries))) return;
      } catch (error) {
        logger.warn('a question that was left is not answered now', { platform, error });
        return;
      }
      await settle(question, work);
    },
  };
}
