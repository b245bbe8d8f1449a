import type { Platform } from '../core/platform.ts';
import type { Day, Zone } from '../core/time.ts';

/** A workspace or server: it owns digests, deadlines and settings, and no member's letters. */
export interface Community {
  readonly id: string;
  readonly platform: Platform;
  readonly workspace: string;
}

/** A date that an admin announced to everybody. */
export interface Deadline {
  readonly id: string;
  readonly community: string;
  /** Small and the community's own, to be typed: `/lor-admin deadline remove 2`. */
  readonly number: number;
  readonly name: string;
  readonly day: Day;
  /** Wall-clock time in `zone`, `17:00`; `null` is the whole day. */
  readonly time: string | null;
  readonly zone: Zone;
}

/** The most that one community keeps, named in the refusal. */
export const communityLimits = { deadlines: 200, digests: 20 } as const;

export interface CommunityStore {
  find(platform: Platform, workspace: string): Promise<Community | undefined>;
  get(id: string): Promise<Community | undefined>;
  /** Those that there are, by their ids. */
  getAll(ids: readonly string[]): Promise<ReadonlyMap<string, Community>>;
  /** The community, made when it is new. */
  ensure(platform: Platform, workspace: string, newId: string, now: string): Promise<Community>;
  /** In the order of their days. */
  deadlines(community: string): Promise<readonly Deadline[]>;
  addDeadline(deadline: Omit<Deadline, 'number'>): Promise<Deadline>;
  /** Keeps it as it is now. */
  changeDeadline(deadline: Deadline): Promise<void>;
  removeDeadline(community: string, id: string): Promise<void>;
}
