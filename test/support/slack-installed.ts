import { onTestFinished } from 'vitest';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { commands } from '../../commands/index.ts';
import { type Bot, openBot } from '../../src/bot.ts';
import type { AdapterStore, ChatAdapter, HttpResponse } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import { createRandom } from '../../src/random.ts';
import { type LogLine, recordingLogger } from './discord-adapter.ts';
import { allScopes, clientId, clientSecret, signed, signingSecret } from './slack-server.ts';
import { startSlackWorld } from './slack-world.ts';
import { temporaryDatabase } from './terminal.ts';
import { testVault } from './vault.ts';

export const publicUrl = 'https://lorbot.example';
export const teams = ['T0000000A1', 'T0000000B2'] as const;

/** Our time is the real one, and as much later as a test lets pass. */
function createLaterClock() {
  let later = 0;
  return {
    now: () => new Date(Date.now() + later).toISOString() as Instant,
    monotonic: () => performance.now() + later,
    set: () => undefined,
    release: () => false,
    passes(milliseconds: number) {
      later += milliseconds;
    },
    later: () => later,
  };
}

/** The bot as an app that workspaces install by themselves, on a file, and a Slack of two workspaces. */
export async function openInstalledBot() {
  const world = await startSlackWorld(teams, allScopes, `${publicUrl}/slack/oauth`);
  onTestFinished(world.close);
  const file = temporaryDatabase();
  onTestFinished(file.remove);
  const clock = createLaterClock();
  const log: LogLine[] = [];
  const random = createRandom();
  let store: AdapterStore | undefined;
  let adapter: ChatAdapter | undefined;
  let bot = await start();
  onTestFinished(() => bot.stop());

  async function start(): Promise<Bot> {
    const opened = await openBot({
      database: file.path,
      clock,
      sleep: async () => undefined,
      random,
      vault: testVault,
      logger: recordingLogger(log),
      adapters: (parts) => {
        store = parts.store('slack');
        adapter = createSlackAdapter({
          access: { clientId, clientSecret, publicUrl, authorizeUrl: world.authorizeUrl },
          ...{ signingSecret, apiUrl: world.apiUrl, commands, clock, random, store },
          sleep: () => new Promise<void>((resolve) => setImmediate(resolve)),
          logger: recordingLogger(log),
        });
        return [adapter];
      },
    });
    await opened.start();
    return opened;
  }

  /** What the bot answers at one of its addresses. */
  async function call(method: 'GET' | 'POST', url: string | URL, headers = {}, body = ''): Promise<HttpResponse> {
    const { pathname: path, searchParams: query } = new URL(url, publicUrl);
    const route = bot.routes.find((one) => one.path === path && one.method === method);
    if (!route) throw new Error(`no ${method} ${path}`);
    return route.handle({ path, query, headers, body: Buffer.from(body) });
  }

  /** The first half of an installation: where Slack is asked, and what the browser remembers. */
  async function begins(): Promise<{ readonly asked: URL; readonly cookie: string }> {
    const { headers = {} } = await call('GET', '/slack/install/begin');
    return { asked: new URL(headers.location ?? ''), cookie: String(headers['set-cookie']).split(';')[0] ?? '' };
  }

  async function installs(team: string, organisation?: string): Promise<HttpResponse> {
    const { asked, cookie } = await begins();
    return call('GET', await world.consents(asked, team, organisation), { cookie });
  }

  async function posts(body: string): Promise<Record<string, unknown>> {
    const request = signed(body, { shift: clock.later() / 1_000 });
    const answer = await call('POST', '/slack/events', request.headers, request.body);
    return answer.body === undefined ? { status: answer.status } : JSON.parse(answer.body);
  }

  let events = 0;

  return {
    world,
    clock,
    log,
    file,
    begins,
    installs,
    call,
    bot: () => bot,
    adapter: () => adapter as ChatAdapter,
    store: () => store as AdapterStore,
    async restarts(): Promise<void> {
      await bot.stop();
      bot = await start();
    },
    /** A command, as Slack hands it on. */
    types(line: string, team: string, more: Record<string, string> = {}) {
      const [command = '', ...rest] = line.split(' ');
      events += 1;
      const fields = {
        ...{ command, text: rest.join(' '), trigger_id: `trigger-${events}`, user_id: 'U000000001', team_id: team },
        ...{ channel_id: 'C000000001', ...more },
      };
      return posts(new URLSearchParams(fields).toString());
    },
    /** An event, as Slack hands it on. */
    async happens(team: string, event: Record<string, unknown>, more: Record<string, unknown> = {}) {
      events += 1;
      const told = { type: 'event_callback', event_id: `Ev${events}`, team_id: team, event, ...more };
      const answer = await posts(JSON.stringify(told));
      await adapter?.stop();
      await adapter?.start(bot.dispatch);
      return answer;
    },
  };
}

export type InstalledBot = Awaited<ReturnType<typeof openInstalledBot>>;
