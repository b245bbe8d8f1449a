import { expect, onTestFinished } from 'vitest';
import { createDiscordAdapter, type DiscordDeps } from '../../adapters/discord/index.ts';
import { commands } from '../../commands/index.ts';
import type { Invocation } from '../../src/core/invocation.ts';
import type { ChatAdapter, Clock, Dispatch, LogFields, Logger, Outcome } from '../../src/core/ports.ts';
import { type Choice, paragraph, reply } from '../../src/core/reply.ts';
import type { Instant } from '../../src/core/time.ts';
import type { DiscordFake } from './discord-server.ts';
import { emptyStore } from './empty-store.ts';
import { serveRoutes } from './serve-routes.ts';
import { createTestClock } from './test-clock.ts';

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: LogFields;
}

/** A logger that keeps what it is told. */
export function recordingLogger(lines: LogLine[]): Logger {
  const write =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      lines.push({ level, message, fields });
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

/** Time that passes only when a test says so. */
export function createTestSleep() {
  const waiting: { readonly milliseconds: number; readonly wake: () => void }[] = [];
  const asked: number[] = [];
  return {
    /** How long was to be waited, in the order of asking. */
    asked,
    sleep(milliseconds: number): Promise<void> {
      asked.push(milliseconds);
      return new Promise((resolve) => {
        waiting.push({ milliseconds, wake: resolve });
      });
    },
    /** Everybody who waits has waited long enough. */
    pass(): void {
      for (const { wake } of waiting.splice(0)) wake();
    },
  };
}

/** A dispatch that notes what it is asked and answers what the test says. */
export function createTestDispatch(
  outcome: (invocation: Invocation) => Outcome | Promise<Outcome>,
  choices: readonly Choice[] = [],
) {
  const asked: Invocation[] = [];
  const dispatch: Dispatch = Object.assign(
    async (invocation: Invocation) => {
      asked.push(invocation);
      return outcome(invocation);
    },
    { suggest: async () => choices, presence: async () => true },
  );
  return { asked, dispatch };
}

/** An outcome that says a sentence. */
export function saying(text: string, visibility: 'private' | 'public' = 'private'): Outcome {
  return { kind: 'replied', visibility, reply: reply(paragraph([text])) };
}

/** When it is in tests whose time stands. */
const standing = '2027-09-01T12:00:00Z' as Instant;

/** How interactions reach the bot. */
export const ways = ['the gateway', 'HTTP'] as const;
export type Way = (typeof ways)[number];

/** Has Discord send interactions to the adapter's address. It was made with the key of this Discord. */
export async function setEndPoint(
  fake: DiscordFake,
  adapter: Pick<ChatAdapter, 'routes'>,
  clock: Pick<Clock, 'now'> = createTestClock(standing),
): Promise<string> {
  const url = `${await serveRoutes(adapter.routes)}/discord/interactions`;
  await fake.setEndPoint(url, { now: () => Date.parse(clock.now()) });
  return url;
}

/** The adapter connected to a server, with time that stands. */
export async function startAdapter(
  server: { readonly token: string; readonly bot: string; readonly apiUrl: string },
  dispatch: Dispatch,
  changes: Partial<DiscordDeps> = {},
): Promise<{ readonly adapter: ChatAdapter; readonly log: readonly LogLine[] }> {
  const log: LogLine[] = [];
  const adapter = createDiscordAdapter({
    token: server.token,
    applicationId: server.bot,
    apiUrl: server.apiUrl,
    commands,
    clock: createTestClock(standing),
    sleep: createTestSleep().sleep,
    logger: recordingLogger(log),
    store: emptyStore,
    ...changes,
  });
  onTestFinished(adapter.stop);
  await adapter.start(dispatch);
  return { adapter, log };
}

export async function connected(adapter: ChatAdapter): Promise<void> {
  await expect.poll(() => adapter.health(), { interval: 5 }).toEqual({ up: true });
}
