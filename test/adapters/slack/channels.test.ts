import { describe, expect, test } from 'vitest';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { botUser, scopesToRead } from '../../support/slack-server.ts';

const cap = 'how many letters can one program get';
const reuse = 'can i reuse a letter from last year?';

/** What the bot has posted so far. */
const posts = ({ workspace }: SlackBot) => workspace.of('chat.postMessage').map(({ sent }) => sent);

function openReader(): Promise<SlackBot> {
  return openSlackBot({ readChannels: true, scopes: scopesToRead });
}

/** The button with this label, as Slack sends it when somebody presses it. */
function button(message: unknown, label: string): unknown {
  const { blocks } = message as { blocks: string | unknown[] };
  const read = (typeof blocks === 'string' ? JSON.parse(blocks) : blocks) as { elements?: Element[] }[];
  const found = read.flatMap(({ elements = [] }) => elements).find((one) => one.text?.text === label);
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

interface Element {
  readonly text?: { readonly text: string };
}

describe('a channel', () => {
  test('answers a plain question in its thread where an admin wants that, and else keeps silent', async () => {
    const bot = await openReader();
    await bot.talks(reuse);
    expect(posts(bot)).toEqual([]);
    const set = await bot.types('/lor-admin channel mode:auto', bot.workspace.admin);
    expect(set.body?.text).toContain('auto');
    await bot.talks('is the cafeteria open on sundays');
    expect(posts(bot)).toEqual([]);
    await bot.talks(reuse, { ts: '111.222' });
    expect(posts(bot)).toMatchObject([{ channel: bot.workspace.letters, thread_ts: '111.222' }]);
  });

  test('hears nothing of what is not said to it where the operator does not read channels', async () => {
    const bot = await openSlackBot();
    const refused = await bot.types('/lor-admin channel mode:auto', bot.workspace.admin);
    expect(refused.body).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('LORBOT_READ_CHANNELS=on'),
    });
    await bot.talks(reuse);
    expect(posts(bot)).toEqual([]);
    expect(bot.logged.filter((line) => line === 'invocation')).toHaveLength(1);
  });

  test('answers a mention once, though it comes as a mention and as a message', async () => {
    const bot = await openReader();
    await bot.types('/lor-admin channel mode:auto pause:0', bot.workspace.admin);
    await bot.mentions(reuse, { ts: '1.1' });
    await bot.talks(`<@${botUser}> ${reuse}`, { ts: '1.1' });
    expect(posts(bot)).toHaveLength(1);
  });

  test('that is off gets not a word, and the event is acknowledged', async () => {
    const bot = await openSlackBot();
    await bot.types('/lor-admin channel mode:off', bot.workspace.admin);
    for (const said of [reuse, '']) expect(await bot.mentions(said)).toMatchObject({ status: 200, text: '' });
    expect(posts(bot)).toEqual([]);
  });

  test('of which the settings are asked for by its name has them by its id', async () => {
    const bot = await openSlackBot();
    await bot.types(`/lor-admin channel channel:<#${bot.workspace.letters}|letters> mode:off`, bot.workspace.admin);
    await bot.mentions(reuse);
    expect(posts(bot)).toEqual([]);
  });
});

test('a mention in a thread asks on, and says nothing of the member’s own settings', async () => {
  const bot = await openSlackBot();
  await bot.types('/lor settings service:carms img:yes');
  await bot.mentions(cap, { ts: '7.7' });
  await bot.mentions('and for sf match?', { ts: '7.8', thread_ts: '7.7' });
  const [first, second] = posts(bot);
  expect(first?.text).toContain('Which one is yours?');
  expect(second).toMatchObject({ thread_ts: '7.7', text: expect.stringContaining('In SF Match') });
  await bot.presses(button(first, 'ERAS'));
  expect(bot.workspace.told[0]).toMatchObject({ response_type: 'ephemeral' });
});

test('the same topic again is a link to the earlier answer', async () => {
  const bot = await openSlackBot();
  await bot.mentions(reuse, { ts: '1795305600.000300' });
  await bot.mentions(reuse, { ts: '1795305700.000300' }, bot.workspace.noah);
  const [, pointer] = posts(bot);
  const home = String(bot.workspace.of('auth.test')[0]?.answer.url).replace(/\/$/u, '');
  expect(pointer?.text).not.toContain('Sources');
  expect(pointer?.blocks).toContain(`${home}/archives/${bot.workspace.letters}/p1795305600000300`);
  await bot.presses(button(pointer, 'Show it to me'), bot.workspace.noah);
  expect(bot.workspace.told[0]).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('Sources'),
  });
});

describe('“Answer this”', () => {
  test('answers whoever picked it alone, who can share it', async () => {
    const bot = await openSlackBot();
    await bot.types('/lor settings service:carms');
    expect(await bot.asksFor(cap)).toMatchObject({ status: 200, text: '' });
    const [mine] = bot.workspace.told;
    expect(mine).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('In CaRMS') });
    await bot.presses(button(mine, 'Share in this channel'));
    const [, shared] = bot.workspace.told;
    expect(shared).toMatchObject({ response_type: 'in_channel' });
    expect(shared?.text).toContain('Which one is yours?');
    expect(posts(bot)).toEqual([]);
  });

  test('on a message without words asks for the question', async () => {
    const bot = await openSlackBot();
    await bot.asksFor('');
    expect(bot.workspace.of('views.open')).toHaveLength(1);
  });
});

test('what is better said in private is not repeated, and opens in private', async () => {
  const bot = await openSlackBot();
  await bot.mentions('my AAMC ID is 14412345, why is my letter not uploaded', { ts: '1.1' });
  const [open] = posts(bot);
  expect(open).toMatchObject({ thread_ts: '1.1', text: expect.stringContaining('nobody else reads along') });
  expect(JSON.stringify(open)).not.toContain('14412345');
  await bot.presses(button(open, 'Open it privately'));
  expect(bot.workspace.told[0]).toMatchObject({
    response_type: 'ephemeral',
    text: expect.stringContaining('please delete it'),
  });
});
