import type { FileTrouble } from '../../src/core/attachment.ts';
import type { Logger } from '../../src/core/ports.ts';
import { readResponse } from '../../src/core/read-response.ts';
import type { OfferedFile } from '../../src/core/with-files.ts';
import type { SlackApi } from './api.ts';
import { reasonOf } from './errors.ts';
import { isSlackAddress } from './hosts.ts';

/** A file that somebody put into a form. */
export interface SlackFileOffer extends OfferedFile {
  readonly id: string;
  /** Where its bytes are, where the form says so. */
  readonly url?: string | undefined;
}

export interface DownloadDeps {
  readonly api: SlackApi;
  readonly apiUrl?: string | undefined;
  /** What Slack hands a file out for. */
  readonly token: () => Promise<string>;
  readonly logger: Logger;
}

/** Milliseconds that fetching a file may take. */
const patience = 15_000;

/** Where Slack keeps what people upload. https://docs.slack.dev/reference/objects/file-object */
const hosts = ['files.slack.com', 'files.slack-gov.com'] as const;

/**
 * Fetches what somebody put into a form, at most so many bytes, with the bot's token and so from
 * Slack alone. To a bot that may not read the file, Slack shows its login page, or the way there.
 */
export function createDownloads({ api, apiUrl, token, logger }: DownloadDeps) {
  async function addressOf({ id, url }: SlackFileOffer): Promise<string> {
    if (url !== undefined) return url;
    const { file } = await api.call((client) => client.files.info({ file: id }));
    return file?.url_private_download ?? '';
  }

  return async function fetchBytes(file: SlackFileOffer, max: number): Promise<Uint8Array | FileTrouble> {
    try {
      const url = await addressOf(file);
      if (!isSlackAddress(url, hosts, apiUrl)) {
        throw Object.assign(new Error('not Slack'), { code: 'an address elsewhere' });
      }
      const headers = { authorization: `Bearer ${await token()}` };
      const signal = AbortSignal.timeout(patience);
      const answer = await fetch(url, { headers, redirect: 'error', signal });
      if (isPage(answer)) throw Object.assign(new Error('not the file'), { code: 'a page instead of the file' });
      return await readResponse(answer, max);
    } catch (error) {
      logger.warn('a file could not be fetched', { platform: 'slack', reason: reasonOf(error) });
      return 'unreachable';
    }
  };
}

function isPage({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/html') === true;
}
