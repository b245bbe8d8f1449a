import { describe, expect, onTestFinished, test } from 'vitest';
import { openDiscordBot } from '../../support/discord-bot.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';
import { killedBeforeDone, openQuestions } from '../../support/killed.ts';
import { temporaryDatabase } from '../../support/terminal.ts';

const question = 'can i reuse a letter?';
const dm = '200000000000000002';

type Bot = Awaited<ReturnType<typeof openDiscordBot>>;

async function stage() {
  // Its clock is the bot's, as its ids tell when a message came.
  const fake = await startDiscordFake({ now: () => Date.parse('2027-09-01T12:00:01Z') });
  const file = temporaryDatabase();
  onTestFinished(file.remove);
  const { path } = file;
  return {
    fake,
    path,
    /** What the bot said in a channel, as it stands there. */
    said: (channel: string) => fake.state.messages.filter((message) => message.channel === channel),
    /** A bot that is killed in the midst of what it is asked. */
    async dies(act: (bot: Bot) => void): Promise<void> {
      const bot = await openDiscordBot({ fake, database: path, lend: killedBeforeDone });
      act(bot);
      await expect.poll(() => openQuestions(path).length).toBe(1);
      await bot.stop();
    },
    /** A bot that is started afterwards, once it has done what was left. */
    async startsAgain(): Promise<Bot> {
      const bot = await openDiscordBot({ fake, database: path });
      await expect.poll(() => openQuestions(path)).toEqual([]);
      return bot;
    },
  };
}

const writes =
  (text: string, id = '500000000000000700') =>
  (bot: Bot) => {
    bot.fake.state.channels.set(dm, undefined);
    bot.says('maya', text, { id, channel_id: dm, guild_id: undefined });
  };

describe('S2: a message that was heard', () => {
  test('S2: is answered once after a kill before the answer', async () => {
    const { fake, path, said, dies, startsAgain } = await stage();
    fake.next(`POST /channels/${dm}/messages`, { status: 403, body: { code: 50013, message: 'Missing Permissions' } });
    await dies(writes(question));
    expect(said(dm)).toEqual([]);
    expect(JSON.stringify(openQuestions(path))).not.toContain('reuse');

    const bot = await startsAgain();
    expect(said(dm)).toHaveLength(1);
    expect(JSON.stringify(said(dm)[0]?.body)).toContain('reuse');
    await bot.stop();
    await startsAgain();
    expect(said(dm)).toHaveLength(1);
  });

  test('S2: is not answered again where the answer arrived before the kill', async () => {
    const { fake, said, dies, startsAgain } = await stage();
    await dies(writes(question));
    expect(said(dm)).toHaveLength(1);
    const before = fake.requests.length;
    await startsAgain();
    expect(said(dm)).toHaveLength(1);
    // It was looked for, and Discord did not have to refuse a second one.
    expect(fake.requests.slice(before).filter(({ path }) => path === `/channels/${dm}/messages`)).toMatchObject([
      { method: 'GET' },
    ]);
  });

  test('S2: makes a change once, and says after a kill that it was made', async () => {
    const { fake, said, dies, startsAgain } = await stage();
    fake.next(`POST /channels/${dm}/messages`, { status: 403, body: { code: 50013, message: 'Missing Permissions' } });
    await dies(writes('/lor add Dr. Chen'));
    const bot = await startsAgain();
    expect(said(dm).map(({ body }) => JSON.stringify(body))).toEqual([expect.stringContaining('That was done')]);
    const listed = await bot.next(() => writes('/lor list', '500000000000000701')(bot));
    expect(listed.text.match(/Chen/gu)).toHaveLength(1);
  });

  test('S2: is not answered again when Discord repeats it after a restart', async () => {
    const { fake, startsAgain } = await stage();
    const event = {
      ...{ id: '500000000000000777', type: 0, channel_id: dm, content: question },
      author: { id: '200000000000000001', username: 'maya' },
    };
    fake.state.channels.set(dm, undefined);
    const first = await startsAgain();
    await first.next(() => fake.dispatch('MESSAGE_CREATE', event));
    await first.stop();
    const second = await startsAgain();
    await second.hears('MESSAGE_CREATE', event);
    // Discord would refuse a second one for some minutes, so what counts is what the bot tried.
    const tried = fake.requests.filter(({ method, path }) => method === 'POST' && path === `/channels/${dm}/messages`);
    expect(tried).toHaveLength(1);
  });
});
