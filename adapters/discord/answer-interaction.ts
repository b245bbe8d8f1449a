import { type REST, Routes } from 'discord.js';
import type { Answerer } from '../../src/core/answering.ts';
import { fitsInPlace } from '../../src/core/outcome.ts';
import type { Outcome } from '../../src/core/ports.ts';
import { paragraph, reply } from '../../src/core/reply.ts';
import { reasonOf, toCreate, toEdit } from './api.ts';
import { refusesContents, refusesFiles } from './classify.ts';
import { callbackTypes, messageFlags } from './codes.ts';
import { type FirstResponse, stumbled } from './first-response.ts';
import type { AnswerToInteraction, Received } from './receive.ts';
import { type DiscordMessage, renderMessages, withoutFiles } from './render.ts';
import type { SendDeps } from './send.ts';
import { type Shown, showOutcome } from './shown.ts';
import type { DiscordChoice } from './suggest.ts';
import { discordWords } from './words.ts';

/** Milliseconds between two tries to show an answer. */
const betweenTries = 1_000;

/**
 * Answers to a command, a button, a menu or a form. They carry the interaction's own token, so
 * the bot's token stays out of them.
 */
export function interactionAnswerer(
  rest: REST,
  { sleep, filesRefused }: Pick<SendDeps, 'sleep' | 'filesRefused'>,
  to: AnswerToInteraction,
  kind: Received['kind'],
  visibility: 'private' | 'public',
  first: FirstResponse,
): Answerer {
  const original = Routes.webhookMessage(to.application, to.token, '@original');

  async function respond(outcome: Outcome): Promise<void> {
    const shown = showOutcome(outcome);
    if (!shown) return;
    // A form cannot open from a form.
    if (shown.modal && kind !== 'form' && (await accepted(() => first.give(modalResponse(shown))))) return;
    const [one, ...others] = nonEmpty(shown);
    const response = to.inPlace && fitsInPlace(outcome) ? updateResponse : messageResponse;
    await show(one, shown, (message) => first.give(response(message)));
    for (const message of others) await show(message, shown, followUp);
  }

  function defer(): Promise<void> {
    // The message stays as it is until there is another.
    if (to.inPlace) return first.give({ body: { type: callbackTypes.deferredUpdate } });
    const flags = visibility === 'private' ? messageFlags.ephemeral : 0;
    return first.give({ body: { type: callbackTypes.deferredMessage, data: { flags } } });
  }

  async function deliver(outcome: Outcome): Promise<void> {
    const shown = showOutcome(outcome);
    if (to.inPlace) return deliverInPlace(outcome, shown);
    if (!shown) return withdraw();
    const [one, ...others] = nonEmpty(shown);
    if (visibility === 'public' && shown.visibility === 'private') {
      // What was announced to all cannot become private: it goes, and the answer comes by itself.
      await withdraw();
      await show(one, shown, followUp);
    } else await show(one, shown, patch);
    for (const message of others) await show(message, shown, followUp);
  }

  /** What does not take the place of the message is said below it. */
  async function deliverInPlace(outcome: Outcome, shown: Shown | undefined): Promise<void> {
    if (!shown) return;
    const [one, ...others] = nonEmpty(shown);
    await show(one, shown, fitsInPlace(outcome) ? patch : followUp);
    for (const message of others) await show(message, shown, followUp);
  }

  /** Without its files where Discord does not take these, and where it takes nothing of it, that is said. */
  async function show(
    message: DiscordMessage,
    shown: Shown,
    send: (one: DiscordMessage) => Promise<void>,
  ): Promise<void> {
    try {
      return await send(message);
    } catch (error) {
      if (message.files.length === 0 || !refusesFiles(error)) return sayUnshowable(error, shown, send);
      filesRefused(reasonOf(error));
    }
    return show(withoutFiles(message, shown.language), shown, send);
  }

  function sayUnshowable(error: unknown, shown: Shown, send: (one: DiscordMessage) => Promise<void>): Promise<void> {
    if (!refusesContents(error)) throw error;
    return send(unshowable(shown));
  }

  /** The same twice is once: it is tried again where Discord stumbles, or nobody would hear the answer. */
  async function patch(message: DiscordMessage, tries = 3): Promise<void> {
    try {
      await first.follow(() => rest.patch(original, { ...toEdit(message), auth: false }));
    } catch (error) {
      if (tries <= 1 || !stumbled(error)) throw error;
      await sleep(betweenTries);
      return patch(message, tries - 1);
    }
  }

  async function withdraw(): Promise<void> {
    await first.follow(() => rest.delete(original, { auth: false }));
  }

  async function followUp(message: DiscordMessage): Promise<void> {
    const created = { ...toCreate(message), auth: false };
    await first.follow(() => rest.post(Routes.webhook(to.application, to.token), created));
  }

  return { respond, defer, deliver };
}

/** Values for the option that is being typed. */
export function answerSuggestions(first: FirstResponse, choices: readonly DiscordChoice[]): Promise<void> {
  return first.give({ body: { type: callbackTypes.suggestions, data: { choices } } });
}

function modalResponse({ modal }: Shown) {
  return { body: { type: callbackTypes.modal, data: modal } };
}

function messageResponse(message: DiscordMessage) {
  const { body, ...files } = toCreate(message);
  return { body: { type: callbackTypes.message, data: body }, ...files };
}

function updateResponse(message: DiscordMessage) {
  return { body: { type: callbackTypes.update, data: toEdit(message).body } };
}

/** False when Discord does not take the form: then it can still be said in words. */
async function accepted(request: () => Promise<unknown>): Promise<boolean> {
  try {
    await request();
    return true;
  } catch (error) {
    if (refusesContents(error)) return false;
    throw error;
  }
}

/** At least one message: an interaction without an answer counts as failed. */
function nonEmpty({ messages, visibility, language }: Shown): readonly [DiscordMessage, ...DiscordMessage[]] {
  const [first, ...others] = messages;
  return first ? [first, ...others] : [plain(discordWords(language).done, visibility)];
}

function unshowable({ language }: Shown): DiscordMessage {
  return plain(discordWords(language).unshowable, 'private');
}

function plain(sentence: string, visibility: 'private' | 'public'): DiscordMessage {
  const [message] = renderMessages(reply(paragraph([sentence])), visibility);
  if (!message) throw new Error('a sentence makes a message');
  return message;
}
