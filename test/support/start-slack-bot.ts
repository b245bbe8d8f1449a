import type { SlackCommand } from '../../adapters/slack/handlers.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { commands as everyCommand } from '../../commands/index.ts';
import { type BotParts, openBot } from '../../src/bot.ts';
import type { AdapterStore, ChatAdapter, Dispatch, Logger, Route } from '../../src/core/ports.ts';
import { createRandom } from '../../src/random.ts';
import { type Said, speaker } from './slack-people.ts';
import { botToken, type SignedAs, signed, signingSecret, type Workspace } from './slack-server.ts';
import { createHurriedClock } from './test-clock.ts';
import { testVault } from './vault.ts';

export interface StartOptions {
  /** Instead of the whole bot. */
  readonly dispatch?: Dispatch | undefined;
  /** Those that the adapter knows of. */
  readonly commands?: readonly SlackCommand[];
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly appToken?: string | undefined;
  readonly apiUrl?: string | undefined;
  readonly pongWithin?: number;
  readonly callWithin?: number;
  readonly readChannels?: boolean;
  /** Looks at a response as soon as it comes, while the bot may still be at work. */
  readonly impatient?: boolean;
  /** Path of its file; in memory when it is left out. */
  readonly database?: string;
  /** Lends the adapter another memory than the bot's. */
  readonly lend?: (store: AdapterStore) => AdapterStore;
}

/** Where it runs: the Slack that it calls, and how Slack reaches it. */
export interface Surroundings {
  readonly workspace: Workspace;
  /** Serves the adapter's addresses: the address that they begin with. */
  readonly serve: (routes: readonly Route[]) => Promise<string>;
}

/** A sleep that nobody waits for: what is asked for is quick enough. */
const never = () => new Promise<void>(() => undefined);

/** The whole bot on a Slack workspace, reached over signed HTTP; whoever starts it stops it. */
export async function startSlackBot(
  { workspace, serve }: Surroundings,
  {
    dispatch,
    commands = everyCommand,
    sleep = never,
    appToken,
    apiUrl,
    pongWithin,
    callWithin,
    impatient = false,
    readChannels = false,
    database = ':memory:',
    lend = (store) => store,
  }: StartOptions = {},
) {
  const logged: string[] = [];
  const watching = new Set<() => void>();
  const log = (message: string) => {
    logged.push(message);
    for (const look of [...watching]) look();
  };
  const logger: Logger = { info: log, warn: log, error: log };
  const clock = createHurriedClock();
  let parts: BotParts | undefined;
  let made: ChatAdapter | undefined;

  function makeAdapter(store: Parameters<typeof createSlackAdapter>[0]['store']): ChatAdapter {
    made = createSlackAdapter({
      access: { botToken },
      random: createRandom(),
      ...(appToken === undefined ? { signingSecret } : { appToken }),
      apiUrl: apiUrl ?? workspace.apiUrl,
      readChannels,
      pongWithin,
      callWithin,
      commands,
      clock,
      sleep,
      logger,
      store,
    });
    return made;
  }

  const bot = await openBot({
    database,
    clock,
    sleep: clock.sleep,
    random: createRandom(),
    vault: testVault,
    logger,
    readChannels,
    adapters: (lent) => {
      parts = lent;
      return [makeAdapter(lend(lent.store('slack')))];
    },
  });
  if (!made || !parts) throw new Error('the adapter was not made');
  const adapter = made;
  const { settled, playTo } = parts;
  await bot.start();
  if (dispatch) await adapter.start(dispatch);
  const url = await serve(adapter.routes);

  /** Until the bot has done all that it was asked. */
  async function quiet(): Promise<void> {
    await adapter.stop();
    await adapter.start(dispatch ?? bot.dispatch);
  }

  async function post(body: string, as?: SignedAs): Promise<Said> {
    return sendSigned(signed(body, as));
  }

  async function sendSigned(request: ReturnType<typeof signed>): Promise<Said> {
    const response = await fetch(`${url}/slack/events`, { method: 'POST', ...request });
    const text = await response.text();
    if (!impatient) await quiet();
    return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
  }

  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= bot.stop());

  /** Resolves when that was logged. */
  async function logsAbout(message: string): Promise<void> {
    while (!logged.includes(message)) {
      await new Promise<void>((resolve) => {
        watching.add(resolve);
      });
    }
  }

  const requests = { post, sendSigned, quiet, stop, logsAbout };
  return { ...speaker(workspace, post), ...requests, url, bot, adapter, workspace, logged, settled, playTo, clock };
}
