import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/time.ts';
import { addDays } from '../../../src/dates/calendar.ts';
import type { Nudge } from '../../../src/letters/letter.ts';
import { type NudgeState, nudgeState } from '../../../src/letters/nudges.ts';
import { type Stage, stages } from '../../../src/letters/stages.ts';

const window = { from: 14, to: 7 };
const by: Day = '2026-09-30';

function state(today: Day, stage: Stage = 'requested', nudges: readonly Nudge[] = [], due: Day | null = by) {
  return nudgeState({ stage, nudges }, due, today, window, 7);
}

const once: readonly Nudge[] = [{ on: '2026-09-20', reason: null }];

describe('a reminder to a writer', () => {
  it.each<[string, Day, NudgeState]>([
    ['waits for its window', '2026-09-15', { kind: 'not-yet', opens: '2026-09-16', days: 1 }],
    ['is in place from 14 days before', '2026-09-16', { kind: 'open', closes: '2026-09-23', days: 7 }],
    ['is in place until 7 days before', '2026-09-23', { kind: 'open', closes: '2026-09-23', days: 0 }],
    ['is pressing after that', '2026-09-24', { kind: 'last-days', by, days: 6 }],
    ['is pressing on the very day', '2026-09-30', { kind: 'last-days', by, days: 0 }],
    ['is late after it', '2026-10-03', { kind: 'late', by, days: 3 }],
  ])('%s', (_, today, expected) => {
    expect(state(today)).toEqual(expected);
  });

  it('is sent once; a second one waits a week', () => {
    expect(state('2026-09-20', 'agreed', once)).toEqual({
      kind: 'used',
      on: '2026-09-20',
      again: '2026-09-27',
      days: 7,
    });
    expect(state('2026-09-27', 'agreed', once)).toMatchObject({ kind: 'used', again: '2026-09-27', days: 0 });
    expect(state('2026-11-01', 'agreed', once)).toMatchObject({ again: '2026-09-27', days: 0 });
  });

  it('is never sent a third time', () => {
    const twice: readonly Nudge[] = [...once, { on: '2026-09-28', reason: 'no-answer' }];
    expect(state('2027-01-01', 'agreed', twice)).toEqual({ kind: 'used', on: '2026-09-20', again: null, days: 0 });
  });

  it.each<[Stage, NudgeState]>([
    ['planned', { kind: 'none', because: 'no-yes' }],
    ['asked', { kind: 'none', because: 'no-yes' }],
    ['uploaded', { kind: 'none', because: 'in' }],
    ['processed', { kind: 'none', because: 'in' }],
    ['declined', { kind: 'none', because: 'gone' }],
    ['dropped', { kind: 'none', because: 'gone' }],
  ])('is for nobody at “%s”, reminded before or not', (stage, expected) => {
    expect(state('2026-09-20', stage)).toEqual(expected);
    expect(state('2026-09-20', stage, once)).toEqual(expected);
  });

  it('has no window without a date, and is remembered all the same', () => {
    expect(state('2026-09-20', 'agreed', [], null)).toEqual({ kind: 'none', because: 'no-date' });
    expect(state('2026-09-20', 'agreed', once, null)).toMatchObject({ kind: 'used' });
  });

  it('goes through its states in their order, day by day', () => {
    const order = ['not-yet', 'open', 'last-days', 'late'];
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), fc.constantFrom(...stages), (offset, stage) => {
        const [now, next] = [addDays(by, offset), addDays(by, offset + 1)].map((day) => state(day, stage).kind);
        expect(order.indexOf(next ?? '')).toBeGreaterThanOrEqual(order.indexOf(now ?? ''));
      }),
    );
  });
});
