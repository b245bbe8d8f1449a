import type { Day } from '../core/time.ts';

/** A date of the season, by its id, for which the admins of a community vouch. */
export interface ConfirmedDate {
  readonly date: string;
  readonly day: Day;
  /** On the wall of the date's own zone; `null` is the whole day. */
  readonly time: string | null;
}

/** What the admins of communities looked up themselves. It counts in their own community and nowhere else. */
export interface ConfirmedDateStore {
  of(community: string): Promise<readonly ConfirmedDate[]>;
  /** In the place of what they said of it before. */
  confirm(community: string, confirmed: ConfirmedDate): Promise<void>;
  takeBack(community: string, date: string): Promise<void>;
}
