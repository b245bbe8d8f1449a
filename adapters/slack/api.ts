import { type Logger as BoltLogger, LogLevel, webApi } from '@slack/bolt';
import type { Logger } from '../../src/core/ports.ts';
import { isDeadToken, reasonOf, waitOf } from './errors.ts';

/** Slack's Web API with one workspace's token. */
export interface SlackApi {
  readonly client: webApi.WebClient;
  /** Makes a call and notes whether the token is still good. It throws what the call throws. */
  call<T>(make: (client: webApi.WebClient) => Promise<T>): Promise<T>;
  /** Why no call can succeed: the token was taken back, or none has succeeded yet. */
  problem(): string | undefined;
}

export interface ApiDeps {
  readonly botToken: string;
  readonly apiUrl?: string | undefined;
  readonly logger: Logger;
}

/** Milliseconds after which a call counts as lost. The library itself would wait for ever. */
const timeout = 10_000;

export function createApi({ botToken, apiUrl, logger }: ApiDeps): SlackApi {
  const client = new webApi.WebClient(botToken, clientOptions(apiUrl, logger));
  let problem: string | undefined = 'Slack has not answered yet';
  let worked = false;
  return {
    client,
    async call(make) {
      try {
        const made = await make(client);
        problem = undefined;
        worked = true;
        return made;
      } catch (error) {
        if (!worked || isDeadToken(error)) problem = reasonOf(error);
        throw error;
      }
    },
    problem: () => problem,
  };
}

/**
 * Retries are ours: the library repeats a call whose answer was lost, and one message would arrive
 * twice.
 */
export function clientOptions(apiUrl: string | undefined, logger: Logger): webApi.WebClientOptions {
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
