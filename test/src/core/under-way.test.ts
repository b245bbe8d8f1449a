import { expect, test } from 'vitest';
import { createUnderWay } from '../../../src/core/under-way.ts';

test('is waited for, with what begins meanwhile, however it ends', async () => {
  const { finished, track } = createUnderWay();
  const done: string[] = [];
  const second = async () => {
    await Promise.resolve();
    done.push('second');
  };
  track(
    Promise.resolve().then(() => {
      done.push('first');
      track(second());
    }),
  );
  await expect(track(Promise.reject(new Error('third')))).rejects.toThrow('third');
  await finished();
  expect(done).toEqual(['first', 'second']);
  await finished();
});
