import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/time.ts';
import { addDays, daysBetween } from '../../../src/dates/calendar.ts';
import { dateStyle, readDay } from '../../../src/exchange/date-column.ts';

const today = '2027-03-18';

/** The dates of a column, each read or with its problem. */
function column(cells: readonly string[], toward: 'future' | 'past' = 'future'): readonly string[] {
  const style = dateStyle(cells);
  return cells.map((cell) => {
    const read = readDay(cell, style, today, toward);
    return 'day' in read ? read.day : read.problem;
  });
}

describe('a column of dates', () => {
  it.each([
    ['2027-09-23', '2027-09-23'],
    ['2027/9/3', '2027-09-03'],
    ['2027-09-23T00:00:00Z', '2027-09-23'],
    ['2027-09-23 17:00', '2027-09-23'],
    ['9/23/2027', '2027-09-23'],
    ['9/23/27', '2027-09-23'],
    ['9/23/2027 5:00 PM', '2027-09-23'],
    ['09-23-2027', '2027-09-23'],
    ['23.9.2027', '2027-09-23'],
    ['23.09.27', '2027-09-23'],
    ['3.9.2027', '2027-09-03'],
    ['23/09/2027', '2027-09-23'],
    ['Sep 23, 2027', '2027-09-23'],
    ['September 23rd, 2027', '2027-09-23'],
    ['Thu, Sep 23, 2027', '2027-09-23'],
    ['Thursday, September 23, 2027', '2027-09-23'],
    ['23-Sep-27', '2027-09-23'],
    ['23-Sep-2027', '2027-09-23'],
    ['Sep 23', '2027-09-23'],
    ['23 sept. 2027', '2027-09-23'],
    ['jeu. 23 sept. 2027', '2027-09-23'],
    ['mar. 23 mars 2027', '2027-03-23'],
    ['Mar 23 2027', '2027-03-23'],
    ['1er mai 2027', '2027-05-01'],
    ['46653', '2027-09-23'],
    ['46653.5', '2027-09-23'],
    ['  Sep   23, 2027 ', '2027-09-23'],
  ])('reads %s', (cell, day) => {
    expect(column([cell])).toEqual([day]);
  });

  it.each([
    ['31.9.2027', 'no-such-day'],
    ['2/30/2027', 'no-such-day'],
    ['Feb 30, 2027', 'no-such-day'],
    ['2027-13-01', 'not-a-date'],
    ['13/45/2027', 'not-a-date'],
    ['tomorrow', 'not-a-date'],
    ['in 3 weeks', 'not-a-date'],
    ['next fri', 'not-a-date'],
    ['soon', 'not-a-date'],
    ['Dr. August', 'not-a-date'],
    ['2027', 'not-a-date'],
    ['Sep 23 - 25', 'not-a-date'],
    ['1234567', 'not-a-date'],
  ])('does not read %s', (cell, problem) => {
    expect(column([cell])).toEqual([problem]);
  });

  it('reads all its dates the way that one of them proves', () => {
    expect(column(['5/6/2027', '23/9/2027'])).toEqual(['2027-06-05', '2027-09-23']);
    expect(column(['5/6/2027', '9/23/2027'])).toEqual(['2027-05-06', '2027-09-23']);
    expect(column(['5.6.2027', '9.23.2027'])).toEqual(['2027-05-06', '2027-09-23']);
    expect(dateStyle(['5/6/2027', '23/9/2027'])).toEqual({ order: 'day-first', why: 'proven', sample: '5/6/2027' });
  });

  it('reads the month first where nothing proves it, and has a sample to show', () => {
    expect(dateStyle(['', '5/5/2027', '10/9/2027'])).toEqual({
      order: 'month-first',
      why: 'assumed',
      sample: '10/9/2027',
    });
    expect(column(['10/9/2027'])).toEqual(['2027-10-09']);
  });

  it('asks nothing where it makes no difference', () => {
    expect(dateStyle(['5/5/2027', '2027-09-03', 'Sep 3, 2027', '', '46653']).why).toBe('plain');
  });

  it('reads each date that allows one order only where they contradict each other, and none that allows both', () => {
    expect(dateStyle(['5/6/2027', '23/9/2027', '9/24/2027']).why).toBe('mixed');
    expect(column(['5/6/2027', '23/9/2027', '9/24/2027', '7/7/2027', 'Sep 23, 2027'])).toEqual([
      'date-order',
      '2027-09-23',
      '2027-09-24',
      '2027-07-07',
      '2027-09-23',
    ]);
  });

  it('goes by what the member says', () => {
    const style = dateStyle(['5/6/2027'], 'day-first');
    expect(style).toEqual({ order: 'day-first', why: 'chosen', sample: '5/6/2027' });
    expect(readDay('5/6/2027', style, today, 'future')).toEqual({ day: '2027-06-05' });
  });

  it('looks back for a date without a year where something has happened', () => {
    expect(column(['Sep 23'], 'past')).toEqual(['2026-09-23']);
  });

  it('reads any day the same, however a program writes it', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((number) => addDays('2000-01-01', number));
    fc.assert(
      fc.property(days, (day: Day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const proof = { american: '12/31/2027', european: '31/12/2027' };
        expect(column([`${month}/${date}/${year}`, proof.american])[0]).toBe(day);
        expect(column([`${date}/${month}/${year}`, proof.european])[0]).toBe(day);
        expect(column([`${Number(date)}.${Number(month)}.${year}`])[0]).toBe(
          Number(date) > 12 || Number(month) <= 12 ? day : '',
        );
        expect(column([String(daysBetween('1899-12-30', day))])[0]).toBe(day);
      }),
    );
  });

  it('is quick with ten thousand characters of anything', () => {
    for (const sign of ['1', '/', '1/', ' ', 'a', 'sep ', '1:', 'T', '.']) {
      const start = performance.now();
      column([sign.repeat(10_000)]);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});
