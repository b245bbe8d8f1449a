import type { Day } from '../core/time.ts';
import { addDays, daysBetween } from '../dates/calendar.ts';
import type { DaysBefore, Packs } from '../packs/pack.ts';
import type { Letter } from './letter.ts';
import { isGone, isIn, isPromised } from './stages.ts';

/**
 * Whether a writer may be reminded of a letter, by the rule of one polite nudge: once, in a window
 * before the date. The rule is common advice; no service has one. The member writes, the bot never does.
 */
export type NudgeState =
  /** There is nothing to remind anybody of, or no date to count from. */
  | { readonly kind: 'none'; readonly because: 'no-yes' | 'in' | 'gone' | 'no-date' }
  | { readonly kind: 'not-yet'; readonly opens: Day; readonly days: number }
  /** In the window; `days` are those left of it, 0 on its last day. */
  | { readonly kind: 'open'; readonly closes: Day; readonly days: number }
  /** After the window and before the date: time for the assistant and the backup as well. */
  | { readonly kind: 'last-days'; readonly by: Day; readonly days: number }
  /** `days` are those since the date. */
  | { readonly kind: 'late'; readonly by: Day; readonly days: number }
  /**
   * Reminded already. A second reminder needs a reason and waits until `again`, which is `null` once
   * it was sent as well; `days` are those to wait, 0 when the wait is over.
   */
  | { readonly kind: 'used'; readonly on: Day; readonly again: Day | null; readonly days: number };

/**
 * How a letter stands with its reminder. `by` is the day on which it has to be uploaded, which for
 * some lies before its due date (`datesOf`); `again` are the days that a second reminder waits.
 */
export function nudgeState(
  { stage, nudges }: Pick<Letter, 'stage' | 'nudges'>,
  by: Day | null,
  today: Day,
  window: DaysBefore,
  again: number,
): NudgeState {
  if (isIn(stage)) return { kind: 'none', because: 'in' };
  if (isGone(stage)) return { kind: 'none', because: 'gone' };
  if (!isPromised(stage)) return { kind: 'none', because: 'no-yes' };
  const [first] = nudges;
  if (first) return used(first.on, nudges.length, today, again);
  if (by === null) return { kind: 'none', because: 'no-date' };
  const opens = addDays(by, -window.from);
  const closes = addDays(by, -window.to);
  if (today < opens) return { kind: 'not-yet', opens, days: daysBetween(today, opens) };
  if (today <= closes) return { kind: 'open', closes, days: daysBetween(today, closes) };
  if (today <= by) return { kind: 'last-days', by, days: daysBetween(today, by) };
  return { kind: 'late', by, days: daysBetween(by, today) };
}

function used(on: Day, sent: number, today: Day, wait: number): NudgeState {
  if (sent > 1) return { kind: 'used', on, again: null, days: 0 };
  const again = addDays(on, wait);
  return { kind: 'used', on, again, days: Math.max(0, daysBetween(today, again)) };
}

/** How a letter stands with its reminder by the customs that are known; `null` where none is. */
export function nudgeNow(
  letter: Pick<Letter, 'stage' | 'nudges'>,
  by: Day | null,
  { packs, today }: { readonly packs: Packs; readonly today: Day },
): NudgeState | null {
  const { nudgeWindowDays, nudgeAgainDays } = packs.rhythm;
  if (nudgeWindowDays.value === undefined || nudgeAgainDays.value === undefined) return null;
  return nudgeState(letter, by, today, nudgeWindowDays.value, nudgeAgainDays.value);
}

/** Whether a reminder may go out today; a second one still needs its reason. */
export function mayNudge(state: NudgeState | null): boolean {
  switch (state?.kind) {
    case 'none':
      return state.because === 'no-date';
    case 'not-yet':
      return false;
    case 'used':
      return state.again !== null && state.days === 0;
    default:
      return true;
  }
}
