import { describe, expect, it } from 'vitest';
import { formatMoment } from '../../src/core/time.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';
import { refused } from '../support/recording-adapter.ts';

/** When DMs arrived, on the wall of a zone. */
function dms({ adapter }: TestBot, zone = 'America/New_York'): readonly string[] {
  return adapter.arrived
    .filter(({ target }) => target.kind === 'dm')
    .map(({ at }) => formatMoment(at, zone).replace(/ \(.*/u, ''));
}

/** Maya, who wants reminders, with a letter due on Thursday 30 September 2027. */
async function maya(zone = 'new york') {
  const bot = await openTestBot();
  const person = bot.as('maya');
  await person.says(`/lor settings zone:${zone}`);
  await person.says('/lor remind on');
  await person.says('/lor add Dr. Chen due:2027-09-30');
  return { bot, maya: person };
}

describe('/lor remind', () => {
  it('goes on and off, and says how it stands', async () => {
    const bot = await openTestBot();
    const she = bot.as('maya');
    expect((await she.says('/lor remind off')).text).toContain('Reminders are off already.');
    expect((await she.says('/lor remind on')).text).toContain('Reminders are on.');
    expect((await she.says('/lor remind on')).text).toContain('Reminders are on already.');
    expect((await she.says('/lor settings')).text).toContain('Reminders by DM: on');
    expect((await she.says('/lor remind off')).text).toContain('I will not write to you first again.');
    expect((await she.says('/lor remind list')).text).toContain('Reminders are off, so nothing will be sent.');
  });

  it('lists what lies ahead, and what was told already', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Undated');
    await she.says('/lor add Dr. Late due:2027-12-01');
    const { text } = await she.says('/lor remind list');
    expect(text).toContain('Thu 16 Sep 2027: Dr. Chen, if it is not uploaded by then (due Thu 30 Sep 2027)');
    expect(text).toContain('Wed 17 Nov 2027: Dr. Late');
    expect(text).not.toContain('Undated');
    await bot.playTo('2027-09-16 10:00');
    expect((await she.says('/lor remind list')).text).toContain(
      'Dr. Chen: you were told already (due Thu 30 Sep 2027)',
    );
  });

  it('is offered where a due date is given without it', async () => {
    const bot = await openTestBot();
    const she = bot.as('maya');
    await she.says('/lor add Dr. Chen due:2027-09-30');
    expect((await she.presses('Remind me')).text).toContain('Reminders are on.');
    const { buttons } = await she.says('/lor add Dr. Park due:2027-09-30');
    expect(buttons.map(({ label }) => label)).not.toContain('Remind me');
  });
});

describe('the reminder of a letter', () => {
  it('comes once, fourteen days before, at nine in the morning', async () => {
    const { bot } = await maya();
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toEqual(['Thu 16 Sep 2027, 09:00']);
    const [dm] = bot.adapter.arrived;
    expect(dm?.target).toEqual({ kind: 'dm', account: { platform: 'slack', workspace: 'W1', user: 'maya' } });
    expect(dm?.text).toContain('A letter is still missing');
    expect(dm?.text).toContain('Dr. Chen');
    expect(dm?.text).toContain('due Thu 30 Sep 2027 (in 14 days)');
    expect(dm?.text).toContain('You get this because you turned reminders on');
  });

  it.each([
    ['kathmandu', 'Asia/Kathmandu'],
    ['honolulu', 'Pacific/Honolulu'],
    ['auckland', 'Pacific/Auckland'],
    ['st johns', 'America/St_Johns'],
  ])('comes at nine on the wall in %s', async (typed, zone) => {
    const { bot } = await maya(typed);
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot, zone)).toEqual(['Thu 16 Sep 2027, 09:00']);
  });

  it('comes the next morning when its window opened while it was night or the bot was down', async () => {
    const { bot } = await maya();
    bot.clock.set('2027-09-19T02:00:00.000Z');
    await bot.restarts();
    expect(dms(bot)).toEqual([]);
    await bot.playTo('2027-09-20 12:00');
    expect(dms(bot)).toEqual(['Sun 19 Sep 2027, 09:00']);
  });

  it('comes at once when reminders are turned on in the middle of the window and of the day', async () => {
    const bot = await openTestBot({ now: '2027-09-20 15:00' });
    const she = bot.as('maya');
    await she.says('/lor add Dr. Chen due:2027-09-30');
    expect(dms(bot)).toEqual([]);
    await she.says('/lor remind on');
    expect(dms(bot)).toEqual(['Mon 20 Sep 2027, 15:00']);
  });

  it('does not come within the last week, nor afterwards', async () => {
    const bot = await openTestBot({ now: '2027-09-24 09:00' });
    const she = bot.as('maya');
    await she.says('/lor remind on');
    await she.says('/lor add Dr. Chen due:2027-09-30');
    await bot.playTo('2027-10-10 12:00');
    expect(dms(bot)).toEqual([]);
  });

  it('does not come to somebody who did not ask for it', async () => {
    const bot = await openTestBot();
    await bot.as('maya').says('/lor add Dr. Chen due:2027-09-30');
    await bot.playTo('2027-10-05 12:00');
    expect(bot.adapter.arrived).toEqual([]);
  });

  it('does not come to somebody who turned it off again', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor remind off');
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toEqual([]);
  });

  it.each(['uploaded', 'declined', 'dropped'])('does not come for a letter that is %s', async (stage) => {
    const { bot, maya: she } = await maya();
    const steps = stage === 'uploaded' ? ['asked', 'agreed', 'requested', 'uploaded'] : ['asked', stage];
    for (const to of steps) await she.says(`/lor next chen to:${to}`);
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toEqual([]);
  });

  it('does not come for a letter that was removed', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor remove chen');
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toEqual([]);
  });

  it('does not come a second time after the letter was removed and brought back', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-17 12:00');
    await she.says('/lor remove chen');
    await she.says('/lor undo');
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toHaveLength(1);
  });

  it('does not come a second time after reminders were turned off and on', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-17 12:00');
    await she.says('/lor remind off');
    await she.says('/lor remind on');
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toHaveLength(1);
  });

  it('comes again for a due date that was corrected, and the list does not say otherwise', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-17 10:00');
    expect(dms(bot)).toHaveLength(1);
    await she.says('/lor edit chen due:2027-12-01');
    expect((await she.says('/lor remind list')).text).toContain('Wed 17 Nov 2027: Dr. Chen');
    await bot.playTo('2027-12-02 10:00');
    expect(dms(bot)).toEqual(['Thu 16 Sep 2027, 09:00', 'Wed 17 Nov 2027, 09:00']);
  });

  it('comes in one DM with the others of that morning', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Park due:2027-09-28');
    await she.says('/lor add Dr. Silva due:2027-09-30');
    bot.clock.set('2027-09-17T12:00:00.000Z');
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toEqual(['Fri 17 Sep 2027, 09:00']);
    expect(bot.adapter.texts()[0]).toContain('3 letters are still missing');
  });

  it('comes tomorrow for a letter that is added after the DM of today', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-16 10:00');
    await she.says('/lor add Dr. Park due:2027-09-29');
    expect(dms(bot)).toHaveLength(1);
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toEqual(['Thu 16 Sep 2027, 09:00', 'Fri 17 Sep 2027, 09:00']);
    expect(bot.adapter.texts()[1]).toContain('Dr. Park');
    expect(bot.adapter.texts()[1]).not.toContain('Dr. Chen');
  });

  it('says what fits the stage', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor next chen');
    await bot.playTo('2027-09-16 10:00');
    expect(bot.adapter.texts()[0]).toContain('No answer yet? Ask once more, kindly');
  });

  it('tells each member of their own letters only', async () => {
    const { bot } = await maya();
    const ben = bot.as('ben');
    await ben.says('/lor remind on');
    await ben.says('/lor add Dr. Silva due:2027-09-30');
    await bot.playTo('2027-10-05 12:00');
    const seen = bot.adapter.arrived.map(({ target, text }) => [
      target.kind === 'dm' && target.account.user,
      /Chen/u.test(text),
      /Silva/u.test(text),
    ]);
    expect(seen).toEqual([
      ['maya', true, false],
      ['ben', false, true],
    ]);
  });

  it('that is refused stays with its reason, and goes to no channel instead', async () => {
    const { bot } = await maya();
    bot.adapter.next(refused('Cannot send messages to this user'));
    await bot.playTo('2027-10-05 12:00');
    expect(bot.adapter.arrived).toEqual([]);
    expect(bot.rows('select state, reason from deliveries')).toEqual([
      { state: 'refused', reason: 'Cannot send messages to this user' },
    ]);
  });

  it('has buttons that do what they say', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-16 10:00');
    const blocks = bot.adapter.arrived[0]?.reply.blocks ?? [];
    const off = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])).at(-1);
    expect(off?.label).toBe('Turn reminders off');
    expect((await she.calls(off?.call ?? { path: '', args: {} })).text).toContain('Reminders are off.');
  });
});
