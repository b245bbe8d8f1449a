import { setTimeout } from 'node:timers/promises';
import { liveMarkup, printed } from '../support/live-markup.ts';
import type { Workspace } from '../support/slack-server.ts';
import type { startSlackBot } from '../support/start-slack-bot.ts';
import { secrets } from './planted.ts';
import type { Spoilt } from './spoil.ts';

export type Bot = Awaited<ReturnType<typeof startSlackBot>>;

/** What came back for one request. */
export interface Came {
  /** `undefined` when nothing came, or the connection was ended. */
  readonly status: number | undefined;
  readonly text: string;
}

/** Milliseconds within which there is an answer; Slack itself waits for three seconds. */
const patience = 20_000;

/** Sends a request as it is. */
export async function send(url: string, { headers, body }: Pick<Spoilt, 'headers' | 'body'>): Promise<Came | 'hangs'> {
  const sent = fetch(`${url}/slack/events`, { method: 'POST', headers, body: Buffer.from(body) }).then(
    async (response): Promise<Came> => ({ status: response.status, text: await response.text() }),
    (): Came => ({ status: undefined, text: '' }),
  );
  const over = new AbortController();
  const waited = setTimeout(patience, 'hangs' as const, { signal: over.signal });
  const came = await Promise.race([sent, waited]);
  over.abort();
  await waited.catch(() => undefined);
  return came;
}

/** All that went out to Slack since the last look, and is then forgotten. */
export function takeSent(workspace: Workspace): readonly unknown[] {
  const sent = [...workspace.calls.splice(0).map((call) => call.sent), ...workspace.told.splice(0)];
  const files = workspace.allUploaded().map((bytes) => ({ bytes: bytes.toString('utf8') }));
  return [...sent, ...files];
}

/** Where the messages of the workspace lie, to which the bot may point. */
const messages = 'https://emulate.slack.com/archives/';

/** What must not be in anything that is sent while nobody but strangers asks, in sentences. */
export function wrongIn(payload: unknown, people: readonly string[]): readonly string[] {
  const text = JSON.stringify(payload) ?? '';
  const told = secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
  return [
    ...told.map((secret) => `“${secret}”, which is somebody else’s, is told: ${text.slice(0, 300)}`),
    // Whom a member named themselves is shown to that member, by name.
    ...liveMarkup(payload, { ids: people, addresses: [messages] }),
  ];
}

/** Values of buttons, and ids in them: what somebody could hand back. */
export function valuesIn(payload: unknown): readonly string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.entries(payload).flatMap(([key, value]) =>
    (key === 'value' || key === 'private_metadata') && typeof value === 'string'
      ? [value]
      : valuesIn(printed(key, value)),
  );
}
