import { type REST, Routes } from 'discord.js';
import { answer } from '../../src/core/answering.ts';
import { createProgress, unfound } from '../../src/core/arrival.ts';
import { opensForm } from '../../src/core/command.ts';
import { createInbox } from '../../src/core/inbox.ts';
import type { Invocation } from '../../src/core/invocation.ts';
import type {
  AboutMessage,
  AdapterStore,
  ChatAdapter,
  Clock,
  Dispatch,
  HttpResponse,
  LeftQuestion,
  Logger,
  Outcome,
  SendResult,
  Target,
} from '../../src/core/ports.ts';
import type { Reply } from '../../src/core/reply.ts';
import { createUnderWay } from '../../src/core/under-way.ts';
import { withFiles } from '../../src/core/with-files.ts';
import { answerSuggestions, interactionAnswerer } from './answer-interaction.ts';
import { messageAnswerer } from './answer-message.ts';
import { createRest, reasonOf } from './api.ts';
import { createAttachments } from './attachments.ts';
import { answeredElsewhere, createEndPoint } from './end-point.ts';
import { byCallback, byResponse, type FirstResponse } from './first-response.ts';
import { findMessage } from './history.ts';
import { createIsIn } from './is-in.ts';
import { pace } from './limits.ts';
import { createLink } from './link.ts';
import { noteLogin } from './logins.ts';
import { askedIn, createQuestions } from './questions.ts';
import { type Received, receiveInteraction, receiveMessage, receivePresence } from './receive.ts';
import { readGateway } from './schema.ts';
import { createSends } from './send.ts';
import { commandOf, type Declared, suggestions } from './suggest.ts';

export interface DiscordDeps {
  readonly token: string;
  readonly applicationId: string;
  /** Verifies interactions that Discord sends over HTTP; without it they come over the gateway alone. */
  readonly publicKey?: string | undefined;
  /** Where Discord's API is, for tests and gateways; Discord itself when it is left out. */
  readonly apiUrl?: string | undefined;
  /** Requests that Discord takes in a second of real time: 50, unless it agreed to more. */
  readonly requestsPerSecond?: number;
  readonly commands: readonly Declared[];
  /** Whether messages are read that do not name the bot. */
  readonly readChannels?: boolean;
  readonly clock: Clock;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
  readonly store: AdapterStore;
}

/** Milliseconds before a message is tried again that could not go out for want of a login. */
const untilLogin = 5_000;

/** How many messages of several parts are remembered at most that have arrived by halves. */
const rememberedAtMost = 1_000;

/** Discord: commands, forms, buttons, questions by mention or DM, and messages of our own. */
export function createDiscordAdapter(deps: DiscordDeps): ChatAdapter {
  const { token, applicationId, publicKey, apiUrl, commands, clock, store, sleep, logger, readChannels = false } = deps;
  const rest = createRest(token, apiUrl, deps.requestsPerSecond);
  const noted = () => noteLogin(store, clock);
  const askGateway = async () => readGateway(await rest.get(Routes.gatewayBot()));
  const link = createLink({ token, apiUrl, readChannels, sleep, logger, received, askGateway, noteLogin: noted });
  const progress = createProgress(rememberedAtMost);
  const tokenRefused = () => link.fail('Discord no longer takes the token');
  const fetchBytes = createAttachments({ apiUrl, logger });
  const filesRefused = (reason: string) =>
    logger.warn('the files of a message were not taken', { platform: 'discord', reason });
  const sends = createSends({ rest, sleep, tokenRefused, filesRefused, progress });
  const { finished, track } = createUnderWay();
  const inbox = createInbox({ platform: 'discord', store: store.inbox, clock, logger });
  const questions = createQuestions({
    ...{ inbox, rest, progress },
    bot: () => link.bot() ?? applicationId,
    respond: (asked, run) => attempt(respondTo(asked, run)),
  });
  /** Questions that a kill left. */
  let left: readonly LeftQuestion[] = [];
  let dispatch: Dispatch | undefined;

  function received(event: string, data: unknown): void {
    if (!dispatch) return;
    if (event === 'READY') answerLeft(dispatch);
    const told = receivePresence(event, data, clock.now());
    // What cannot be noted now comes out when Discord is asked, within a day.
    if (told) track(dispatch.presence(told));
    const what =
      event === 'INTERACTION_CREATE'
        ? receiveInteraction(data)
        : event === 'MESSAGE_CREATE'
          ? receiveMessage(data, link.bot() ?? applicationId, { readChannels, parentOf: link.parentOf })
          : undefined;
    if (!what) return;
    const asked = askedIn(what);
    track(asked ? questions.take(asked, dispatch) : attempt(respond(what, dispatch)));
  }

  /** An interaction that came over HTTP; what is said to it first is the response. */
  async function takeOverHttp(payload: unknown): Promise<HttpResponse> {
    const to = dispatch;
    if (!to) return { status: 503 };
    const what = receiveInteraction(payload);
    if (!what) return { status: 400 };
    return new Promise((resolve) => {
      const answered = respond(what, to, byResponse(resolve, sleep)).then(
        () => resolve(answeredElsewhere),
        (error: unknown) => {
          resolve({ status: 500 });
          throw error;
        },
      );
      track(attempt(answered));
    });
  }

  /** The bot is logged in: now it can look and answer. */
  function answerLeft(to: Dispatch): void {
    track(questions.answerLeft(left, to));
    left = [];
  }

  async function attempt(answering: Promise<void>): Promise<void> {
    try {
      await answering;
    } catch (error) {
      logger.warn('an answer was not given', { platform: 'discord', reason: reasonOf(error) });
    }
  }

  /** `first` is how the first response is given where that is not by a request of our own. */
  async function respond(what: Received, to: Dispatch, first?: FirstResponse): Promise<void> {
    if (what.kind !== 'suggest') return respondTo(what, to, first);
    const found = await suggestions(to, commands, what);
    return answerSuggestions(first ?? byCallback(rest, what.answer), found);
  }

  async function respondTo(
    what: Asked,
    run: (invocation: Invocation) => Promise<Outcome>,
    first?: FirstResponse,
  ): Promise<void> {
    const command = commandOf(commands, what.invocation);
    const opens = opensFirst(what, command);
    return answer(complete(what, command).then(run), answererFor(rest, what, command, first), opens, sleep);
  }

  /** The invocation with what was attached; fetching it is part of the work that an answer waits for. */
  async function complete(what: Asked, command: Declared | undefined): Promise<Invocation> {
    const { invocation, files } = what;
    const { request } = invocation;
    if (!command || !files || request.kind !== 'call') return invocation;
    const call = await withFiles(request.call, command.options, files, fetchBytes);
    return { ...invocation, request: { kind: 'call', call } };
  }

  function answererFor(api: REST, what: Asked, command: Declared | undefined, first?: FirstResponse) {
    const { answer: to, kind } = what;
    if (to.kind === 'message') return messageAnswerer(api, sends, sleep, { ...what, answer: to });
    const visibility = command?.visibility ?? 'private';
    return interactionAnswerer(api, { sleep, filesRefused }, to, kind, visibility, first ?? byCallback(api, to));
  }

  async function send(target: Target, reply: Reply, about: AboutMessage): Promise<SendResult> {
    // Until Discord has taken the token, a refusal would say nothing about the message.
    if (link.bot() === undefined) {
      return { kind: 'retry', milliseconds: untilLogin, holds: 'platform' };
    }
    return sends.send(target, reply, about);
  }

  return {
    name: 'discord',
    commandsPerMinute: 30,
    pace,
    async start(to) {
      left = await inbox.left();
      dispatch = to;
      link.open();
    },
    async stop() {
      dispatch = undefined;
      await link.close();
      await finished();
    },
    send,
    edit: (_, ref, reply) => sends.edit(ref, reply),
    async find(target, key, since) {
      const channel = await sends.channelFor(target);
      if (typeof channel !== 'string') return unfound(channel);
      const bot = link.bot() ?? applicationId;
      return findMessage(rest, { channel, direct: target.kind === 'dm', bot, progress }, key, since);
    },
    isIn: createIsIn(rest, tokenRefused),
    health: link.health,
    routes: publicKey === undefined ? [] : [createEndPoint({ publicKey, clock, logger, take: takeOverHttp })],
  };
}

type Asked = Exclude<Received, { kind: 'suggest' }>;

/** Whether the first response is to be a form. Neither a form nor a message can be answered by one. */
function opensFirst({ kind, invocation, files = {} }: Asked, command: Declared | undefined): boolean {
  const { request } = invocation;
  if (!command || request.kind !== 'call' || kind === 'form' || kind === 'message') return false;
  const attached = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.name]));
  return opensForm(command, { ...request.call.args, ...attached });
}
