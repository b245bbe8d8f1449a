import type { MemberId } from '../core/command.ts';
import type { Instant } from '../core/time.ts';

/** The address of a member's calendar. Its secret is told once; only a digest of it is kept. */
export interface Feed {
  readonly member: MemberId;
  readonly tokenHash: string;
  readonly since: Instant;
}

export interface FeedStore {
  of(member: MemberId): Promise<Feed | undefined>;
  /** Keeps a new address; the one before stops working. */
  set(feed: Feed): Promise<void>;
  revoke(member: MemberId): Promise<void>;
  /** Whose calendar it is. */
  owner(tokenHash: string): Promise<MemberId | undefined>;
}

/** The path of a feed, whose secret part is told to its member once. */
export function feedPath(secret: string): string {
  return `/calendar/${secret}.ics`;
}
