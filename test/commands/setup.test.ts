import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

async function setUp(readChannels = false) {
  const bot = await openTestBot({ readChannels });
  return { bot, ana: bot.as('ana').admin(), maya: bot.as('maya').in('#lor-help') };
}

describe('/lor-admin setup', () => {
  it('opens one form, and what it sends makes a bot that works', async () => {
    const { bot, ana, maya } = await setUp(true);
    const asked = await ana.says('/lor-admin setup');
    expect(asked.opened?.fields.map(({ name }) => name)).toEqual([
      'digests',
      'zone',
      'questions',
      'answers',
      'helpers',
    ]);
    const done = await ana.fills({
      ...{ digests: '#deadlines', zone: 'chicago', questions: '#lor-help', answers: 'auto', helpers: '@helpers' },
    });
    expect(done.text).toContain('#deadlines, every Monday at 09:00 (Chicago)');
    expect(done.text).toContain('Called there: @helpers');
    expect((await maya.overheard('how many letters can one program get')).text).toMatch(/Most letters/u);
    expect((await maya.mentions('zzz qqq vvv letter thing')).buttons.map(({ label }) => label)).toContain(
      'Ask a human',
    );
    await ana.says('/lor-admin deadline add Letters due date:"sep 22"');
    await bot.playTo('2027-08-30 10:00', 'America/Chicago');
    expect(bot.adapter.arrived.map(({ target }) => target)).toEqual([
      expect.objectContaining({ kind: 'channel', channel: '#deadlines' }),
    ]);
  });

  it('shows in its form how things stand, and changes the one digest instead of adding another', async () => {
    const { bot, ana } = await setUp();
    await ana.says('/lor-admin setup digests:#deadlines zone:chicago questions:#lor-help');
    const again = await ana.says('/lor-admin setup');
    const values = Object.fromEntries((again.opened?.fields ?? []).map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({
      digests: '#deadlines',
      zone: 'America/Chicago',
      questions: '#lor-help',
      answers: 'mention',
    });
    await ana.fills({ digests: '#general', zone: 'denver' });
    expect(bot.rows('select channel, zone, next_at from digests')).toEqual([
      { channel: '#general', zone: 'America/Denver', next_at: '2027-08-30T15:00:00.000Z' },
    ]);
  });

  it('changes nothing that is left out', async () => {
    const { bot, ana } = await setUp();
    await ana.says('/lor-admin settings helpers:@helpers channel:#lor-help');
    await ana.says('/lor-admin setup zone:denver');
    expect(bot.rows('select channel, role from helpers')).toEqual([{ channel: '#lor-help', role: 'helpers' }]);
    expect(bot.rows('select * from digests')).toEqual([]);
  });

  it.each([
    ['answers:auto questions:#lor-help', 'LORBOT_READ_CHANNELS=on'],
    ['answers:mention', 'Say where members ask'],
    ['zone:atlantis digests:#deadlines', 'atlantis'],
    ['helpers:W1 questions:#lor-help', 'That is everybody'],
  ])('refuses %s with a sentence, and keeps nothing of it', async (typed, sentence) => {
    const { bot, ana } = await setUp();
    const answer = await ana.says(`/lor-admin setup ${typed}`);
    expect([answer.kind, answer.text]).toEqual(['invalid', expect.stringContaining(sentence)]);
    for (const table of ['digests', 'helpers', 'channels']) expect(bot.rows(`select * from ${table}`)).toEqual([]);
  });

  it('is for admins', async () => {
    const { bot } = await setUp();
    expect((await bot.as('maya').says('/lor-admin setup digests:#deadlines zone:denver')).kind).toBe('denied');
  });
});

describe('the first message', () => {
  it('leads to the form, and outside of a community to the words to type there', async () => {
    const { ana } = await setUp();
    const call = { path: 'lor welcome', args: {} };
    await ana.calls(call);
    expect((await ana.presses('Set up')).opened?.call.path).toBe('lor-admin setup');
    const outside = await ana.outside().calls(call);
    expect(outside.buttons.map(({ label }) => label)).toEqual(['What I can do', 'Privacy']);
    expect(outside.text).toContain('/lor-admin setup');
  });
});
