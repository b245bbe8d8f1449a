import { App } from '@slack/bolt';
import { createInbox } from '../../src/core/inbox.ts';
import type { ChatAdapter, Dispatch, Health, LeftQuestion } from '../../src/core/ports.ts';
import { boltLogger } from './api.ts';
import { createDesks } from './desk.ts';
import { reasonOf } from './errors.ts';
import { createGreeter } from './greet.ts';
import { handle } from './handlers.ts';
import { createHttpReceiver } from './http.ts';
import { createIsIn } from './is-in.ts';
import { pace } from './limits.ts';
import { createPeople } from './people.ts';
import { createSender } from './send.ts';
import { createSocketReceiver } from './socket.ts';
import { manyWorkspaces, oneWorkspace, type SlackAccess, type WorkspacesDeps } from './workspaces.ts';

export interface SlackDeps extends WorkspacesDeps {
  /** The token of the one workspace, or what it takes for workspaces to install the app by themselves. */
  readonly access: { readonly botToken: string } | SlackAccess;
  /** Takes requests over HTTP, signed with this. */
  readonly signingSecret?: string | undefined;
  /** Takes them over a socket instead, which needs no open port. */
  readonly appToken?: string | undefined;
  /** Milliseconds without an answer to a ping after which a socket counts as broken; the library's own when left out. */
  readonly pongWithin?: number | undefined;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Slack: one workspace over HTTP or Socket Mode, or all that install the app, over HTTP. */
export function createSlackAdapter(deps: SlackDeps): ChatAdapter {
  const { appToken, apiUrl, clock, commands, logger, pongWithin, readChannels, signingSecret, sleep } = deps;
  const workspaces =
    'botToken' in deps.access
      ? oneWorkspace(deps, deps.access.botToken)
      : manyWorkspaces(deps, deps.access, (made) => greeter.greet(made));
  const { apis, identify, introduceOnce, tokenOf } = workspaces;
  const desks = createDesks({ apis, tokenOf, apiUrl, callWithin: deps.callWithin, logger, sleep });
  const greeter = createGreeter({ desks, clock, logger, dispatch: () => dispatch });
  const receiver = appToken
    ? createSocketReceiver({ appToken, apiUrl, clock, logger, sleep, pongWithin })
    : createHttpReceiver({ signingSecret: required(signingSecret), clock, logger });
  const app = new App({
    receiver,
    authorize: identify,
    logger: boltLogger(logger),
  });
  app.error(async (error) => {
    throw error;
  });

  let dispatch: Dispatch | undefined;
  const started = () => dispatch !== undefined;
  const inbox = createInbox({ platform: 'slack', store: deps.store.inbox, clock, logger });
  const { finished, answerLeft } = handle(app, {
    commands,
    logger,
    readChannels,
    sleep,
    desks,
    people: createPeople(apis, clock, logger),
    forget: workspaces.forget,
    dispatch: () => dispatch,
    inbox,
  });

  /** Slack may be away while the bot starts: it is asked until it answers, and nobody waits for that. */
  async function introduce(left: readonly LeftQuestion[]): Promise<void> {
    for (let tries = 0; started(); tries += 1) {
      try {
        await introduceOnce();
        // Without a dispatch they would be lost: the next start answers them.
        if (started()) await answerLeft(left);
        return;
      } catch (error) {
        logger.warn('Slack does not know the bot', { platform: 'slack', reason: reasonOf(error) });
      }
      await sleep(backOff(tries));
    }
  }

  async function start(to: Dispatch): Promise<void> {
    const left = await inbox.left();
    dispatch = to;
    void introduce(left);
    await receiver.start();
  }

  async function stop(): Promise<void> {
    await receiver.stop();
    await greeter.finished();
    await finished();
    dispatch = undefined;
  }

  function health(): Health {
    const reason = dispatch ? (receiver.problem() ?? apis.problem()) : 'not started';
    return reason === undefined ? { up: true } : { up: false, reason };
  }

  return {
    name: 'slack',
    commandsPerMinute: 60,
    pace,
    start,
    stop,
    ...createSender(desks),
    isIn: createIsIn(apis),
    health,
    routes: [...receiver.routes, ...workspaces.routes],
  };
}

/** Milliseconds before Slack is asked again: 5 seconds, doubled each time, up to 5 minutes. */
function backOff(tries: number): number {
  return Math.min(5_000 * 2 ** tries, 300_000);
}

/** With an empty secret anybody could sign. */
function required(value: string | undefined): string {
  if (value === undefined || value === '') throw new Error('Slack needs a signing secret or an app token');
  return value;
}
