import type { ChatAdapter } from '../../src/core/ports.ts';
import type { SlackApis } from './api.ts';
import { platformCode } from './errors.ts';

/**
 * What Slack says of a bot's token once the app was removed. It says `invalid_auth` then as well as
 * of a token that was mistyped, so that one proves nothing.
 * https://docs.slack.dev/reference/methods/auth.test#errors
 */
const removed: ReadonlySet<string> = new Set(['account_inactive', 'token_revoked']);

/** Whether the token that the bot has is good in a workspace. Where it is another one's, the bot is not there. */
export function createIsIn(apis: Pick<SlackApis, 'in'>): ChatAdapter['isIn'] {
  return async function isIn(workspace) {
    try {
      const { team_id: team, is_enterprise_install: orgWide } = await apis
        .in(workspace)
        .call((client) => client.auth.test());
      if (team === workspace) return 'in';
      return team === undefined || orgWide ? 'unknown' : 'out';
    } catch (error) {
      return removed.has(platformCode(error) ?? '') ? 'out' : 'unknown';
    }
  };
}
