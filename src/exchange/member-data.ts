import type { Day, Instant } from '../core/time.ts';
import type { Change, Letter, Writer } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import type { Preferences } from '../members/member.ts';

/** A reminder of a member's own that still comes. */
export interface KeptReminder {
  readonly text: string;
  readonly day: Day;
  readonly time: string;
  readonly repeats: 'never' | 'daily' | 'weekly' | 'monthly' | 'yearly';
}

/** Everything that is kept of a member, beside their accounts. */
export interface MemberData {
  readonly settings: Preferences;
  readonly writers: readonly Writer[];
  readonly letters: readonly Letter[];
  readonly programs: readonly Program[];
  /** The journal, oldest first. */
  readonly changes: readonly Change[];
  readonly reminders?: readonly KeptReminder[] | undefined;
}

/** A record without its owner: it belongs to whoever reads it in. */
type Unowned<T> = Omit<T, 'member'>;

/** One side-by-side of a change: what a record was and what it became. */
interface Sides<K extends string, T> {
  readonly kind: K;
  readonly before: Unowned<T> | null;
  readonly after: Unowned<T> | null;
}

export type ExportedRecord = Sides<'writer', Writer> | Sides<'letter', Letter> | Sides<'program', Program>;

/** A change of the journal. Its place in the list is its number. */
export interface ExportedChange extends Omit<Change, 'member' | 'number' | 'records'> {
  readonly records: readonly ExportedRecord[];
}

/** What a file of a member's data holds. Ids tie its parts together and mean nothing elsewhere. */
export interface Exported {
  readonly settings: Preferences;
  readonly writers: readonly Unowned<Writer>[];
  readonly letters: readonly Unowned<Letter>[];
  readonly programs: readonly Unowned<Program>[];
  readonly changes: readonly ExportedChange[];
  /** Not in files of the first version. */
  readonly reminders?: readonly KeptReminder[] | undefined;
}

/** What the file says of itself. A reader refuses a version that is newer than its own. */
export const exportFormat = { format: 'lorbot', version: 1 } as const;

/** Everything of a member as one file of text, to keep or to take elsewhere. */
export function exportJson(data: MemberData, at: Instant): string {
  const { settings, writers, letters, programs, changes, reminders } = data;
  const exported: Exported = {
    settings,
    writers: writers.map(unowned),
    letters: letters.map(unowned),
    programs: programs.map(unowned),
    changes: changes.map(({ member: _, number: __, records, ...change }) => ({
      ...change,
      records: records.map(exportedRecord),
    })),
    ...(reminders && { reminders }),
  };
  return `${JSON.stringify({ ...exportFormat, exported: at, ...exported }, null, 2)}\n`;
}

function exportedRecord(record: Change['records'][number]): ExportedRecord {
  switch (record.kind) {
    case 'writer':
      return { kind: 'writer', before: side(record.before), after: side(record.after) };
    case 'letter':
      return { kind: 'letter', before: side(record.before), after: side(record.after) };
    case 'program':
      return { kind: 'program', before: side(record.before), after: side(record.after) };
  }
}

function side<T extends { readonly member: string }>(state: T | null): Unowned<T> | null {
  return state && unowned(state);
}

function unowned<T extends { readonly member: string }>({ member: _, ...record }: T): Unowned<T> {
  return record;
}
