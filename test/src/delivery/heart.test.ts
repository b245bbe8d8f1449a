import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Instant } from '../../../src/core/time.ts';
import { addMilliseconds } from '../../../src/dates/calendar.ts';
import { createHeart, type HeartPorts } from '../../../src/delivery/heart.ts';
import { oneAtATime } from '../../../src/delivery/one-at-a-time.ts';
import type { Pump } from '../../../src/delivery/pump.ts';
import { createRandom } from '../../../src/random.ts';
import { createTestClock } from '../../support/test-clock.ts';
import { morning, nine, story, withDigest, withLetters } from './story.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A heart whose pump only counts, takes a while, and does one thing at a time as a lane does. */
function beating(run: () => Promise<void> = turn as () => Promise<void>) {
  const errors: string[] = [];
  let running = 0;
  const seen = { started: 0, most: 0 };
  const pump = {
    run: oneAtATime(async () => {
      seen.started += 1;
      running += 1;
      seen.most = Math.max(seen.most, running);
      try {
        await run();
      } finally {
        running -= 1;
      }
      return 0;
    }),
    stop: () => undefined,
  } satisfies Pump;
  const heart = createHeart<HeartPorts>({
    // Nothing is ever planned here.
    transact: async () => false as never,
    pump,
    leaving: { goThrough: async () => undefined, stop: () => undefined },
    clock: createTestClock(nine),
    random: createRandom(),
    logger: { info: () => undefined, warn: () => undefined, error: (message) => errors.push(message) },
    later: addMilliseconds,
  });
  return { heart, seen, errors };
}

describe('the beats of a heart', () => {
  it('never overlap, and one that is asked for during another follows it', async () => {
    const { heart, seen } = beating();
    await Promise.all([heart.beat(), heart.beat(), heart.beat(), heart.beat()]);
    expect(seen).toEqual({ started: 2, most: 1 });
  });

  it('are never lost, at whatever moment of another one they are asked for', async () => {
    for (let moments = 0; moments < 30; moments += 1) {
      const { heart, seen } = beating(async () => undefined);
      const first = heart.beat();
      for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
      const before = seen.started;
      await heart.beat();
      expect([moments, seen.started]).toEqual([moments, Math.max(before + 1, seen.started)]);
      await first;
    }
  });

  it('go on after one that failed, and a failed one takes along none that was asked for meanwhile', async () => {
    let fails = true;
    const { heart, seen, errors } = beating(async () => {
      await turn();
      if (fails) {
        fails = false;
        throw new Error('disk full');
      }
    });
    await Promise.all([heart.beat(), heart.beat()]);
    expect(seen.started).toBe(2);
    expect(errors).toEqual(['a beat failed']);
    await heart.beat();
    expect(seen.started).toBe(3);
  });

  it('that are asked for soon come after the present turn, many as one', async () => {
    const { heart, seen } = beating();
    for (let time = 0; time < 5; time += 1) heart.beatSoon();
    expect(seen.started).toBe(0);
    await heart.quiet();
    expect(seen).toEqual({ started: 1, most: 1 });
    await heart.quiet();
  });
});

describe('a heart that was started', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('beats every minute, and no more once it was stopped', async () => {
    vi.useFakeTimers({ now: Date.parse(nine) + 1_000, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { heart, seen } = beating();
    heart.start();
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    await heart.quiet();
    expect(seen).toEqual({ started: 5, most: 1 });
    await heart.stop();
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(seen.started).toBe(5);
  });

  it('forgets what came in more than three days ago', async () => {
    const { starts, clock } = story(nine);
    const { heart, transact } = await starts();
    const days = (count: number): Instant => addMilliseconds(clock.now(), -count * 86_400_000);
    await transact(async ({ receipts }) => {
      await receipts.claim('old', days(4));
      await receipts.claim('new', days(2));
    });
    await heart.beat();
    const again = await transact(async ({ receipts }) => [
      await receipts.claim('old', clock.now()),
      await receipts.claim('new', clock.now()),
    ]);
    expect(again).toEqual([true, false]);
  });
});

describe('time', () => {
  it('brings a digest and a reminder once, however many beats there are', async () => {
    const { starts, clock, platform } = story(morning);
    const engine = await starts();
    await withDigest(engine);
    await withLetters(engine, ['L1']);
    await engine.heart.beat();
    expect(platform.arrived).toHaveLength(0);
    clock.set(nine);
    await Promise.all([engine.heart.beat(), engine.heart.beat()]);
    await engine.heart.beat();
    expect(platform.keys().map((key) => key.split(':')[0])).toEqual(['digest', 'day']);
  });

  it('brings nothing twice when the clock is set back and goes over the same morning again', async () => {
    const { starts, clock, platform } = story(morning);
    const engine = await starts();
    await withDigest(engine);
    await withLetters(engine, ['L1']);
    for (const at of [
      nine,
      morning,
      addMilliseconds(nine, -86_400_000),
      morning,
      nine,
      addMilliseconds(nine, 60_000),
    ]) {
      clock.set(at);
      await engine.heart.beat();
    }
    expect(platform.keys().map((key) => key.split(':')[0])).toEqual(['digest', 'day']);
  });
});
