import { z } from 'zod';
import type { Instant } from '../../src/core/time.ts';

/**
 * What Slack sends, as far as it is used. Everything else in a payload is dropped here. Shapes:
 * https://docs.slack.dev/interactivity/implementing-slash-commands,
 * https://docs.slack.dev/reference/interaction-payloads and
 * https://docs.slack.dev/apis/events-api.
 */

const id = z.string().min(1);

/** A form-encoded body: every value is text, also the flag. */
export const slashCommand = z.object({
  command: z.string().startsWith('/'),
  text: z.string().default(''),
  trigger_id: id,
  response_url: z.string().optional(),
  user_id: id,
  team_id: id,
  enterprise_id: id.optional(),
  is_enterprise_install: z.string().optional(),
  channel_id: id,
  channel_name: z.string().optional(),
});

/** `team` is null where an organisation installed the app for all its workspaces. */
const interaction = {
  trigger_id: id,
  user: z.object({ id, team_id: id.nullish() }),
  team: z.object({ id }).nullish(),
  enterprise: z.object({ id }).nullish(),
  is_enterprise_install: z.boolean().nullish(),
};

const button = z.object({ type: z.literal('button'), value: z.string() });

const staticSelect = z.object({
  type: z.literal('static_select'),
  action_id: z.string(),
  /** Null when the choice was taken back. */
  selected_option: z.object({ value: z.string() }),
});

export type PickedChoice = z.infer<typeof staticSelect>;

export const blockActions = z.object({
  ...interaction,
  type: z.literal('block_actions'),
  response_url: z.string().optional(),
  channel: z.object({ id }).nullish(),
  container: z
    .object({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  /** One press, one action. */
  actions: z.tuple([z.discriminatedUnion('type', [button, staticSelect])]),
});

/** Somebody picked a shortcut of ours in the menu of a message. */
export const messageAction = z.object({
  ...interaction,
  type: z.literal('message_action'),
  callback_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id }),
  message: z.object({ text: z.string().default(''), ts: z.string().optional(), thread_ts: z.string().optional() }),
});

const stateValue = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  /** Of an input for files; one that was shared from elsewhere has nothing but its id. */
  files: z
    .array(
      z.object({
        id,
        name: z.string().nullish(),
        size: z.number().nullish(),
        url_private_download: z.string().nullish(),
      }),
    )
    .nullish(),
});

export const viewSubmission = z.object({
  ...interaction,
  type: z.literal('view_submission'),
  view: z.object({
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), stateValue)) }),
  }),
});

/** Both kinds of message that reach the bot. What is not said to it by a person has one of the marks. */
const message = {
  user: id.optional(),
  text: z.string().default(''),
  ts: id,
  thread_ts: id.optional(),
  channel: id,
  channel_type: z.string().optional(),
  /** The workspace of who wrote, in a channel shared with others. */
  user_team: id.optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().nullish(),
  edited: z.unknown().optional(),
  hidden: z.boolean().optional(),
};

export const eventCallback = z.object({
  type: z.literal('event_callback'),
  event_id: id,
  team_id: id,
  enterprise_id: id.nullish(),
  authorizations: z
    .array(
      z.object({
        team_id: id.nullish(),
        enterprise_id: id.nullish(),
        user_id: id,
        is_bot: z.boolean(),
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .default([]),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_mention'), ...message }),
    z.object({ type: z.literal('message'), ...message }),
  ]),
});

/** The app's own page was opened: its home, or with `messages` the DM. */
export const homeOpened = z.object({
  event_id: id,
  team_id: id,
  enterprise_id: id.nullish(),
  authorizations: z
    .array(z.object({ enterprise_id: id.nullish(), is_enterprise_install: z.boolean().nullish() }))
    .default([]),
  event: z.object({ type: z.literal('app_home_opened'), user: id, tab: z.literal('home') }),
});

/** The app was taken out of a workspace, or the token that it acts with was; they come in any order. */
export const removal = z.object({
  team_id: id,
  enterprise_id: id.nullish(),
  /** Whether all of an organisation had installed it. */
  is_enterprise_install: z.boolean().nullish(),
  /** Seconds since 1970. */
  event_time: z.number().int().positive().max(9_999_999_999),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    // The ids of the bots whose tokens they were; tokens of people are none of ours.
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(id).min(1) }) }),
  ]),
});

/** What `oauth.v2.access` answers, to a code as to a refresh token. */
export const oauthAnswer = z.object({
  access_token: id,
  refresh_token: id.optional(),
  /** Seconds. */
  expires_in: z.number().positive().optional(),
  app_id: id.optional(),
  bot_user_id: id.optional(),
  team: z.object({ id }).nullish(),
  enterprise: z.object({ id }).nullish(),
  is_enterprise_install: z.boolean().nullish(),
  authed_user: z.object({ id }).optional(),
});

const instant = z.iso.datetime().transform((text) => text as Instant);

/** What is kept of a workspace that installed the app. */
const installation = z.object({
  token: id,
  refreshToken: id.optional(),
  /** When the token ends, where it does. */
  expiresAt: instant.optional(),
  botId: id.optional(),
  botUserId: id.optional(),
  /** The address of the workspace. */
  home: id.optional(),
  /** When it was installed. */
  at: instant,
});

export type Installation = z.infer<typeof installation>;

/** An installation as it was printed; nothing where there is none. */
export function readInstallation(text: string | undefined): Installation | undefined {
  return text === undefined ? undefined : installation.parse(JSON.parse(text));
}

export type EventCallback = z.infer<typeof eventCallback>;

export type StateValue = z.infer<typeof stateValue>;
