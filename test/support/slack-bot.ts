import { onTestFinished } from 'vitest';
import type { SlackCommand } from '../../adapters/slack/handlers.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { commands as everyCommand } from '../../commands/index.ts';
import { type BotParts, openBot } from '../../src/bot.ts';
import type { ChatAdapter, Dispatch, Logger } from '../../src/core/ports.ts';
import { createRandom } from '../../src/random.ts';
import { type Said, speaker } from './slack-people.ts';
import { allScopes, botToken, type SignedAs, signed, signingSecret, type Workspace } from './slack-server.ts';
import { openWorkspace, serveRoutes } from './slack-workspace.ts';
import { createHurriedClock } from './test-clock.ts';
import { testVault } from './vault.ts';

export interface SlackBotOptions {
  readonly scopes?: readonly string[];
  /** Instead of the whole bot. */
  readonly dispatch?: Dispatch;
  /** Those that the adapter knows of. */
  readonly commands?: readonly SlackCommand[];
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly appToken?: string;
  readonly apiUrl?: string;
  readonly readChannels?: boolean;
  /** An open one; otherwise it gets its own. */
  readonly workspace?: Workspace;
  /** Looks at a response as soon as it comes, while the bot may still be at work. */
  readonly impatient?: boolean;
}

/** A sleep that nobody waits for: what is asked for is quick enough. */
const never = () => new Promise<void>(() => undefined);

/** The whole bot on a Slack workspace of its own, reached over signed HTTP. */
export async function openSlackBot({
  scopes: granted = allScopes,
  dispatch,
  commands = everyCommand,
  sleep = never,
  appToken,
  apiUrl,
  impatient = false,
  readChannels = false,
  workspace: given,
}: SlackBotOptions = {}) {
  const workspace = given ?? (await openWorkspace(granted));
  const logged: string[] = [];
  const log = (message: string) => void logged.push(message);
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
      commands,
      clock,
      sleep,
      logger,
      store,
    });
    return made;
  }

  const bot = await openBot({
    database: ':memory:',
    clock,
    sleep: clock.sleep,
    random: createRandom(),
    vault: testVault,
    logger,
    readChannels,
    adapters: (lent) => {
      parts = lent;
      return [makeAdapter(lent.store('slack'))];
    },
  });
  if (!made || !parts) throw new Error('the adapter was not made');
  const adapter = made;
  const { settled, playTo } = parts;
  await bot.start();
  if (dispatch) await adapter.start(dispatch);
  onTestFinished(() => bot.stop());
  const url = await serveRoutes(adapter.routes);

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

  return {
    ...speaker(workspace, post),
    url,
    bot,
    adapter,
    workspace,
    logged,
    post,
    sendSigned,
    settled,
    playTo,
    clock,
  };
}

export type SlackBot = Awaited<ReturnType<typeof openSlackBot>>;
