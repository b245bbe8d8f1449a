import type { Logger } from '../../src/core/ports.ts';
import type { SlackApi, SlackApis } from './api.ts';
import { createDownloads } from './downloads.ts';
import { createTalk, type Talk } from './talk.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** What it takes to work in one workspace, with the token that the bot has there. */
export interface Desk {
  readonly api: SlackApi;
  readonly talk: Talk;
  readonly uploads: Uploads;
  readonly fetchBytes: ReturnType<typeof createDownloads>;
}

/** The desk in a workspace. Nothing is asked of Slack before it is used. */
export type Desks = (workspace: string) => Desk;

export interface DeskDeps {
  readonly apis: Pick<SlackApis, 'in'>;
  readonly tokenOf: (workspace: string) => Promise<string>;
  readonly apiUrl?: string | undefined;
  readonly callWithin?: number | undefined;
  readonly logger: Logger;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export function createDesks({ apis, tokenOf, apiUrl, callWithin, logger, sleep }: DeskDeps): Desks {
  return (workspace) => {
    const api = apis.in(workspace);
    return {
      api,
      talk: createTalk({ api, apiUrl, logger, sleep }),
      uploads: createUploads({ api, apiUrl, uploadWithin: callWithin, logger }),
      fetchBytes: createDownloads({ api, apiUrl, logger, token: () => tokenOf(workspace) }),
    };
  };
}
