import type { Day, Instant, Zone } from '../core/time.ts';
import type { CalendarSystem } from '../packs/calendar-row.ts';

/** A post that comes round: where, when by the wall clock of its zone, and how far it looks. */
export interface Digest {
  readonly id: string;
  readonly community: string;
  /** Small and the community's own, to be typed: `/lor-admin digest now 1`. */
  readonly number: number;
  readonly channel: string;
  /** Five cron fields with one minute and one hour. */
  readonly cron: string;
  readonly zone: Zone;
  /** Deadlines within this many days are in it. */
  readonly ahead: number;
  /** When it comes next; `null` when it never will again, or is paused. */
  readonly nextAt: Instant | null;
  readonly paused: boolean;
  /** Whose dates of the season are in it; `null` is everybody's. */
  readonly services: readonly CalendarSystem[] | null;
  /** Whether the figures of those who share theirs are in it. */
  readonly cohort: boolean;
}

export interface DigestStore {
  list(community: string): Promise<readonly Digest[]>;
  get(id: string): Promise<Digest | undefined>;
  add(digest: Omit<Digest, 'number'>): Promise<Digest>;
  /** Keeps it as it is now. */
  change(digest: Digest): Promise<void>;
  remove(community: string, id: string): Promise<void>;
  /** Those whose moment has come, the earliest first. */
  due(now: Instant, limit: number): Promise<readonly Digest[]>;
  setNext(id: string, nextAt: Instant | null): Promise<void>;
  setNextAll(ids: readonly string[], nextAt: Instant | null): Promise<void>;
  /** The earliest moment after an instant at which one is due. */
  nextAt(after: Instant): Promise<Instant | undefined>;
}

/** What names a post of a digest in the outbox: a date, or "now" by whose command. */
export function digestKey(digest: string, post: string): string {
  return `digest:${digest}:${post}`;
}

/** What a digest delivery carries: enough to write the post when it goes out. */
export interface DigestPayload {
  readonly kind: 'digest';
  readonly digest: string;
  readonly day: Day;
  readonly late: boolean;
}
