import type { SendResult } from '../../src/core/ports.ts';

/** What became of a call that did not succeed. */
export type Failure = Exclude<SendResult, { kind: 'sent' }>;

/** Milliseconds to wait where Slack says "too fast" and not for how long. */
export const usualWait = 60_000;

/** Milliseconds to wait where Slack could not be reached at all. */
export const unreachableWait = 10_000;

/** Milliseconds before a workspace is tried again whose token was taken back: somebody has to install the app anew. */
export const deadTokenWait = 15 * 60_000;

/** The app is not in a workspace, so nothing can be done there. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
  readonly code = 'not_installed';

  constructor() {
    super('the app is not installed in the workspace');
  }
}

/** The token of a workspace could not be read just now: no call was made. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

/** The token is worth nothing any more: every other call fails in the same way. */
const deadToken = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

/**
 * Codes by which Slack says that it did nothing and will do nothing
 * (https://docs.slack.dev/reference/methods/chat.postMessage#errors). A code that is not here may
 * mean anything, so it counts as "may have arrived".
 */
const definite = new Set([
  'access_denied',
  'as_user_not_supported',
  'cannot_dm_bot',
  'cant_update_message',
  'channel_is_archived',
  'channel_is_limited_access',
  'channel_not_found',
  'channel_type_not_supported',
  'edit_window_closed',
  'enterprise_is_restricted',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'is_archived',
  'is_inactive',
  'message_not_found',
  'messages_tab_disabled',
  'missing_scope',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_permission',
  'no_text',
  'not_allowed_token_type',
  'not_in_channel',
  'org_login_required',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'team_access_not_granted',
  'team_not_found',
  'thread_not_found',
  'too_many_attachments',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
]);

/** Refusals that are about the person: no DM reaches them, whatever it says. */
const closedDm = new Set(['cannot_dm_bot', 'user_disabled', 'user_not_found', 'user_not_visible', 'users_not_found']);

/** Refusals that somebody can do something about, in an admin's words; the others are told by their code. */
const remedies: Readonly<Record<string, string>> = {
  account_inactive: 'Slack no longer takes the bot’s token',
  channel_is_archived: 'the channel is archived',
  channel_not_found: 'the channel is gone, or the bot is not in it; if it is private, invite the bot there',
  invalid_auth: 'Slack no longer takes the bot’s token',
  is_archived: 'the channel is archived',
  missing_scope: 'the app lacks a permission; install it again',
  not_in_channel: 'the bot is not in the channel; invite it there',
  restricted_action: 'the bot may not post in the channel',
  restricted_action_read_only_channel: 'the bot may not post in the channel',
  token_revoked: 'Slack no longer takes the bot’s token',
};

/** Said before Slack looked at the call: it is safe to come again. */
const tooFast = new Set(['rate_limited', 'ratelimited', 'message_limit_exceeded']);

/** The connection was never made, so nothing can have arrived. */
const neverConnected = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Whether a failed call surely did nothing, may be made again, or may have arrived: the one place
 * that decides it. Read from the error's fields, since errors of two copies of the library are
 * not instances of one class.
 */
export function classify(error: unknown): Failure {
  const code = platformCode(error);
  if (code !== undefined) return classifyCode(code);
  if (error instanceof NotInstalled)
    return { kind: 'retry', milliseconds: deadTokenWait, holds: 'workspace', reason: error.message };
  if (error instanceof NoToken) return { kind: 'retry', milliseconds: unreachableWait, holds: 'workspace' };
  if (field(error, 'code') === 'slack_webapi_rate_limited_error') {
    return { kind: 'retry', milliseconds: waitOf(field(error, 'retryAfter')), holds: 'workspace' };
  }
  return causes(error).some((one) => neverConnected.has(String(field(one, 'code'))))
    ? { kind: 'retry', milliseconds: unreachableWait, holds: 'platform' }
    : { kind: 'unsure' };
}

/** A limit counts for a method in a workspace, and a token for its workspace: that much waits, and no more. */
function classifyCode(code: string): Failure {
  const holds = 'workspace' as const;
  if (tooFast.has(code)) return { kind: 'retry', milliseconds: usualWait, holds };
  if (deadToken.has(code)) return { kind: 'retry', milliseconds: deadTokenWait, holds, reason: inWords(code) };
  if (!definite.has(code)) return { kind: 'unsure' };
  return { kind: 'refused', reason: inWords(code), ...(closedDm.has(code) && { closed: true }) };
}

function inWords(code: string): string {
  const words = remedies[code];
  return words === undefined ? code : `${words} (${code})`;
}

/** Slack's own word for what went wrong: `channel_not_found`. */
export function platformCode(error: unknown): string | undefined {
  if (field(error, 'code') !== 'slack_webapi_platform_error') return undefined;
  const said = field(field(error, 'data'), 'error');
  return typeof said === 'string' ? said : undefined;
}

export function isDeadToken(error: unknown): boolean {
  return deadToken.has(platformCode(error) ?? '');
}

/** Why a call failed, for an operator: Slack's code or the network's, never a message's text. */
export function reasonOf(error: unknown): string {
  const said = platformCode(error);
  // An answer that is no JSON takes the place of a code.
  if (said !== undefined) return /^[a-z_]{1,60}$/u.test(said) ? said : 'an answer that cannot be read';
  const status = field(error, 'statusCode');
  if (typeof status === 'number') return `HTTP ${status}`;
  const codes = causes(error).map((one) => field(one, 'code'));
  const network = codes.reverse().find((code) => typeof code === 'string');
  return typeof network === 'string' ? network : 'no connection';
}

/** Milliseconds of a `Retry-After` in seconds; never less than was said. */
export function waitOf(seconds: unknown): number {
  const number = typeof seconds === 'string' && seconds.trim() !== '' ? Number(seconds) : seconds;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return usualWait;
  return Math.max(Math.ceil(number), 1) * 1_000;
}

/** An error, what it wraps, and what that was caused by. */
function causes(error: unknown, depth = 6): unknown[] {
  if (depth === 0 || typeof error !== 'object' || error === null) return [];
  const below = [field(error, 'original'), field(error, 'cause'), ...asList(field(error, 'errors'))];
  return [error, ...below.flatMap((one) => causes(one, depth - 1))];
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
