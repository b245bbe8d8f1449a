import { DiscordAPIError, RateLimitError } from 'discord.js';
import type { SendResult } from '../../src/core/ports.ts';
import { networkCode, reasonOf } from './api.ts';

export type Unsent = Exclude<SendResult, { kind: 'sent' }>;

/** Milliseconds to wait where nobody said how long. */
const usualWait = 60_000;

/** Milliseconds after which a connection that could not be made is tried again. */
const reconnect = 5_000;

/**
 * Refusals that stay, by Discord's code, in an operator's words.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes
 */
const refusals: Readonly<Record<number, string>> = {
  10003: 'the channel is gone',
  10004: 'the server is gone',
  10008: 'the message is gone',
  10013: 'the person is gone',
  40005: 'the message is too large',
  50001: 'the bot cannot see the channel; give it View Channel there',
  50007: 'the person takes no direct messages from the bot',
  50008: 'the channel takes no text',
  50013: 'the bot may not write in the channel; give it Send Messages there',
  50278: 'the bot shares no server with the person',
};

/** Refusals that are about the person: no DM reaches them, whatever it says. */
const closedDm: ReadonlySet<number> = new Set([10013, 50007, 50278]);

/**
 * Limits that Discord tells by a code instead of by its header, and what each holds up. DMs belong
 * to no server, so that they are one workspace: that of 40003, which is about opening them.
 */
const slowDown: Readonly<Record<number, 'place' | 'workspace'>> = {
  20016: 'place',
  20022: 'place',
  20028: 'place',
  20029: 'workspace',
  40003: 'workspace',
};

/** Milliseconds before a token is tried again that was refused: Discord counts the tries, and bans for them. */
const deadTokenWait = 15 * 60_000;

/** The connection was never made, so nothing has left. */
const unconnected =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/u;

/** The one place that decides what a failed request means for the message that it carried. */
export function classify(error: unknown): Unsent {
  if (error instanceof RateLimitError) {
    return { kind: 'retry', milliseconds: waitOf(error.retryAfter), holds: heldBy(error) };
  }
  if (error instanceof DiscordAPIError) return classifyAnswer(error);
  if (unconnected.test(networkCode(error) ?? '')) {
    return { kind: 'retry', milliseconds: reconnect, holds: 'platform' };
  }
  // The REST client forgets a token that was refused, and then asks nobody any more.
  if (error instanceof Error && /expected token to be set/iu.test(error.message)) return deadToken;
  return { kind: 'unsure' };
}

/** The messages are as good as before; they wait for an operator who gives the bot another token. */
const deadToken: Unsent = {
  kind: 'retry',
  milliseconds: deadTokenWait,
  holds: 'platform',
  reason: 'Discord no longer takes the token',
};

/** A channel has limits of its own. Opening DMs has one of all DMs; they are the workspace without a name. */
function heldBy({ global, route }: RateLimitError): 'place' | 'workspace' | 'platform' {
  if (global) return 'platform';
  return route.startsWith('/users') ? 'workspace' : 'place';
}

function classifyAnswer(error: DiscordAPIError): Unsent {
  const code = Number(error.code);
  const holds = slowDown[code];
  if (holds) return { kind: 'retry', milliseconds: usualWait, holds };
  const reason = refusals[code];
  if (reason !== undefined) return { kind: 'refused', reason, ...(closedDm.has(code) && { closed: true }) };
  if (error.status === 401) return deadToken;
  if (error.status === 400 || error.status === 403) return { kind: 'refused', reason: reasonOf(error) };
  return { kind: 'unsure' };
}

/** Discord's code for a payload that breaks one of its rules. */
const invalidBody = 50035;

/** Whether Discord refuses what a message holds, or only its files: too large, or not allowed there. */
export function refusesContents(error: unknown): boolean {
  return error instanceof DiscordAPIError && [invalidBody, 40005].includes(Number(error.code));
}

/** The same for the files alone, which may also be forbidden where text is not. */
export function refusesFiles(error: unknown): boolean {
  return refusesContents(error) || (error instanceof DiscordAPIError && Number(error.code) === 50013);
}

/** Whether Discord said with this that the token is not valid. */
export function refusesToken(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}

/** Never earlier than Discord allows, and a minute where it says something senseless. */
function waitOf(milliseconds: number): number {
  return Number.isFinite(milliseconds) && milliseconds > 0 ? Math.ceil(milliseconds) : usualWait;
}
