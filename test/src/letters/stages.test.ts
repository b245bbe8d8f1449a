import { describe, expect, it } from 'vitest';
import { inverse, moved, replay, steps } from '../../../src/letters/change.ts';
import { dueProblem } from '../../../src/letters/due.ts';
import type { Change } from '../../../src/letters/letter.ts';
import { isOutstanding, ladder, movesFrom, nextRung, outstandingStages, stages } from '../../../src/letters/stages.ts';
import { aChange, added, aLetter, aWriter } from '../../support/samples.ts';

describe('the stages', () => {
  it('lead from the plan to the end, each to the one above it', () => {
    expect(ladder.map(nextRung)).toEqual([...ladder.slice(1), undefined]);
    expect([nextRung('declined'), nextRung('dropped')]).toEqual([undefined, undefined]);
  });

  it('offer the next rung first, wherever there is one', () => {
    for (const stage of ladder.slice(0, -1)) expect([stage, movesFrom(stage)[0]]).toEqual([stage, nextRung(stage)]);
  });

  it('never lead back, but for a second try', () => {
    const back = stages.flatMap((from) =>
      movesFrom(from)
        .filter((to) => stages.indexOf(to) < stages.indexOf(from))
        .map((to) => `${from} → ${to}`),
    );
    expect(back).toEqual(['declined → asked', 'dropped → planned']);
  });

  it('can all be reached from the plan', () => {
    const reached = new Set<string>(['planned']);
    for (const from of stages) if (reached.has(from)) for (const to of movesFrom(from)) reached.add(to);
    expect([...reached].sort()).toEqual([...stages].sort());
  });

  it('leave a letter to be waited for until it is uploaded, declined or dropped', () => {
    expect(stages.filter((stage) => !isOutstanding(stage))).toEqual(['uploaded', 'processed', 'declined', 'dropped']);
    expect(outstandingStages).toEqual(['planned', 'asked', 'agreed', 'packet-sent', 'requested']);
  });
});

describe('a letter that moves', () => {
  const letter = aLetter('maya', 'L1', 'chen');

  it('keeps the date of every stage', () => {
    const asked = moved(letter, 'asked', '2027-08-26', null);
    const agreed = moved(asked, 'agreed', '2027-08-28', 'strong');
    expect(agreed).toEqual({
      ...letter,
      stage: 'agreed',
      answer: 'strong',
      reached: { planned: '2027-08-25', asked: '2027-08-26', agreed: '2027-08-28' },
    });
  });

  it('keeps what was promised on its way, and forgets it when the writer declines or is asked anew', () => {
    const agreed = moved({ ...letter, stage: 'asked' }, 'agreed', '2027-08-28', 'lukewarm');
    expect(moved(agreed, 'requested', '2027-08-29', null).answer).toBe('lukewarm');
    expect(moved(agreed, 'declined', '2027-08-29', null).answer).toBeNull();
    expect(moved({ ...agreed, stage: 'declined' }, 'asked', '2027-08-30', null).answer).toBeNull();
  });
});

describe('a history', () => {
  const letter = aLetter('maya', 'L1', 'chen');
  const asked = moved(letter, 'asked', '2027-08-26', null);
  const first: Change = { ...aChange('maya', added(aWriter('maya', 'chen'), letter)), number: 1 };
  const second: Change = { ...aChange('maya', [{ kind: 'letter', before: letter, after: asked }]), number: 2 };
  const undo: Change = { ...aChange('maya', inverse(second.records), { undoes: second.id }), number: 3 };
  const undoAll: Change = { ...aChange('maya', inverse(first.records), { undoes: first.id }), number: 4 };

  it('tells the letter as it stands, and as it stood at any point', () => {
    const upTo = (count: number) => replay([first, second, undo, undoAll].slice(0, count), 'L1');
    expect([0, 1, 2, 3, 4].map(upTo)).toEqual([null, letter, asked, letter, null]);
    expect(replay([first, second], 'L2')).toBeNull();
  });

  it('tells the moves with their dates, those taken back included', () => {
    expect(steps([first, second, undo], 'L1').map(({ from, to, on }) => [from, to, on])).toEqual([
      [null, 'planned', '2027-08-25'],
      ['planned', 'asked', '2027-08-26'],
      ['asked', 'planned', '2027-08-25'],
    ]);
  });

  it('takes the records of a change back in the opposite order', () => {
    expect(inverse(first.records).map(({ kind, after }) => [kind, after])).toEqual([
      ['letter', null],
      ['writer', null],
    ]);
    expect(inverse(inverse(first.records))).toEqual(first.records);
  });
});

describe('a due date', () => {
  it.each([
    ['2027-08-25', undefined],
    ['2026-08-24', undefined],
    ['2026-08-23', 'too-old'],
    ['2032-08-25', undefined],
    ['2032-08-26', 'too-far'],
  ] as const)('of %s is %s on 25 August 2027', (due, problem) => {
    expect(dueProblem(due, '2027-08-25')).toBe(problem);
  });

  it('may be five years from a 29 February', () => {
    expect(dueProblem('2033-02-28', '2028-02-29')).toBeUndefined();
    expect(dueProblem('2033-03-01', '2028-02-29')).toBe('too-far');
  });
});
