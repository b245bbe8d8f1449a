import { describe, expect, it } from 'vitest';
import { addDays, atWallClock, dayFrom, dayIn } from '../../../src/dates/calendar.ts';
import { exactDay, tellable } from '../../../src/packs/calendar-row.ts';
import { loadPacks } from '../../../src/packs/load-packs.ts';
import { serviceIds } from '../../../src/packs/service.ts';

const packs = loadPacks(new URL('../../../src/packs/', import.meta.url));
const rowOf = (id: string) => packs.calendar.find((row) => row.id === id);

describe('the calendar', () => {
  it.each(packs.calendar.map((row) => [row.id, row] as const))('%s is a real date in its zone', (_, row) => {
    const day = exactDay(row);
    if (day === undefined) {
      const [year, month] = row.day.split('-').map(Number);
      expect(dayFrom(year ?? 0, month ?? 0, 1)).toBe(`${row.day}-01`);
      return;
    }
    const at = atWallClock(day, row.time ?? '00:00', row.zone);
    expect(dayIn(row.zone, at)).toBe(day);
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: row.zone, hour: '2-digit', minute: '2-digit' });
    expect(clock.format(new Date(at))).toBe(row.time ?? '00:00');
  });

  it('is in the order of time', () => {
    const days = packs.calendar.map(({ day, time = '' }) => `${day} ${time}`);
    expect(days).toEqual(days.toSorted());
    expect(days.indexOf('2026-11 ')).toBeLessThan(days.indexOf('2026-11-26 '));
  });

  it('tells what somebody published and keeps to itself what only follows a pattern', () => {
    const told = packs.calendar.filter(tellable).map(({ id }) => id);
    expect(told).toContain('eras-2027-opens');
    expect(told).toContain('carms-2027-second-opens');
    expect(told).toContain('carms-2027-references');
    for (const id of ['eras-2027-submit', 'nrmp-2027-match-day', 'carms-2027-deadline', 'eras-2028-opens'])
      expect([id, rowOf(id) !== undefined, told.includes(id)]).toEqual([id, true, false]);
  });

  it('has no day where only the month is known', () => {
    expect(exactDay({ day: '2026-11' })).toBeUndefined();
    expect(exactDay({ day: '2026-11-26' })).toBe('2026-11-26');
  });

  it('says of the opening and the end of a season what its pack says', () => {
    for (const service of serviceIds) {
      for (const { season, facts } of packs.seasons[service]) {
        for (const key of ['opens', 'ends'] as const) {
          const row = rowOf(`${service}-${season}-${key}`);
          if (row) expect([row.id, row.day]).toEqual([row.id, facts[key].value]);
        }
      }
    }
  });

  it('follows its own patterns', () => {
    const monday = rowOf('nrmp-2027-match-week');
    const week = monday && exactDay(monday);
    expect(week).toBeDefined();
    if (week === undefined) return;
    expect([rowOf('nrmp-2027-soap-ends')?.day, rowOf('nrmp-2027-match-day')?.day]).toEqual([
      addDays(week, 3),
      addDays(week, 4),
    ]);
  });
});
