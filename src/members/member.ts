import type { MemberId } from '../core/command.ts';
import type { Account } from '../core/invocation.ts';
import type { Language } from '../core/language.ts';
import type { Day, Zone } from '../core/time.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Hours } from './hours.ts';

/** What a member told us about themselves; `null` is not said. */
export interface Preferences {
  readonly zone: Zone | null;
  readonly language: Language | null;
  readonly service: ServiceId | null;
  readonly specialties: readonly string[];
  /** An international medical graduate. */
  readonly img: boolean | null;
  /** Applied in an earlier season already. */
  readonly reapplicant: boolean | null;
  /** The match season in which they apply, `2027`; `null` is the one in force. */
  readonly season: string | null;
  /** Whether they asked to be reminded by DM. Nobody is messaged who did not. */
  readonly reminders: boolean;
  /** The day before which they want none. */
  readonly pausedUntil: Day | null;
  /** When they want to be written to first; `null` is the usual. */
  readonly hours: Hours | null;
  /** Whether they count, without being named, in the figures that a digest tells. */
  readonly cohort: boolean;
}

export interface Member extends Preferences {
  readonly id: MemberId;
  readonly account: Account;
}

/** Of somebody who has said nothing yet. */
export const noPreferences: Preferences = {
  zone: null,
  language: null,
  service: null,
  specialties: [],
  img: null,
  reapplicant: null,
  season: null,
  reminders: false,
  pausedUntil: null,
  hours: null,
  cohort: false,
};

/** Most communities keep Eastern time; every reply that depends on it names it. */
export const defaultZone: Zone = 'America/New_York';

export interface MemberStore {
  /** The member as stored; without preferences when there is nothing stored yet. */
  get(id: MemberId, account: Account): Promise<Member>;
  /** The member as stored, for messages that nobody asked for just now. */
  getById(id: MemberId): Promise<Preferences | undefined>;
  /** Whose member it is; `undefined` of one that is not kept. */
  accountOf(id: MemberId): Promise<Account | undefined>;
  /**
   * Deletes everything that is kept of a member, in every table, and leaves no byte of it in the
   * file: letters, history, settings, shares, votes, suggestions, roles, waiting messages. What
   * became a community's own (a published answer) stays without their name.
   */
  erase(id: MemberId, account: Account): Promise<void>;
  /** Keeps what the member said. The member must be known already. */
  save(id: MemberId, preferences: Partial<Preferences>): Promise<void>;
}
