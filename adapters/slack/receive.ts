import type { Call, Heard, RawArgs, Request } from '../../src/core/invocation.ts';
import { askPath, homePath } from '../../src/core/paths.ts';
import type { Presence } from '../../src/core/ports.ts';
import { clears } from '../../src/core/read-args.ts';
import type { Instant } from '../../src/core/time.ts';
import type { SlackFileOffer } from './downloads.ts';
import { placeOf, type Received, received, type Who } from './received.ts';
import { isGroupId } from './rich-text.ts';
import {
  blockActions,
  type EventCallback,
  eventCallback,
  homeOpened,
  messageAction,
  type PickedChoice,
  removal,
  type StateValue,
  slashCommand,
  viewSubmission,
} from './schema.ts';
import { mentionedIn, readMarkup, withoutMention } from './typed-text.ts';
import { formCallback, groupInput } from './views.ts';
import { fromWire, uncarry } from './wire.ts';

/** The id of the shortcut in the menu of a message, as the manifest names it. */
export const answerShortcut = 'answer_this';

/** What somebody says with a file beside it, or in a thread for all of the channel: the only subtypes of what people say. */
const saidWithMore: ReadonlySet<string> = new Set(['file_share', 'thread_broadcast']);

/** How the bot hears what is said in channels. */
export interface Hearing {
  /** Whether it reads messages that do not mention it. */
  readonly readChannels?: boolean | undefined;
  /** The address of the workspace, with which that of a message begins. */
  readonly home?: string | undefined;
}

/**
 * Payload in, invocation out. All five give `undefined` for what is malformed, forged or not meant
 * for the bot, and none throws. Whether the person administers the workspace is for the caller to
 * find out; no payload says it.
 */
export function receiveCommand(payload: unknown, administrator = false): Received | undefined {
  const { data } = slashCommand.safeParse(payload);
  if (!data) return undefined;
  const text = `${data.command.slice(1)} ${readMarkup(data.text)}`.trim();
  const orgWide = data.is_enterprise_install === 'true';
  return received({
    request: { kind: 'typed', text, mentioned: mentionedIn(data.text) },
    delivery: data.trigger_id,
    who: { orgWide, enterprise: data.enterprise_id, team: data.team_id, user: data.user_id },
    place: data.channel_name === 'directmessage' ? { kind: 'dm' } : placeOf(data.channel_id),
    administrator,
    answer: { responseUrl: data.response_url, triggerId: data.trigger_id, channel: data.channel_id },
  });
}

/** A pressed button or a picked choice. A choice that was taken back is nothing. */
export function receiveAction(payload: unknown, administrator = false): Received | undefined {
  const { data } = blockActions.safeParse(payload);
  if (!data) return undefined;
  const [action] = data.actions;
  const pressed = action.type === 'button' ? uncarry('button', action.value) : picked(action);
  if (!pressed) return undefined;
  const place = placeOf(data.channel?.id);
  const alone = data.container?.is_ephemeral === true || (data.channel != null && place.kind === 'dm');
  const made = received({
    request: { kind: 'call', call: pressed.call },
    delivery: data.trigger_id,
    who: interactionBy(data),
    place,
    administrator,
    answer: {
      responseUrl: data.response_url,
      triggerId: data.trigger_id,
      channel: data.channel?.id,
      threadTs: data.container?.thread_ts,
      messageTs: data.container?.message_ts,
    },
  });
  return made && pressed.inPlace && alone ? { ...made, inPlace: true } : made;
}

/** A menu's id is its own number, a colon, and what it carries. */
function picked({ action_id: id, selected_option: { value } }: PickedChoice): Pressed | undefined {
  const menu = uncarry('menu', id.replace(/^\d+\.\d+:/u, ''));
  return menu && { call: { path: menu.call.path, args: { ...menu.call.args, [menu.option]: fromWire(value) } } };
}

/** What a button or a menu asks for. */
interface Pressed {
  readonly call: Call;
  readonly inPlace?: true;
}

/** A sent form. An empty field is sent as `''`, which an edit takes as "clear". */
export function receiveSubmission(payload: unknown, administrator = false): Received | undefined {
  const { data } = viewSubmission.safeParse(payload);
  if (data?.view.callback_id !== formCallback) return undefined;
  const [channel = '', responseUrl = '', ...rest] = data.view.private_metadata.split('\n');
  const form = uncarry('form', rest.join('\n'));
  if (!form) return undefined;
  const inputs = Object.entries(data.view.state.values).map(
    ([name, held]) => [name, ...(Object.entries(held)[0] ?? ['', undefined])] as const,
  );
  const files = Object.fromEntries(inputs.flatMap(([name, , input]) => offered(name, input)));
  const typed = inputs.filter(([name]) => !Object.hasOwn(files, name));
  const values: RawArgs = Object.fromEntries(typed.map(([name, id, input]) => [name, fieldText(id, input)]));
  const sent = received({
    request: { kind: 'call', call: { path: form.call.path, args: { ...form.call.args, ...values } } },
    delivery: data.trigger_id,
    who: interactionBy(data),
    place: placeOf(channel),
    administrator,
    answer: { responseUrl, triggerId: data.trigger_id, channel },
  });
  return sent && Object.keys(files).length > 0 ? { ...sent, files } : sent;
}

/** The file in an input for one. */
function offered(name: string, input: StateValue | undefined): readonly [string, SlackFileOffer][] {
  const [file] = input?.files ?? [];
  if (!file) return [];
  const { id, size, url_private_download: url } = file;
  return [[name, { id, name: file.name ?? '', size: size ?? undefined, url: url ?? undefined }]];
}

function fieldText(actionId: string, input: StateValue | undefined): string {
  if (actionId.split(':', 1)[0] === groupInput) return groupText(input?.value ?? '');
  if (input?.selected_option) return fromWire(input.selected_option.value);
  return (
    input?.value ??
    input?.selected_date ??
    input?.selected_time ??
    input?.selected_conversation ??
    input?.selected_user ??
    ''
  );
}

/** A typed name calls nobody, though it reads as if it did. In quotes it is no group, and the form says so. */
function groupText(typed: string): string {
  if (clears(typed)) return '';
  return isGroupId(typed.trim()) ? typed : `"${typed}"`;
}

/** The shortcut in the menu of somebody's message: what that asks, answered to whoever picked it. */
export function receiveShortcut(payload: unknown, administrator = false): Received | undefined {
  const { data } = messageAction.safeParse(payload);
  if (data?.callback_id !== answerShortcut) return undefined;
  return received({
    request: asked(readMarkup(data.message.text)),
    delivery: data.trigger_id,
    who: interactionBy(data),
    place: placeOf(data.channel.id),
    administrator,
    answer: {
      responseUrl: data.response_url,
      triggerId: data.trigger_id,
      channel: data.channel.id,
      threadTs: data.message.thread_ts,
      messageTs: data.message.ts,
    },
  });
}

function asked(question: string): Request {
  return { kind: 'call', call: { path: askPath, args: { question } } };
}

/**
 * A message in a DM, a mention in a channel and, where channels are read, any other message there,
 * as a question. Left alone: bots, the bot itself, edits and whatever nobody said. Where channels
 * are read, a mention comes twice: as a mention and as a message, and the message is left alone.
 */
export function receiveEvent(payload: unknown, hearing: Hearing = {}): Received | undefined {
  const { data } = eventCallback.safeParse(payload);
  if (!data) return undefined;
  const { event } = data;
  const isDm = event.channel_type === 'im' || event.channel.startsWith('D');
  const bot = data.authorizations.find((one) => one.is_bot)?.user_id;
  // Of a file Slack does not always say that a bot sent it, so it takes the bot's own id to know.
  const isSaid = !event.subtype || (bot !== undefined && saidWithMore.has(event.subtype));
  const byPerson = isSaid && !event.bot_id && !event.edited && !event.hidden;
  if (!byPerson || event.user === undefined || event.user === bot || event.user === 'USLACKBOT') return undefined;
  const heard = isDm ? undefined : heardAs(event, bot, hearing);
  if (!isDm && !heard) return undefined;
  const [installation] = data.authorizations;
  return received({
    request: asked(readMarkup(withoutMention(event.text, bot))),
    delivery: data.event_id,
    who: {
      orgWide: installation?.is_enterprise_install === true,
      enterprise: installation?.enterprise_id ?? data.enterprise_id,
      team: installation?.team_id ?? data.team_id,
      user: event.user,
      home: event.user_team,
    },
    place: isDm ? { kind: 'dm' } : placeOf(event.channel),
    administrator: false,
    heard,
    answer: {
      channel: event.channel,
      threadTs: event.thread_ts,
      messageTs: event.ts,
    },
  });
}

/** How a message in a channel was heard; `undefined` where it is not for the bot. */
function heardAs(event: EventCallback['event'], bot: string | undefined, hearing: Hearing): Heard | undefined {
  const as = event.type === 'app_mention' ? 'mention' : 'overheard';
  const { text, channel_type: type } = event;
  // Without its own id the bot could not tell a mention, which comes by itself, from talk among others.
  const isTalk = hearing.readChannels && bot !== undefined && type !== 'mpim' && !text.includes(`<@${bot}`);
  if (as === 'overheard' && (!isTalk || text.trim() === '')) return undefined;
  return { as, thread: event.thread_ts ?? event.ts, link: linkTo(event, hearing.home) };
}

/** The address of a message, as Slack's own menu copies it. */
function linkTo(event: EventCallback['event'], home: string | undefined): string | undefined {
  if (home === undefined) return undefined;
  const { channel, ts, thread_ts: thread } = event;
  const inThread = thread === undefined || thread === ts ? '' : `?thread_ts=${thread}&cid=${channel}`;
  return `${home.replace(/\/+$/u, '')}/archives/${channel}/p${ts.replace('.', '')}${inThread}`;
}

/** The home page was opened, which shows everything at a glance. */
export function receiveHome(payload: unknown): Received | undefined {
  const { data } = homeOpened.safeParse(payload);
  if (!data) return undefined;
  const [installation] = data.authorizations;
  return received({
    request: { kind: 'call', call: { path: homePath, args: {} } },
    delivery: data.event_id,
    who: {
      orgWide: installation?.is_enterprise_install === true,
      enterprise: installation?.enterprise_id ?? data.enterprise_id,
      team: data.team_id,
      user: data.event.user,
    },
    place: { kind: 'dm' },
    administrator: false,
    answer: {},
  });
}

/** That the app was removed from a workspace; `undefined` for whatever else was revoked. */
export function receiveRemoval(payload: unknown): Presence | undefined {
  const { data } = removal.safeParse(payload);
  if (!data) return undefined;
  const { team_id: team, enterprise_id: enterprise, is_enterprise_install: orgWide } = data;
  // Slack cuts the time to the second; whatever was seen within that second was seen before.
  const at = new Date(data.event_time * 1_000 + 999).toISOString() as Instant;
  return { platform: 'slack', workspace: orgWide && enterprise ? enterprise : team, present: false, at };
}

/** The home page anew, after something was done on it. */
export function homeAfter({ invocation }: Received): Received {
  const request: Request = { kind: 'call', call: { path: homePath, args: {} } };
  return { invocation: { ...invocation, delivery: `${invocation.delivery}:home`, request }, answer: {} };
}

function interactionBy(data: {
  readonly user: { readonly id: string; readonly team_id?: string | null | undefined };
  readonly team?: { readonly id: string } | null | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly is_enterprise_install?: boolean | null | undefined;
}): Who {
  return {
    orgWide: data.is_enterprise_install === true,
    enterprise: data.enterprise?.id,
    team: data.team?.id ?? data.user.team_id,
    user: data.user.id,
    home: data.user.team_id,
  };
}
