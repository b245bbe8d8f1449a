import { describe, expect, it } from 'vitest';
import { simulate } from './run.ts';
import { lastOf, rush } from './rush.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { openSimulation, sendBeforeRow } from './simulation.ts';

describe('hundreds of simulated outboxes with crashes, lost answers and rate limits', () => {
  it('D1 D2 D3 D5 D8 D10: lose nothing, double nothing that can be looked for, and send nothing too early', async () => {
    const { played, crashes, copies, failure } = await simulate({ schedules: 400, seed: 1 });
    expect(failure).toBeUndefined();
    expect([played, crashes > 300, copies > 1_200]).toEqual([400, true, true]);
  });

  it('show a fault that was planted, as a short story', async () => {
    const { failure } = await simulate({ schedules: 400, seed: 1, plant: sendBeforeRow });
    expect(failure?.wrong.join()).toMatch(/arrived 2 times, and 1 would be the most/u);
    expect(failure?.schedule.messages).toHaveLength(1);
    expect(failure?.schedule.crashes).toHaveLength(1);
    expect(failure?.story.length).toBeLessThan(12);
  });

  it('come out the same for the same seed', async () => {
    const { play, close } = await openSimulation();
    for (const seed of [3, 9, 27])
      expect(await play(scheduleOf(seed), true)).toEqual(await play(scheduleOf(seed), true));
    await close();
  });
});

describe('a simulated outbox', () => {
  const quiet: Schedule = { seed: 0, readable: false, nonceWindow: 0, blind: [0, 0], messages: [], crashes: [] };
  const message = { key: 'm1', workspace: 'W1', channel: 'C1', at: 0 } as const;
  const lost = { kind: 'answer lost' } as const;

  it('may make two copies too many where nobody can look, and no third', async () => {
    const { play, close } = await openSimulation();
    const verdict = await play({ ...quiet, messages: [{ ...message, faults: [lost, lost, lost, lost] }] }, true);
    await close();
    expect([verdict.wrong, verdict.copies]).toEqual([[], 3]);
    expect(verdict.story.at(-1)).toContain('m1 is parked (it may have arrived; nobody can tell)');
  });

  it('D4: puts a message aside at which the bot stops every time, and delivers all others', async () => {
    const { play, close } = await openSimulation();
    const kills = { kind: 'kills' } as const;
    const others = ['C2', 'C3', 'C1'].map((channel, index) => ({ ...message, key: `n${index}`, channel, faults: [] }));
    const killer = { ...message, faults: Array.from({ length: 40 }, () => kills) };
    const verdict = await play({ ...quiet, readable: true, messages: [killer, ...others] }, true);
    await close();
    expect([verdict.copies, verdict.crashes]).toEqual([3, 5]);
    expect(verdict.story.slice(-4).map((line) => line.slice(line.indexOf('in')))).toEqual([
      'in the end m1 is parked (the bot stopped each time it was sent)',
      'in the end n0 is sent',
      'in the end n1 is sent',
      'in the end n2 is sent',
    ]);
  });

  it('makes no second copy where the platform knows the key again', async () => {
    const { play, close } = await openSimulation();
    const verdict = await play({ ...quiet, nonceWindow: 180_000, messages: [{ ...message, faults: [lost] }] });
    await close();
    expect([verdict.wrong, verdict.copies]).toEqual([[], 1]);
  });
});

describe.each(['slack', 'discord'] as const)('ten thousand messages that are due at once on %s', (platform) => {
  it('go out at 95 % of the rate that its limits allow at least, and never above it', async () => {
    const { total, arrived, tooMany, sustained } = await rush({
      platform,
      communities: 1_000,
      messages: 10_000,
      seed: 1,
    });
    expect([arrived.size, tooMany]).toEqual([total, 0]);
    expect(sustained).toBeGreaterThanOrEqual(0.95);
  });

  it('are no reason to wait for a community that is slow, or has as many as all others', async () => {
    const { arrived, tooMany, sizes } = await rush({
      platform,
      communities: 50,
      messages: 1_000,
      uneven: true,
      seed: 1,
    });
    const [slow = 0, large = 0, ...others] = sizes.map((_, index) => lastOf(arrived, index));
    expect(tooMany).toBe(0);
    expect([slow, large].every((end) => end > 1.5 * Math.max(...others))).toBe(true);
    // Twenty messages each, as if there were only the fifty: on Discord they share its rate.
    const most = platform === 'slack' ? 10_000 : 30_000;
    expect(Math.max(...others)).toBeLessThan(most);
  });
});
