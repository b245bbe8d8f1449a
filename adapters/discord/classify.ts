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

/** Limits that Discord tells by a code instead of by its header: direct messages, slow mode. */
const slowDown: ReadonlySet<number> = new Set([40003, 20016, 20022, 20028]);

/** The connection was never made, so nothing has left. */
const unconnected =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/u;

/** The one place that decides what a failed request means for the message that it carried. */
export function classify(error: unknown): Unsent {
  if (error instanceof RateLimitError) return { kind: 'retry', milliseconds: waitOf(error.retryAfter) };
  if (error instanceof DiscordAPIError) return classifyAnswer(error);
  if (unconnected.test(networkCode(error) ?? '')) return { kind: 'retry', milliseconds: reconnect };
  // The REST client forgets a token that was refused, and then asks nobody any more.
  if (error instanceof Error && /expected token to be set/iu.test(error.message)) {
    return { kind: 'retry', milliseconds: usualWait };
  }
  return { kind: 'unsure' };
}

function classifyAnswer(error: DiscordAPIError): Unsent {
  const code = Number(error.code);
  if (slowDown.has(code)) return { kind: 'retry', milliseconds: usualWait };
  const reason = refusals[code];
  if (reason !== undefined) return { kind: 'refused', reason };
  // The message is as good as before; it waits for an operator who gives the bot another token.
  if (error.status === 401) return { kind: 'retry', milliseconds: usualWait };
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
