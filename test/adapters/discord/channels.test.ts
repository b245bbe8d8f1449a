import { describe, expect, it } from 'vitest';
import { guild, letters, openDiscordBot } from '../../support/discord-bot.ts';
import { dense } from './shown.ts';

const cap = 'how many letters can one program get';
const reuse = 'can i reuse a letter from last year?';
const manager = '32';

const sub = (name: string, values: Readonly<Record<string, string | number>> = {}) => [
  { type: 1, name, options: Object.entries(values).map(([option, value]) => ({ name: option, type: 3, value })) },
];

type Bot = Awaited<ReturnType<typeof openDiscordBot>>;

const sets = (bot: Bot, values: Readonly<Record<string, string | number>>) =>
  bot.runs('maya', 'lor-admin', sub('channel', values), manager);

/** Nothing comes of it, though what is asked after it is answered, and what is asked after that. */
async function passesOver(bot: Bot, says: () => void): Promise<void> {
  const before = bot.seen().length;
  says();
  for (let times = 0; times < 2; times += 1) await bot.runs('maya', 'lor', sub('privacy'));
  expect(bot.seen()).toHaveLength(before + 2);
}

describe('a channel', () => {
  it('answers a plain question with a reply to it where an admin wants that, and else keeps silent', async () => {
    const bot = await openDiscordBot({ readChannels: true });
    await passesOver(bot, () => bot.says('maya', reuse));
    expect((await sets(bot, { mode: 'auto' })).text).toContain(dense('auto. I also answer plain questions'));
    await passesOver(bot, () => bot.says('noah', 'is the cafeteria open on sundays'));
    let asked = '';
    const answer = await bot.next(() => {
      asked = bot.says('noah', reuse);
    });
    expect(answer).toMatchObject({ channel: letters, alone: false, replies: asked });
    expect(answer.text).toContain('Sources');
    expect(bot.fake.requests.filter(({ path }) => path.endsWith('/typing'))).toEqual([]);
  });

  it('hears nothing of what is not said to it where the operator does not read channels', async () => {
    const bot = await openDiscordBot();
    const refused = await sets(bot, { mode: 'auto' });
    expect(refused).toMatchObject({ alone: true, text: expect.stringContaining('LORBOT_READ_CHANNELS=on') });
    await passesOver(bot, () => bot.says('maya', reuse));
  });

  it('that is off gets not a word, in its threads either', async () => {
    const bot = await openDiscordBot();
    await sets(bot, { mode: 'off' });
    const thread = '300000000000000009';
    bot.fake.dispatch('GUILD_CREATE', {
      ...{ id: guild, name: 'Match 2028', members: [], roles: [], emojis: [], stickers: [], voice_states: [] },
      channels: [{ id: letters, type: 0, name: 'letters', guild_id: guild }],
      threads: [{ id: thread, type: 11, name: 'a thread', guild_id: guild, parent_id: letters, thread_metadata: {} }],
    });
    const named = `<@${bot.fake.bot}> ${reuse}`;
    await passesOver(bot, () => bot.says('maya', named));
    await passesOver(bot, () => bot.says('maya', `<@${bot.fake.bot}>`));
    await passesOver(bot, () => bot.says('maya', named, { channel_id: thread }));
    bot.fake.state.channels.set('300000000000000010', guild);
    const elsewhere = await bot.next(() => void bot.says('maya', named, { channel_id: '300000000000000010' }));
    expect(elsewhere.text).toContain('Sources');
  });
});

describe('a reply to the bot', () => {
  it('asks on, also further along, and says nothing of the member’s own settings', async () => {
    const bot = await openDiscordBot();
    await bot.runs('maya', 'lor', sub('settings', { service: 'carms', img: 'yes' }));
    let asked = '';
    const first = await bot.next(() => {
      asked = bot.says('maya', `<@${bot.fake.bot}> ${cap}`);
    });
    expect(first.text).toContain(dense('Which one is yours?'));
    let further = '';
    const second = await bot.next(() => {
      further = bot.says('noah', 'and for sf match?', bot.replyTo(asked));
    });
    expect(second).toMatchObject({ replies: further, text: expect.stringContaining(dense('In SF Match')) });
    const third = await bot.next(() => void bot.says('maya', 'eras?', bot.replyTo(further)));
    expect(third.text).toContain(dense('In ERAS'));
    expect(third.text).not.toContain(dense('In SF Match'));
    expect((await bot.presses('maya', first, 'b|lor topics')).alone).toBe(true);
  });
});

it('the same topic again is a link to the earlier message', async () => {
  const bot = await openDiscordBot();
  let asked = '';
  await bot.next(() => {
    asked = bot.says('maya', `<@${bot.fake.bot}> ${reuse}`);
  });
  const pointer = await bot.next(() => void bot.says('noah', `<@${bot.fake.bot}> ${reuse}`));
  expect(pointer.text).not.toContain('Sources');
  expect(pointer.raw).toContain(`https://discord.com/channels/${guild}/${letters}/${asked}`);
  const mine = await bot.presses('noah', pointer, 'b|lor topics');
  expect(mine).toMatchObject({ alone: true, text: expect.stringContaining('Sources') });
});

describe('“Answer this”', () => {
  it('answers whoever picked it alone, who can share it', async () => {
    const bot = await openDiscordBot();
    await bot.runs('maya', 'lor', sub('settings', { service: 'carms' }));
    const mine = await bot.asksFor('maya', cap);
    expect(mine).toMatchObject({ alone: true, text: expect.stringContaining(dense('In CaRMS')) });
    const shared = await bot.presses('maya', mine, 'b|lor share answer');
    expect(shared).toMatchObject({ alone: false, text: expect.stringContaining(dense('Which one is yours?')) });
  });
});

it('what is better said in private is not repeated, and opens in private', async () => {
  const bot = await openDiscordBot();
  const open = await bot.next(
    () => void bot.says('maya', `<@${bot.fake.bot}> my AAMC ID is 14412345, why is my letter not uploaded`),
  );
  expect(open).toMatchObject({ alone: false, text: expect.stringContaining(dense('nobody else reads along')) });
  expect(open.raw).not.toContain('14412345');
  const mine = await bot.presses('maya', open, 'b|lor privately');
  expect(mine).toMatchObject({ alone: true, text: expect.stringContaining(dense('please delete it')) });
});
