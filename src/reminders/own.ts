import type { MemberId } from '../core/command.ts';
import type { Day, Instant, Zone } from '../core/time.ts';
import { addDays, addMonths, atWallClock, dayIn } from '../dates/calendar.ts';
import type { Occurrence } from './schedule.ts';

export const repeats = ['never', 'daily', 'weekly', 'monthly', 'yearly'] as const;
export type Repeats = (typeof repeats)[number];

/** A text that a member wants to be told at a time of their own. It comes then, in quiet hours too. */
export interface OwnReminder {
  readonly id: string;
  readonly member: MemberId;
  /** Small and the member's own, to be typed: `/lor remind cancel 1`. */
  readonly number: number;
  /** Lies encrypted. */
  readonly text: string;
  /** The first day. Later ones are counted from it, so that the 31st stays the end of the month. */
  readonly day: Day;
  /** Wall-clock time in the member's zone, `09:00`. */
  readonly time: string;
  readonly repeats: Repeats;
  /** When it comes next; `null` when it never will again. */
  readonly nextAt: Instant | null;
}

/** Reminders of their own that one member may have at a time. */
export const maxOwnReminders = 25;

/** Characters of a reminder's text. */
export const ownTextLimit = 300;

export interface OwnReminderStore {
  /** A member's, by their numbers. */
  list(member: MemberId): Promise<readonly OwnReminder[]>;
  find(member: MemberId, id: string): Promise<OwnReminder | undefined>;
  add(reminder: Omit<OwnReminder, 'number'>): Promise<OwnReminder>;
  remove(member: MemberId, id: string): Promise<void>;
  /** Deletes those that are over and began before a day. */
  forgetBefore(day: Day): Promise<void>;
  /** Those whose moment has come, the earliest first. */
  due(now: Instant, limit: number): Promise<readonly OwnReminder[]>;
  setNext(id: string, nextAt: Instant | null): Promise<void>;
  /** The earliest moment after an instant at which one is due. */
  nextAt(after: Instant): Promise<Instant | undefined>;
}

/** Those that come at least once more. */
export function stillToCome<T extends Pick<OwnReminder, 'nextAt'>>(reminders: readonly T[]): readonly T[] {
  return reminders.filter(({ nextAt }) => nextAt !== null);
}

/** What a delivery of one carries. The text is read when it goes out. */
export interface OwnPayload {
  readonly kind: 'own';
  readonly member: MemberId;
  readonly reminder: string;
  readonly day: Day;
  readonly late: boolean;
  /** It was put off by the member. */
  readonly snoozed?: true;
}

/** The day of the so-and-so-many-th time; in a month that is too short, its last day. */
function nthDay({ day, repeats: each }: Pick<OwnReminder, 'day' | 'repeats'>, count: number): Day | undefined {
  switch (each) {
    case 'never':
      return count === 0 ? day : undefined;
    case 'daily':
      return addDays(day, count);
    case 'weekly':
      return addDays(day, 7 * count);
    case 'monthly':
      return addMonths(day, count);
    case 'yearly':
      return addMonths(day, 12 * count);
  }
}

/** Days that lie between two times at the most, for skipping what is long over. */
const longest: Readonly<Record<Repeats, number>> = { never: 1, daily: 1, weekly: 7, monthly: 31, yearly: 366 };

/** The first time strictly after an instant; none where it is over. */
export function nextTime(
  reminder: Pick<OwnReminder, 'day' | 'time' | 'repeats'>,
  zone: Zone,
  after: Instant,
): Occurrence | undefined {
  const elapsed = Math.floor((Date.parse(after) - Date.parse(reminder.day)) / (24 * 60 * 60_000));
  const start = Math.max(0, Math.floor(elapsed / longest[reminder.repeats]) - 1);
  for (let count = reminder.repeats === 'never' ? 0 : start; ; count += 1) {
    const day = nthDay(reminder, count);
    if (day === undefined) return undefined;
    const at = atWallClock(day, reminder.time, zone);
    // A date that the zone skipped is told on the next one.
    if (at > after) return { day: dayIn(zone, at) > day ? dayIn(zone, at) : day, at };
  }
}
