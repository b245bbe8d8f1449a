import type { Answerer } from '../../src/core/answering.ts';
import type { Form } from '../../src/core/form.ts';
import { fitsInPlace, replyWithForm } from '../../src/core/outcome.ts';
import { hasReply, type Logger, type Outcome } from '../../src/core/ports.ts';
import { prepareFiles } from '../../src/core/prepare-files.ts';
import { nothing, type Reply } from '../../src/core/reply.ts';
import { toPlainText } from '../../src/core/reply-text.ts';
import { shorten } from '../../src/core/text.ts';
import type { SlackApi } from './api.ts';
import { reasonOf } from './errors.ts';
import type { Received } from './received.ts';
import { renderMessages, type SlackMessage } from './render.ts';
import { type Speech, sayAtAddress, sayInConversation } from './say-with-files.ts';
import type { Caller } from './take-in.ts';
import { responseBody } from './talk.ts';
import { renderForm, submitErrors } from './views.ts';
import { slackWords } from './words.ts';

export interface AnswererDeps extends Speech {
  readonly api: SlackApi;
  readonly logger: Logger;
}

/** Characters of a sentence below a field; Slack names no limit. */
const errorLength = 500;

/**
 * A typed command or a pressed button. The acknowledgement of a command is its answer; of a
 * button it must be empty. A form is opened after an empty acknowledgement, so that the person
 * never reads that the app did not respond while a form is on its way.
 */
export function answerInPlace(
  deps: AnswererDeps,
  received: Received,
  { acknowledge }: Caller,
  ackSpeaks: boolean,
): Answerer {
  const replaces = (outcome: Outcome) => received.inPlace === true && fitsInPlace(outcome);

  async function respond(outcome: Outcome): Promise<void> {
    if (!hasReply(outcome)) return defer();
    const form = formOf(outcome);
    if (form) {
      await acknowledge();
      return (await opened(deps, form, received)) ? undefined : say(messagesOf(outcome), false);
    }
    const [first, ...more] = messagesOf(outcome);
    if (!first) return defer();
    if (!ackSpeaks) {
      await acknowledge();
      return say([first, ...more], isPublic(outcome), replaces(outcome));
    }
    // The change is made: where Slack was not there to hear the answer, it is said another way.
    const heard = await acknowledge(responseBody(first, isPublic(outcome)));
    return say(heard ? more : [first, ...more], isPublic(outcome));
  }

  async function defer(): Promise<void> {
    await acknowledge();
  }

  function say(messages: readonly SlackMessage[], toAll: boolean, inPlace = false): Promise<void> {
    const { user } = received.invocation.account;
    return deps.talk.privately(messages, { user, responseUrl: received.answer.responseUrl, public: toAll, inPlace });
  }

  // Too late for a form: the reply says what is wrong, and has the button that opens it.
  function deliver(outcome: Outcome): Promise<void> {
    if (replaces(outcome)) return say(messagesOf(outcome), false, true);
    return sayAtAddress(deps, received, replyOf(outcome), isPublic(outcome));
  }

  return { respond, defer, deliver };
}

/** A sent form. What is wrong with it stays in it; what it led to is said where it was asked for. */
export function answerForm(
  deps: AnswererDeps,
  received: Received,
  { acknowledge }: Caller,
  fields: readonly string[],
): Answerer {
  const say = (outcome: Outcome) => sayAtAddress(deps, received, replyOf(outcome), false);

  async function ack(said?: unknown): Promise<void> {
    await acknowledge(said);
  }

  async function respond(outcome: Outcome): Promise<void> {
    const form = formOf(outcome);
    const fresh = form?.fields.some((field) => field.fresh) ? renderForm(form, received.answer) : undefined;
    if (fresh) return ack({ response_action: 'update', view: fresh });
    const errors = Object.fromEntries(
      (form?.fields ?? []).flatMap(({ name, problem }) =>
        problem !== undefined && fields.includes(name) ? [[name, shorten(problem, errorLength)]] : [],
      ),
    );
    if (Object.keys(errors).length > 0) return ack(submitErrors(errors));
    const view = form && renderForm(form, received.answer);
    if (view) return ack({ response_action: 'update', view });
    const [first] = fields;
    if (outcome.kind === 'failed' && first !== undefined) {
      // The form stays open, so that nothing has to be filled in again.
      return ack(submitErrors({ [first]: shorten(toPlainText(outcome.reply), errorLength) }));
    }
    await ack();
    return say(outcome);
  }

  return { respond, defer: () => ack(), deliver: say };
}

/** The answer to a message is a message, and nothing else can be one. `there` of its parts are there already. */
export async function sayAnswer(deps: AnswererDeps, received: Received, outcome: Outcome, there = 0): Promise<void> {
  const reply = await prepareFiles(replyOf(outcome));
  await sayInConversation(deps, reply, { ...conversationOf(received), there });
}

/** Where a message is answered, and what its answer can be found by. */
export function conversationOf({ invocation, answer }: Received) {
  const { channel = '', threadTs, messageTs } = answer;
  const thread = invocation.place.kind === 'dm' ? threadTs : (threadTs ?? messageTs);
  return { channel, thread, key: `answer to ${invocation.delivery}` };
}

/** What was overheard. Nobody waits for an answer, and mostly there is none. */
export function answerOverheard(deps: AnswererDeps, received: Received, caller: Caller): Answerer {
  return answerEvent(caller, (outcome) => sayAnswer(deps, received, outcome));
}

/** The home page, which is written over as a whole. */
export function answerAtHome({ api }: AnswererDeps, { invocation }: Received, caller: Caller): Answerer {
  return answerEvent(caller, async (outcome) => {
    const [page] = messagesOf(outcome);
    // What stands there is worth more than a sentence about why there is nothing new.
    if (!page || outcome.kind !== 'replied') return;
    const view = { type: 'home' as const, blocks: [...page.blocks] };
    await api.call((client) => client.views.publish({ user_id: invocation.account.user, view }));
  });
}

/** An event that the store could not take comes again. */
function answerEvent(caller: Caller, deliver: Answerer['deliver']): Answerer {
  return {
    async respond(outcome) {
      if ('busy' in outcome) return caller.refuse();
      await caller.acknowledge();
      return deliver(outcome);
    },
    async defer() {
      await caller.acknowledge();
    },
    deliver,
  };
}

async function opened({ api, logger }: AnswererDeps, form: Form, { answer }: Received): Promise<boolean> {
  const view = renderForm(form, answer);
  const { triggerId } = answer;
  if (!view || triggerId === undefined) return false;
  try {
    await api.call((client) => client.views.open({ trigger_id: triggerId, view }));
    return true;
  } catch (error) {
    logger.warn('a form did not open', { platform: 'slack', reason: reasonOf(error) });
    return false;
  }
}

function messagesOf(outcome: Outcome): readonly SlackMessage[] {
  return renderMessages(replyOf(outcome));
}

/** What an outcome says; nothing for one of which nothing is to be said. */
function replyOf(outcome: Outcome): Reply {
  return hasReply(outcome) ? replyWithForm(outcome, slackWords(outcome.reply.language)) : nothing;
}

function formOf(outcome: Outcome): Form | undefined {
  return 'form' in outcome ? outcome.form : undefined;
}

function isPublic(outcome: Outcome): boolean {
  return outcome.kind === 'replied' && outcome.visibility === 'public';
}
