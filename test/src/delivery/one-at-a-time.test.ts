import { expect, it } from 'vitest';
import { oneAtATime } from '../../../src/delivery/one-at-a-time.ts';

/** Passes that end when the test says so. */
function work() {
  const open: { readonly end: () => void; readonly fail: () => void }[] = [];
  let begun = 0;
  const ask = oneAtATime(() => {
    begun += 1;
    const number = begun;
    return new Promise<number>((resolve, reject) => {
      open.push({ end: () => resolve(number), fail: () => reject(new Error(`pass ${number}`)) });
    });
  });
  return { ask, next: () => open.shift(), begun: () => begun };
}

it('passes never overlap, and all who ask during one get the one after it', async () => {
  const { ask, next, begun } = work();
  const first = ask();
  const others = [ask(), ask(), ask()];
  expect(begun()).toBe(1);
  next()?.end();
  expect(await first).toBe(1);
  await expect.poll(begun).toBe(2);
  next()?.end();
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
});

it('a pass that fails takes along none that was asked for meanwhile', async () => {
  const { ask, next, begun } = work();
  const first = ask();
  const second = ask();
  next()?.fail();
  await expect(first).rejects.toThrow('pass 1');
  await expect.poll(begun).toBe(2);
  next()?.end();
  expect(await second).toBe(2);
});

it('nothing begins twice in the moment between two passes', async () => {
  for (let moments = 0; moments < 10; moments += 1) {
    const { ask, next, begun } = work();
    const asked = [ask(), ask()];
    next()?.end();
    for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
    asked.push(ask());
    await asked[0];
    await expect.poll(begun, { interval: 1 }).toBe(2);
    next()?.end();
    await new Promise((resolve) => setImmediate(resolve));
    next()?.end();
    expect(Math.max(...(await Promise.all(asked)))).toBe(begun());
  }
});
