import { welcomePath } from '../../src/core/paths.ts';
import { type Clock, type Dispatch, hasReply, type Logger } from '../../src/core/ports.ts';
import { createUnderWay } from '../../src/core/under-way.ts';
import type { Desks } from './desk.ts';
import { reasonOf } from './errors.ts';
import type { Installed } from './oauth.ts';
import { renderMessages } from './render.ts';

export interface GreeterDeps {
  readonly desks: Desks;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger: Logger;
  readonly dispatch: () => Dispatch | undefined;
}

/** Whoever installed the app is told in a DM what comes next. */
export function createGreeter({ desks, clock, logger, dispatch }: GreeterDeps) {
  const { finished, track } = createUnderWay();

  async function greeted({ workspace, orgWide, installer }: Installed): Promise<void> {
    const at = clock.now();
    if (!orgWide) await dispatch()?.presence({ platform: 'slack', workspace, present: true, at });
    const outcome = await dispatch()?.({
      delivery: `installed ${workspace} ${at}`,
      account: { platform: 'slack', workspace, user: installer },
      community: orgWide ? null : workspace,
      place: { kind: 'dm' },
      administrator: false,
      request: { kind: 'call', call: { path: welcomePath, args: {} } },
    });
    if (!outcome || !hasReply(outcome)) return;
    try {
      await desks(workspace).talk.privately(renderMessages(outcome.reply), { user: installer });
    } catch (error) {
      logger.warn('the first message did not arrive', { platform: 'slack', reason: reasonOf(error) });
    }
  }

  return {
    /** Nobody waits for it: the app is there whether or not its greeting arrives. */
    greet(made: Installed): void {
      void track(greeted(made));
    },
    finished,
  };
}
