import type { MemberId } from '../core/command.ts';
import type { Account } from '../core/invocation.ts';
import type { Instant } from '../core/time.ts';

/** Days for which somebody may look at a board that was shared with them. */
export const sharedDays = 30;

/** Boards that one member shares at a time. */
export const maxShares = 10;

/** A member lets one person look at their board, and at nothing else. */
export interface Share {
  readonly id: string;
  readonly member: MemberId;
  /** Who may look. */
  readonly viewer: Account;
  readonly since: Instant;
  readonly until: Instant;
  /** When the member ended it before its time. */
  readonly stopped: Instant | null;
}

/** A share as its member sees it: with what became of it. */
export interface WatchedShare extends Share {
  /** How often it was looked at, and when last. */
  readonly views: number;
  readonly lastView: Instant | null;
}

/** A share as its viewer sees it: with the account of whose board it is. */
export interface OfferedShare extends Share {
  readonly owner: Account;
}

/** Whether somebody may look now. */
export function isOpen({ stopped, until }: Pick<Share, 'stopped' | 'until'>, now: Instant): boolean {
  return stopped === null && now < until;
}

export interface ShareStore {
  add(share: Share): Promise<void>;
  /** A member's shares, the newest first; those that ended too. */
  of(member: MemberId): Promise<readonly WatchedShare[]>;
  /** What is open for an account at a moment, the newest first. */
  openFor(viewer: Account, now: Instant): Promise<readonly OfferedShare[]>;
  stop(member: MemberId, share: string, now: Instant): Promise<void>;
  /** Notes that it was looked at. */
  noteView(share: string, now: Instant): Promise<void>;
  /** Deletes what ended before a moment. */
  forgetBefore(at: Instant): Promise<void>;
}
