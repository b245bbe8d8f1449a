import { expect, test } from 'vitest';
import { endure } from './endure.ts';

// The long lane is `npm run test:sockets`.
test('S6: through ends of connections of every kind nothing is lost that Slack sends again, and nothing done twice', async () => {
  const { commands, mentions, wrong } = await endure({ disconnects: 60, seed: 3 });
  expect(wrong).toEqual([]);
  expect(commands.acknowledged).toBeGreaterThan(0);
  expect(mentions.sent).toBeGreaterThan(0);
});
