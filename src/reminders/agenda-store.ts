import type { MemberId } from '../core/command.ts';
import type { Account } from '../core/invocation.ts';
import type { Instant } from '../core/time.ts';

/** A member who wants reminders and is to be looked at. */
export interface Watched {
  readonly member: MemberId;
  readonly account: Account;
  /** When something was to be told, as far as was reckoned. */
  readonly checkAt: Instant | null;
}

/**
 * When each member is to be looked at, so that nobody looks at all of them. What a member changes
 * makes their moment stale: it is reckoned anew, and what comes up by that is told the next day.
 */
export interface AgendaStore {
  /** Whose moment has come, the earliest first, and then whose is stale. */
  toLookAt(now: Instant, limit: number): Promise<readonly Watched[]>;
  /** They were looked at; `next` is their next moment. */
  lookedAt(member: MemberId, next: Instant | undefined): Promise<void>;
  /** The earliest moment after an instant at which somebody is to be looked at. */
  nextLook(after: Instant): Promise<Instant | undefined>;
  /** All moments are stale: the rules may be others than they were. */
  reckonAnew(): Promise<void>;
  /** The keys of what a member was told. A message that was called off told nobody anything. */
  told(member: MemberId): Promise<ReadonlySet<string>>;
  /** Notes that a member is told of these by a delivery. */
  tell(member: MemberId, keys: readonly string[], delivery: string): Promise<void>;
  /** When a member last changed their letters or programs. */
  lastChange(member: MemberId): Promise<Instant | undefined>;
}

/** What a delivery of notices carries: what they are about is read when it goes out. */
export interface NoticesPayload {
  readonly kind: 'notices';
  readonly member: MemberId;
  readonly keys: readonly string[];
  readonly late: boolean;
  /** It was put off by the member to a time of their own, and comes then. */
  readonly snoozed?: true;
}
