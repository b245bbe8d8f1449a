import type { Day } from '../core/time.ts';
import { daysBetween } from '../dates/calendar.ts';
import { ladder, type Stage, stages } from '../letters/stages.ts';

/** How pressing a letter is: `none` has no due date, `in` has arrived. Of a letter beside the ladder it says nothing. */
export const urgencies = ['overdue', 'soon', 'later', 'none', 'in'] as const;
export type Urgency = (typeof urgencies)[number];

/** What else a member has to know of a letter. */
export const boardMarks = ['unassigned', 'backup', 'lukewarm'] as const;
export type BoardMark = (typeof boardMarks)[number];

export interface BoardRow {
  /** The writer's name, or initials where others see the board. */
  readonly label: string;
  /** What the letter is for: `ERAS, Internal medicine`. */
  readonly purpose: string;
  readonly stage: Stage;
  readonly due: Day | null;
  readonly urgency: Urgency;
  readonly marks: readonly BoardMark[];
}

/** A member's letters at a glance. */
export interface Board {
  readonly title: string;
  readonly today: Day;
  /** In the order in which they are drawn, the most pressing first. */
  readonly rows: readonly BoardRow[];
}

/** What a board says by itself, in one language. */
export interface BoardWords {
  /** Short: it stands beside its track. */
  readonly stage: Readonly<Record<Stage, string>>;
  /** `step 2 of 7`, for whoever cannot see the track. */
  readonly step: (reached: number, steps: number) => string;
  /** What stands above the letters: `2 due soon`. */
  readonly count: Readonly<Record<Urgency | 'aside', (number: number) => string>>;
  /** `in 3 days`, `today`, `3 days late` for a negative number. */
  readonly left: (days: number) => string;
  /** A day; beside one of the same year its year goes without saying. */
  readonly date: (day: Day, beside?: Day) => string;
  /** A due date in a sentence, given as text. */
  readonly due: (date: string) => string;
  readonly noDue: string;
  readonly arrived: string;
  readonly mark: Readonly<Record<BoardMark, string>>;
  /** Above the letters that were declined or given up. */
  readonly asides: string;
  readonly empty: string;
  /** Below the last letter that the picture has room for. */
  readonly more: (number: number) => string;
  /** What the sign in the place of a character means that the picture cannot draw. */
  readonly lost: (sign: string) => string;
  /** The stages in their order, on one line: what the dots of a track stand for. */
  readonly ladder: (stages: readonly string[]) => string;
  /** What the board tells as a whole, as a sentence. */
  readonly overview: (title: string, date: string, facts: readonly string[]) => string;
  /** One letter as a sentence: its name, what it is for, and facts about it. */
  readonly sentence: (label: string, purpose: string, facts: readonly string[]) => string;
}

/** Where on the ladder a stage is, from 0; those beside it follow after its end. */
export function rungOf(stage: Stage): number {
  return stages.indexOf(stage);
}

/** A row with its number, by which the text beside the picture can be asked. */
export interface NumberedRow extends BoardRow {
  readonly number: number;
}

/** The letters on their way, and those beside the ladder, numbered through. */
export function arrange(rows: readonly BoardRow[]): {
  readonly onTheWay: readonly NumberedRow[];
  readonly asides: readonly NumberedRow[];
} {
  const beside = (row: BoardRow) => rungOf(row.stage) >= ladder.length;
  const sorted = [...rows.filter((row) => !beside(row)), ...rows.filter(beside)];
  const numbered = sorted.map((row, index) => ({ ...row, number: index + 1 }));
  return { onTheWay: numbered.filter((row) => !beside(row)), asides: numbered.filter(beside) };
}

/** What stands above the letters: how many are late, how many due soon; what is not there is left out. */
export function counts(
  rows: readonly BoardRow[],
  words: BoardWords,
): readonly (readonly [Urgency | 'aside', string])[] {
  const { onTheWay, asides } = arrange(rows);
  const kinds = [
    ...urgencies.map((urgency) => [urgency, onTheWay.filter((row) => row.urgency === urgency).length] as const),
    ['aside', asides.length] as const,
  ];
  return kinds.filter(([, number]) => number > 0).map(([kind, number]) => [kind, words.count[kind](number)] as const);
}

/** How pressing a letter on its way is, in words: `3 days late`, `arrived`. */
export function pressing({ due, urgency }: BoardRow, today: Day, words: BoardWords): string {
  if (urgency === 'in') return words.arrived;
  return due === null ? words.noDue : words.left(daysBetween(today, due));
}
