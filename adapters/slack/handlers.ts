import type { App } from '@slack/bolt';
import { type Answerer, answer } from '../../src/core/answering.ts';
import { type Command, opensForm } from '../../src/core/command.ts';
import type { Call, Request } from '../../src/core/invocation.ts';
import { parseTyped } from '../../src/core/parse.ts';
import type { Dispatch, Outcome } from '../../src/core/ports.ts';
import {
  type Ack,
  type AnswererDeps,
  answerAtHome,
  answerForm,
  answerInConversation,
  answerInPlace,
} from './answerers.ts';
import { reasonOf } from './errors.ts';
import { homeAfter, receiveAction, receiveCommand, receiveEvent, receiveHome, receiveSubmission } from './receive.ts';
import type { Received } from './received.ts';
import type { Accept } from './receiver.ts';
import { formCallback } from './views.ts';

/** What an adapter needs of a declaration. */
export type SlackCommand = Pick<Command<never>, 'path' | 'summary' | 'access' | 'options' | 'fill'>;

export interface HandlerDeps extends AnswererDeps {
  readonly commands: readonly SlackCommand[];
  readonly isAdministrator: (received: Received) => Promise<boolean>;
  readonly dispatch: () => Dispatch | undefined;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

type Way = (received: Received, ack: Ack) => Answerer;

/** The words that come after a slash: `lor`, `lor-admin`. */
export function rootsOf(commands: readonly Pick<SlackCommand, 'path'>[]): readonly string[] {
  return [...new Set(commands.map(({ path }) => path.split(' ', 1)[0] ?? path))];
}

/** Tells Bolt what to do with everything that comes in. Returns what ends when all of it is done. */
export function handle(app: App, deps: HandlerDeps): () => Promise<void> {
  const working = new Set<Promise<void>>();
  const inConversation: Way = (received, ack) => answerInConversation(deps, received, ack);
  const atHome: Way = (received, ack) => answerAtHome(deps, received, ack);

  for (const root of rootsOf(deps.commands)) {
    app.command(`/${root}`, ({ body, ack }) => take(receiveCommand(body), ack as Ack, inPlace(true)));
  }
  app.action(/[\s\S]*/u, ({ body, ack }) => track(pressed(body, ack as Ack)));
  app.view(formCallback, ({ body, view, ack }) => {
    const fields = Object.keys(view.state.values);
    return take(receiveSubmission(body), ack as Ack, (one, to) => answerForm(deps, one, to, fields), true);
  });
  app.event('app_mention', ({ body, context }) => take(receiveEvent(body), accepting(context), inConversation, false));
  app.event('message', ({ body, context }) => take(receiveEvent(body), accepting(context), inConversation, false));
  app.event('app_home_opened', ({ body, context }) => take(receiveHome(body), accepting(context), atHome, false));

  function inPlace(ackSpeaks: boolean): Way {
    return (received, ack) => answerInPlace(deps, received, ack, ackSpeaks);
  }

  async function pressed(body: object, ack: Ack): Promise<void> {
    const received = receiveAction(body);
    await take(received, ack, inPlace(false));
    // The home page shows what the press may have changed.
    if (received && isOnHome(body)) await take(homeAfter(received), done, atHome, false);
  }

  function track(work: Promise<void>): Promise<void> {
    working.add(work);
    return work.finally(() => working.delete(work));
  }

  /** What is not for the bot is acknowledged and left alone. */
  async function take(received: Received | undefined, ack: Ack, way: Way, form?: boolean): Promise<void> {
    if (!received) return ack();
    return track(goThrough(received, way(received, ack), form ?? formOpens(received.invocation.request)));
  }

  async function goThrough(received: Received, answerer: Answerer, form: boolean): Promise<void> {
    try {
      await answer(run(received), answerer, form, deps.sleep);
    } catch (error) {
      // The change is made and acknowledged or not; only the answer is lost.
      deps.logger.error('an answer could not be given', { platform: 'slack', reason: reasonOf(error), error });
    }
  }

  async function run(received: Received): Promise<Outcome> {
    const dispatch = deps.dispatch();
    if (!dispatch) throw new Error('the adapter is not started');
    const { command } = commandOf(received.invocation.request);
    const needsRole = command !== undefined && command.access !== 'member';
    const administrator = needsRole && (await deps.isAdministrator(received));
    return dispatch({ ...received.invocation, administrator });
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

  return async () => {
    while (working.size > 0) await Promise.allSettled(working);
  };
}

/** Over HTTP an event is acknowledged by us; over a socket Bolt has done so. */
function accepting(context: { readonly [name: string]: unknown }): Ack {
  const accept = context.accept as Accept | undefined;
  return async () => accept?.();
}

function isOnHome(body: object): boolean {
  return 'view' in body && (body.view as { readonly type?: unknown } | undefined)?.type === 'home';
}

/** There is nothing to acknowledge. */
async function done(): Promise<void> {}
