import { createApis, type SlackApis } from '../../adapters/slack/api.ts';
import { createDesks, type Desks } from '../../adapters/slack/desk.ts';
import type { Logger } from '../../src/core/ports.ts';
import { botToken } from './slack-server.ts';

/** Slack as the bot reaches it with its one token. */
export function openDesks(apiUrl: string, logger: Logger): { readonly apis: SlackApis; readonly desks: Desks } {
  const tokenOf = async () => botToken;
  const apis = createApis({ tokenOf, oneToken: true, apiUrl, logger });
  return { apis, desks: createDesks({ apis, tokenOf, apiUrl, logger, sleep: async () => undefined }) };
}
