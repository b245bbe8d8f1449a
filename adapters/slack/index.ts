import { App } from '@slack/bolt';
import type { AdapterStore, ChatAdapter, Clock, Dispatch, Health, Logger } from '../../src/core/ports.ts';
import { createAdministrators } from './administrators.ts';
import { boltLogger, createApi, type SlackApi } from './api.ts';
import { createDownloads } from './downloads.ts';
import { reasonOf } from './errors.ts';
import { handle, type SlackCommand } from './handlers.ts';
import { createIsIn } from './is-in.ts';
import { pace } from './limits.ts';
import { createHttpReceiver } from './receiver.ts';
import { createSender } from './send.ts';
import { createLink } from './socket.ts';
import { createTalk } from './talk.ts';
import { createUploads } from './uploads.ts';

export interface SlackDeps {
  readonly botToken: string;
  /** Takes requests over HTTP, signed with this. */
  readonly signingSecret?: string | undefined;
  /** Takes them over a socket instead, which needs no open port. */
  readonly appToken?: string | undefined;
  /** Another Slack than slack.com: a gateway, a test. */
  readonly apiUrl?: string | undefined;
  readonly commands: readonly SlackCommand[];
  /** Whether messages in channels are read that do not mention the bot. */
  readonly readChannels?: boolean;
  readonly clock: Clock;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
  readonly store: AdapterStore;
}

/** Who the bot is in its workspace. */
interface Identity {
  readonly botId?: string;
  readonly botUserId?: string;
  /** The address of the workspace. */
  readonly home?: string;
}

/** One workspace on Slack, over HTTP or Socket Mode. */
export function createSlackAdapter(deps: SlackDeps): ChatAdapter {
  const { appToken, apiUrl, botToken, clock, commands, logger, readChannels, signingSecret, sleep } = deps;
  const api = createApi(deps);
  const uploads = createUploads({ api, apiUrl, logger });
  const whoAmI = createWhoAmI(api, botToken);
  const link = appToken ? createLink({ appToken, apiUrl, clock, logger, sleep }) : undefined;
  const http = link ? undefined : createHttpReceiver({ signingSecret: required(signingSecret), clock, logger });
  const app = new App({
    receiver: link?.receiver ?? required(http),
    authorize: whoAmI,
    logger: boltLogger(logger),
  });
  app.error(async (error) => {
    throw error;
  });

  let dispatch: Dispatch | undefined;
  const finished = handle(app, {
    api,
    commands,
    logger,
    readChannels,
    sleep,
    uploads,
    talk: createTalk({ api, apiUrl, logger, sleep }),
    fetchBytes: createDownloads({ api, apiUrl, botToken, logger }),
    isAdministrator: createAdministrators(api, clock, logger),
    dispatch: () => dispatch,
  });

  /** Slack may be away while the bot starts: it is asked until it answers, and nobody waits for that. */
  async function introduce(): Promise<void> {
    for (let tries = 0; dispatch; tries += 1) {
      try {
        await whoAmI();
        return;
      } catch (error) {
        logger.warn('Slack does not know the bot', { platform: 'slack', reason: reasonOf(error) });
      }
      await sleep(backOff(tries));
    }
  }

  async function start(to: Dispatch): Promise<void> {
    dispatch = to;
    void introduce();
    link?.start();
    await http?.start();
  }

  async function stop(): Promise<void> {
    await http?.stop();
    await finished();
    await link?.stop();
    // What came in while the socket closed was acknowledged, so it is done, too.
    await finished();
    dispatch = undefined;
  }

  function health(): Health {
    const reason = dispatch ? (link?.problem() ?? api.problem()) : 'not started';
    return reason === undefined ? { up: true } : { up: false, reason };
  }

  return {
    name: 'slack',
    commandsPerMinute: 60,
    pace,
    start,
    stop,
    ...createSender(api, uploads),
    isIn: createIsIn(api),
    health,
    routes: http ? [http.route] : [],
  };
}

/** Milliseconds before Slack is asked again: 5 seconds, doubled each time, up to 5 minutes. */
function backOff(tries: number): number {
  return Math.min(5_000 * 2 ** tries, 300_000);
}

/** Asks Slack once, however many want to know; the answer holds for as long as the token does. */
function createWhoAmI(api: SlackApi, botToken: string): () => Promise<Identity & { readonly botToken: string }> {
  let asked: Promise<Identity> | undefined;
  async function ask(): Promise<Identity> {
    const { bot_id, user_id, url } = await api.call((client) => client.auth.test());
    return {
      ...(bot_id !== undefined && { botId: bot_id }),
      ...(user_id !== undefined && { botUserId: user_id }),
      ...(url !== undefined && { home: url }),
    };
  }
  return async () => {
    asked ??= ask();
    try {
      return { ...(await asked), botToken };
    } catch (error) {
      asked = undefined;
      throw error;
    }
  };
}

/** With an empty secret anybody could sign. */
function required<T>(value: T | undefined): T {
  if (value === undefined || value === '') throw new Error('Slack needs a signing secret or an app token');
  return value;
}
