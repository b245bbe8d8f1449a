import type { MemberId } from '../core/command.ts';
import type { Day, Instant } from '../core/time.ts';
import type { ServiceId } from '../packs/service.ts';
import type { PacketItem } from './packet.ts';
import type { Program } from './program.ts';
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

/**
 * How well somebody knows the member, told by what they could write: `well` is a specific story,
 * `hardly` a name and no more.
 */
export const closenesses = ['well', 'somewhat', 'hardly'] as const;
export type Closeness = (typeof closenesses)[number];

/** A person who writes letters for a member. Theirs alone: two members' writers are never one row. */
export interface Writer {
  readonly id: string;
  readonly member: MemberId;
  readonly name: string;
  readonly title: string | null;
  readonly kind: WriterKind | null;
  /** Where they met: a rotation, a project. */
  readonly met: string | null;
  /** Lies encrypted. */
  readonly email: string | null;
  /** Lies encrypted. */
  readonly notes: string | null;
  /** The field that the writer works in, as the member calls it. */
  readonly specialty: string | null;
  /** Whether they work in the United States, which programs may ask of an international graduate's letters. */
  readonly inUs: boolean | null;
  /** Whether they can tell a story about the member. */
  readonly knows: Closeness | null;
  /** The last day on which the member works with them: the day to ask. */
  readonly rotationEnds: Day | null;
}

/** A reminder that the member sent to a writer. A second one has a reason. */
export interface Nudge {
  readonly on: Day;
  readonly reason: NudgeReason | null;
}

/** Why a writer may be reminded a second time. */
export const nudgeReasons = ['no-answer', 'date-changed', 'they-asked', 'portal-trouble'] as const;
export type NudgeReason = (typeof nudgeReasons)[number];

/** Somebody who would write in the place of a late writer. */
export interface Backup {
  /** The writer who stands by. */
  readonly writer: string;
  readonly since: Day;
  /** The day on which the backup was asked to step in; `null` while they only stand by. */
  readonly activated: Day | null;
}

/** One letter of one writer; a second letter of the same writer is a second record. */
export interface Letter {
  readonly id: string;
  readonly member: MemberId;
  readonly writer: string;
  readonly service: ServiceId | null;
  /** The match season that it is for, `2027`; `null` is the one in force. */
  readonly season: string | null;
  /** As the member calls it; `null` is a general letter. */
  readonly specialty: string | null;
  /** The id of a letter form of the packs (`narrative`, a kind of SLOE); `null` is not said. */
  readonly form: string | null;
  /** Whether it is meant for programs that ask for a letter of the department or its chair. */
  readonly chair: boolean | null;
  /** Whether the member gave up the right to read it. */
  readonly waived: boolean | null;
  readonly due: Day | null;
  readonly stage: Stage;
  /** What the writer said when asked. */
  readonly answer: Answer | null;
  /** The date on which each stage was last reached. */
  readonly reached: Readonly<Partial<Record<Stage, Day>>>;
  /** The items of the packet that are ready, with the day. */
  readonly packet: Readonly<Partial<Record<PacketItem, Day>>>;
  /** Points of the reminder sheet, a line each. Lies encrypted. */
  readonly sheet: string | null;
  /** Reminders that the member sent, oldest first. */
  readonly nudges: readonly Nudge[];
  readonly thanked: Day | null;
  /** When the writer was told how the match ended. */
  readonly told: Day | null;
  /** Of a letter from an earlier season: the day that its watermark shows. */
  readonly original: Day | null;
  readonly backup: Backup | null;
}

export interface LetterWithWriter {
  readonly letter: Letter;
  readonly writer: Writer;
}

/** The most that one member keeps; generous, and named in the refusal. */
export const memberLimits = { writers: 60, letters: 120, programs: 150 } as const;

/** The longest texts, in characters. */
export const textLimits = {
  name: 80,
  title: 120,
  met: 120,
  specialty: 60,
  form: 60,
  email: 120,
  notes: 1_000,
  sheet: 2_000,
  program: 120,
} as const;

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
  | { readonly kind: 'letter'; readonly before: Letter | null; readonly after: Letter | null }
  | { readonly kind: 'program'; readonly before: Program | null; readonly after: Program | null };

/** The id of the record that changed, whichever side of the change it stands on. */
export function recordId(record: ChangedRecord): string {
  return (record.after ?? record.before)?.id ?? '';
}
