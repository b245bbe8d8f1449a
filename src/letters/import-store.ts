import type { MemberId } from '../core/command.ts';
import type { Instant } from '../core/time.ts';

/** A file that a member handed over, which waits for their yes. */
export interface PendingImport {
  readonly id: string;
  /** The file's content. Lies encrypted. */
  readonly text: string;
  /** What the member said of its columns. */
  readonly columns: string | null;
  readonly at: Instant;
}

/** Milliseconds for which a file waits. */
export const importKept = 24 * 60 * 60_000;

export interface ImportStore {
  /** Keeps a file in the place of the one before: one waits at a time. */
  keep(member: MemberId, waiting: PendingImport): Promise<void>;
  find(member: MemberId, id: string): Promise<PendingImport | undefined>;
  forget(member: MemberId): Promise<void>;
  forgetBefore(at: Instant): Promise<void>;
}
