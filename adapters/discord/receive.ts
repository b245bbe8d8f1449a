import { decode } from '../../src/core/call-codec.ts';
import type { Call, Heard, Invocation, RawArgs, Request } from '../../src/core/invocation.ts';
import { languageOfLocale } from '../../src/core/language.ts';
import { askPath } from '../../src/core/paths.ts';
import type { Presence } from '../../src/core/ports.ts';
import { assertNever } from '../../src/core/reply.ts';
import type { Instant } from '../../src/core/time.ts';
import { unboxed } from './boxed.ts';
import {
  commandTypes,
  componentTypes,
  contexts,
  integrations,
  interactionTypes,
  messageFlags,
  messageTypes,
  optionTypes,
  permissions,
} from './codes.ts';
import { attachedTo, type OfferedFiles, uploadedIn } from './offered.ts';
import {
  type CommandData,
  type Interaction,
  interactionSchema,
  type MenuData,
  type Message,
  type ModalData,
  messageSchema,
  readGuild,
  type ValueOption,
} from './schema.ts';

/** An interaction as what is answered. */
export interface AnswerToInteraction {
  readonly kind: 'interaction';
  readonly id: string;
  readonly token: string;
  readonly application: string;
  readonly channel: string | undefined;
  /** The message whose button, menu or form this was. */
  readonly message: string | undefined;
  /** The answer takes the place of that message, which nobody else sees. */
  readonly inPlace?: true;
}

/** Where the answer goes. */
export type AnswerTo =
  | AnswerToInteraction
  | { readonly kind: 'message'; readonly channel: string; readonly message: string };

/** What somebody did, in the core's words. */
export type Received =
  | {
      readonly kind: 'command' | 'component' | 'form' | 'message';
      readonly invocation: Invocation;
      readonly answer: AnswerTo;
      /** Still to be fetched, and then added to the arguments of the call. */
      readonly files?: OfferedFiles;
    }
  /** An option is being typed; the invocation's call has what the others hold so far. */
  | {
      readonly kind: 'suggest';
      readonly invocation: Invocation;
      readonly option: string;
      readonly typed: string;
      readonly answer: AnswerToInteraction;
    };

/** An interaction of Discord's; `undefined` when it is malformed or none of ours. Never throws. */
export function receiveInteraction(payload: unknown): Received | undefined {
  const parsed = interactionSchema.safeParse(payload);
  if (!parsed.success) return undefined;
  const interaction = parsed.data;
  const sender = senderOf(interaction);
  return sender && received(interaction, sender);
}

type Sender = Omit<Invocation, 'request'>;

function received(interaction: Interaction, sender: Sender): Received | undefined {
  const answer = answerTo(interaction);
  switch (interaction.type) {
    case interactionTypes.command: {
      if (interaction.data.type === commandTypes.message)
        return { kind: 'command', invocation: asking(sender, menuCall(interaction.data)), answer };
      const { path, options } = takeApart(interaction.data);
      const files = attachedTo(options, interaction.data.resolved?.attachments);
      return { kind: 'command', invocation: asking(sender, { path, args: argsOf(options) }), answer, ...files };
    }
    case interactionTypes.autocomplete: {
      const { path, options } = takeApart(interaction.data);
      const typing = options.find(({ focused }) => focused);
      if (!typing) return undefined;
      const args = argsOf(options.filter((option) => option !== typing));
      const invocation = asking(sender, { path, args });
      return { kind: 'suggest', invocation, option: typing.name, typed: asText(typing.value), answer };
    }
    case interactionTypes.component: {
      const { call, inPlace } = pressed(interaction);
      const replacing = inPlace && isAlone(interaction) ? { ...answer, inPlace } : answer;
      return { kind: 'component', invocation: asking(sender, call), answer: replacing };
    }
    case interactionTypes.modal:
      return {
        kind: 'form',
        invocation: asking(sender, submitted(interaction.data)),
        answer,
        ...uploadedIn(interaction.data),
      };
    default:
      return assertNever(interaction);
  }
}

function asking(sender: Sender, call: Call): Invocation {
  return { ...sender, request: { kind: 'call', call } };
}

function senderOf(interaction: Interaction): Sender | undefined {
  const { id, guild_id: guild, channel_id: channel, member } = interaction;
  const language = languageOfLocale(interaction.locale);
  const user = guild === undefined ? (interaction.user ?? member?.user) : member?.user;
  if (user === undefined || user.bot || (guild !== undefined && channel === undefined)) return undefined;
  const named = interaction.authorizing_integration_owners;
  // Where Discord names nobody, it is as it was before there were personal installations.
  const owners = named && Object.keys(named).length > 0 ? named : undefined;
  // Somebody who has the bot for themselves can use it in a server that does not have it.
  const inServer = guild !== undefined && (owners === undefined || integrations.guild in owners);
  const ownInstallation = owners?.[integrations.user] === user.id;
  return {
    delivery: id,
    account: { platform: 'discord', workspace: '', user: user.id },
    community: inServer ? guild : null,
    ...(ownInstallation && { personal: true }),
    place: guild === undefined || channel === undefined ? { kind: 'dm' } : { kind: 'channel', channel },
    administrator: inServer && administers(member?.permissions),
    ...(language && { language }),
  };
}

/** Whoever may manage the server; an administrator may without that bit of its own. */
function administers(bits: string | undefined): boolean {
  return (BigInt(bits ?? 0) & (permissions.administrator | permissions.manageGuild)) !== 0n;
}

function answerTo(interaction: Interaction): AnswerToInteraction {
  return {
    kind: 'interaction',
    id: interaction.id,
    token: interaction.token,
    application: interaction.application_id,
    channel: interaction.channel_id,
    message: 'message' in interaction ? interaction.message?.id : undefined,
  };
}

/** The path as people type it, and the options behind its last word. */
function takeApart({ name, options = [] }: CommandData): { path: string; options: readonly ValueOption[] } {
  const words = [name];
  let inner: readonly NonNullable<CommandData['options']>[number][] = options;
  for (let first = inner[0]; first !== undefined && !('value' in first); first = inner[0]) {
    words.push(first.name);
    inner = first.options ?? [];
  }
  return { path: words.join(' '), options: inner.filter((option) => 'value' in option) };
}

/** Values as text; the value of an attachment is its id, which says nothing. */
function argsOf(options: readonly ValueOption[]): RawArgs {
  const typed = options.filter(({ type }) => type !== optionTypes.attachment);
  return Object.fromEntries(typed.map(({ name, value }) => [name, asText(value)]));
}

function asText(value: ValueOption['value']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** Names no command, so it is answered like a control that is out of date. */
const unknownCall: Call = { path: '', args: {} };

/** What somebody's message asks. The menu has one command, so its name is not looked at. */
function menuCall({ target_id: target, resolved }: MenuData): Call {
  const content = resolved.messages[target]?.content.replace(/<@!?\d+>/gu, ' ').trim() ?? '';
  return { path: askPath, args: content === '' ? {} : { question: content } };
}

type Press = Extract<Interaction, { type: typeof interactionTypes.component }>;

/** The call of a button, or that of a menu with what was picked. */
function pressed({ data, message }: Press): { readonly call: Call; readonly inPlace?: true | undefined } {
  const carried = decode(data.custom_id);
  if (data.component_type === componentTypes.button) {
    if (carried?.kind !== 'button') return { call: unknownCall };
    const contents = message.components.flatMap(({ content }) => content ?? []);
    const call = unboxed(carried.call, contents);
    return call ? { call, inPlace: carried.inPlace } : { call: unknownCall };
  }
  const [picked, ...more] = data.values;
  if (carried?.kind !== 'menu' || picked === undefined || more.length > 0) return { call: unknownCall };
  return { call: { path: carried.call.path, args: { ...carried.call.args, [carried.option]: picked } } };
}

/** Whether one person alone sees the message that was pressed. */
function isAlone({ message, guild_id: guild, context }: Press): boolean {
  return (message.flags & messageFlags.ephemeral) !== 0 || (guild === undefined && context === contexts.botDm);
}

/** The form's call with its fields' values; a field left empty is sent as empty. */
function submitted({ custom_id: id, components }: ModalData): Call {
  const carried = decode(id);
  if (carried?.kind !== 'form') return unknownCall;
  const inputs = components.flatMap((one) => ('component' in one ? [one.component] : []));
  const typed = inputs.filter((input) => input.type !== componentTypes.fileUpload || input.values.length === 0);
  const values = typed.map((input) => [input.custom_id, ('values' in input ? input.values[0] : input.value) ?? '']);
  return { path: carried.call.path, args: { ...carried.call.args, ...Object.fromEntries(values) } };
}

/**
 * GUILD_CREATE or GUILD_DELETE with its `d`: that the bot is in a server, or was removed from it. An
 * outage sends both with a mark and is neither; `undefined` then, and for every other event.
 */
export function receivePresence(event: string, payload: unknown, at: Instant): Presence | undefined {
  if (event !== 'GUILD_CREATE' && event !== 'GUILD_DELETE') return undefined;
  const server = readGuild(payload);
  if (!server || server.unavailable) return undefined;
  return { platform: 'discord', workspace: server.id, present: event === 'GUILD_CREATE', at };
}

/** How the bot hears what is said in servers. */
export interface Hearing {
  /** Whether it reads messages that are not for it. */
  readonly readChannels?: boolean | undefined;
  /** The channel that a thread belongs to; nothing for what is no thread. */
  readonly parentOf?: (channel: string) => string | undefined;
}

/**
 * The `d` of MESSAGE_CREATE as a question to the bot whose user id is `bot`: in a DM; in a server
 * where it names the bot, replies to it or, where channels are read, is said to everybody.
 * `undefined` when it is malformed, from a bot or a webhook, or not for us.
 */
export function receiveMessage(payload: unknown, bot: string, hearing: Hearing = {}): Received | undefined {
  const parsed = messageSchema.safeParse(payload);
  if (!parsed.success) return undefined;
  const { id, type, channel_id: channel, guild_id: guild, author, webhook_id: webhook, content } = parsed.data;
  const written = type === messageTypes.plain || type === messageTypes.reply;
  if (!written || webhook !== undefined || author.bot || author.id === bot) return undefined;
  const heard = guild === undefined ? undefined : heardAs(parsed.data, guild, bot, hearing);
  if (guild !== undefined && !heard) return undefined;
  const text = content.replace(mentionOf(bot), ' ').trim();
  const invocation: Invocation = {
    delivery: id,
    account: { platform: 'discord', workspace: '', user: author.id },
    community: guild ?? null,
    place: guild === undefined ? { kind: 'dm' } : { kind: 'channel', channel: hearing.parentOf?.(channel) ?? channel },
    // A message does not say what its author may do; who administers can use the command itself.
    administrator: false,
    request: asked(text, guild === undefined),
    ...(heard && { heard }),
  };
  return { kind: 'message', invocation, answer: { kind: 'message', channel, message: id } };
}

function mentionOf(bot: string): RegExp {
  return new RegExp(`<@!?${bot}>`, 'gu');
}

/**
 * How a message in a server was heard; `undefined` where it is not for the bot. A thread of
 * Discord's is one conversation. Elsewhere each answer replies to its question, so a reply to an
 * answer goes on with the question that this answered.
 */
function heardAs(message: Message, guild: string, bot: string, hearing: Hearing): Heard | undefined {
  const { id, channel_id: channel, content, referenced_message: replied } = message;
  const toBot = replied?.author.id === bot;
  const named = mentionOf(bot).test(content);
  // Without the intent, a reply that does not ping the bot arrives without its text.
  if (!named && (content.trim() === '' || !(toBot || hearing.readChannels))) return undefined;
  const isThread = hearing.parentOf?.(channel) !== undefined;
  return {
    as: named || toBot ? 'mention' : 'overheard',
    thread: isThread ? channel : id,
    ...(toBot && !isThread && { follows: replied?.message_reference?.message_id }),
    link: `https://discord.com/channels/${guild}/${channel}/${id}`,
  };
}

/**
 * A question; in a DM also a command, when Discord took `/lor …` for text. In a channel it stays
 * a question: the answer to a command could be private, and a message's answer cannot.
 */
function asked(text: string, direct: boolean): Request {
  if (direct && /^\/lor(?![\p{L}\p{N}_])/u.test(text)) return { kind: 'typed', text: text.slice(1) };
  return { kind: 'call', call: { path: askPath, args: text === '' ? {} : { question: text } } };
}
