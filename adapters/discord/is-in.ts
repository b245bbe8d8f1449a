import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { ChatAdapter } from '../../src/core/ports.ts';
import { refusesToken } from './classify.ts';
import { isSnowflake } from './codes.ts';

/**
 * Unknown Guild and Missing Access: what Discord says of a server that the bot is not in. All
 * else (an outage, a token that is refused) says nothing about the server.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes
 */
const notThere: ReadonlySet<number> = new Set([10004, 50001]);

/** Whether the bot is in a server, by asking for the server. `tokenRefused` is called where Discord no longer takes the token. */
export function createIsIn(rest: REST, tokenRefused: () => void): ChatAdapter['isIn'] {
  return async function isIn(workspace) {
    if (!isSnowflake(workspace)) return 'unknown';
    try {
      await rest.get(Routes.guild(workspace));
      return 'in';
    } catch (error) {
      if (refusesToken(error)) tokenRefused();
      return error instanceof DiscordAPIError && notThere.has(Number(error.code)) ? 'out' : 'unknown';
    }
  };
}
