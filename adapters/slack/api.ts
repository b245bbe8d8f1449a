import { type Logger as BoltLogger, LogLevel, webApi } from '@slack/bolt';
import { createLatest } from '../../src/core/latest.ts';
import type { Logger } from '../../src/core/ports.ts';
import { isDeadToken, NoToken, NotInstalled, reasonOf, waitOf } from './errors.ts';

/** Slack's Web API with the token of one workspace. */
export interface SlackApi {
  /** Makes a call and notes whether Slack takes it. It throws what the call throws. */
  call<T>(make: (client: webApi.WebClient) => Promise<T>): Promise<T>;
}

/** Slack's Web API for every workspace that the bot is in. */
export interface SlackApis {
  in(workspace: string): SlackApi;
  /** With a token that is not kept yet. */
  with(token: string): SlackApi;
  /** Without a token, for the few methods that need none. */
  readonly anonymous: SlackApi;
  /** Why no call can succeed: the one token was taken back, or none has succeeded yet. */
  problem(): string | undefined;
}

export interface ApisDeps {
  /** The token of a workspace. What it throws, the call throws. */
  readonly tokenOf: (workspace: string) => Promise<string>;
  /** Whether that is one and the same for all: when it is dead, nothing works. */
  readonly oneToken: boolean;
  readonly apiUrl?: string | undefined;
  readonly callWithin?: number | undefined;
  readonly logger: Logger;
}

/** Milliseconds after which a call counts as lost. The library itself would wait for ever. */
const usualCall = 10_000;

/** Tokens of which a client is at hand at most. */
const clientsAtMost = 1_000;

export function createApis({ tokenOf, oneToken, apiUrl, callWithin, logger }: ApisDeps): SlackApis {
  const clients = createLatest<string, webApi.WebClient>(clientsAtMost);
  let problem: string | undefined = 'Slack has not answered yet';
  let worked = false;

  function clientWith(token: string | undefined): webApi.WebClient {
    const client = clients.get(token ?? '') ?? new webApi.WebClient(token, clientOptions(apiUrl, logger, callWithin));
    clients.set(token ?? '', client);
    return client;
  }

  function apiWith(token: () => Promise<string | undefined>): SlackApi {
    return {
      async call(make) {
        const client = clientWith(await token().catch(untold));
        try {
          const made = await make(client);
          problem = undefined;
          worked = true;
          return made;
        } catch (error) {
          if (!worked || (oneToken && isDeadToken(error))) problem = reasonOf(error);
          throw error;
        }
      },
    };
  }

  return {
    in: (workspace) => apiWith(() => tokenOf(workspace)),
    with: (token) => apiWith(async () => token),
    anonymous: apiWith(async () => undefined),
    problem: () => problem,
  };
}

/** Whatever kept a token from being read, no call was made. */
function untold(cause: unknown): never {
  throw cause instanceof NotInstalled ? cause : new NoToken('the token cannot be read', { cause });
}

/**
 * Retries are ours: the library repeats a call whose answer was lost, and one message would arrive
 * twice.
 */
export function clientOptions(
  apiUrl: string | undefined,
  logger: Logger,
  timeout = usualCall,
): webApi.WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: boltLogger(logger),
    fetch: fetchWithReadableWait,
  };
}

/**
 * The library cuts a `Retry-After` of 1.5 to 1, which is too early, and gives up on one that it
 * cannot read. It gets whole seconds, rounded up.
 */
const fetchWithReadableWait: webApi.FetchFunction = async (url, init) => {
  const response = await fetch(url, init as RequestInit);
  if (response.status !== 429) return response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', String(waitOf(headers.get('retry-after')) / 1_000));
  return new Response(null, { status: 429, headers });
};

/**
 * What the library has to say, as far as it is an error: the rest is chatter that could hold what
 * people wrote, and a failed call is told by whoever made it.
 */
export function boltLogger(logger: Logger): BoltLogger {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error(...said) {
      const error = said.find((one) => one instanceof Error);
      if (error) logger.error('the Slack library failed', { platform: 'slack', error });
    },
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  };
}
