import { z } from 'zod';
import { commandTypes, componentTypes, interactionTypes, optionTypes } from './codes.ts';

/** What is read of Discord's payloads, and no more: new fields of theirs change nothing here. */

const snowflake = z.string().regex(/^\d{1,20}$/u);

const user = z.object({ id: snowflake, bot: z.boolean().optional() });

/** In a server there is a `member`, elsewhere a `user`. */
const interaction = {
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  guild_id: snowflake.optional(),
  /** Where it was said, by `contexts`. */
  context: z.number().optional().catch(undefined),
  channel_id: snowflake.optional(),
  user: user.optional(),
  member: z.object({ user, permissions: snowflake }).optional(),
  /** By what the app is here: `0` where it is in the server, `1` where the person has it for themselves. */
  authorizing_integration_owners: z.record(z.string(), z.unknown()).optional().catch(undefined),
  /** The language of the person's own Discord. An unreadable one is as good as none. */
  locale: z.string().optional().catch(undefined),
};

/** What was attached, by its id. The address is Discord's own, and is checked all the same before it is used. */
const attachments = z.record(
  z.string(),
  z.object({ id: snowflake, filename: z.string(), size: z.number().nonnegative(), url: z.string() }),
);

const resolved = z.object({ attachments: attachments.optional() }).optional().catch(undefined);

const valueOption = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  focused: z.boolean().optional(),
});

const subcommand = z.object({
  name: z.string(),
  type: z.literal(optionTypes.subcommand),
  options: z.array(valueOption).optional(),
});

const group = z.object({
  name: z.string(),
  type: z.literal(optionTypes.group),
  options: z.array(subcommand).optional(),
});

const commandData = z.object({
  type: z.literal(commandTypes.chatInput),
  name: z.string().min(1),
  options: z.array(z.union([group, subcommand, valueOption])).optional(),
  resolved,
});

/** A command of a message's menu comes with the message, its text among it, whatever the intents are. */
const menuData = z.object({
  type: z.literal(commandTypes.message),
  name: z.string().min(1),
  target_id: snowflake,
  resolved: z.object({ messages: z.record(z.string(), z.object({ content: z.string() })) }),
});

const selects = [
  componentTypes.stringSelect,
  componentTypes.userSelect,
  componentTypes.roleSelect,
  componentTypes.channelSelect,
];

const componentData = z.discriminatedUnion('component_type', [
  z.object({ component_type: z.literal(componentTypes.button), custom_id: z.string() }),
  z.object({
    component_type: z.literal(selects),
    custom_id: z.string(),
    values: z.array(z.string()),
  }),
]);

const textValue = z.object({
  type: z.literal(componentTypes.textInput),
  custom_id: z.string(),
  value: z.string().nullish(),
});

const pickedValues = z.object({
  type: z.literal(selects),
  custom_id: z.string(),
  values: z.array(z.string()),
});

/** The ids of what was attached. */
const uploaded = z.object({
  type: z.literal(componentTypes.fileUpload),
  custom_id: z.string(),
  values: z.array(z.string()),
});

const modalData = z.object({
  custom_id: z.string(),
  resolved,
  components: z.array(
    z.union([
      z.object({
        type: z.literal(componentTypes.label),
        component: z.discriminatedUnion('type', [textValue, pickedValues, uploaded]),
      }),
      z.object({ type: z.literal(componentTypes.textDisplay) }),
    ]),
  ),
});

/** What a message shows that has the pressed button; only its texts are looked at. */
const shownComponents = z.array(z.object({ content: z.string().optional() })).catch([]);

/** An interaction of a kind that we offer. https://docs.discord.com/developers/interactions/receiving-and-responding */
export const interactionSchema = z.discriminatedUnion('type', [
  z.object({ ...interaction, type: z.literal(interactionTypes.command), data: z.union([commandData, menuData]) }),
  z.object({ ...interaction, type: z.literal(interactionTypes.autocomplete), data: commandData }),
  z.object({
    ...interaction,
    type: z.literal(interactionTypes.component),
    data: componentData,
    message: z.object({ id: snowflake, components: shownComponents, flags: z.number().catch(0) }),
  }),
  z.object({
    ...interaction,
    type: z.literal(interactionTypes.modal),
    data: modalData,
    message: z.object({ id: snowflake }).optional(),
  }),
]);

/** The `d` of MESSAGE_CREATE. https://docs.discord.com/developers/events/gateway-events#message-create */
export const messageSchema = z.object({
  id: snowflake,
  type: z.number(),
  channel_id: snowflake,
  guild_id: snowflake.optional(),
  author: user,
  webhook_id: snowflake.optional(),
  content: z.string(),
  /** What it replies to, where Discord shows it. */
  referenced_message: z
    .object({
      author: z.object({ id: snowflake }),
      message_reference: z.object({ message_id: snowflake.optional() }).optional(),
    })
    .nullish()
    .catch(undefined),
});

export type Interaction = z.infer<typeof interactionSchema>;

export type CommandData = z.infer<typeof commandData>;

export type MenuData = z.infer<typeof menuData>;

export type Message = z.infer<typeof messageSchema>;

export type ValueOption = z.infer<typeof valueOption>;

export type ModalData = z.infer<typeof modalData>;

export type Attachments = z.infer<typeof attachments>;

const created = z.object({ id: snowflake });

/** The id in an answer that names what was made; `undefined` when the answer cannot be read. */
export function readId(payload: unknown): string | undefined {
  return created.safeParse(payload).data?.id;
}

const channelPayload = z.object({ guild_id: snowflake.optional() });

/** The server that a channel is in; `undefined` for a DM. */
export function readServer(payload: unknown): string | undefined {
  return channelPayload.safeParse(payload).data?.guild_id;
}

const historySchema = z.array(
  z.object({
    id: snowflake,
    author: z.object({ id: snowflake }),
    nonce: z
      .union([z.string(), z.number().transform(String)])
      .optional()
      .catch(undefined),
  }),
);

export type HistoryMessage = z.infer<typeof historySchema>[number];

/** Messages of a channel's history; `undefined` when they cannot be read. */
export function readHistory(payload: unknown): readonly HistoryMessage[] | undefined {
  return historySchema.safeParse(payload).data;
}

const eventSchema = z.object({ t: z.string(), d: z.unknown() });

/** The name and the data of what came over the gateway; `undefined` where it carries no event. */
export function readEvent(payload: unknown): z.infer<typeof eventSchema> | undefined {
  return eventSchema.safeParse(payload).data;
}

const readySchema = z.object({ user: z.object({ id: snowflake }) });

/** The bot's own user id, from READY. */
export function readBot(payload: unknown): string | undefined {
  return readySchema.safeParse(payload).data?.user.id;
}

const guildSchema = z.object({ id: snowflake, unavailable: z.boolean().optional() });

/** A server that the bot came into or that it left; an outage sends the same events, marked as one. */
export function readGuild(payload: unknown): z.infer<typeof guildSchema> | undefined {
  return guildSchema.safeParse(payload).data;
}

const registered = z.looseObject({ id: snowflake, name: z.string(), type: z.number().optional() });

/** A command as Discord keeps it; what is not read here is compared as it is. */
export type RegisteredCommand = z.infer<typeof registered>;

/** The commands that Discord has. An answer that cannot be read throws: nothing may be written then. */
export function readRegistered(payload: unknown): readonly RegisteredCommand[] {
  return z.array(registered).parse(payload);
}

/** How Discord wants a bot to connect. https://docs.discord.com/developers/events/gateway#get-gateway-bot */
const gatewaySchema = z
  .object({
    shards: z.int().min(1).max(1_000).catch(1),
    session_start_limit: z
      .object({ remaining: z.int(), reset_after: z.number().min(0) })
      .optional()
      .catch(undefined),
  })
  .transform(({ shards, session_start_limit: limit }) => ({
    /** So many connections, each with a part of the servers. */
    shards,
    /** Logins that are left; each connection takes one. */
    left: limit?.remaining ?? shards,
    /** Milliseconds until there are as many as ever. */
    resetAfter: limit?.reset_after ?? 0,
  }));

export type GatewayAnswer = z.infer<typeof gatewaySchema>;

/** What Discord says of connecting. What cannot be read throws. */
export function readGateway(payload: unknown): GatewayAnswer {
  return gatewaySchema.parse(payload);
}
