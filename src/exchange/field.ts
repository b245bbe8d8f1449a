import type { Day } from '../core/time.ts';
import type { Closeness, Nudge, WriterKind } from '../letters/letter.ts';
import type { PacketItem } from '../letters/packet.ts';
import type { ProgramSetting } from '../letters/program.ts';
import type { Answer, Stage } from '../letters/stages.ts';
import type { ServiceId } from '../packs/service.ts';

/** A day, or a tick in a column of days: it happened, and nobody wrote down when. */
export type DayOrTick = Day | 'ticked';

/** What the cells of one row say, by the field that their column stands for. */
interface Named {
  readonly name: string;
  readonly 'first-name': string;
  readonly 'last-name': string;
  /** Two names in one cell, the last one first: `Chen, Wei`. */
  readonly 'name-reversed': string;
  readonly title: string;
  readonly kind: WriterKind;
  /** Whether the writer directs a program, which older forms of MyERAS asked in a column of its own. */
  readonly director: boolean;
  readonly email: string;
  readonly met: string;
  readonly 'writer-specialty': string;
  readonly 'in-us': boolean;
  readonly knows: Closeness;
  readonly 'rotation-ends': Day;
  readonly notes: string;
  readonly service: ServiceId;
  readonly season: string;
  /** Empty for a general letter. */
  readonly specialty: string;
  readonly form: string;
  readonly chair: boolean;
  readonly waived: boolean;
  readonly due: Day;
  /** `no-letter`: the row is about a writer who has no letter yet. */
  readonly stage: Stage | 'no-letter';
  readonly 'stage-day': Day;
  readonly answer: Answer;
  readonly packet: Readonly<Partial<Record<PacketItem, Day>>>;
  readonly sheet: string;
  readonly nudges: readonly Nudge[];
  readonly thanked: DayOrTick;
  readonly told: DayOrTick;
  readonly original: Day;
  /** The name of the writer who stands by. */
  readonly backup: string;
  readonly 'backup-since': Day;
  readonly 'backup-activated': Day;
  /** 2 for the second of two letters of one writer that are for the same, 3 for the third. */
  readonly further: number;
  /** A program, or several by lines or semicolons. */
  readonly program: string;
  readonly setting: ProgramSetting;
  readonly 'needs-letters': number;
  readonly 'needs-most': number;
  readonly 'needs-own': number;
  readonly applied: DayOrTick;
}

/** The day on which a letter reached a stage: `on-asked`. */
type StageDays = { readonly [S in Stage as `on-${S}`]: DayOrTick };

export type CellValues = Named & StageDays;

/** What a column can stand for. */
export type Field = keyof CellValues;

/** What a table is about: a letter a row, or a program a row. */
export type TableKind = 'letters' | 'programs';

/** The columns of a table of letters that is written, in their order. */
export const letterColumns = [
  'name',
  'title',
  'kind',
  'email',
  'met',
  'writer-specialty',
  'in-us',
  'knows',
  'rotation-ends',
  'notes',
  'service',
  'season',
  'specialty',
  'form',
  'chair',
  'waived',
  'due',
  'stage',
  'answer',
  'on-planned',
  'on-asked',
  'on-agreed',
  'on-packet-sent',
  'on-requested',
  'on-uploaded',
  'on-processed',
  'on-declined',
  'on-dropped',
  'packet',
  'sheet',
  'nudges',
  'thanked',
  'told',
  'original',
  'backup',
  'backup-since',
  'backup-activated',
  'further',
  'program',
] as const satisfies readonly Field[];

/** The columns of a table of programs that is written, in their order. */
export const programColumns = [
  'program',
  'specialty',
  'service',
  'season',
  'due',
  'setting',
  'needs-letters',
  'needs-most',
  'needs-own',
  'chair',
  'form',
  'applied',
  'notes',
] as const satisfies readonly Field[];

/** What only a table that is read can have: other ways to say the same. */
const readOnly = [
  'first-name',
  'last-name',
  'name-reversed',
  'director',
  'stage-day',
] as const satisfies readonly Field[];

const fieldsOf: Readonly<Record<TableKind, ReadonlySet<Field>>> = {
  letters: new Set([...letterColumns, ...readOnly]),
  programs: new Set(programColumns),
};

/** Whether a column of this field means anything in such a table. */
export function belongs(field: Field, kind: TableKind): boolean {
  return fieldsOf[kind].has(field);
}
