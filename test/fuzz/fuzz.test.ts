import { expect, test } from 'vitest';
import { expectSentAcceptable } from './discord/acceptable.ts';
import { fuzzDiscord } from './discord/run.ts';
import { fuzzSlack } from './slack/run.ts';

// The long lane is `npm run test:fuzz`.
test('S4 S5 S13: hostile requests of every kind crash, ping, link, tell and change nothing of anybody else’s', async () => {
  const { statuses, looked, wrong } = await fuzzSlack({ inputs: 400, seed: 7 });
  expect(wrong).toEqual([]);
  expect(Object.keys(statuses)).toHaveLength(14);
  expect(looked).toBeGreaterThan(200);
});

test('C8 C12 C13: hostile interactions and messages on Discord do none of it either, over HTTP and the gateway', async () => {
  const { statuses, looked, wrong } = await fuzzDiscord({ inputs: 200, seed: 7 }, expectSentAcceptable);
  expect(wrong).toEqual([]);
  expect(Object.keys(statuses).length).toBeGreaterThan(25);
  expect(looked).toBeGreaterThan(200);
});
