import { describe, expect, it } from 'vitest';
import { addMilliseconds } from '../../src/dates/calendar.ts';
import { openTestBot } from '../support/bot.ts';

const cap = 'how many letters can one program get';
/** How the answer to it begins. */
const capTitle = /^Most letters a program can receive/u;
const reuse = 'can i reuse a letter from last year?';

/** A bot in #lor-help, with an admin who sets channels up. */
async function setUp(readChannels = false) {
  const bot = await openTestBot({ readChannels });
  const ana = bot.as('ana').admin().in('#lor-help');
  const maya = bot.as('maya').in('#lor-help');
  const noah = bot.as('noah').in('#lor-help');
  /** Lets so many minutes pass. */
  const wait = (minutes: number) => bot.clock.set(addMilliseconds(bot.clock.now(), minutes * 60_000));
  return { bot, ana, maya, noah, wait };
}

describe('/lor-admin channel', () => {
  it('lists what is set, and says what holds elsewhere', async () => {
    const { ana } = await setUp(true);
    expect((await ana.says('/lor-admin channel')).text).toContain('In every channel I answer whoever mentions me.');
    expect((await ana.says('/lor-admin channel mode:off')).text).toContain('#lor-help: off. I say nothing there');
    await ana.says('/lor-admin channel channel:#general mode:auto pause:0');
    const { text } = await ana.says('/lor-admin channel');
    expect(text).toContain('#general: auto. I also answer plain questions when I am sure');
    expect(text).toContain('The same topic may be answered again at once.');
    expect(text).toContain('#lor-help: off.');
  });

  it('changes one thing and leaves the other', async () => {
    const { ana } = await setUp();
    await ana.says('/lor-admin channel pause:30');
    expect((await ana.says('/lor-admin channel')).text).toContain(
      'mention. I answer whoever mentions me. The same topic is answered once in 30 minutes.',
    );
    expect((await ana.says('/lor-admin channel mode:mention')).text).toContain('once in 30 minutes');
  });

  it('refuses auto where the operator does not let it read, and names what to set', async () => {
    const { bot, ana } = await setUp();
    const answer = await ana.says('/lor-admin channel mode:auto');
    expect(answer.kind).toBe('invalid');
    expect(answer.text).toContain('LORBOT_READ_CHANNELS=on');
    expect(bot.rows('select * from channels')).toEqual([]);
  });

  it('says so when reading was taken away since', async () => {
    const { bot, ana } = await setUp(true);
    await ana.says('/lor-admin channel mode:auto');
    expect((await ana.says('/lor-admin channel')).text).not.toContain('has taken away');
    bot.lets({ readChannels: false });
    await bot.restarts();
    expect((await ana.says('/lor-admin channel')).text).toContain('auto works like mention');
  });

  it('asks which channel in a DM, and is for admins', async () => {
    const { bot } = await setUp();
    expect((await bot.as('ana').admin().says('/lor-admin channel mode:off')).text).toContain('Say which channel');
    expect((await bot.as('maya').in('#lor-help').says('/lor-admin channel mode:off')).kind).toBe('denied');
    expect(bot.rows('select * from channels')).toEqual([]);
  });
});

describe('a channel', () => {
  it.each(['help', 'Hi!', 'Bonjour', '/lor ask hello'])(
    'says what it is for to “%s”, which asks nothing',
    async (text) => {
      const { maya } = await setUp();
      const said = text.startsWith('/') ? await maya.says(text) : await maya.mentions(text);
      expect(said.text).toMatch(/\/lor ask[\s\S]*\/lor add/u);
      expect(said.text).not.toMatch(/not sure|pas sûr/u);
    },
  );

  it('answers a mention for all, and says nothing to what is overheard', async () => {
    const { maya } = await setUp(true);
    expect(await maya.mentions(reuse)).toMatchObject({ kind: 'replied', visibility: 'public' });
    expect(await maya.overheard(cap)).toEqual(expect.objectContaining({ kind: 'silent' }));
  });

  it('that is off is silent, whatever is said there', async () => {
    const { ana, maya } = await setUp();
    await ana.says('/lor-admin channel mode:off');
    for (const said of [reuse, '', 'x'.repeat(2_000), 'is the cafeteria open']) {
      expect((await maya.mentions(said)).kind).toBe('silent');
    }
    expect((await maya.in('#other').mentions(reuse)).kind).toBe('replied');
    expect((await maya.says(`/lor ask ${reuse}`)).kind).toBe('replied');
  });

  it('that is auto answers when it is sure, and else keeps silent', async () => {
    const { bot, ana, maya } = await setUp(true);
    await ana.says('/lor-admin channel mode:auto');
    const logged = bot.log.length;
    for (const said of ['is the cafeteria open on sundays', '', 'y'.repeat(2_000)]) {
      expect((await maya.overheard(said)).kind).toBe('silent');
    }
    expect(bot.log).toHaveLength(logged);
    expect(await maya.overheard(reuse)).toMatchObject({ kind: 'replied', visibility: 'public' });
    expect((await maya.mentions('is the cafeteria open on sundays')).text).toContain('I am not sure');
  });

  it('uses what the message says, and nothing that the member has told in private', async () => {
    const { maya, noah } = await setUp();
    await maya.says('/lor settings service:carms img:yes specialty:neurology reapplicant:yes');
    const open = await maya.mentions(cap);
    expect(open.text).toContain('Which one is yours?');
    expect(open.text).not.toContain('If you apply again');
    expect((await noah.in('#other').mentions(cap)).text).toBe(open.text);
    expect((await maya.in('#third').mentions(`${cap} in ERAS`)).text).not.toContain('In CaRMS');
    // To herself it still says what is hers.
    expect((await maya.says(`/lor ask ${cap}`)).text).not.toContain('Which one is yours?');
  });

  it('keeps no word and makes no member of whoever asks there', async () => {
    const { bot, ana, maya } = await setUp(true);
    await ana.says('/lor-admin channel mode:auto');
    const before = bot.counts().members;
    await maya.mentions(`${reuse} xylophone`);
    await maya.overheard(cap);
    expect(bot.counts().members).toBe(before);
    const kept = ['conversations', 'answered'].flatMap((table) => bot.rows(`select * from ${table}`));
    expect(kept).toHaveLength(4);
    expect(JSON.stringify(kept)).not.toMatch(/xylophone|maya/u);
  });
});

describe('the same topic again', () => {
  it('is pointed at for somebody who asks, and passed over else', async () => {
    const { ana, maya, noah, wait } = await setUp(true);
    await ana.says('/lor-admin channel mode:auto');
    await maya.mentions(reuse, { thread: '1.1' });
    wait(4);
    expect((await noah.overheard(reuse)).kind).toBe('silent');
    const pointer = await noah.mentions(`${reuse} in eras`);
    expect(pointer.text).toContain('I answered that in this channel 4 minutes ago (https://chat.example/1.1).');
    expect(pointer.text).not.toContain('Sources');
    expect((await noah.presses('Show it to me')).text).toContain('In ERAS');
  });

  it('is answered again after ten minutes, and at once in another channel', async () => {
    const { maya, noah, wait } = await setUp();
    await maya.mentions(reuse);
    expect((await noah.in('#other').mentions(reuse)).text).toContain('Sources');
    wait(9.9);
    expect((await noah.mentions(reuse)).text).not.toContain('Sources');
    wait(0.1);
    expect((await noah.mentions(reuse)).text).toContain('Sources');
  });

  it('takes as long as the channel wants', async () => {
    const { ana, maya, noah, wait } = await setUp();
    await ana.says('/lor-admin channel pause:60');
    await maya.mentions(reuse);
    wait(59);
    expect((await noah.mentions(reuse)).text).not.toContain('Sources');
    await ana.says('/lor-admin channel pause:0');
    expect((await noah.mentions(reuse)).text).toContain('Sources');
  });
});

describe('asking on', () => {
  it('in the same thread is understood, with the new case, and is no repetition', async () => {
    const { maya, noah } = await setUp();
    const thread = { thread: '7.7' };
    await maya.mentions(cap, thread);
    const second = await noah.mentions('and for carms?', thread);
    expect(second.text).toContain('In CaRMS');
    expect(second.text).not.toContain('Which one is yours?');
    expect((await noah.mentions('what about sf match?', thread)).text).toContain('In SF Match');
    expect((await noah.mentions('and for carms?')).text).not.toMatch(capTitle);
  });

  it('goes on from the thread that it follows', async () => {
    const { maya } = await setUp();
    await maya.mentions(cap, { thread: '1' });
    expect((await maya.mentions('carms?', { thread: '2', follows: '1' })).text).toContain('In CaRMS');
    expect((await maya.mentions('eras?', { thread: '3', follows: '2' })).text).toContain('In ERAS');
  });

  it('without a mention is understood where it answers by itself, when it brings a case', async () => {
    const { ana, maya, noah } = await setUp(true);
    await ana.says('/lor-admin channel mode:auto');
    await maya.mentions(cap, { thread: '1' });
    expect((await noah.overheard('and for carms?', { thread: '1' })).text).toContain('In CaRMS');
    expect((await noah.overheard('and then we had lunch', { thread: '1' })).kind).toBe('silent');
    expect((await noah.overheard('and for carms?', { thread: '2' })).text).not.toMatch(capTitle);
  });

  it('in a DM follows the member for a day', async () => {
    const { bot, wait } = await setUp();
    const maya = bot.as('maya');
    await maya.says(`/lor ask ${cap}`);
    expect((await bot.as('noah').says('/lor ask and for carms?')).text).not.toMatch(capTitle);
    wait(24 * 60);
    expect((await maya.says('/lor ask and for carms?')).text).toMatch(capTitle);
    wait(24 * 60 + 1);
    expect((await maya.says('/lor ask and for carms?')).text).not.toMatch(capTitle);
  });

  it('is forgotten in the file, too', async () => {
    const { bot } = await setUp();
    await bot.as('maya').says(`/lor ask ${cap}`);
    await bot.as('maya').in('#lor-help').mentions(cap);
    expect(bot.counts()).toMatchObject({ conversations: 2, answered: 1 });
    await bot.playTo('2027-08-26 11:00');
    await bot.beats();
    expect(bot.counts()).toMatchObject({ conversations: 0, answered: 0 });
  });

  it('answers another question by itself, and thanks by nothing else', async () => {
    const { bot } = await setUp();
    const maya = bot.as('maya');
    await maya.says(`/lor ask ${cap}`);
    expect((await maya.says(`/lor ask and ${reuse}`)).text).toContain('Using a letter from an earlier season');
    expect((await maya.says('/lor ask ok great')).text).toContain('I am not sure');
    expect((await maya.says('/lor ask is the cafeteria open on sundays')).text).toContain('I am not sure');
  });
});

describe('sharing', () => {
  it('shows the answer to all, with the case that was named and nothing of the settings', async () => {
    const { maya } = await setUp();
    await maya.says('/lor settings service:carms img:yes specialty:neurology reapplicant:yes');
    const mine = await maya.says(`/lor ask ${cap}`);
    expect(mine).toMatchObject({ visibility: 'private' });
    expect(mine.text).toContain('In CaRMS');
    const shared = await maya.presses('Share in this channel');
    expect(shared).toMatchObject({ kind: 'replied', visibility: 'public' });
    expect(shared.text).toContain('Which one is yours?');
    expect(JSON.stringify(shared)).not.toMatch(/neurology/iu);
    expect(shared.buttons.map(({ call }) => call.path)).not.toContain('lor share answer');
  });

  it('takes along what was named beside the question', async () => {
    const { maya } = await setUp();
    await maya.says('/lor topics max-per-program service:carms');
    const { text } = await maya.presses('Share in this channel');
    expect(text).toContain('In CaRMS');
    expect(text).not.toContain('In ERAS');
  });

  it('is not offered in a DM, nor where the bot is off, and refused there', async () => {
    const { bot, ana, maya } = await setUp();
    const labels = async (say: Promise<{ buttons: readonly { label: string }[] }>) =>
      (await say).buttons.map(({ label }) => label);
    expect(await labels(maya.says(`/lor ask ${cap}`))).toContain('Share in this channel');
    expect(await labels(bot.as('maya').says(`/lor ask ${cap}`))).not.toContain('Share in this channel');
    await ana.says('/lor-admin channel mode:off');
    expect(await labels(maya.says(`/lor ask ${cap}`))).not.toContain('Share in this channel');
    const call = { path: 'lor share answer', args: { topic: 'reuse-letter' } };
    expect((await maya.calls(call)).kind).toBe('denied');
    expect((await bot.as('maya').calls(call)).kind).toBe('invalid');
  });

  it('does not fill a channel with the same answer', async () => {
    const { maya, noah } = await setUp();
    await maya.says(`/lor ask ${reuse}`);
    await maya.presses('Share in this channel');
    await noah.says(`/lor ask ${reuse}`);
    const again = await noah.presses('Share in this channel');
    expect(again.kind).toBe('invalid');
    expect(again.text).toContain('I answered that in this channel a moment ago.');
    expect((await noah.mentions(reuse)).text).toContain('a moment ago');
  });

  it('stands in no list of commands', async () => {
    const { maya } = await setUp();
    expect((await maya.says('/lor help')).text).not.toMatch(/lor (?:share answer|privately)/u);
  });
});

describe('what is better said in private', () => {
  const said = `my letter id is 12345678 and it says not uploaded, ${reuse}`;

  it('is not repeated; whoever opens it is asked to delete it', async () => {
    const { bot, maya } = await setUp();
    const open = await maya.mentions(said);
    expect(open).toMatchObject({ visibility: 'public' });
    expect(open.text).toContain('That is better asked where nobody else reads along.');
    expect(open.text).not.toContain('Sources');
    expect(JSON.stringify(open)).not.toMatch(/12345678|not uploaded/u);
    const mine = await maya.presses('Open it privately');
    expect(mine).toMatchObject({ visibility: 'private' });
    expect(mine.text).toContain('please delete it');
    expect(mine.text).toContain('Sources');
    expect(bot.counts()).toMatchObject({ conversations: 0, answered: 0 });
  });

  it('is passed over when it was only overheard', async () => {
    const { ana, maya } = await setUp(true);
    await ana.says('/lor-admin channel mode:auto');
    expect((await maya.overheard(said)).kind).toBe('silent');
  });

  it('is answered where it is private already', async () => {
    const { maya } = await setUp();
    expect((await maya.says(`/lor ask ${said}`)).text).toContain('Sources');
  });

  it('without a topic says how to ask', async () => {
    const { maya } = await setUp();
    await maya.mentions('AAMC ID 12345678 blorg');
    expect((await maya.presses('Open it privately')).text).toContain('Ask again with /lor ask');
  });
});

describe('an answer of the community, in a channel', () => {
  it('is dated the same whoever asks: nobody learns in which time zone somebody lives', async () => {
    const { bot, ana, maya, noah } = await setUp();
    bot.clock.set('2027-08-26T02:00:00.000Z');
    await ana.says('/lor-admin answer add parking title:Parking question:"Where do I park?" text:"In garage B."');
    await ana.says('/lor-admin channel pause:0');
    await maya.says('/lor settings zone:tokyo');
    const [one, other] = [await maya.mentions('where do i park'), await noah.mentions('where do i park')];
    expect(one.text).toContain('In garage B.');
    expect(one.text).toBe(other.text);
    expect((await maya.says('/lor ask where do i park')).text).toContain('Thu 26 Aug 2027');
  });
});
