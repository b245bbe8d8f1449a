import type { Day } from '../core/time.ts';

/**
 * What a member can be told of by itself. The order is that of weight: of a letter's several, the first
 * one that is due is what its entry speaks of.
 */
export const noticeRules = [
  'overdue',
  'due',
  'last-day',
  'activate',
  'nudge',
  'no-answer',
  'ask-now',
  'line-up',
  'packet',
  'ask-window',
  'assign',
  'thanks',
  'check',
  'short',
  'result',
  'expiry',
] as const;

export type NoticeRule = (typeof noticeRules)[number];

/** Something that a member is to be told once, and the days on which it is of use, both included. */
export interface Notice {
  /**
   * Names it once and for all: `nudge:<letter>:2027-09-23`. The day that it hangs on is part of it, so
   * that a date which is corrected is told anew.
   */
  readonly key: string;
  readonly rule: NoticeRule;
  /** The id of the letter or the program that it is about; `null` where it is about all of them. */
  readonly about: string | null;
  readonly opens: Day;
  readonly closes: Day;
}

/** Lies on its own day, whatever days the member keeps free, and comes beside the day's message. */
export function keepsItsDay({ rule }: Pick<Notice, 'rule'>): boolean {
  return rule === 'last-day';
}

/** The heaviest first. */
export function byWeight(a: Pick<Notice, 'rule'>, b: Pick<Notice, 'rule'>): number {
  return noticeRules.indexOf(a.rule) - noticeRules.indexOf(b.rule);
}
