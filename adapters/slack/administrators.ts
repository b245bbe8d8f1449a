import { createLatest } from '../../src/core/latest.ts';
import type { Clock, Logger } from '../../src/core/ports.ts';
import type { SlackApis } from './api.ts';
import { reasonOf } from './errors.ts';
import type { Received } from './received.ts';

/** Milliseconds for which an answer of Slack's counts. */
const fresh = 5 * 60_000;

const rememberedAtMost = 1_000;

/**
 * Whether somebody administers the workspace that they speak in. No payload says it, so Slack is
 * asked; where it cannot tell, nobody is an administrator. A guest from another workspace in a
 * shared channel is none here, whatever they are at home.
 */
export function createAdministrators(apis: Pick<SlackApis, 'in'>, clock: Pick<Clock, 'monotonic'>, logger: Logger) {
  const known = createLatest<string, { readonly is: boolean; readonly until: number }>(rememberedAtMost);

  return async function isAdministrator({ invocation }: Received): Promise<boolean> {
    const { workspace, user } = invocation.account;
    const orgWide = workspace !== invocation.community;
    if (invocation.guest) return false;
    const key = `${workspace} ${user}`;
    const before = known.get(key);
    if (before && before.until > clock.monotonic()) return before.is;
    try {
      const { user: info } = await apis.in(workspace).call((client) => client.users.info({ user }));
      // An organisation's token sees people of others, too, and says of each which one is theirs.
      const isOurs = orgWide
        ? info?.enterprise_user?.enterprise_id === workspace
        : info?.team_id === undefined || info.team_id === workspace;
      const isThere = info?.deleted !== true && info?.is_stranger !== true;
      const is = isOurs && isThere && (info?.is_admin === true || info?.is_owner === true);
      known.set(key, { is, until: clock.monotonic() + fresh });
      return is;
    } catch (error) {
      logger.warn('nobody can tell who is an administrator', { platform: 'slack', reason: reasonOf(error) });
      return false;
    }
  };
}
