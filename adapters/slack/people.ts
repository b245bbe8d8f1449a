import { createLatest } from '../../src/core/latest.ts';
import type { Clock, Logger } from '../../src/core/ports.ts';
import type { SlackApis } from './api.ts';
import { reasonOf } from './errors.ts';
import type { Received } from './received.ts';

/** What Slack says of somebody. */
interface Known {
  /** Of the workspace or organisation that installed the app, and still there. */
  readonly ours: boolean;
  readonly administrator: boolean;
}

/** What no payload says of whoever sent it. */
export interface People {
  /** Whether they administer the workspace that they speak in. */
  isAdministrator(received: Received): Promise<boolean>;
  /** Whether they came into a shared channel from another organisation than the one that installed the app. */
  isStranger(received: Received): Promise<boolean>;
}

/** Milliseconds for which an answer of Slack's counts. */
const fresh = 5 * 60_000;

const rememberedAtMost = 1_000;

/**
 * Asks Slack, and asks again after a while. Where it cannot tell, nobody is an administrator, and
 * somebody who might be a stranger is one.
 */
export function createPeople(apis: Pick<SlackApis, 'in'>, clock: Pick<Clock, 'monotonic'>, logger: Logger): People {
  const remembered = createLatest<string, Known & { readonly until: number }>(rememberedAtMost);

  async function ask({ invocation }: Received): Promise<Known | undefined> {
    const { workspace, user } = invocation.account;
    const orgWide = workspace !== invocation.community;
    const key = `${workspace} ${user}`;
    const before = remembered.get(key);
    if (before && before.until > clock.monotonic()) return before;
    try {
      const { user: info } = await apis.in(workspace).call((client) => client.users.info({ user }));
      // An organisation's token sees people of others, too, and says of each which one is theirs.
      const isOurs = orgWide
        ? info?.enterprise_user?.enterprise_id === workspace
        : info?.team_id === undefined || info.team_id === workspace;
      const ours = isOurs && info?.deleted !== true && info?.is_stranger !== true;
      const administrator = ours && (info?.is_admin === true || info?.is_owner === true);
      remembered.set(key, { ours, administrator, until: clock.monotonic() + fresh });
      return { ours, administrator };
    } catch (error) {
      logger.warn('Slack does not say who somebody is', { platform: 'slack', reason: reasonOf(error) });
      return undefined;
    }
  }

  return {
    async isAdministrator(received) {
      return !received.invocation.guest && (await ask(received))?.administrator === true;
    },
    isStranger: async (received) => (await ask(received))?.ours !== true,
  };
}
