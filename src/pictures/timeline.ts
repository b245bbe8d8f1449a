import type { Day } from '../core/time.ts';
import { daysBetween } from '../dates/calendar.ts';

/**
 * What a date of the season is: something opens, something has to be there, a result comes, or it
 * is a date of the community.
 */
export const eventKinds = ['opens', 'deadline', 'result', 'community'] as const;
export type EventKind = (typeof eventKinds)[number];

export interface TimelineEvent {
  readonly name: string;
  readonly day: Day;
  readonly kind: EventKind;
}

/** The dates of a season. It tells of no member, so that all may see it. */
export interface Timeline {
  readonly title: string;
  readonly today: Day;
  /** In any order. */
  readonly events: readonly TimelineEvent[];
}

/** What a timeline says by itself, in one language. */
export interface TimelineWords {
  readonly kind: Readonly<Record<EventKind, string>>;
  /** `in 3 days`, `today`, `3 days ago` for a negative number. */
  readonly left: (days: number) => string;
  /** A day; beside one of the same year its year goes without saying. */
  readonly date: (day: Day, beside?: Day) => string;
  /** What stands between the past and what is to come. */
  readonly today: (date: string) => string;
  readonly empty: string;
  /** Below the last date that the picture has room for. */
  readonly more: (number: number) => string;
  /** What the sign in the place of a character means that the picture cannot draw. */
  readonly lost: (sign: string) => string;
  /** One date as a sentence: its name, what it is, and facts about it. */
  readonly sentence: (name: string, kind: string, facts: readonly string[]) => string;
}

/** A date with its number, by which the text beside the picture can be asked, and the days until then. */
export interface NumberedEvent extends TimelineEvent {
  readonly number: number;
  /** Negative when it is past. */
  readonly left: number;
}

/** The dates in their order, numbered through. */
export function inOrder({ events, today }: Pick<Timeline, 'events' | 'today'>): readonly NumberedEvent[] {
  return [...events]
    .sort((one, other) => daysBetween(other.day, one.day))
    .map((event, index) => ({ ...event, number: index + 1, left: daysBetween(today, event.day) }));
}
