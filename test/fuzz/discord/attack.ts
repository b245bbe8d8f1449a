import { walk } from '../../adapters/discord/shown.ts';
import type { FakeRequest } from '../../support/discord-fake-routes.ts';
import type { DiscordFake } from '../../support/discord-server.ts';
import { liveMarkdown, type MeantOnDiscord } from '../../support/live-markdown.ts';
import { signature } from '../calls.ts';
import { toldIn } from '../planted.ts';
import { helperRole } from './places.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Something that the bot said, as a request of its own or as its response to one of Discord’s. */
export type Sent = Pick<FakeRequest, 'method' | 'path' | 'body'> & Partial<Pick<FakeRequest, 'files'>>;

/** Kinds of response to an interaction, as Discord numbers them. */
export const responses = { message: 4, deferred: 5, suggestions: 8, modal: 9 } as const;

/** All that went out to Discord since the last look, and is then forgotten. */
export function takeSent({ requests }: DiscordFake): readonly FakeRequest[] {
  return requests.splice(0).filter(({ method }) => method !== 'GET');
}

/** Where messages lie, to which the bot may point. */
const messages = 'https://discord.com/channels/';

/** What must not be in anything that is sent while nobody but strangers asks, in sentences; `linked` is where answers may lead. */
export function wrongIn(sent: Sent, ids: readonly string[], linked: readonly string[] = []): readonly string[] {
  const files = [...(sent.files?.values() ?? [])].map(({ name, bytes }) => name + Buffer.from(bytes).toString('utf8'));
  return [
    ...toldIn(JSON.stringify(sent.body)),
    ...files.flatMap(toldIn),
    ...actingIn(sent, { ids, addresses: [messages, ...linked] }),
  ];
}

function actingIn(sent: Sent, meant: MeantOnDiscord): readonly string[] {
  const { path, body } = sent;
  const modal = modalIn(sent);
  // A form pings nobody and says so nowhere.
  if (modal) return liveMarkdown({ ...modal, allowed_mentions: { parse: [] } }, meant);
  const message = messageIn(sent);
  if (message) return liveMarkdown(message, { ...meant, calls: mayCall(path, message) ? [helperRole] : [] });
  const known = path.endsWith('/typing') || path === '/users/@me/channels' || Object.keys(body).length === 0;
  return known || isResponse(sent) ? [] : [`${path} is told something that is no message`];
}

function isResponse({ path, body }: Sent): boolean {
  const quiet: readonly unknown[] = [responses.deferred, responses.suggestions];
  return path.endsWith('/callback') && quiet.includes(body.type);
}

/** The form that this opens, if it does. */
export function modalIn({ path, body }: Sent): Fields | undefined {
  return path.endsWith('/callback') && body.type === responses.modal ? (body.data as Fields) : undefined;
}

/** The message that this creates or edits, if it does. */
export function messageIn({ path, body }: Sent): Fields | undefined {
  const isMessage = /^\/channels\/\d+\/messages|^\/webhooks\//u.test(path) && 'components' in body;
  if (isMessage) return body;
  return path.endsWith('/callback') && body.type === responses.message ? ((body.data ?? {}) as Fields) : undefined;
}

/** The one message that calls a role is created in a channel, answers nothing, and names the role. */
function mayCall(path: string, message: Fields): boolean {
  const texts = walk(message.components).map(({ content }) => String(content ?? ''));
  const names = texts.some((text) => text.includes(`<@&${helperRole}>`));
  return /^\/channels\/\d+\/messages$/u.test(path) && message.message_reference === undefined && names;
}

/** What an operator must not read of what people keep or write. */
export function wrongInLog(line: string): readonly string[] {
  const written = [signature, 'evil.example', '@everyone', 'zebra'].filter((text) =>
    line.toLowerCase().includes(text.toLowerCase()),
  );
  return [
    ...toldIn(line),
    ...written.map((text) => `the log has “${text}”, which somebody wrote: ${line.slice(0, 400)}`),
  ];
}

/** What buttons, menus and forms carry: what somebody could hand back. */
export function valuesIn({ body }: Sent): readonly string[] {
  const { data } = body as { readonly data?: Fields };
  const own = typeof data?.custom_id === 'string' ? [data.custom_id] : [];
  const all = walk(data?.components ?? body.components).map(({ custom_id: id }) => id);
  return [...own, ...all.filter((id) => typeof id === 'string')];
}
