import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/bot.ts';
import { expiryOf, expiryOfMember } from '../../../src/letters/expiry.ts';

const { packs } = loadKnowledge('2027-01-15');
const eras2027 = packs.seasons.eras[0].facts.ends.value ?? '1970-01-01';

describe('when letters expire', () => {
  it('is half a year after the season, or after the last change where that came later', () => {
    expect(expiryOf('2027-05-31', '2026-09-01').on).toBe('2027-11-27');
    expect(expiryOf('2027-05-31', '2027-12-24').on).toBe('2028-06-21');
  });

  it('is told twice before', () => {
    expect(expiryOf('2027-05-31', '2026-09-01').warnings).toEqual(['2027-09-28', '2027-11-13']);
  });

  it('goes by the season in which somebody changed something last, so that it does come', () => {
    const silent = { season: null, service: null };
    expect(expiryOfMember(silent, packs, '2026-09-01')).toEqual(expiryOf(eras2027, '2026-09-01'));
    const next = packs.seasons.eras.at(-1)?.facts.ends.value ?? '1970-01-01';
    expect(expiryOfMember(silent, packs, '2027-09-01')).toEqual(expiryOf(next, '2027-09-01'));
  });

  it('goes by the service and the season that they said', () => {
    const carms = packs.seasons.carms[0].facts.ends.value ?? '1970-01-01';
    const said = { season: packs.seasons.carms[0].season, service: 'carms' } as const;
    expect(expiryOfMember(said, packs, '2025-01-01')).toEqual(expiryOf(carms, '2025-01-01'));
  });

  it('is not known where nobody knows when the season ends', () => {
    const [first, ...rest] = packs.seasons.eras;
    const unknown = {
      ...first,
      facts: { ...first.facts, ends: { confidence: 'unconfirmed', checked: '2026-11-22' } as const },
    };
    const seasons = { ...packs.seasons, eras: [unknown, ...rest] as const };
    expect(expiryOfMember({ season: first.season, service: null }, { seasons }, '2026-09-01')).toBeUndefined();
  });
});
