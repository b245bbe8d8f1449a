import type { MemberId } from '../core/command.ts';
import type { Day, Instant } from '../core/time.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Answer, Stage } from './stages.ts';

export const writerKinds = {
  chair: 'Department chair',
  'program-director': 'Program director',
  attending: 'Attending',
  'research-mentor': 'Research mentor',
  'community-physician': 'Community physician',
  other: 'Other',
} as const;

export type WriterKind = keyof typeof writerKinds;

/** A person who writes letters for a member. Theirs alone: two members' writers are never one row. */
export interface Writer {
  readonly id: string;
  readonly member: MemberId;
  readonly name: string;
  readonly title: string | null;
  readonly kind: WriterKind | null;
  /** Where they met: a rotation, a project. */
  readonly met: string | null;
}

/** One letter of one writer; a second letter of the same writer is a second record. */
export interface Letter {
  readonly id: string;
  readonly member: MemberId;
  readonly writer: string;
  readonly service: ServiceId | null;
  /** As the member calls it; `null` is a general letter. */
  readonly specialty: string | null;
  readonly due: Day | null;
  readonly stage: Stage;
  /** What the writer said when asked. */
  readonly answer: Answer | null;
  /** The date on which each stage was last reached. */
  readonly reached: Readonly<Partial<Record<Stage, Day>>>;
}

export interface LetterWithWriter {
  readonly letter: Letter;
  readonly writer: Writer;
}

/** The most that one member keeps; generous, and named in the refusal. */
export const memberLimits = { writers: 60, letters: 120 } as const;

export const textLimits = { name: 80, title: 120, met: 120, specialty: 60 } as const;

/** What changed in one command: `before` and `after` of each record, `null` where there was none. */
export interface Change {
  readonly id: string;
  readonly member: MemberId;
  /** Counts the member's changes from 1: their order, whatever the clock did. */
  readonly number: number;
  readonly at: Instant;
  /** The command that did it, `lor next`. */
  readonly command: string;
  readonly records: readonly ChangedRecord[];
  /** The change that this one takes back. */
  readonly undoes: string | null;
}

export type ChangedRecord =
  | { readonly kind: 'writer'; readonly before: Writer | null; readonly after: Writer | null }
  | { readonly kind: 'letter'; readonly before: Letter | null; readonly after: Letter | null };

/** The id of the record that changed, whichever side of the change it stands on. */
export function recordId(record: ChangedRecord): string {
  return (record.after ?? record.before)?.id ?? '';
}
