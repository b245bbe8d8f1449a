import type { Logger } from '../../src/core/ports.ts';
import type { FileContent } from '../../src/core/reply.ts';
import { shorten } from '../../src/core/text.ts';
import type { SlackApi } from './api.ts';
import { reasonOf } from './errors.ts';
import { isSlackAddress } from './hosts.ts';
import { limits } from './limits.ts';

/** Ways to hand over files. What does not arrive is logged and not tried again: the text says it all. */
export interface Uploads {
  /** Into a conversation, as one message; false when they did not arrive. */
  share(files: readonly FileContent[], channel: string, thread?: string): Promise<boolean>;
  /** Into the bot's own DM with somebody: the id of that DM, or nothing when they did not arrive. */
  toDm(files: readonly FileContent[], user: string): Promise<string | undefined>;
}

export interface UploadDeps {
  readonly api: SlackApi;
  readonly apiUrl?: string | undefined;
  /** Milliseconds after which an upload counts as lost. */
  readonly uploadWithin?: number | undefined;
  readonly logger: Logger;
}

/** Milliseconds that the upload of one file may take. */
const patience = 20_000;

/** Where Slack takes files. https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const hosts = ['slack.com', 'slack-gov.com'] as const;

/** A file that Slack has and nobody sees yet. */
interface Uploaded {
  readonly id: string;
  readonly title: string;
}

/**
 * Slack takes a file in three steps: an address for it, its bytes, and the conversation in which it
 * is shown (https://docs.slack.dev/messaging/working-with-files#upload).
 */
export function createUploads({ api, apiUrl, uploadWithin = patience, logger }: UploadDeps): Uploads {
  async function upload(file: FileContent): Promise<Uploaded> {
    const { name, bytes } = file;
    const { upload_url: url = '', file_id: id = '' } = await api.call((client) =>
      client.files.getUploadURLExternal({ filename: name, length: bytes.length, ...describe(file) }),
    );
    if (!isSlackAddress(url, hosts, apiUrl)) {
      throw Object.assign(new Error('not Slack'), { code: 'an address elsewhere' });
    }
    const headers = { 'content-type': 'application/octet-stream' };
    const signal = AbortSignal.timeout(uploadWithin);
    const taken = await fetch(url, { method: 'POST', headers, body: bytes, redirect: 'error', signal });
    await taken.body?.cancel();
    if (!taken.ok) throw Object.assign(new Error('the upload was refused'), { statusCode: taken.status });
    return { id, title: name };
  }

  async function shareIn(files: readonly FileContent[], channel: string, thread: string | undefined): Promise<void> {
    const [first, ...others] = await Promise.all(files.map(upload));
    if (!first) return;
    const place = thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
    await api.call((client) => client.files.completeUploadExternal({ files: [first, ...others], ...place }));
  }

  async function tried(work: () => Promise<void>, count: number): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      logger.warn('files could not be sent', { platform: 'slack', count, reason: reasonOf(error) });
      return false;
    }
  }

  return {
    share: (files, channel, thread) => tried(() => shareIn(files, channel, thread), files.length),
    async toDm(files, user) {
      let dm: string | undefined;
      const arrived = await tried(async () => {
        // A file can be shared into a conversation by its id alone, not to a person.
        const { channel } = await api.call((client) => client.conversations.open({ users: user }));
        dm = channel?.id;
        if (dm === undefined) throw Object.assign(new Error('no DM'), { code: 'no_dm' });
        await shareIn(files, dm, undefined);
      }, files.length);
      return arrived ? dm : undefined;
    },
  };
}

/** A picture of which somebody can be shown what is on it. */
export function isPicture({ mime }: FileContent): boolean {
  return /^image\//iu.test(mime);
}

/**
 * What a picture shows, under both names that Slack's own pages have for it: the method's says
 * `alt_txt`, its libraries' `alt_text`. Of other files nothing: described, they are uploaded and
 * then never shared (https://github.com/slackapi/python-slack-sdk/issues/1818).
 */
function describe(file: FileContent): { readonly alt_text?: string; readonly alt_txt?: string } {
  const alt = shorten(file.alt.trim(), limits.altText);
  return isPicture(file) && alt !== '' ? { alt_text: alt, alt_txt: alt } : {};
}
