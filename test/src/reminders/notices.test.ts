import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/time.ts';
import type { Letter, Writer } from '../../../src/letters/letter.ts';
import { noticesOf, type Situation } from '../../../src/reminders/notices.ts';
import { aDossier, aProgram, today, written } from '../../support/dossier.ts';

const due: Day = '2026-11-30';

function situation(more: Partial<Situation> = {}): Situation {
  return { ...aDossier(more), season: null, lastChange: null, ...more };
}

/** What is to be told of one letter, as `rule opens..closes`, in the order of the days. */
function told(letter: Partial<Letter>, writer: Partial<Writer> = {}, more: Partial<Situation> = {}): readonly string[] {
  const one = written('L1', writer, { due, stage: 'planned', ...letter });
  return noticesOf(situation({ letters: [one], ...more }))
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
    .map(({ rule, opens, closes }) => `${rule} ${opens.slice(5)}..${closes.slice(5)}`);
}

describe('what a member is to be told of a letter', () => {
  it('that is planned: to ask, from six weeks before on, and at last that it is due', () => {
    expect(told({})).toEqual([
      'ask-window 10-19..11-01',
      'ask-now 11-02..11-30',
      'due 11-29..11-30',
      'overdue 12-01..12-14',
    ]);
  });

  it('whose writer they leave: to ask on the last day together', () => {
    expect(told({}, { rotationEnds: '2026-09-25' })[0]).toBe('last-day 09-25..09-25');
    expect(told({ stage: 'asked' }, { rotationEnds: '2026-09-25' }).join()).not.toContain('last-day');
  });

  it('that was asked for: to have a backup, and to ask once more', () => {
    expect(told({ stage: 'asked' })).toEqual([
      'line-up 11-09..11-22',
      'no-answer 11-16..11-23',
      'activate 11-23..11-29',
      'due 11-29..11-30',
      'overdue 12-01..12-14',
    ]);
  });

  it('that was promised: the packet, one nudge, the backup’s clock', () => {
    expect(told({ stage: 'agreed', answer: 'strong', reached: { agreed: '2026-08-30' } })).toEqual([
      'packet 08-31..09-20',
      'line-up 11-09..11-15',
      'nudge 11-16..11-23',
      'activate 11-23..11-29',
      'due 11-29..11-30',
      'overdue 12-01..12-14',
    ]);
  });

  it('that was promised lukewarmly: no packet', () => {
    const lukewarm = told({ stage: 'agreed', answer: 'lukewarm', reached: { agreed: '2026-08-30' } });
    expect(lukewarm.join()).not.toContain('packet');
  });

  it('that was requested: to look every week whether it has come, this week and the next', () => {
    expect(told({ stage: 'requested', due: null, reached: { requested: '2026-08-20' } })).toEqual([
      'check 08-27..09-02',
      'check 09-03..09-09',
    ]);
    const late = told({ stage: 'requested', due: '2026-09-03', reached: { requested: '2026-08-20' } });
    expect(late.filter((one) => one.startsWith('check'))).toEqual(['check 08-27..09-02']);
  });

  it('without what was done already: a nudge that was sent, a backup that stands by or was asked', () => {
    const agreed = { stage: 'packet-sent' } as const;
    expect(told({ ...agreed, nudges: [{ on: '2026-11-16', reason: null }] }).join()).not.toContain('nudge');
    const standing = { writer: 'W9', since: '2026-09-01', activated: null } as const;
    expect(told({ ...agreed, backup: standing }).join()).not.toContain('line-up');
    expect(told({ ...agreed, backup: standing }).join()).toContain('activate');
    expect(told({ ...agreed, backup: { ...standing, activated: '2026-09-01' } }).join()).not.toContain('activate');
  });

  it('that is in: thanks, until they are said', () => {
    const uploaded = { stage: 'uploaded', reached: { uploaded: '2026-08-30' } } as const;
    expect(told(uploaded)).toEqual(['thanks 08-31..09-20']);
    expect(told({ ...uploaded, thanked: '2026-08-31' })).toEqual([]);
  });

  it.each(['declined', 'dropped'] as const)('that is %s: nothing', (stage) => {
    expect(told({ stage })).toEqual([]);
  });

  it('of an international graduate: all of it earlier, by the days that processing takes', () => {
    const shifted = told({ service: 'eras', season: '2027' }, {}, { img: true });
    expect(shifted[0]).not.toBe(told({})[0]);
    expect(shifted.find((one) => one.startsWith('due'))?.slice(4, 9) ?? '').toMatch(/^11-(?:0|1|2[0-8])/u);
  });

  it('has a key that stays the same from day to day, and another one for another date', () => {
    const keys = (more: Partial<Letter>, on: Day = today) =>
      noticesOf(situation({ letters: [written('L1', {}, { due, stage: 'planned', ...more })], today: on }))
        .map(({ key }) => key)
        .sort();
    expect(keys({}, '2026-11-20')).toEqual(keys({}));
    expect(keys({ due: '2026-12-01' }).filter((key) => keys({}).includes(key))).toEqual([]);
  });
});

describe('what a member is to be told of all letters together', () => {
  it('is that a letter goes nowhere, though there are programs that could have it', () => {
    const in1 = written('L1', {}, { stage: 'uploaded', reached: { uploaded: '2026-08-30' }, thanked: '2026-08-30' });
    const rules = (programs: Situation['programs']) =>
      noticesOf(situation({ letters: [in1], programs })).map(({ rule, about }) => `${rule} ${about}`);
    expect(rules([])).toEqual([]);
    expect(rules([aProgram('P1')])).toContain('assign L1');
    expect(rules([aProgram('P1', {}, ['L1'])])).not.toContain('assign L1');
  });

  it('is that a program lacks letters in the last week', () => {
    const needs = { letters: 3, most: null, own: null, chair: null, form: null };
    const notices = noticesOf(situation({ programs: [aProgram('P1', { due: '2026-09-29', needs })] }));
    expect(notices).toEqual([
      { key: 'short:P1:2026-09-29', rule: 'short', about: 'P1', opens: '2026-09-22', closes: '2026-09-29' },
    ]);
  });

  it('is to tell the result after Match Day, once for a service, until it was told', () => {
    const letter = { stage: 'uploaded', service: 'eras', season: '2027', thanked: '2026-09-01' } as const;
    const both = [written('L1', {}, letter), written('L2', {}, letter)];
    const results = (letters: Situation['letters']) =>
      noticesOf(situation({ letters })).filter(({ rule }) => rule === 'result');
    expect(results(both)).toEqual([
      { key: 'result:eras:2027', rule: 'result', about: 'eras', opens: '2027-03-20', closes: '2027-04-09' },
    ]);
    expect(results(both.map((one) => ({ ...one, letter: { ...one.letter, told: '2027-03-20' as const } })))).toEqual(
      [],
    );
  });

  it('is that what lies unused will be deleted, twice before it is', () => {
    const letters = [written('L1', {}, { stage: 'dropped' })];
    const warnings = noticesOf(situation({ letters, lastChange: '2026-08-01' }));
    expect(warnings.map(({ rule }) => rule)).toEqual(['expiry', 'expiry']);
    const [first, second] = warnings;
    const on = first?.key.split(':')[2] ?? '';
    expect([first?.key, second?.key]).toEqual([`expiry::${on}:1`, `expiry::${on}:2`]);
    expect(first && second && first.closes < second.opens).toBe(true);
    expect(noticesOf(situation({ letters, lastChange: null }))).toEqual([]);
    expect(noticesOf(situation({ lastChange: '2026-08-01' }))).toEqual([]);
  });
});
