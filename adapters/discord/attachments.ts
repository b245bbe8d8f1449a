import type { FileTrouble } from '../../src/core/attachment.ts';
import type { Logger } from '../../src/core/ports.ts';
import { readResponse } from '../../src/core/read-response.ts';
import { reasonOf } from './api.ts';
import type { DiscordFileOffer } from './offered.ts';

export interface AttachmentDeps {
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
}

/** Where Discord keeps what people attach. https://docs.discord.com/developers/reference#cdn-endpoints */
const hosts: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];

/** Milliseconds that fetching a file may take. */
const patience = 15_000;

/**
 * Fetches what somebody attached, at most so many bytes. Discord's payload names the address, and
 * still the bot asks nobody but Discord, follows nobody elsewhere and shows nobody its token.
 */
export function createAttachments({ apiUrl, logger }: AttachmentDeps) {
  return async function fetchBytes({ url }: DiscordFileOffer, max: number): Promise<Uint8Array | FileTrouble> {
    try {
      if (!isDiscords(url, apiUrl)) throw Object.assign(new Error('not Discord'), { code: 'an address elsewhere' });
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
      return await readResponse(response, max);
    } catch (error) {
      logger.warn('a file could not be fetched', { platform: 'discord', reason: reasonOfFetch(error) });
      return 'unreachable';
    }
  };
}

function isDiscords(address: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username } = new URL(address);
  if (apiUrl !== undefined && host === new URL(apiUrl).host) return true;
  return protocol === 'https:' && hosts.includes(host) && username === '';
}

function reasonOfFetch(error: unknown): string {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return status === undefined ? reasonOf(error) : `Discord answered ${status}`;
}
