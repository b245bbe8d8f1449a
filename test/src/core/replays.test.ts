import { describe, expect, it } from 'vitest';
import { createRefusals, createSeen, isOfNow } from '../../../src/core/replays.ts';

describe('the time of a signed request', () => {
  it('may differ from ours by five minutes, in both directions', () => {
    expect([700, 701, 1_299, 1_300].map((seconds) => isOfNow(String(seconds), 1_000_000))).not.toContain(false);
    expect([699, 1_301].map((seconds) => isOfNow(String(seconds), 1_000_000))).toEqual([false, false]);
  });

  it('is written in digits alone', () => {
    expect(['', ' 1000', '1000.0', '1e3', '0x3e8', '-1000', '1000\n'].filter((one) => isOfNow(one, 1_000_000))).toEqual(
      [],
    );
  });
});

describe('signatures that were seen', () => {
  it('C13: are refused for as long as their time could be one of now, then forgotten', () => {
    const seen = createSeen();
    // The earliest that a request can come is five minutes before its time; the latest, five after it.
    expect(seen.add('a', 0)).toBe(true);
    expect(seen.add('a', 600_000)).toBe(false);
    expect(seen.add('a', 600_001)).toBe(true);
  });

  it('may come again when what they were for was not done', () => {
    const seen = createSeen();
    seen.add('a', 0);
    seen.forget('a');
    expect(seen.add('a', 1)).toBe(true);
  });
});

it('refused requests are told of at once, and then once a minute with their number', () => {
  const told: number[] = [];
  const refuse = createRefusals((count) => told.push(count));
  const start = 1_000_000_000;
  for (const after of [0, 1, 59_999, 60_000, 60_001, 120_000]) refuse(start + after);
  expect(told).toEqual([1, 3, 2]);
});
