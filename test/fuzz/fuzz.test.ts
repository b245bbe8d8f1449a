import { expect, test } from 'vitest';
import { fuzzSlack } from './slack/run.ts';

// The long lane is `npm run test:fuzz`.
test('S4 S5 S13: hostile requests of every kind crash, ping, link, tell and change nothing of anybody else’s', async () => {
  const { statuses, looked, wrong } = await fuzzSlack({ inputs: 400, seed: 7 });
  expect(wrong).toEqual([]);
  expect(Object.keys(statuses)).toHaveLength(14);
  expect(looked).toBeGreaterThan(200);
});
