import type { Invocation } from './invocation.ts';
import type { Platform } from './platform.ts';
import type { Logger, Presence } from './ports.ts';
import type { Instant } from './time.ts';

/** Where the bot is, and who uses it where. A workspace that nobody used is not known. */
export interface PresencePort {
  /** Notes that a member uses the bot in a workspace or server, which is known from then on. */
  usedIn(member: string, platform: Platform, workspace: string, now: Instant): Promise<void>;
  /** Notes that a member uses the bot outside of every community, or has it for themselves. */
  usedAlone(member: string): Promise<void>;
  /** Notes that the bot is in a workspace now: that it was removed counts no longer. */
  seen(platform: Platform, workspace: string, now: Instant): Promise<void>;
  /** Notes that it was removed. The first word of it holds, and none where the bot was seen since. */
  left(platform: Platform, workspace: string, at: Instant): Promise<void>;
}

/** Notes where a member keeps things, so that they go when the bot has left there, and not before. */
export async function noteUse(
  presence: PresencePort,
  member: string,
  { account, community, personal }: Invocation,
  now: Instant,
): Promise<void> {
  if (community !== null) await presence.usedIn(member, account.platform, community, now);
  if (community === null || personal) await presence.usedAlone(member);
}

/** What is noted of where the bot is, in transactions of its own: it holds whatever else becomes of an event. */
export function createPresence<P extends { readonly presence: PresencePort }>({
  transact,
  logger,
}: {
  readonly transact: <T>(work: (ports: P) => Promise<T>) => Promise<T>;
  readonly logger: Logger;
}) {
  return {
    /** Whoever uses the bot in a community shows that it is there. */
    async signOfLife({ account, community }: Invocation, now: Instant): Promise<void> {
      if (community !== null) await transact(({ presence }) => presence.seen(account.platform, community, now));
    },

    /** What a platform says by itself; false when it could not be noted. */
    async tell({ platform, workspace, present, at }: Presence): Promise<boolean> {
      try {
        await transact(({ presence }) => presence[present ? 'seen' : 'left'](platform, workspace, at));
        if (!present) logger.info('the bot was removed from a community', { platform });
        return true;
      } catch (error) {
        logger.error('that the bot came or went was not noted', { platform, error });
        return false;
      }
    },
  };
}
