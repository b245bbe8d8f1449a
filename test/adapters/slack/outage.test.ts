import { expect, test } from 'vitest';
import { addMilliseconds } from '../../../src/dates/calendar.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';

const unavailable = { status: 503, body: 'unavailable' } as const;

async function passes(bot: SlackBot, minutes: number, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await bot.playTo(addMilliseconds(bot.clock.now(), minutes * 60_000), async () => undefined);
  }
}

test.each([1, 2, 3, 5])('a reminder outlives an outage, after %i failures of everything', async (failures) => {
  const bot = await openSlackBot();
  await bot.types('/lor remind on');
  await bot.types('/lor add Dr. Chen due:"in 12 days"');
  for (const method of ['chat.postMessage', 'conversations.history']) {
    bot.workspace.breaks(method, ...Array.from({ length: failures }, () => unavailable));
  }
  await passes(bot, 6 * 60, 12);
  expect(bot.workspace.of('chat.postMessage').map(({ sent }) => sent.channel?.charAt(0))).toEqual(['D']);
});

test('a digest in a channel that cannot be read outlives two minutes of failures', async () => {
  const bot = await openSlackBot();
  await bot.types('/lor-admin digest add 0 9 * * MON', bot.workspace.admin);
  bot.workspace.breaks('chat.postMessage', unavailable, unavailable);
  await bot.types('/lor-admin digest now', bot.workspace.admin);
  await bot.settled();
  await passes(bot, 1, 20);
  expect(bot.workspace.of('chat.postMessage')).toHaveLength(1);
});
