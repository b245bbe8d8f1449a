import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/core/time.ts';
import { addMilliseconds } from '../../../src/dates/calendar.ts';
import { type CohortAnswer, type CohortFigures, figuresNow, toldShare } from '../../../src/reminders/cohort.ts';

const start: Instant = '2027-08-30T13:00:00.000Z';
const days = (number: number) => addMilliseconds(start, number * 24 * 60 * 60_000);
const people = (count: number, asked: number, from = 0): readonly CohortAnswer[] =>
  Array.from({ length: count }, (_, index) => ({ member: `M${from + index}`, asked: index < asked }));
const flip = (answers: readonly CohortAnswer[], ...which: readonly number[]) =>
  answers.map((one, index) => (which.includes(index) ? { ...one, asked: !one.asked } : one));

function published(answers: readonly CohortAnswer[], at = start): CohortFigures {
  const made = figuresNow(undefined, answers, at);
  if (!made) throw new Error('nothing was published');
  return made;
}

describe('figures of a cohort', () => {
  it('are made of ten members or more, and of nine never, whatever was told before', () => {
    expect(figuresNow(undefined, people(9, 9), start)).toBeUndefined();
    expect(figuresNow(undefined, people(10, 7), start)).toMatchObject({ members: 10, asked: 7 });
    expect(figuresNow(published(people(10, 7)), people(9, 7), days(8))).toBeUndefined();
  });

  it('stay as they are for a week, whoever joins meanwhile', () => {
    const before = published(people(10, 2));
    expect(figuresNow(before, people(40, 40), days(6))).toBe(before);
    expect(figuresNow(before, people(40, 40), days(7))).toMatchObject({ members: 40, asked: 40, at: days(7) });
  });

  it('stay as they are while fewer than three members differ', () => {
    const all = people(14, 6);
    const before = published(all);
    const joined = people(1, 1, 90);
    for (const now of [
      all,
      flip(all, 0),
      flip(all, 0, 13),
      [...all, ...joined],
      all.slice(1),
      [...all.slice(1), ...joined],
      all.slice(2),
    ])
      expect(figuresNow(before, now, days(30))).toBe(before);
    for (const now of [flip(all, 0, 1, 13), [...all, ...people(3, 0, 90)], [...flip(all, 5).slice(1), ...joined]])
      expect(figuresNow(before, now, days(30))).not.toBe(before);
  });

  it('count members who were deleted since as members who left', () => {
    const before = published(people(14, 6));
    const without = (count: number) => ({ ...before, answers: before.answers.slice(count) });
    const [two, three] = [without(2), without(3)];
    expect(figuresNow(two, people(14, 6).slice(2), days(8))).toBe(two);
    expect(figuresNow(three, people(14, 6).slice(3), days(8))).toMatchObject({ members: 11, at: days(8) });
  });
});

describe('somebody who wants to know of one member', () => {
  const cohort = fc
    .integer({ min: 10, max: 60 })
    .chain((count) =>
      fc
        .array(fc.boolean(), { minLength: count, maxLength: count })
        .map((all) => all.map((asked, index) => ({ member: `M${index}`, asked }))),
    );

  it('sees nothing move when that one goes on, leaves or joins, however often they look', () => {
    fc.assert(
      fc.property(cohort, fc.nat(), fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }), (all, pick, looks) => {
        const victim = pick % all.length;
        const without = all.filter((_, index) => index !== victim);
        const base = published(all);
        for (const now of [flip(all, victim), without, all]) {
          let told: CohortFigures | undefined = base;
          for (const at of looks.toSorted((a, b) => a - b)) {
            told = figuresNow(told, now, days(at));
            // A cohort of ten less one is told nothing of; that says how many there are, not who did what.
            if (now.length < 10) expect(told).toBeUndefined();
            else expect(told && toldShare(told)).toEqual(toldShare(base));
            told = base;
          }
        }
      }),
    );
  });

  it('learns from two figures never the difference of fewer than three', () => {
    fc.assert(
      fc.property(
        cohort,
        fc.array(fc.array(fc.nat({ max: 59 }), { maxLength: 5 }), { maxLength: 10 }),
        (all, weeks) => {
          let now: readonly CohortAnswer[] = all;
          let told = published(all);
          for (const [week, changes] of weeks.entries()) {
            now = flip(now, ...changes);
            const next = figuresNow(told, now, days(7 * (week + 1)));
            if (next && next !== told) {
              const then = new Map(told.answers.map(({ member, asked }) => [member, asked]));
              expect(
                next.answers.filter(({ member, asked }) => then.get(member) !== asked).length,
              ).toBeGreaterThanOrEqual(3);
            }
            told = next ?? told;
          }
        },
      ),
    );
  });

  it('is told a range into which three counts or more fall: never that all have asked, or nobody', () => {
    for (let members = 10; members <= 300; members += 1) {
      const ranges = new Map<string, number>();
      for (let asked = 0; asked <= members; asked += 1) {
        const share = toldShare({ members, asked });
        expect(share.from).toBeLessThanOrEqual(Math.round((asked * 100) / members));
        expect(share.to).toBeGreaterThanOrEqual(Math.round((asked * 100) / members));
        const text = JSON.stringify(share);
        ranges.set(text, (ranges.get(text) ?? 0) + 1);
      }
      expect([members, Math.min(...ranges.values()) >= 3]).toEqual([members, true]);
    }
  });

  it('is told how many there are in fives', () => {
    expect([10, 14, 15, 19].map((members) => toldShare({ members, asked: 5 }).members)).toEqual([10, 10, 15, 15]);
  });
});
