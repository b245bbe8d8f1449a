import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/time.ts';
import { addDays, daysBetween, isBusinessDay } from '../../../src/dates/calendar.ts';
import { backupClock } from '../../../src/letters/backup.ts';
import { type DateRules, dateRules, datesOf, namedDays } from '../../../src/letters/dates.ts';
import type { Letter } from '../../../src/letters/letter.ts';
import { type Stage, stages } from '../../../src/letters/stages.ts';
import { packs, packsWith, sourced, today, unconfirmed, written } from '../../support/dossier.ts';

const rules: DateRules = {
  processing: 0,
  ask: { from: 42, to: 28 },
  nudge: { from: 14, to: 7 },
  backup: { lineUp: 21, nudge: 14, activate: 7 },
};

/** The days of Dr. Chen's letter, due on Wednesday 23 September 2026. */
function days(letter: Partial<Letter>, more: Partial<DateRules> = {}, rotationEnds: Day | null = null) {
  const one = written('chen', { rotationEnds }, { due: '2026-09-23', ...letter });
  return datesOf(one.letter, one.writer, { ...rules, ...more });
}

/** Each day with what it is for, as a calendar has them. */
function named(...args: Parameters<typeof days>): readonly string[] {
  return namedDays(days(...args)).map(({ kind, day }) => `${day} ${kind}`);
}

describe('the days of a letter', () => {
  it('that is planned are those of asking', () => {
    expect(named({ stage: 'planned' }, {}, '2026-08-20')).toEqual([
      '2026-08-12 ask-opens',
      '2026-08-20 last-day',
      '2026-08-26 ask-by',
      '2026-09-23 due',
    ]);
  });

  it('that was asked for are those of its backup, without a reminder', () => {
    expect(named({ stage: 'asked' })).toEqual([
      '2026-09-02 backup-line-up',
      '2026-09-16 backup-activate',
      '2026-09-23 backup-submit',
      '2026-09-23 due',
    ]);
  });

  it('that was promised are those of the reminder and of the backup', () => {
    expect(named({ stage: 'requested' })).toEqual([
      '2026-09-02 backup-line-up',
      '2026-09-09 nudge-opens',
      '2026-09-09 backup-nudge',
      '2026-09-16 backup-activate',
      '2026-09-16 nudge-closes',
      '2026-09-23 backup-submit',
      '2026-09-23 due',
    ]);
  });

  it.each<Stage>(['uploaded', 'processed', 'declined', 'dropped'])('at “%s” are no more than its due date', (stage) => {
    expect(named({ stage }, { processing: 5 }, '2026-08-20')).toEqual(['2026-09-23 due']);
  });

  it('without a due date are no more than the last day together', () => {
    expect(named({ stage: 'planned', due: null }, {}, '2026-08-20')).toEqual(['2026-08-20 last-day']);
    expect(named({ stage: 'requested', due: null })).toEqual([]);
  });

  it('all lie earlier where uploads are processed first', () => {
    expect(named({ stage: 'requested' }, { processing: 5 })).toEqual([
      '2026-08-26 backup-line-up',
      '2026-09-02 nudge-opens',
      '2026-09-02 backup-nudge',
      '2026-09-09 backup-activate',
      '2026-09-09 nudge-closes',
      '2026-09-16 backup-submit',
      '2026-09-16 upload-by',
      '2026-09-23 due',
    ]);
  });

  it('that no confirmed custom gives are left out', () => {
    const nothing = { ask: null, nudge: null, backup: null };
    expect(named({ stage: 'planned' }, nothing)).toEqual(['2026-09-23 due']);
    expect(named({ stage: 'agreed' }, nothing)).toEqual(['2026-09-23 due']);
  });

  it('move with the day of upload, whatever the due date, the stage and the processing', () => {
    const cases = fc.tuple(
      fc.integer({ min: 0, max: 900 }),
      fc.constantFrom(...stages),
      fc.integer({ min: 1, max: 12 }),
    );
    fc.assert(
      fc.property(cases, ([offset, stage, processing]) => {
        const due = addDays('2026-06-01', offset);
        const shifted = days({ due, stage }, { processing });
        const { uploadBy } = shifted;
        if (uploadBy === null) throw new Error('a due date has a day of upload');
        const plain = days({ due: uploadBy, stage });
        expect({ ...shifted, due: uploadBy, processing: 0 }).toEqual(plain);
        if (shifted.processing > 0) expect(isBusinessDay(uploadBy)).toBe(true);
      }),
    );
  });
});

describe('the rules of the days', () => {
  const letter = (service: Letter['service'], season: string | null = null) => ({ service, season });
  const given = { packs, today };

  it('have the processing of ECFMG for an international graduate in ERAS alone', () => {
    expect(dateRules(letter('eras'), true, given).processing).toBe(5);
    expect(dateRules(letter('eras'), false, given).processing).toBe(0);
    expect(dateRules(letter('eras'), null, given).processing).toBe(0);
    expect(dateRules(letter('carms'), true, given).processing).toBe(0);
    expect(dateRules(letter(null), true, given).processing).toBe(0);
  });

  it('take no processing from a rule that is not sure', () => {
    const unsure = packsWith('eras', { imgProcessingBusinessDays: sourced(9, 'medium') });
    expect(dateRules(letter('eras'), true, { packs: unsure, today }).processing).toBe(0);
  });

  it('are those of the season of the letter', () => {
    const [first, second] = packs.seasons.eras;
    if (!second) throw new Error('two seasons of ERAS are expected');
    const later = { ...second, facts: { ...second.facts, imgProcessingBusinessDays: sourced(8, 'high') } };
    const both = { ...packs, seasons: { ...packs.seasons, eras: [first, later] as const } };
    expect(dateRules(letter('eras', second.season), true, { packs: both, today }).processing).toBe(8);
    expect(dateRules(letter('eras'), true, { packs: both, today }).processing).toBe(5);
  });

  it('have the customs of the packs, and none that nobody could confirm', () => {
    expect(dateRules(letter('eras'), null, given)).toEqual(rules);
    const bare = { ...packs, rhythm: { ...packs.rhythm, nudgeWindowDays: unconfirmed, backupDays: unconfirmed } };
    expect(dateRules(letter('eras'), null, { packs: bare, today })).toMatchObject({ nudge: null, backup: null });
  });
});

describe('the backup’s clock', () => {
  const by: Day = '2026-09-30';
  const clockDays = { lineUp: 21, nudge: 14, activate: 7 };
  const clock = (on: Day, more: Partial<Letter> = {}) => {
    const { letter } = written('chen', {}, { stage: 'requested', ...more });
    return backupClock(letter, by, clockDays, on);
  };
  const points = (on: Day, more: Partial<Letter> = {}) => {
    const { now, next } = clock(on, more);
    return [now?.point ?? null, next?.point ?? null];
  };
  const backup = { writer: 'SILVA', since: '2026-09-10', activated: null } as const;

  it.each<[Day, string | null, string | null]>([
    ['2026-09-08', null, 'line-up'],
    ['2026-09-09', 'line-up', 'nudge'],
    ['2026-09-16', 'nudge', 'activate'],
    ['2026-09-23', 'activate', 'submit'],
    ['2026-09-30', 'submit', null],
    ['2026-10-20', 'submit', null],
  ])('on %s stands at %s, with %s ahead', (on, now, next) => {
    expect(points(on)).toEqual([now, next]);
  });

  it('passes over what is done', () => {
    expect(points('2026-09-10', { backup })).toEqual([null, 'nudge']);
    expect(points('2026-09-10', { backup, nudges: [{ on: '2026-09-10', reason: null }] })).toEqual([null, 'activate']);
    expect(points('2026-09-24', { backup: { ...backup, activated: '2026-09-24' } })).toEqual([null, 'submit']);
  });

  it('asks to activate a backup that nobody lined up, when it is time', () => {
    expect(points('2026-09-24')).toEqual(['activate', 'submit']);
  });

  it('leaves the reminder out for whoever has not answered', () => {
    expect(points('2026-09-16', { stage: 'asked' })).toEqual(['line-up', 'activate']);
  });

  it.each<Stage>(['planned', 'uploaded', 'processed', 'declined', 'dropped'])('does not run at “%s”', (stage) => {
    expect(clock('2026-09-20', { stage })).toEqual({ points: [], now: null, next: null });
  });

  it('does not run without a date', () => {
    const { letter } = written('chen', {}, { stage: 'requested' });
    expect(backupClock(letter, null, clockDays, '2026-09-20').points).toEqual([]);
  });

  it('has its points at the days of the custom', () => {
    expect(clock(today).points.map(({ day }) => daysBetween(day, by))).toEqual([21, 14, 7, 0]);
  });
});
