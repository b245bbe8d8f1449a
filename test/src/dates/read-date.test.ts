import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarNames } from '../../../src/core/calendar-names.ts';
import { type Day, formatDay } from '../../../src/core/time.ts';
import { readDate } from '../../../src/dates/read-date.ts';

/** A Thursday. */
const today = '2027-03-18';

const ahead = (typed: string) => readDate(typed, today, 'future');
const behind = (typed: string) => readDate(typed, today, 'past');

describe('a date', () => {
  it.each<[string, Day]>([
    ['2027-09-23', '2027-09-23'],
    ['2027-9-3', '2027-09-03'],
    ['2027/09/23', '2027-09-23'],
    ['2027.09.23', '2027-09-23'],
    ['2020-01-01', '2020-01-01'],
    ['sep 23', '2027-09-23'],
    ['Sep 23', '2027-09-23'],
    ['23 sep', '2027-09-23'],
    ['23 sept', '2027-09-23'],
    ['sept. 23', '2027-09-23'],
    ['September 23rd', '2027-09-23'],
    ['sept 23rd 2027', '2027-09-23'],
    ['September 23, 2028', '2028-09-23'],
    ['23rd of september 2028', '2028-09-23'],
    ['1st of may', '2027-05-01'],
    ['by sep 23', '2027-09-23'],
    ['on friday', '2027-03-19'],
    ['9/23', '2027-09-23'],
    ['9/23/27', '2027-09-23'],
    ['9/23/2028', '2028-09-23'],
    ['1/2', '2028-01-02'],
    ['23/9', '2027-09-23'],
    ['23/9/27', '2027-09-23'],
    ['23/09/2028', '2028-09-23'],
    ['23.9.', '2027-09-23'],
    ['2.9.2027', '2027-09-02'],
    ['mar 18', '2027-03-18'],
    ['mar 17', '2028-03-17'],
    ['feb 29', '2028-02-29'],
    ['feb 29 2028', '2028-02-29'],
    ['today', '2027-03-18'],
    ['tomorrow', '2027-03-19'],
    ['Tomorrow', '2027-03-19'],
    ['yesterday', '2027-03-17'],
    ['fri', '2027-03-19'],
    ['sunday', '2027-03-21'],
    ['this fri', '2027-03-19'],
    ['next fri', '2027-03-26'],
    ['last fri', '2027-03-12'],
    ['next week', '2027-03-25'],
    ['in 3 weeks', '2027-04-08'],
    ['in two weeks', '2027-04-01'],
    ['in a week', '2027-03-25'],
    ['in 10 days', '2027-03-28'],
    ['in 2 months', '2027-05-18'],
    ['in a month', '2027-04-18'],
    ['in 12 months', '2028-03-18'],
    ['2 days ago', '2027-03-16'],
    ['a month ago', '2027-02-18'],
    ['thursday sep 23', '2027-09-23'],
  ])('“%s” is %s for something that lies ahead', (typed, day) => {
    expect(ahead(typed)).toEqual({ day });
  });

  it.each<[string, Day]>([
    ['sep 23', '2026-09-23'],
    ['9/23', '2026-09-23'],
    ['mar 18', '2027-03-18'],
    ['mar 19', '2026-03-19'],
    ['feb 29', '2024-02-29'],
    ['yesterday', '2027-03-17'],
    ['today', '2027-03-18'],
    ['fri', '2027-03-12'],
    ['saturday', '2027-03-13'],
    ['mon', '2027-03-15'],
    ['last fri', '2027-03-12'],
    ['3 weeks ago', '2027-02-25'],
    ['2027-09-23', '2027-09-23'],
  ])('“%s” is %s for something that lies behind', (typed, day) => {
    expect(behind(typed)).toEqual({ day });
  });

  it('in months ends with the month when the month is shorter', () => {
    expect(readDate('in a month', '2027-01-31', 'future')).toEqual({ day: '2027-02-28' });
  });

  it('of a leap day may be eight years away', () => {
    expect(readDate('feb 29', '2096-03-01', 'future')).toEqual({ day: '2104-02-29' });
    expect(readDate('29 feb', '2104-02-28', 'past')).toEqual({ day: '2096-02-29' });
  });
});

describe('a date in French', () => {
  it.each<[string, Day]>([
    ['23 sept', '2027-09-23'],
    ['23 sept.', '2027-09-23'],
    ['le 23 septembre', '2027-09-23'],
    ['23 septembre 2028', '2028-09-23'],
    ['1er mai', '2027-05-01'],
    ['le 1er mai 2028', '2028-05-01'],
    ['15 août', '2027-08-15'],
    ['15 AOUT', '2027-08-15'],
    ['3 févr.', '2028-02-03'],
    ['3 fev', '2028-02-03'],
    ['12 déc', '2027-12-12'],
    ['5 juin', '2027-06-05'],
    ['5 juil', '2027-07-05'],
    ['5 juill.', '2027-07-05'],
    ['2 avr', '2027-04-02'],
    ['20 mars', '2027-03-20'],
    ['jeudi 23 sept', '2027-09-23'],
    ['jeu. 23 sept. 2027', '2027-09-23'],
    ['mar. 23 mars', '2027-03-23'],
    ['vendredi le 26 mars', '2027-03-26'],
    ['pour le 23 sept', '2027-09-23'],
    ['d’ici le 23 sept', '2027-09-23'],
    ['aujourd’hui', '2027-03-18'],
    ['demain', '2027-03-19'],
    ['après-demain', '2027-03-20'],
    ['apres demain', '2027-03-20'],
    ['hier', '2027-03-17'],
    ['avant-hier', '2027-03-16'],
    ['vendredi', '2027-03-19'],
    ['ce vendredi', '2027-03-19'],
    ['vendredi prochain', '2027-03-26'],
    ['lundi dernier', '2027-03-15'],
    ['lundi passé', '2027-03-15'],
    ['la semaine prochaine', '2027-03-25'],
    ['dans 3 semaines', '2027-04-08'],
    ['dans trois semaines', '2027-04-08'],
    ['dans une semaine', '2027-03-25'],
    ['dans 10 jours', '2027-03-28'],
    ['dans un mois', '2027-04-18'],
    ['il y a 2 jours', '2027-03-16'],
  ])('“%s” is %s for something that lies ahead', (typed, day) => {
    expect(ahead(typed)).toEqual({ day });
  });

  it.each<[string, Day]>([
    ['23 sept', '2026-09-23'],
    ['vendredi', '2027-03-12'],
    ['hier', '2027-03-17'],
    ['lundi dernier', '2027-03-15'],
    ['il y a 3 semaines', '2027-02-25'],
  ])('“%s” is %s for something that lies behind', (typed, day) => {
    expect(behind(typed)).toEqual({ day });
  });

  it('that does not exist is told how many days there are', () => {
    expect(ahead('30 février')).toEqual({ problem: { kind: 'no-such-day', year: 2027, month: 2, days: 28 } });
  });

  it.each([
    'mar',
    'sam',
    'ven.',
    '5 jui',
    'mai',
    'le',
    'demain à 17 h',
    'mars ou avril',
    'bientôt',
    'Dr Mardi',
    'le mois prochain',
    '32',
  ])('“%s” is none', (typed) => {
    expect(ahead(typed)).toEqual({ problem: { kind: 'not-a-date' } });
  });

  it('in months ends with the month when the month is shorter', () => {
    expect(readDate('dans un mois', '2027-01-31', 'future')).toEqual({ day: '2027-02-28' });
  });
});

describe('a date with a time', () => {
  it.each(['tomorrow 5pm', 'next fri at 9am', 'oct 3 5pm'])('“%s” is refused: the time would be lost', (typed) => {
    expect(readDate(typed, '2027-06-01', 'future')).toEqual({ problem: { kind: 'not-a-date' } });
  });
});

describe('a day that does not exist', () => {
  it.each([
    ['feb 30', 2027, 2, 28],
    ['31 apr', 2027, 4, 30],
    ['4/31', 2027, 4, 30],
    ['2/29/27', 2027, 2, 28],
    ['feb 29 2027', 2027, 2, 28],
    ['feb 29 2100', 2100, 2, 28],
    ['2028-02-30', 2028, 2, 29],
    ['jun 99', 2027, 6, 30],
  ])('“%s” is told how many days there are', (typed, year, month, days) => {
    expect(ahead(typed)).toEqual({ problem: { kind: 'no-such-day', year, month, days } });
    expect(behind(typed)).toEqual({ problem: { kind: 'no-such-day', year, month, days } });
  });
});

describe('what is no date', () => {
  it.each([
    'Dr. August',
    'Dr. Sun',
    'Dr. May 5',
    'August',
    'may',
    'mayo 5',
    'march or april',
    'sep 23 - 25',
    'sep 23 to sep 25',
    'sep 23 or so',
    '1 march, 2 march',
    'next month',
    'whenever',
    'asap',
    '5pm',
    '2027',
    '20270923',
    '23/13',
    '0/5',
    '5/0',
    '9/23/2',
    '2027-13-01',
    '2027-00-10',
    'sep',
    'sep 0',
    '-1',
    '١٨ مارس',
    '九月二十三日',
    '👩‍⚕️',
    '',
  ])('“%s”', (typed) => {
    expect(ahead(typed)).toEqual({ problem: { kind: 'not-a-date' } });
  });

  it('is told so at once, however long it is', () => {
    const started = performance.now();
    for (const part of [
      'a',
      '1',
      ' ',
      '1/',
      'sep 23 ',
      'monday ',
      '12 ',
      'in ',
      '1 jan 1 ',
      'next ',
      '2027-',
      'to ',
      'le ',
      'lundi ',
      'dans ',
      '1er mai ',
    ]) {
      const typed = part.repeat(Math.ceil(10_000 / part.length));
      expect(ahead(typed)).toEqual({ problem: { kind: 'not-a-date' } });
      expect(behind(typed)).toEqual({ problem: { kind: 'not-a-date' } });
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('never throws', () => {
    const words = fc.constantFrom(
      'sep',
      '23',
      '2027',
      '/',
      '-',
      'next',
      'in',
      '3',
      'weeks',
      'fri',
      'le',
      'dans',
      'mardi',
      'prochain',
      'août',
      'of',
      ',',
      'feb',
      '30',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 6 }).map((parts) => parts.join(' ')),
      fc.array(words, { maxLength: 6 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom('future' as const, 'past' as const), (text, toward) => {
        const read = readDate(text, today, toward);
        if ('day' in read) expect(read.day).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
        else expect(['not-a-date', 'no-such-day']).toContain(read.problem.kind);
      }),
      { numRuns: 1_000 },
    );
  });
});

const longMonths = 'January February March April May June July August September October November December'.split(' ');

/** The ways in which people write a day with its year. */
const styles: Readonly<Record<string, (year: number, month: number, day: number) => string>> = {
  iso: (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
  american: (y, m, d) => `${m}/${d}/${y}`,
  'american, short year': (y, m, d) => `${m}/${d}/${String(y % 100).padStart(2, '0')}`,
  'month first': (y, m, d) => `${longMonths[m - 1]} ${d}, ${y}`,
  'short month first': (y, m, d) => `${longMonths[m - 1]?.slice(0, 3)} ${d} ${y}`,
  'day first': (y, m, d) => `${d} ${longMonths[m - 1]} ${y}`,
  'day first, with an ending': (y, m, d) => `${d}th of ${longMonths[m - 1]?.toLowerCase()} ${y}`,
  'as a reply prints it': (y, m, d) => formatDay(styles.iso?.(y, m, d) as Day),
  'as a French reply prints it': (y, m, d) => formatDay(styles.iso?.(y, m, d) as Day, 'fr'),
  'in French': (y, m, d) => `le ${d === 1 ? '1er' : d} ${calendarNames.fr.months[m - 1]} ${y}`,
  'in French without accents': (y, m, d) =>
    `${d} ${calendarNames.fr.months[m - 1]?.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()} ${y}`,
};

describe('any day', () => {
  it.each(Object.entries(styles))('written in full is that day (%s)', (_, write) => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const typed = write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        expect(ahead(typed)).toEqual({ day: date.toISOString().slice(0, 10) });
        expect(behind(typed)).toEqual({ day: date.toISOString().slice(0, 10) });
      }),
      { numRuns: 200 },
    );
  });

  it('written without its year is the next one, or the last one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (days) => {
        const later = new Date(Date.parse(today) + days * 86_400_000);
        const earlier = new Date(Date.parse(today) - days * 86_400_000);
        const month = (date: Date) => `${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
        expect(ahead(month(later))).toEqual({ day: later.toISOString().slice(0, 10) });
        expect(behind(month(earlier))).toEqual({ day: earlier.toISOString().slice(0, 10) });
      }),
    );
  });
});
