import type { MemberId } from '../core/command.ts';
import type { Change, LetterWithWriter, Writer } from './letter.ts';
import type { Program } from './program.ts';

/**
 * A member's letters. Every call names the member; an id of somebody else is not found, just as
 * one that never existed.
 */
export interface LetterStore {
  /** All letters with their writers: those with a due date first, the earliest on top. */
  list(member: MemberId): Promise<readonly LetterWithWriter[]>;
  writers(member: MemberId): Promise<readonly Writer[]>;
  find(member: MemberId, letter: string): Promise<LetterWithWriter | undefined>;
  /** All programs, by name. */
  programs(member: MemberId): Promise<readonly Program[]>;
  /** Writes the records as the change says and keeps the change in the journal. */
  apply(change: Omit<Change, 'number'>): Promise<void>;
  /** The changes that touched these records, or all of them; oldest first. */
  history(member: MemberId, records: readonly string[] | 'all'): Promise<readonly Change[]>;
  /** The latest change that still stands: not taken back, and none that takes back. */
  lastStanding(member: MemberId): Promise<Change | undefined>;
  /** Whether a later change took this one back. */
  isTakenBack(member: MemberId, change: string): Promise<boolean>;
}
