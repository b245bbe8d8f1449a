import type { App } from '@slack/bolt';
import { mayRun } from '../../src/core/access.ts';
import { type Answerer, answer } from '../../src/core/answering.ts';
import { type Command, opensForm } from '../../src/core/command.ts';
import type { Inbox } from '../../src/core/inbox.ts';
import type { Call, Invocation, Request } from '../../src/core/invocation.ts';
import { createLatest } from '../../src/core/latest.ts';
import { parseTyped } from '../../src/core/parse.ts';
import type { Dispatch, LeftQuestion, Logger, Outcome, Presence } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import { createUnderWay } from '../../src/core/under-way.ts';
import { withFiles } from '../../src/core/with-files.ts';
import { type AnswererDeps, answerAtHome, answerForm, answerInPlace, answerOverheard } from './answerers.ts';
import type { Desks } from './desk.ts';
import { reasonOf } from './errors.ts';
import type { People } from './people.ts';
import { createQuestions } from './questions.ts';
import {
  answerShortcut,
  type Hearing,
  homeAfter,
  receiveAction,
  receiveCommand,
  receiveEvent,
  receiveHome,
  receiveRemoval,
  receiveShortcut,
  receiveSubmission,
} from './receive.ts';
import type { Received } from './received.ts';
import { type Caller, callerOf } from './take-in.ts';
import { formCallback } from './views.ts';

/** What an adapter needs of a declaration. */
export type SlackCommand = Pick<
  Command<never>,
  'path' | 'summary' | 'access' | 'changes' | 'options' | 'fill' | 'hidden'
>;

export interface HandlerDeps {
  readonly logger: Logger;
  readonly commands: readonly SlackCommand[];
  /** Whether messages in channels are read that do not mention the bot. */
  readonly readChannels: boolean | undefined;
  readonly people: People;
  readonly desks: Desks;
  /** Forgets the token of a workspace that removed the app. */
  readonly forget: (workspace: string, removedAt: Instant) => Promise<void>;
  readonly dispatch: () => Dispatch | undefined;
  readonly inbox: Inbox;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** What Bolt tells of a request beside its body. */
type Context = Readonly<Record<string, unknown>>;

/** The words that come after a slash: `lor`, `lor-admin`. */
export function rootsOf(commands: readonly Pick<SlackCommand, 'path'>[]): readonly string[] {
  return [...new Set(commands.map(({ path }) => path.split(' ', 1)[0] ?? path))];
}

/** What goes on behind the handlers. */
export interface Handling {
  /** Ends when all that came in is done. */
  readonly finished: () => Promise<void>;
  /** Answers the questions that a kill left. */
  readonly answerLeft: (questions: readonly LeftQuestion[]) => Promise<void>;
}

/** People whose home page is kept fresh at most. */
const homesAtMost = 10_000;

/** Tells Bolt what to do with everything that comes in. */
export function handle(app: App, deps: HandlerDeps): Handling {
  const { finished, track } = createUnderWay();
  const homes = createLatest<string, true>(homesAtMost);
  const questions = createQuestions({ inbox: deps.inbox, logger: deps.logger, at, run });

  for (const root of rootsOf(deps.commands)) {
    app.command(`/${root}`, ({ body, context }) =>
      take(receiveCommand(body), context, (one, caller) => answerInPlace(at(one), one, caller, true)),
    );
  }
  app.action(/[\s\S]*/u, ({ body, context }) => track(pressed(body, context)));
  app.view(formCallback, ({ body, view, context }) => {
    const fields = Object.keys(view.state.values);
    return track(submitted(receiveSubmission(body), context, fields));
  });
  app.shortcut({ type: 'message_action', callback_id: answerShortcut }, ({ body, context }) =>
    take(receiveShortcut(body), context, (one, caller) => answerInPlace(at(one), one, caller, false)),
  );
  for (const event of ['app_mention', 'message'] as const) {
    app.event(event, ({ body, context }) => said(receiveEvent(body, hearing(context)), context));
  }
  app.event('app_home_opened', ({ body, context }) => opened(receiveHome(body), context));
  for (const event of ['app_uninstalled', 'tokens_revoked'] as const) {
    app.event(event, ({ body, context }) => track(removed(receiveRemoval(body), context)));
  }

  /** The way to answer in the workspace of whoever asked. */
  function at({ invocation }: Received): AnswererDeps {
    return { ...deps.desks(invocation.account.workspace), logger: deps.logger };
  }

  /** The address of the workspace comes with what Bolt learned of the bot. */
  function hearing({ home }: Context): Hearing {
    return { readChannels: deps.readChannels, ...(typeof home === 'string' && { home }) };
  }

  async function pressed(body: object, context: Context): Promise<void> {
    const received = receiveAction(body);
    if (received && isOnHome(body)) noteHome(received);
    await take(received, context, (one, caller) => answerInPlace(at(one), one, caller, false));
  }

  async function submitted(received: Received | undefined, context: Context, fields: readonly string[]): Promise<void> {
    // A form that was opened on the home page knows of no other place.
    const { channel, responseUrl } = received?.answer ?? {};
    if (received && !channel && !responseUrl) noteHome(received);
    await take(received, context, (one, caller) => answerForm(at(one), one, caller, fields), true);
  }

  function opened(received: Received | undefined, context: Context): Promise<void> {
    if (received) noteHome(received);
    return happened(received, context, answerAtHome);
  }

  /** Whose home page may be before their eyes: it follows what they change, wherever they do it. */
  function noteHome({ invocation: { account } }: Received): void {
    homes.set(`${account.workspace} ${account.user}`, true);
  }

  async function refreshHome(received: Received): Promise<void> {
    const { account } = received.invocation;
    if (!homes.get(`${account.workspace} ${account.user}`)) return;
    const home = homeAfter(received);
    await goThrough(home, answerAtHome(at(home), home, nobody), false);
  }

  /** Somebody waits for the answer to a mention or a direct message. */
  function said(received: Received | undefined, context: Context): Promise<void> {
    if (!received || received.invocation.heard?.as === 'overheard') return happened(received, context, answerOverheard);
    return track(questions.take(received, callerOf(context)));
  }

  /** What nobody waits for: it is acknowledged when it was dealt with, or else comes again. */
  function happened(received: Received | undefined, context: Context, way: typeof answerAtHome): Promise<void> {
    return take(received, context, (one, caller) => way(at(one), one, caller), true);
  }

  /** What could not be noted shall come again. */
  async function removed(told: Presence | undefined, context: Context): Promise<void> {
    const caller = callerOf(context);
    if (!told || (await note(told))) await caller.acknowledge();
    else caller.refuse();
  }

  async function note(told: Presence): Promise<boolean> {
    try {
      await deps.forget(told.workspace, told.at);
      return (await deps.dispatch()?.presence(told)) === true;
    } catch (error) {
      deps.logger.error('a token was not forgotten', { platform: 'slack', error });
      return false;
    }
  }

  /** What is not for the bot is left alone: the end of the work acknowledges it. */
  async function take(
    received: Received | undefined,
    context: Context,
    way: (received: Received, caller: Caller) => Answerer,
    firstResponseMatters?: boolean,
  ): Promise<void> {
    if (!received) return;
    const matters = firstResponseMatters ?? formOpens(received.invocation.request);
    return track(goThrough(received, way(received, callerOf(context)), matters));
  }

  async function goThrough(received: Received, answerer: Answerer, firstResponseMatters: boolean): Promise<void> {
    const work = run(received);
    try {
      await answer(work, answerer, firstResponseMatters, deps.sleep);
    } catch (error) {
      // The change is made and acknowledged or not; only the answer is lost.
      deps.logger.error('an answer could not be given', { platform: 'slack', reason: reasonOf(error), error });
    }
    const { command } = commandOf(received.invocation.request);
    const outcome = await work.catch(() => undefined);
    if (command?.changes && outcome?.kind === 'replied') await refreshHome(received);
  }

  async function run(received: Received): Promise<Outcome> {
    const dispatch = deps.dispatch();
    if (!dispatch) throw new Error('the adapter is not started');
    const { command } = commandOf(received.invocation.request);
    const needsRole = command !== undefined && !mayRun('member', command.access);
    const administrator = needsRole && (await deps.people.isAdministrator(received));
    const guest = received.fromElsewhere && (await deps.people.isStranger(received));
    return dispatch({ ...(await complete(received)), administrator, ...(guest && { guest }) });
  }

  /** The invocation with what was put into its form. */
  async function complete({ invocation, files }: Received): Promise<Invocation> {
    const { account, request } = invocation;
    const { command } = commandOf(request);
    if (!command || !files || request.kind !== 'call') return invocation;
    const { fetchBytes } = deps.desks(account.workspace);
    const call = await withFiles(request.call, command.options, files, fetchBytes);
    return { ...invocation, request: { kind: 'call', call } };
  }

  function formOpens(request: Request): boolean {
    const { command, args } = commandOf(request);
    return command !== undefined && opensForm(command, args);
  }

  function commandOf(request: Request): { readonly command: SlackCommand | undefined; readonly args: Call['args'] } {
    if (request.kind === 'call') {
      const { path, args } = request.call;
      return { command: deps.commands.find((command) => command.path === path), args };
    }
    const parsed = parseTyped(request.text, deps.commands);
    return parsed.kind === 'call' ? parsed : { command: undefined, args: {} };
  }

  return {
    finished,
    answerLeft: (left) => track(questions.answerLeft(left)),
  };
}

/** For what was not asked by Slack. */
const nobody: Caller = { acknowledge: async () => true, refuse: () => undefined };

function isOnHome(body: object): boolean {
  return 'view' in body && (body.view as { readonly type?: unknown } | undefined)?.type === 'home';
}
