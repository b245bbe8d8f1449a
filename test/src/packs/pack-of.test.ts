import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/time.ts';
import { addDays } from '../../../src/dates/calendar.ts';
import { loadPacks } from '../../../src/packs/load-packs.ts';
import type { ServicePack } from '../../../src/packs/pack.ts';
import { packOf } from '../../../src/packs/pack-of.ts';
import { serviceIds } from '../../../src/packs/service.ts';

const folder = new URL('../../../src/packs/', import.meta.url);
const packs = loadPacks(folder);

const service = fc.constantFrom(...serviceIds);
/** From a year before the oldest season to a year after the last one. */
const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2025-06-01', days));

const hasEnded = ({ facts: { ends } }: ServicePack, today: Day): boolean =>
  ends.value !== undefined && ends.value < today;

describe('packOf', () => {
  it('takes the season that is named, on whatever day', () => {
    fc.assert(
      fc.property(service, day, (id, today) => {
        for (const pack of packs.seasons[id]) expect(packOf(packs, id, pack.season, today)).toBe(pack);
      }),
    );
  });

  it('takes the first season that has not ended, or the last one, where none or an unknown one is named', () => {
    fc.assert(
      fc.property(service, day, fc.constantFrom(null, '1999', 'next'), (id, today, named) => {
        const seasons = packs.seasons[id];
        const found = packOf(packs, id, named, today);
        const before = seasons.slice(0, seasons.indexOf(found));
        expect(before.every((pack) => hasEnded(pack, today))).toBe(true);
        expect(!hasEnded(found, today) || found === seasons.at(-1)).toBe(true);
      }),
    );
  });

  it('never goes back to an earlier season', () => {
    fc.assert(
      fc.property(service, day, fc.nat({ max: 800 }), (id, today, later) => {
        const [now, then] = [today, addDays(today, later)].map((on) => packOf(packs, id, null, on).season);
        expect((now ?? '') <= (then ?? '')).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-11-22', '2027'],
    ['2027-05-31', '2027'],
    ['2027-06-01', '2028'],
    ['2031-01-01', '2028'],
  ] as const)('on %s has ERAS in the season %s', (today, season) => {
    expect(packOf(packs, 'eras', null, today).season).toBe(season);
  });

  it.each(serviceIds)('goes on with %s on the day after the last one of 2027', (id) => {
    const ends = packs.seasons[id][0].facts.ends.value;
    expect(ends).toBeDefined();
    if (ends === undefined) return;
    expect([ends, addDays(ends, 1)].map((on) => packOf(packs, id, null, on).season)).toEqual(['2027', '2028']);
  });
});

describe('the packs read on a day', () => {
  it('have the season of that day in force, for their rows as well', () => {
    const [early, late] = [loadPacks(folder, '2027-05-31'), loadPacks(folder, '2027-06-01')];
    expect([early.services.eras.season, late.services.eras.season]).toEqual(['2027', '2028']);
    expect(early.rows.get('eras/max-letters-per-program')?.confidence).toBe('high');
    expect(late.rows.get('eras/max-letters-per-program')).toMatchObject({ confidence: 'medium', season: '2027' });
    expect([...late.rows.keys()]).toEqual([...early.rows.keys()]);
  });

  it('have the oldest season in force where no day is said', () => {
    expect(serviceIds.map((id) => packs.services[id].season)).toEqual(['2027', '2027', '2027', '2027']);
  });
});
