import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

/** Ana administers the workspace; Maya and Noor are members. */
async function community() {
  const bot = await openTestBot();
  const at = (user: string) => bot.as(user).in('#general');
  return { bot, ana: at('ana').admin(), maya: at('maya'), noor: at('noor') };
}

const unsure = 'is the cafeteria open on sundays';

describe('a vote under an answer', () => {
  it('is counted once a member and topic, can be changed, and holds no words', async () => {
    const { bot, ana, maya, noor } = await community();
    await maya.says('/lor ask can i reuse a letter from last year');
    expect((await maya.presses('This did not help')).text).toContain('Perhaps one of these is nearer?');
    await noor.says('/lor topics reuse-letter');
    await noor.presses('This helped');
    const voted = async () => /an earlier season: .*/u.exec((await ana.says('/lor-admin gaps')).text)?.[0];
    expect(await voted()).toBe('an earlier season: 1 (“This helped”: 1)');
    await maya.says('/lor vote reuse-letter helped:yes');
    expect(await voted()).toBeUndefined();
    expect(bot.rows('select topic, helped from votes order by helped')).toEqual([
      { topic: 'reuse-letter', helped: 1 },
      { topic: 'reuse-letter', helped: 1 },
    ]);
  });

  it('that it did not help offers what is nearest, and to send it', async () => {
    const { maya } = await community();
    await maya.says('/lor topics reuse-letter');
    const { choices, buttons } = await maya.presses('This did not help');
    expect(choices.map(({ value }) => value)).toContain('letter-age');
    expect(buttons.map(({ label }) => label)).toEqual(['Send to curators']);
    expect((await maya.presses('Send to curators')).opened?.fields.map(({ name }) => name)).toEqual(['question']);
  });

  it('on a topic that nobody has is not counted', async () => {
    const { bot, maya } = await community();
    await maya.calls({ path: 'lor vote', args: { topic: 'my secret words', helped: 'no' } });
    expect(bot.counts()).toMatchObject({ votes: 0 });
  });

  it('is possible under a community’s answer, too', async () => {
    const { bot, ana, maya } = await community();
    await ana.says('/lor-admin answer add parking title:Parking question:"Where do I park?" text:B');
    await maya.says('/lor ask where do i park');
    await maya.presses('This did not help');
    expect(bot.counts()).toMatchObject({ votes: 1 });
    expect((await ana.says('/lor-admin gaps')).text).toContain('Parking: 1');
  });
});

describe('a question that found no answer', () => {
  it('is counted by the nearest topic and day, without its words and whose it was', async () => {
    const { bot, ana, maya } = await community();
    await maya.says(`/lor ask ${unsure}`);
    await maya.says(`/lor ask ${unsure}`);
    expect(bot.rows('select topic, day, count from gaps')).toEqual([
      { topic: expect.stringMatching(/^[a-z-]+$/u), day: '2027-08-25', count: 2 },
    ]);
    expect(bot.counts()).toMatchObject({ members: 0, submissions: 0 });
    expect((await ana.says('/lor-admin gaps')).text).toMatch(/- .+: 2/u);
    bot.clock.set('2027-09-25T13:00:00.000Z');
    expect((await ana.says('/lor-admin gaps')).text).toContain('No question went without an answer.');
  });

  it('is sent to the curators only by a press, without a name, until it is done', async () => {
    const { bot, ana, maya } = await community();
    await maya.says(`/lor ask ${unsure}`);
    expect((await maya.presses('Send to curators')).text).toContain('without your name');
    const { text } = await ana.says('/lor-admin gaps');
    expect(text).toContain(unsure);
    expect(text).not.toContain('maya');
    expect((await ana.presses('Done')).text).toContain('The words are deleted.');
    expect(bot.counts()).toMatchObject({ submissions: 0 });
    expect((await ana.says('/lor-admin gaps')).text).not.toContain(unsure);
  });

  it('is the beginning of an answer, if a curator wants', async () => {
    const { ana, maya } = await community();
    await maya.says(`/lor ask ${unsure}`);
    await maya.presses('Send to curators');
    await ana.says('/lor-admin gaps');
    const { opened } = await ana.presses('Write an answer');
    expect(opened?.fields.find(({ name }) => name === 'question')?.value).toBe(unsure);
  });

  it('is deleted after 90 days at the latest', async () => {
    const { bot, ana, maya } = await community();
    await maya.says(`/lor send ${unsure}`);
    await maya.says('/lor suggest question:Q text:A');
    await bot.playTo('2027-11-22 09:00');
    expect((await ana.says('/lor-admin gaps')).text).toContain(unsure);
    await bot.playTo('2027-11-25 09:00');
    expect((await ana.says('/lor-admin gaps')).text).not.toContain(unsure);
    expect(bot.rows('select kind from submissions')).toEqual([{ kind: 'proposal' }]);
  });

  it('of another community stays there', async () => {
    const { bot, maya } = await community();
    await maya.says(`/lor send ${unsure}`);
    const [row] = bot.rows<{ id: string }>('select id from submissions');
    const eve = bot.as('eve').of('W2').admin();
    expect((await eve.says('/lor-admin gaps')).text).not.toContain(unsure);
    await eve.calls({ path: 'lor-admin done', args: { question: row?.id ?? '' } });
    expect(bot.counts()).toMatchObject({ submissions: 1 });
  });

  it('is sent ten times by one member at most', async () => {
    const { maya } = await community();
    for (let number = 1; number <= 10; number += 1) await maya.says(`/lor send ${unsure} ${number}`);
    const answer = await maya.says(`/lor send ${unsure}`);
    expect(answer.text).toContain('You have 10 questions open here');
  });
});

describe('a question for a person', () => {
  async function withHelpers() {
    const made = await community();
    await made.ana.says('/lor-admin settings helpers:@S123 channel:#helpers');
    return made;
  }

  it('is not offered while no channel is set, and then says whom to ask', async () => {
    const { bot, maya } = await community();
    const { buttons, text } = await maya.says(`/lor ask ${unsure}`);
    expect(buttons.map(({ label }) => label)).not.toContain('Ask a human');
    expect(text).toContain('ask a person in your community');
    expect((await maya.says(`/lor human ${unsure}`)).text).toContain('Ask a person in your community');
    expect(bot.counts()).toMatchObject({ submissions: 0 });
  });

  it('is shown first, and posted once, where it calls the helpers and nobody else', async () => {
    const { bot, maya } = await withHelpers();
    await maya.says(`/lor ask ${unsure}`);
    const shown = await maya.presses('Ask a human');
    expect(shown).toMatchObject({ visibility: 'private' });
    expect(shown.text).toContain('This would be posted in #helpers');
    expect(shown.text).toContain(unsure);
    expect(bot.adapter.arrived).toEqual([]);
    expect((await maya.presses('Post it')).text).toContain('It is on its way to #helpers.');
    expect(bot.adapter.arrived).toHaveLength(1);
    const [post] = bot.adapter.arrived;
    expect(post?.target).toEqual({ kind: 'channel', platform: 'slack', workspace: 'W1', channel: '#helpers' });
    expect(post?.reply.calls).toBe('S123');
    expect(post?.text).toContain(`@maya asks:\n\n${unsure}\n\nFor @S123`);
    const call = shown.buttons.find(({ label }) => label === 'Post it')?.call;
    expect((await maya.calls(call ?? { path: '', args: {} })).text).toContain('That was posted already');
    expect(bot.adapter.arrived).toHaveLength(1);
  });

  it('calls nobody where no role was named, nor does any other message', async () => {
    const { bot, ana, maya } = await withHelpers();
    await ana.says('/lor-admin settings helpers:none');
    await maya.says(`/lor human ${unsure}`);
    await maya.presses('Post it');
    await ana.says('/lor-admin digest add 0 9 * * MON');
    await ana.says('/lor-admin digest now');
    expect(bot.adapter.arrived.map(({ reply }) => reply.calls)).toEqual([undefined, undefined]);
    const settings = await ana.says('/lor-admin settings helpers:@S123');
    expect(settings).not.toHaveProperty('reply.calls');
  });

  it('is turned off, and calls nobody, by buttons, too; everybody is no group of helpers', async () => {
    const { ana, maya } = await withHelpers();
    await ana.says('/lor-admin settings');
    expect((await ana.presses('Call nobody')).text).toContain('Called there: not set');
    expect((await ana.presses('Turn it off')).text).toContain('“Ask a human” is not offered');
    expect((await maya.says(`/lor human ${unsure}`)).text).toContain('Ask a person in your community');
    expect((await ana.says('/lor-admin settings helpers:W1')).text).toContain('That is everybody.');
  });

  it('is forgotten when it is not to be posted, and cannot be posted by another', async () => {
    const { bot, maya, noor } = await withHelpers();
    const { buttons } = await maya.says(`/lor human ${unsure}`);
    for (const { call } of buttons) expect((await noor.calls(call)).text).toContain('or it is gone');
    expect(bot.counts()).toMatchObject({ submissions: 1 });
    expect((await maya.presses('Do not post it')).text).toContain('Nothing was posted, and your words are deleted.');
    expect(bot.counts()).toMatchObject({ submissions: 0 });
    expect(bot.adapter.arrived).toEqual([]);
  });

  it('is deleted here after a week', async () => {
    const { bot, maya } = await withHelpers();
    await maya.says(`/lor human ${unsure}`);
    await maya.presses('Post it');
    await bot.playTo('2027-09-03 09:00');
    expect(bot.counts()).toMatchObject({ submissions: 0 });
    expect(bot.adapter.arrived).toHaveLength(1);
  });

  it('is asked five times a week at most', async () => {
    const { maya } = await withHelpers();
    for (let number = 1; number <= 5; number += 1) await maya.says(`/lor human ${unsure}`);
    expect((await maya.says(`/lor human ${unsure}`)).text).toContain('5 times within a week');
  });
});
