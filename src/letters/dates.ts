import type { Day } from '../core/time.ts';
import { addDays, businessDaysBefore } from '../dates/calendar.ts';
import type { BackupDays, DaysBefore } from '../packs/pack.ts';
import { packOf } from '../packs/pack-of.ts';
import { type BackupPoint, clockPoints } from './backup.ts';
import type { Letter, LetterWithWriter, Writer } from './letter.ts';
import type { Rules } from './program-rules.ts';
import { isOutstanding, isPromised } from './stages.ts';

/** What the days of a letter are counted by. */
export interface DateRules {
  /**
   * Business days that pass between upload and use, Monday to Friday; 0 where none are confirmed. Public
   * holidays are not counted out, which whoever shows the day has to say.
   */
  readonly processing: number;
  /** `null` is not known, for this and the others: no day is told by a custom that nobody confirmed. */
  readonly ask: DaysBefore | null;
  readonly nudge: DaysBefore | null;
  readonly backup: BackupDays | null;
}

/** The rules for a letter in its service and season: an international graduate's passes through ECFMG first. */
export function dateRules(
  { service, season }: Pick<Letter, 'service' | 'season'>,
  img: boolean | null,
  { packs, today }: Rules,
): DateRules {
  const fact = service === null ? undefined : packOf(packs, service, season, today).facts.imgProcessingBusinessDays;
  const { askLeadDays, nudgeWindowDays, backupDays } = packs.rhythm;
  return {
    processing: img === true && fact?.confidence === 'high' ? fact.value : 0,
    ask: askLeadDays.value ?? null,
    nudge: nudgeWindowDays.value ?? null,
    backup: backupDays.value ?? null,
  };
}

/** From one day to another, both included. */
interface Span {
  readonly opens: Day;
  readonly closes: Day;
}

/**
 * The days that matter for a letter as it stands; what its stage has left behind is `null`. They all
 * hang on `uploadBy`, so that they move together.
 */
export interface LetterDates {
  readonly due: Day | null;
  /** The last day on which it can be uploaded to be of use on `due`: that day itself, or earlier. */
  readonly uploadBy: Day | null;
  /** Business days between the two. */
  readonly processing: number;
  /** When to ask: from the first day of the window to the last that leaves the writer time. */
  readonly ask: Span | null;
  /** The last day on which the member works with the writer: the best one to ask on. */
  readonly lastDay: Day | null;
  /** When a reminder is in place. */
  readonly nudge: Span | null;
  /** The points of the backup's clock, none where it does not run. */
  readonly backup: readonly { readonly point: BackupPoint; readonly day: Day }[];
}

/** All days of a letter. Lists, calendars and reminders take them from here and count none themselves. */
export function datesOf(letter: Letter, writer: Pick<Writer, 'rotationEnds'>, rules: DateRules): LetterDates {
  const { due, stage } = letter;
  const processing = isOutstanding(stage) ? rules.processing : 0;
  const uploadBy = due === null || processing === 0 ? due : businessDaysBefore(due, processing);
  const unasked = stage === 'planned';
  return {
    due,
    uploadBy,
    processing,
    ask: unasked ? spanBefore(uploadBy, rules.ask) : null,
    lastDay: unasked ? writer.rotationEnds : null,
    nudge: isPromised(stage) ? spanBefore(uploadBy, rules.nudge) : null,
    backup: uploadBy === null || rules.backup === null ? [] : clockPoints(letter, uploadBy, rules.backup),
  };
}

function spanBefore(by: Day | null, days: DaysBefore | null): Span | null {
  return by === null || days === null ? null : { opens: addDays(by, -days.from), closes: addDays(by, -days.to) };
}

/** The last day for the upload of each of a member's letters: the due date itself, or earlier. */
export function uploadDays(img: boolean | null, rules: Rules): (one: LetterWithWriter) => Day | null {
  return ({ letter, writer }) => datesOf(letter, writer, dateRules(letter, img, rules)).uploadBy;
}

/** What a day of a letter is for. */
export type DateKind =
  | 'due'
  | 'upload-by'
  | 'ask-opens'
  | 'ask-by'
  | 'last-day'
  | 'nudge-opens'
  | 'nudge-closes'
  | `backup-${BackupPoint}`;

export interface NamedDay {
  readonly kind: DateKind;
  readonly day: Day;
}

/** The days of a letter one by one, the earliest first. `upload-by` is there where it is not the due date. */
export function namedDays(dates: LetterDates): readonly NamedDay[] {
  const { due, uploadBy, ask, lastDay, nudge, backup } = dates;
  const named: readonly (NamedDay | null)[] = [
    ask && { kind: 'ask-opens', day: ask.opens },
    lastDay === null ? null : { kind: 'last-day', day: lastDay },
    ask && { kind: 'ask-by', day: ask.closes },
    nudge && { kind: 'nudge-opens', day: nudge.opens },
    ...backup.map(({ point, day }): NamedDay => ({ kind: `backup-${point}`, day })),
    nudge && { kind: 'nudge-closes', day: nudge.closes },
    uploadBy === null || uploadBy === due ? null : { kind: 'upload-by', day: uploadBy },
    due === null ? null : { kind: 'due', day: due },
  ];
  return named.filter((one) => one !== null).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
