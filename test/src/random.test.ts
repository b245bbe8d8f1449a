import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/time.ts';
import { createRandom } from '../../src/random.ts';

const now: Instant = '2027-03-18T15:00:00.000Z';

describe('an id', () => {
  it('has 26 letters and digits that cannot be taken for one another', () => {
    expect(createRandom().id(now)).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/u);
  });

  it('is never the same twice, and sorts in the order of making within a millisecond', () => {
    const random = createRandom();
    const ids = Array.from({ length: 5_000 }, () => random.id(now));
    expect(new Set(ids).size).toBe(5_000);
    expect([...ids].sort()).toEqual(ids);
  });

  it('sorts by the time of making', () => {
    const random = createRandom();
    const times: readonly Instant[] = [
      '1970-01-01T00:00:00.001Z',
      '2027-03-18T15:00:00.000Z',
      '2027-03-18T15:00:00.001Z',
      '2099-12-31T23:59:59.999Z',
    ];
    const ids = times.map((time) => random.id(time));
    expect([...ids].sort()).toEqual(ids);
  });

  it('is another one after a restart, or where the clock is turned back', () => {
    const random = createRandom();
    const ids = [random.id(now), random.id('2027-03-18T14:00:00.000Z'), random.id(now), createRandom().id(now)];
    expect(new Set(ids).size).toBe(4);
  });

  it('begins with its time, the rest is chance', () => {
    const zeros = createRandom((count) => new Uint8Array(count));
    const ones = createRandom((count) => new Uint8Array(count).fill(255));
    expect(zeros.id('1970-01-01T00:00:00.032Z')).toBe('00000000100000000000000000');
    expect(zeros.id('1970-01-01T00:00:00.032Z')).toBe('00000000100000000000000001');
    expect(ones.id('1970-01-01T00:00:00.031Z')).toBe('000000000zzzzzzzzzzzzzzzzz');
  });
});

describe('a reference', () => {
  it('is short enough to be read out, and another one each time', () => {
    const random = createRandom();
    const references = Array.from({ length: 100 }, () => random.reference());
    for (const reference of references) expect(reference).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/u);
    expect(new Set(references).size).toBe(100);
  });
});
