import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../src/core/time.ts';
import { addDays, dayIn, daysBetween } from '../../../src/dates/calendar.ts';
import { type Hours, isWorkingDay, openDay, usualHours } from '../../../src/members/hours.ts';
import { agendaOf, missedSince, nextMoment, planned, type Rhythm } from '../../../src/reminders/agenda.ts';
import type { Notice, NoticeRule } from '../../../src/reminders/notice.ts';
import { wall } from '../../support/bot.ts';

const usual: Rhythm = { zone: 'America/New_York', hours: usualHours, pausedUntil: null };
const weekdays: Rhythm = { ...usual, hours: { ...usualHours, days: [1, 2, 3, 4, 5] } };
const nobody: ReadonlySet<string> = new Set();

function notice(opens: Day, closes: Day, rule: NoticeRule = 'nudge'): Notice {
  return { key: `${rule}:L1:${opens}`, rule, about: 'L1', opens, closes };
}

/** Thursday to Thursday. */
const week = notice('2027-09-16', '2027-09-23');

function due(notices: readonly Notice[], at: string, rhythm = usual, told = nobody): readonly string[] {
  return agendaOf(notices, told, rhythm, wall(at)).due.map(({ rule }) => rule);
}

describe('an agenda', () => {
  it('has what is open, in the hours and not before', () => {
    const at = (moment: string) => due([week], moment).length;
    expect(['2027-09-15 12:00', '2027-09-16 08:59', '2027-09-16 09:00', '2027-09-16 21:00'].map(at)).toEqual([
      0, 0, 1, 0,
    ]);
    expect(['2027-09-23 20:59', '2027-09-24 09:00'].map(at)).toEqual([1, 0]);
  });

  it('has nothing twice', () => {
    expect(due([week], '2027-09-16 09:00', usual, new Set([week.key]))).toEqual([]);
  });

  it('has the heaviest first', () => {
    const all = [notice('2027-09-16', '2027-09-23', 'check'), notice('2027-09-16', '2027-09-23', 'overdue'), week];
    expect(due(all, '2027-09-16 09:00')).toEqual(['overdue', 'nudge', 'check']);
  });

  it('keeps free days free', () => {
    const saturday = notice('2027-09-18', '2027-09-25');
    expect(due([saturday], '2027-09-18 10:00', weekdays)).toEqual([]);
    expect(due([saturday], '2027-09-20 10:00', weekdays)).toEqual(['nudge']);
    expect(nextMoment([saturday], nobody, weekdays, wall('2027-09-16 10:00'))).toBe(wall('2027-09-20 09:00'));
  });

  it('tells what has no working day on the last one before, rather than never', () => {
    const weekend = notice('2027-09-18', '2027-09-19', 'due');
    expect(nextMoment([weekend], nobody, weekdays, wall('2027-09-16 10:00'))).toBe(wall('2027-09-17 09:00'));
    expect(due([weekend], '2027-09-17 10:00', weekdays)).toEqual(['due']);
    // It came up too late for that.
    expect(nextMoment([weekend], nobody, weekdays, wall('2027-09-17 22:00'))).toBe(wall('2027-09-18 09:00'));
  });

  it('leaves the last day with a writer on its day, apart from the others', () => {
    const sunday = notice('2027-09-19', '2027-09-19', 'last-day');
    const agenda = agendaOf([sunday, notice('2027-09-19', '2027-09-30')], nobody, weekdays, wall('2027-09-19 10:00'));
    expect([agenda.due, agenda.apart.map(({ rule }) => rule)]).toEqual([[], ['last-day']]);
  });

  it('waits for the end of a pause, and tells then what is still of use', () => {
    const paused: Rhythm = { ...usual, pausedUntil: '2027-09-20' };
    const short = notice('2027-09-16', '2027-09-18');
    expect(due([week, short], '2027-09-17 10:00', paused)).toEqual([]);
    expect(nextMoment([week, short], nobody, paused, wall('2027-09-17 10:00'))).toBe(wall('2027-09-20 09:00'));
    expect(due([week, short], '2027-09-20 09:00', paused)).toEqual(['nudge']);
    const missed = missedSince([short], nobody, paused, { since: '2027-09-10', now: wall('2027-09-20 09:00') });
    expect(missed).toEqual([]);
  });

  it('knows what was missed: over, untold, and not before somebody looked', () => {
    const now = wall('2027-09-25 12:00');
    const over = [notice('2027-09-01', '2027-09-10', 'check'), week];
    expect(missedSince(over, nobody, usual, { since: '2027-09-16', now })).toEqual([week]);
    expect(missedSince(over, new Set([week.key]), usual, { since: '2027-09-16', now })).toEqual([]);
  });
});

describe('a season of an agenda, looked at whenever it says', () => {
  const day = fc.integer({ min: 0, max: 120 }).map((count) => addDays('2027-08-01', count));
  const rule = fc.constantFrom<NoticeRule>('nudge', 'due', 'check', 'packet', 'last-day');
  const someNotices = fc
    .uniqueArray(fc.tuple(day, fc.integer({ min: 0, max: 20 }), rule), {
      selector: ([opens, , kind]) => `${kind} ${opens}`,
      maxLength: 8,
    })
    .map((all) =>
      all.map(([opens, length, kind]) => notice(opens, kind === 'last-day' ? opens : addDays(opens, length), kind)),
    );
  const someHours: fc.Arbitrary<Hours> = fc.record({
    from: fc.constantFrom('00:00', '09:00', '17:30'),
    until: fc.constantFrom('21:00', '08:15'),
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  });
  const someRhythm: fc.Arbitrary<Rhythm> = fc.record({
    zone: fc.constantFrom('America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Europe/London'),
    hours: someHours,
    pausedUntil: fc.option(day),
  });

  /** Goes from moment to moment, as the planner does, and tells all that is due. */
  function play(notices: readonly Notice[], rhythm: Rhythm) {
    const told = new Map<string, { readonly day: Day; readonly at: Instant }>();
    let now = wall('2027-07-31 12:00', rhythm.zone);
    for (let steps = 0; steps < 500; steps += 1) {
      const next = nextMoment(notices, new Set(told.keys()), rhythm, now);
      if (next === undefined) return { told, over: true };
      expect(next > now).toBe(true);
      now = next;
      const { day: on, due: some, apart } = agendaOf(notices, new Set(told.keys()), rhythm, now);
      expect([...some, ...apart]).not.toEqual([]);
      for (const { key } of [...some, ...apart]) told.set(key, { day: on ?? dayIn(rhythm.zone, now), at: now });
    }
    return { told, over: false };
  }

  it('tells each notice once, in its days, in the hours, and none is forgotten', () => {
    fc.assert(
      fc.property(someNotices, someRhythm, (notices, rhythm) => {
        const { told, over } = play(notices, rhythm);
        expect(over).toBe(true);
        for (const one of notices) {
          const paused = rhythm.pausedUntil;
          const when = told.get(one.key);
          if (paused !== null && one.closes < paused) continue;
          if (when === undefined) {
            // Only a pause can have taken the one working day before the window.
            expect(paused).not.toBeNull();
            continue;
          }
          expect(openDay(rhythm.hours, rhythm.zone, when.at)).toBe(when.day);
          expect(when.day <= one.closes).toBe(true);
          expect(daysBetween(when.day, one.opens)).toBeLessThanOrEqual(7);
          if (paused !== null) expect(when.day >= paused).toBe(true);
          if (when.day < one.opens) expect(isWorkingDay(rhythm.hours, when.day)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('announces what it then does', () => {
    fc.assert(
      fc.property(someNotices, someRhythm, (notices, rhythm) => {
        const announced = planned(notices, nobody, rhythm, wall('2027-07-31 12:00', rhythm.zone));
        const { told } = play(notices, rhythm);
        expect(announced.map(({ notice: { key }, day: on }) => [key, on]).sort()).toEqual(
          [...told].map(([key, { day: on }]) => [key, on]).sort(),
        );
      }),
      { numRuns: 200 },
    );
  });
});
