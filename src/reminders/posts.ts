import type { Day, Instant } from '../core/time.ts';
import type { DeliveryState } from './deliveries.ts';

/** A post with what became of it, as an admin is told. */
export interface Post {
  /** The date that it was for. */
  readonly day: Day;
  /** Made by a command, rather than by the schedule. */
  readonly byHand: boolean;
  readonly runAt: Instant;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly reason: string | null;
}

export interface PostStore {
  /** The latest posts of a digest, the latest first. */
  of(digest: string, limit: number): Promise<readonly Post[]>;
}
