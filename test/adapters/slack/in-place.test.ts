import { expect, test } from 'vitest';
import { renderMessages } from '../../../adapters/slack/render.ts';
import { button, buttons, inPlace, paragraph, reply } from '../../../src/core/reply.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';

const alone = { container: { type: 'message', message_ts: '5.5', is_ephemeral: true } };

interface Pressable {
  readonly type?: string;
  readonly value?: string;
}

/** The button in what the bot said that holds this. */
function buttonIn(said: unknown, value: string): Pressable {
  const found = [...JSON.stringify(said).matchAll(/\{"type":"button"[^}]*\}[^}]*\}/gu)]
    .map(([json]) => JSON.parse(json) as Pressable)
    .find((one) => one.value?.startsWith(value));
  if (!found) throw new Error(`no button ${value}`);
  return found;
}

async function withLetters(count: number): Promise<{ bot: SlackBot; list: unknown }> {
  const bot = await openSlackBot();
  for (let number = 1; number <= count; number += 1) await bot.types(`/lor add Dr. Number${number}`);
  return { bot, list: (await bot.types('/lor list')).body };
}

test('the next page takes the place of the one before, which nobody else sees', async () => {
  const { bot, list } = await withLetters(9);
  await bot.presses(buttonIn(list, 'p|lor list|page|2'), bot.workspace.maya, alone);
  expect(bot.workspace.told).toHaveLength(1);
  expect(bot.workspace.told[0]).toMatchObject({
    replace_original: true,
    response_type: 'ephemeral',
    text: expect.stringContaining('Number9'),
  });
  await bot.presses(buttonIn(bot.workspace.told[0], 'p|lor list|page|1'), bot.workspace.maya, alone);
  expect(bot.workspace.told[1]).toMatchObject({ replace_original: true, text: expect.stringContaining('Number1') });
});

test('in the DM with the bot, too', async () => {
  const { bot, list } = await withLetters(9);
  const dm = { channel: { id: 'D012345' }, container: { type: 'message', message_ts: '5.5' } };
  await bot.presses(buttonIn(list, 'p|lor list|page|2'), bot.workspace.maya, dm);
  expect(bot.workspace.told[0]).toMatchObject({ replace_original: true });
});

test.each([
  ['others read it, too', { container: { type: 'message', message_ts: '5.5', is_ephemeral: false } }],
  ['it is the home page', { channel: undefined, container: { type: 'view', view_id: 'V1' } }],
])('nothing is replaced where %s', async (_, place) => {
  const { bot, list } = await withLetters(9);
  await bot.presses(buttonIn(list, 'p|lor list|page|2'), bot.workspace.maya, place);
  expect(bot.workspace.told[0]).toMatchObject({ replace_original: false });
});

test('what went wrong is said elsewhere, and the message stays', async () => {
  const { bot, list } = await withLetters(9);
  const next = buttonIn(list, 'p|lor list|page|2');
  await bot.types('/lor remove Number9');
  await bot.presses(next, bot.workspace.maya, alone);
  expect(bot.workspace.of('views.open')).toHaveLength(1);
  expect(bot.workspace.told).toEqual([]);
});

test('a tick in the packet is seen where it was made', async () => {
  const { bot } = await withLetters(1);
  const packet = (await bot.types('/lor packet Number1')).body;
  await bot.presses(buttonIn(packet, 'p|lor packet|letter'), bot.workspace.maya, alone);
  expect(bot.workspace.told[0]).toMatchObject({ replace_original: true, text: expect.stringContaining('CV') });
});

test('in a reply that takes several messages no button replaces one of them', () => {
  const next = buttons(inPlace(button('Next page', 'lor list', { page: '2' })));
  const long = Array.from({ length: 60 }, (_, index) => paragraph([`${index} ${'x'.repeat(2_000)}`]));
  expect(JSON.stringify(renderMessages(reply(paragraph(['short']), next)))).toContain('"p|lor list');
  const several = renderMessages(reply(...long, next));
  expect(several.length).toBeGreaterThan(1);
  expect(JSON.stringify(several)).toContain('"b|lor list');
  expect(JSON.stringify(several)).not.toContain('"p|lor list');
});
