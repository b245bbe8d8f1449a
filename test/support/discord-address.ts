import { onTestFinished } from 'vitest';
import { createDiscordAdapter, type DiscordDeps } from '../../adapters/discord/index.ts';
import type { Dispatch } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import { serve } from '../../src/http/server.ts';
import {
  connected,
  createTestDispatch,
  createTestSleep,
  type LogLine,
  recordingLogger,
  saying,
  setEndPoint,
} from './discord-adapter.ts';
import { startDiscordFake } from './discord-fake.ts';
import { createApplicationKey, createEndPoint, signedByDiscord } from './discord-signed.ts';
import { emptyStore } from './empty-store.ts';
import { createTestClock } from './test-clock.ts';

export const maya = { id: '200000000000000001', username: 'maya' };
const guild = '400000000000000001';
const letters = '300000000000000001';
export const start = '2027-09-01T12:00:00Z' as Instant;
let events = 0;

/** An interaction of Maya's in a server, with an id of its own. */
export function interaction(type: number, data: unknown, changes: Record<string, unknown> = {}) {
  events += 1;
  const id = String(500_000_000_000_000_000n + BigInt(events));
  const place = { guild_id: guild, channel_id: letters, member: { user: maya, permissions: '0' } };
  return { id, token: `token-${id}`, application_id: '1', version: 1, type, data, ...place, ...changes };
}

/** She runs a command, or with the type 4 types at it. */
export function command(name: string, options: readonly unknown[] = [], type = 2) {
  return interaction(type, { type: 1, name: 'lor', options: [{ type: 1, name, options }] });
}

/** The adapter with an address, not started yet, in a Discord of our own; time stands. */
export async function open(outcome: Parameters<typeof createTestDispatch>[0], changes: Partial<DiscordDeps> = {}) {
  const fake = await startDiscordFake({ now: () => Date.parse(clock.now()) });
  fake.state.channels.set(letters, guild);
  const clock = createTestClock(start);
  const time = createTestSleep();
  const log: LogLine[] = [];
  const { asked, dispatch } = createTestDispatch(outcome, [{ value: 'L1', label: 'Dr. Rossi' }]);
  const adapter = createDiscordAdapter({
    ...{ token: fake.token, applicationId: fake.bot, apiUrl: fake.apiUrl, publicKey: fake.publicKey },
    ...{ commands: [], clock, sleep: time.sleep, logger: recordingLogger(log), store: emptyStore, ...changes },
  });
  onTestFinished(adapter.stop);
  return { fake, clock, time, log, asked, dispatch, adapter };
}

/** The same, started, at the bot's own server; called by the test itself, with a key of the test's. */
export async function openAddress(
  outcome: Parameters<typeof createTestDispatch>[0] = () => saying('here you are'),
  dispatch?: Dispatch,
) {
  const { publicKey, privateKey } = createApplicationKey();
  const opened = await open(outcome, { publicKey });
  await opened.adapter.start(dispatch ?? opened.dispatch);
  await connected(opened.adapter);
  const server = await serve(0, opened.adapter.routes);
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/discord/interactions`;
  const now = () => Date.parse(opened.clock.now());
  const sign = (body: string, at = now()) => signedByDiscord(body, privateKey, at);
  return { ...opened, url, sign, discord: createEndPoint(url, { privateKey, now }) };
}

/** The same, started, called by that Discord, which takes what it is told for the first response. */
export async function openInDiscord(
  outcome: Parameters<typeof createTestDispatch>[0],
  changes: Partial<DiscordDeps> = {},
) {
  const opened = await open(outcome, changes);
  await opened.adapter.start(opened.dispatch);
  if (changes.token === undefined) await connected(opened.adapter);
  await setEndPoint(opened.fake, opened.adapter, opened.clock);
  return opened;
}
