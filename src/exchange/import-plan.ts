import type { MemberId } from '../core/command.ts';
import type { Day } from '../core/time.ts';
import type { ChangedRecord, Letter, LetterWithWriter, Writer } from '../letters/letter.ts';
import type { Program } from '../letters/program.ts';
import type { Stage } from '../letters/stages.ts';
import type { ServiceId } from '../packs/service.ts';
import type { DateStyle } from './date-column.ts';
import type { CellValues, Field, TableKind } from './field.ts';
import type { Column } from './guess-columns.ts';
import type { CellProblem, Reading } from './read-cells.ts';

/** How a column of dates was read, with what its sample came to. */
export interface DateColumn {
  readonly number: number;
  readonly header: string | null;
  readonly style: DateStyle;
  /** What the style makes of its sample; `null` where there is none, or none that is read. */
  readonly read: Day | null;
}

/** Why something of a row does not come in, though it could be read. */
export type RowProblem =
  | CellProblem
  /** Whose letter, or which program, is not said. */
  | { readonly code: 'no-name' }
  | { readonly code: 'limit'; readonly what: 'writers' | 'letters' | 'programs'; readonly max: number }
  /** The writer has several letters that the row may mean. */
  | { readonly code: 'several-letters'; readonly count: number }
  /** It is about the same as an earlier row, which was not taken. */
  | { readonly code: 'repeats-unread'; readonly row: number }
  /** An earlier row of the file says something else; what came first is kept. */
  | { readonly code: 'says-otherwise'; readonly row: number }
  /** The letter is further already, or was given up; a file takes no letter back. */
  | { readonly code: 'behind'; readonly stage: Stage; readonly stands: Stage }
  /** Nobody of this name is tracked or stands in the file. */
  | { readonly code: 'unknown-writer'; readonly typed: string }
  /** The rules of the service do not let the letter go to this program. */
  | { readonly code: 'not-assigned'; readonly program: string };

/** A problem and the field that it is about; `null` when it is the row as a whole. */
export interface Trouble {
  readonly field: Field | null;
  readonly problem: RowProblem;
}

/** A field of something known that the file changes. */
export interface FieldChange {
  readonly field: Field;
  readonly from: CellValues[Field] | null;
  readonly to: CellValues[Field];
}

/** What a row does. `repeats`: it is about the same as an earlier row. */
export type Deed = 'new-writer' | 'further-letter' | 'new-program' | 'changes' | 'same' | 'repeats' | 'unread';

export interface PlannedRow {
  /** As a spreadsheet numbers it. */
  readonly number: number;
  readonly does: Deed;
  /** The writer's name or the program's; `null` where it cannot be read. */
  readonly name: string | null;
  /** What stands once the file is in. */
  readonly letter: Letter | null;
  readonly program: Program | null;
  readonly changes: readonly FieldChange[];
  /** The programs that the letter goes to from now on. */
  readonly assigned: readonly string[];
  readonly troubles: readonly Trouble[];
}

/** What importing a table would do, before it does it. */
export interface ImportPlan {
  readonly kind: TableKind;
  readonly columns: readonly Column[];
  readonly dates: readonly DateColumn[];
  readonly rows: readonly PlannedRow[];
  /** What is written when the member says yes: one change, so that one undo takes all of it back. */
  readonly records: readonly ChangedRecord[];
}

/** What a member tracks already. */
export interface Mine {
  readonly writers: readonly Writer[];
  readonly letters: readonly Letter[];
  readonly programs: readonly Program[];
}

/** Who imports, and what a plan needs besides the file. */
export interface Importing extends Reading {
  readonly member: MemberId;
  readonly ids: () => string;
  /** The member's own service, for letters of which the file does not say one. */
  readonly service: ServiceId | null;
  /** The full name of a specialty, so that a letter for "IM" is found by "Internal medicine". */
  readonly specialty: (name: string) => string;
  /** Whether the rules let a letter go to a program, beside those that go there by then. */
  readonly mayAssign: (letter: LetterWithWriter, program: Program) => boolean;
}
