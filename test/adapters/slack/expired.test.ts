import { expect, test } from 'vitest';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { botUser } from '../../support/slack-server.ts';

type View = Record<string, unknown>;

function openedView({ workspace }: SlackBot): View {
  return workspace.of('views.open').at(-1)?.answer.view as View;
}

/** The button with this label in a message. */
function button(message: unknown, label: string): unknown {
  const { blocks } = message as { blocks: { elements?: { type: string; text?: { text: string } }[] }[] };
  const found = blocks.flatMap(({ elements = [] }) => elements).find((one) => one.text?.text === label);
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

async function dmWith({ workspace }: SlackBot): Promise<string> {
  const { channel } = await workspace.ask('xoxp-maya', 'conversations.open', { users: botUser });
  return (channel as { id: string }).id;
}

test.each(['expired_trigger_id', 'invalid_trigger_id', 'trigger_exchanged'])(
  'S14: a form that Slack refuses with %s is offered by a button, which opens it with all that was typed',
  async (error) => {
    const bot = await openSlackBot();
    bot.workspace.breaks('views.open', { error });
    await bot.types('/lor add due:2027-09-15 met:"ICU, May"');
    expect(bot.workspace.of('views.open')).toEqual([]);
    expect(bot.workspace.told).toHaveLength(1);
    await bot.presses(button(bot.workspace.told[0], 'Correct it'));
    expect(JSON.stringify(openedView(bot))).toContain('ICU, May');
    await bot.sends(openedView(bot), { name: 'Dr. Chen' });
    expect((await bot.types('/lor list')).body?.text).toMatch(/Dr\. Chen[\s\S]*15 Sep 2027/u);
  },
);

test.each<[string, Parameters<SlackBot['workspace']['breaks']>[1]]>([
  ['used up', { status: 404, body: 'used_url' }],
  ['too old', { status: 410, body: 'expired_url' }],
])('S14: an answer whose address is %s comes as a DM, once', async (_, fault) => {
  const bot = await openSlackBot();
  const said = await bot.types('/lor add Dr. Chen');
  bot.workspace.breaks('response_url', fault);
  expect(await bot.presses(button(said.body, 'Show'))).toMatchObject({ status: 200, text: '' });
  expect(bot.workspace.told).toEqual([]);
  const posted = bot.workspace.of('chat.postMessage');
  expect(posted).toHaveLength(1);
  expect(posted[0]?.sent).toMatchObject({ channel: await dmWith(bot), text: expect.stringContaining('Dr. Chen') });
});

test('S14: a form and its address that have both expired still lead to an answer, in a DM, with the button', async () => {
  const bot = await openSlackBot();
  bot.workspace.breaks('views.open', { error: 'expired_trigger_id' });
  bot.workspace.breaks('response_url', { status: 404, body: 'used_url' });
  await bot.types('/lor add met:"ICU, May"');
  const [posted] = bot.workspace.of('chat.postMessage');
  const message = { blocks: JSON.parse(posted?.sent.blocks ?? '[]') };
  await bot.presses(button(message, 'Correct it'), bot.workspace.maya, { response_url: undefined });
  expect(JSON.stringify(openedView(bot))).toContain('ICU, May');
});

test('S14: an answer that its address may have taken is not given a second time', async () => {
  const bot = await openSlackBot();
  const said = await bot.types('/lor add Dr. Chen');
  for (const fault of ['drop', { status: 500 }] as const) {
    bot.workspace.breaks('response_url', fault);
    await bot.presses(button(said.body, 'Show'));
  }
  expect(bot.workspace.of('chat.postMessage')).toEqual([]);
});

/** The same press or sending, twice at the same time and once more afterwards: the statuses and what was said. */
async function thrice(act: () => Promise<{ readonly status: number; readonly text: string }>) {
  const said = [...(await Promise.all([act(), act()])), await act()];
  return said.map(({ status, text }) => [status, text]);
}

const quietly = [
  [200, ''],
  [200, ''],
  [200, ''],
];

test('S14: a form that is sent twice runs once, and nobody reads of an error', async () => {
  const bot = await openSlackBot({ impatient: true });
  await bot.types('/lor add due:2027-09-15');
  await bot.quiet();
  const view = openedView(bot);
  const trigger_id = await bot.workspace.trigger(bot.workspace.maya);
  const sent = await thrice(() => bot.sends(view, { name: 'Dr. Chen' }, bot.workspace.maya, { trigger_id }));
  await bot.quiet();
  expect(sent).toEqual(quietly);
  expect(bot.workspace.told).toHaveLength(1);
  expect(bot.workspace.told[0]?.text).toContain('Dr. Chen is on your list.');
  expect(String((await bot.types('/lor list')).body?.text).match(/Dr\. Chen/gu)).toHaveLength(1);
});

test('S14: a button that is pressed twice with one trigger runs once, and nobody reads of an error', async () => {
  const bot = await openSlackBot({ impatient: true });
  const said = await bot.types('/lor add Dr. Chen');
  const trigger_id = await bot.workspace.trigger(bot.workspace.maya);
  const asked = button(said.body, 'I asked');
  const pressed = await thrice(() => bot.presses(asked, bot.workspace.maya, { trigger_id }));
  await bot.quiet();
  expect(pressed).toEqual(quietly);
  expect(bot.workspace.told).toHaveLength(1);
  const history = (await bot.types('/lor show chen')).body?.text;
  expect(history).toContain('asked');
});

test('S14: a button that is pressed once more later changes nothing more, and says why', async () => {
  const bot = await openSlackBot();
  const said = await bot.types('/lor add Dr. Chen');
  for (let time = 0; time < 2; time += 1) await bot.presses(button(said.body, 'I asked'));
  expect(JSON.stringify(openedView(bot))).toContain('⚠');
  await bot.types('/lor undo');
  expect((await bot.types('/lor list')).body?.text).toContain('planned');
});
