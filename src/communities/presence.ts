import type { Platform } from '../core/platform.ts';
import type { PresencePort } from '../core/presence.ts';
import type { Instant } from '../core/time.ts';

/**
 * Days for which everything stays when the bot was removed from a community. Long enough to take
 * back a removal by mistake; members and operators are told the same number.
 */
export const keptAfterLeaving = 30;

/** A community, and whether the bot is still in it. */
export interface KnownCommunity {
  readonly id: string;
  readonly platform: Platform;
  readonly workspace: string;
  /** When the bot was removed; `null` while it is there. */
  readonly leftAt: Instant | null;
}

/** How far the deletion of a community has come. */
export interface Erased {
  /** Members who are gone. */
  readonly members: number;
  /** Whether the community itself is gone, too. */
  readonly done: boolean;
}

export interface PresenceStore extends PresencePort {
  /** Every community that is known. */
  communities(): Promise<readonly KnownCommunity[]>;
  /**
   * Deletes a community that the bot left before `leftBefore`: first up to `atMost` members who use
   * the bot nowhere else, and with the last of them everything that the community owned. No byte
   * of it stays in the file. One that the bot is back in is left as it is, and counts as done.
   */
  erase(community: string, leftBefore: Instant, atMost: number): Promise<Erased>;
}
