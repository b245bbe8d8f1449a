import { liveMarkup, printed } from '../../support/live-markup.ts';
import type { Workspace } from '../../support/slack-server.ts';
import { toldIn } from '../planted.ts';

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
  return [
    ...toldIn(JSON.stringify(payload) ?? ''),
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
