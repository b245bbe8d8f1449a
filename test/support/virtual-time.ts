import type { Clock } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';

interface Timer {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * Time that passes only while everybody waits for it: a day of sleeping takes as long as the work
 * in it. Nothing but promises and `sleep` may be waited for in it.
 */
export function createVirtualTime(start: Instant) {
  const began = Date.parse(start);
  let now = 0;
  /** Each moment at which somebody wakes, in a heap: the earliest first. */
  const moments: number[] = [];
  const timers = new Map<number, Timer[]>();

  const clock: Clock = {
    now: () => new Date(began + now).toISOString() as Instant,
    monotonic: () => now,
  };

  function sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => {
      const at = now + Math.max(0, milliseconds);
      const there = timers.get(at);
      if (there) there.push({ at, wake });
      else {
        timers.set(at, [{ at, wake }]);
        push(at);
      }
    });
  }

  /** Lets time pass until some work is done. */
  async function until<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const end = () => {
      over = true;
    };
    work.then(end, end);
    for (;;) {
      await new Promise(setImmediate);
      if (over) return work;
      const at = pop();
      if (at === undefined) throw new Error('everybody waits for something that never comes');
      now = at;
      const due = timers.get(at) ?? [];
      timers.delete(at);
      for (const { wake } of due) wake();
    }
  }

  function push(at: number): void {
    let index = moments.push(at) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (of(parent) <= at) break;
      moments[index] = of(parent);
      index = parent;
    }
    moments[index] = at;
  }

  function pop(): number | undefined {
    const [first] = moments;
    const last = moments.pop();
    if (last === undefined || moments.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= moments.length) break;
      if (child + 1 < moments.length && of(child + 1) < of(child)) child += 1;
      if (last <= of(child)) break;
      moments[index] = of(child);
      index = child;
    }
    moments[index] = last;
    return first;
  }

  const of = (index: number): number => moments[index] ?? Number.POSITIVE_INFINITY;

  return { clock, sleep, until, passed: () => now };
}

export type VirtualTime = ReturnType<typeof createVirtualTime>;
