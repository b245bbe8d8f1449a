import type { Day } from '../core/time.ts';
import { addDays } from '../dates/calendar.ts';
import type { BackupDays } from '../packs/pack.ts';
import type { Letter } from './letter.ts';
import { isPromised } from './stages.ts';

/** The points of the clock that runs while a letter is late, in their order. */
export const backupPoints = ['line-up', 'nudge', 'activate', 'submit'] as const;
export type BackupPoint = (typeof backupPoints)[number];

export interface ClockPoint {
  readonly point: BackupPoint;
  readonly day: Day;
  /** What the point asks for was done: somebody stands by, a reminder was sent, the backup was asked. */
  readonly done: boolean;
}

/** Where the clock of a letter stands on a day. */
export interface BackupClock {
  readonly points: readonly ClockPoint[];
  /** The latest point that is reached, unless what it asks for is done. */
  readonly now: ClockPoint | null;
  /** The first point ahead that is not done. */
  readonly next: ClockPoint | null;
}

type Awaited = Pick<Letter, 'stage' | 'nudges' | 'backup'>;

/**
 * The days of the clock, counted back from the day on which a letter has to be uploaded. It runs for
 * letters that were asked for and are not in. Whoever has not answered is asked, not reminded, so that
 * the nudge is left out for them.
 */
export function clockPoints(letter: Awaited, by: Day, days: BackupDays): readonly ClockPoint[] {
  const { stage, nudges, backup } = letter;
  if (stage !== 'asked' && !isPromised(stage)) return [];
  const activated = backup !== null && backup.activated !== null;
  const points: readonly ClockPoint[] = [
    { point: 'line-up', day: addDays(by, -days.lineUp), done: backup !== null },
    { point: 'nudge', day: addDays(by, -days.nudge), done: nudges.length > 0 },
    { point: 'activate', day: addDays(by, -days.activate), done: activated },
    // Applying without the letter and adding it later is a thing to know, not one to tick.
    { point: 'submit', day: by, done: false },
  ];
  return stage === 'asked' ? points.filter(({ point }) => point !== 'nudge') : points;
}

/** Which point is reached today and which comes next; without points where no clock runs. */
export function backupClock(letter: Awaited, by: Day | null, days: BackupDays, today: Day): BackupClock {
  const points = by === null ? [] : clockPoints(letter, by, days);
  const reached = points.findLast(({ day }) => day <= today);
  return {
    points,
    now: reached && !reached.done ? reached : null,
    next: points.find(({ day, done }) => day > today && !done) ?? null,
  };
}
