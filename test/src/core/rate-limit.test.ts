import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/core/invocation.ts';
import { createRateLimit } from '../../../src/core/rate-limit.ts';

const maya: Account = { platform: 'slack', workspace: 'W1', user: 'maya' };

describe('somebody who sends many commands', () => {
  it('may send a minute’s worth at once, and is then told how long to wait', () => {
    const limit = createRateLimit();
    const waits = Array.from({ length: 7 }, () => limit(maya, 6, 0));
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 10]);
  });

  it('may go on as the minute passes, steadily', () => {
    const limit = createRateLimit();
    for (let sent = 0; sent < 6; sent += 1) limit(maya, 6, 0);
    expect(limit(maya, 6, 9_000)).toBe(1);
    expect(limit(maya, 6, 10_000)).toBe(0);
    expect(limit(maya, 6, 10_000)).toBe(10);
    expect(limit(maya, 6, 30_000)).toBe(0);
    expect(limit(maya, 6, 30_000)).toBe(0);
    expect(limit(maya, 6, 30_000)).toBe(10);
  });

  it('saves up no more than a minute’s worth', () => {
    const limit = createRateLimit();
    limit(maya, 2, 0);
    expect([1, 2, 3].map(() => limit(maya, 2, 3_600_000))).toEqual([0, 0, 30]);
  });

  it('is let through after the wait that was named', () => {
    const attempts = fc.array(fc.nat({ max: 20_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), attempts, (perMinute, gaps) => {
        const limit = createRateLimit();
        let at = 0;
        for (const gap of gaps) {
          const wait = limit(maya, perMinute, at);
          if (wait > 0) {
            at += wait * 1_000;
            expect(limit(maya, perMinute, at)).toBe(0);
          }
          at += gap % (120_000 / perMinute);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('never has more than a minute’s worth in a minute, beyond the first burst', () => {
    const limit = createRateLimit();
    let run = 0;
    for (let at = 0; at <= 600_000; at += 100) if (limit(maya, 6, at) === 0) run += 1;
    expect(run).toBeLessThanOrEqual(6 + 60);
    expect(run).toBeGreaterThanOrEqual(6 + 59);
  });

  it('loses nothing when the clock is turned back', () => {
    const limit = createRateLimit();
    expect(limit(maya, 2, 60_000)).toBe(0);
    expect(limit(maya, 2, 0)).toBe(0);
    expect(limit(maya, 2, 0)).toBeGreaterThan(0);
  });
});

describe('people', () => {
  it('have a limit each, by platform, workspace and name', () => {
    const limit = createRateLimit();
    expect(limit(maya, 1, 0)).toBe(0);
    expect(limit(maya, 1, 0)).toBe(60);
    expect(limit({ ...maya, platform: 'terminal' }, 1, 0)).toBe(0);
    expect(limit({ ...maya, workspace: 'W2' }, 1, 0)).toBe(0);
    expect(limit({ ...maya, user: 'ana' }, 1, 0)).toBe(0);
  });

  it('are told apart whatever their names hold', () => {
    const limit = createRateLimit();
    expect(limit({ platform: 'slack', workspace: 'a', user: 'b","c' }, 1, 0)).toBe(0);
    expect(limit({ platform: 'slack', workspace: 'a","b', user: 'c' }, 1, 0)).toBe(0);
    expect(limit({ platform: 'slack', workspace: 'ab', user: '' }, 1, 0)).toBe(0);
    expect(limit({ platform: 'slack', workspace: '', user: 'ab' }, 1, 0)).toBe(0);
  });

  it('who have been quiet longest are the first to be forgotten', () => {
    const limit = createRateLimit(2);
    const named = (user: string): Account => ({ ...maya, user });
    limit(named('a'), 1, 0);
    limit(named('b'), 1, 0);
    expect(limit(named('a'), 1, 0)).toBe(60);
    limit(named('c'), 1, 0);
    expect(limit(named('a'), 1, 0)).toBe(60);
    expect(limit(named('b'), 1, 0)).toBe(0);
  });
});
