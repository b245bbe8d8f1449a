import type { Transact } from '../core/dispatch.ts';
import type { Platform } from '../core/platform.ts';
import type { ChatAdapter, Logger } from '../core/ports.ts';
import type { Instant } from '../core/time.ts';
import { type LeavingPorts, leftTooLongAgo } from '../reminders/leaving.ts';

export interface LeavingDeps<P> {
  readonly transact: Transact<P>;
  readonly adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'isIn'>>;
  readonly logger: Logger;
}

/** Members who are deleted in one transaction, so that nobody else waits long. */
const atOnce = 100;

/**
 * What becomes of communities that the bot was removed from. Each platform is asked whether it is
 * still there: that finds a removal that nobody told, because the bot was not running; and nothing
 * is deleted on what was true a month ago, but is no longer.
 */
export function createLeaving<P extends LeavingPorts>({ transact, adapters, logger }: LeavingDeps<P>) {
  let stopped = false;

  /** Asks about every community, and deletes what the bot left long enough ago. */
  async function goThrough(now: Instant): Promise<void> {
    const leftBefore = leftTooLongAgo(now);
    for (const { id, platform, workspace, leftAt } of await transact(({ presence }) => presence.communities())) {
      if (stopped) return;
      const adapter = adapters.get(platform);
      // Where the bot has no account any more, nobody can say more than was said before.
      const answer = adapter ? await adapter.isIn(workspace).catch(() => 'unknown' as const) : 'no account';
      if (answer === 'in') await transact(({ presence }) => presence.seen(platform, workspace, now));
      if (answer === 'out') await transact(({ presence }) => presence.left(platform, workspace, now));
      const isOver = leftAt !== null && leftAt <= leftBefore;
      if (isOver && answer !== 'in' && answer !== 'unknown') await erase(id, platform, leftBefore);
    }
  }

  async function erase(community: string, platform: Platform, leftBefore: Instant): Promise<void> {
    let count = 0;
    for (let done = false; !done; ) {
      const erased = await transact(({ presence }) => presence.erase(community, leftBefore, atOnce));
      count += erased.members;
      ({ done } = erased);
    }
    logger.info('a community was deleted with those who use the bot nowhere else', { platform, count });
  }

  /** No further community after the one at hand. */
  function stop(): void {
    stopped = true;
  }

  return { goThrough, stop };
}

export type Leaving = ReturnType<typeof createLeaving>;
