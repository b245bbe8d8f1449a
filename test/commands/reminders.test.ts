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

/** Maya, who wants reminders, with a letter due on Thursday 30 September 2027, whose writer said yes. */
async function maya(zone = 'new york') {
  const bot = await openTestBot();
  const person = bot.as('maya');
  await person.says(`/lor settings zone:${zone}`);
  await person.says('/lor remind on');
  await person.says('/lor add Dr. Chen due:2027-09-30');
  for (const to of ['asked', 'agreed', 'packet-sent']) await person.says(`/lor next chen to:${to}`);
  return { bot, maya: person };
}

/** The mornings of that letter when nothing is done about it. */
const mornings = ['Thu 9 Sep 2027', 'Thu 16 Sep 2027', 'Thu 23 Sep 2027', 'Wed 29 Sep 2027', 'Fri 1 Oct 2027'].map(
  (day) => `${day}, 09:00`,
);

describe('/lor remind', () => {
  it('goes on and off, and says how it stands', async () => {
    const bot = await openTestBot();
    const she = bot.as('maya');
    expect((await she.says('/lor remind off')).text).toContain('Reminders are off already.');
    expect((await she.says('/lor remind on')).text).toContain('Reminders are on.');
    expect((await she.says('/lor remind on')).text).toContain('Reminders are on already.');
    expect((await she.says('/lor settings')).text).toContain('Reminders by DM: on');
    expect((await she.says('/lor remind off')).text).toContain('I will not write to you first again.');
    expect((await she.says('/lor remind list')).text).toContain('Reminders about your letters are off.');
  });

  it('lists what lies ahead, without what was told', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Undated');
    await she.says('/lor add Dr. Late due:2027-12-01');
    const { text } = await she.says('/lor remind list');
    expect(text).toContain(
      [
        '- Thu 9 Sep 2027: have a backup stand by: Dr. Chen',
        '- Thu 16 Sep 2027: one polite nudge: Dr. Chen',
        '- Thu 23 Sep 2027: ask the backup: Dr. Chen',
        '- Wed 29 Sep 2027: last day: Dr. Chen',
        '- Wed 20 Oct 2027: time to think of asking: Dr. Late',
      ].join('\n'),
    );
    expect(text).not.toMatch(/Undated|overdue|deleted/u);
    await bot.playTo('2027-09-16 10:00');
    expect((await she.says('/lor remind list')).text).not.toContain('nudge');
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
  it('comes once for each thing to do, at nine in the morning', async () => {
    const { bot } = await maya();
    await bot.playTo('2027-10-12 12:00');
    expect(dms(bot)).toEqual(mornings);
    const [, dm] = bot.adapter.arrived;
    expect(dm?.target).toEqual({ kind: 'dm', account: { platform: 'slack', workspace: 'W1', user: 'maya' } });
    expect(dm?.text).toContain('A letter needs you');
    expect(dm?.text).toContain('Dr. Chen');
    expect(dm?.text).toContain('due Thu 30 Sep 2027 (in 14 days)');
    expect(dm?.text).toContain('This is the time for one polite nudge');
    expect(dm?.text).toContain('You get this because reminders are on.');
  });

  it.each([
    ['kathmandu', 'Asia/Kathmandu'],
    ['honolulu', 'Pacific/Honolulu'],
    ['auckland', 'Pacific/Auckland'],
    ['st johns', 'America/St_Johns'],
  ])('comes at nine on the wall in %s', async (typed, zone) => {
    const { bot } = await maya(typed);
    await bot.playTo('2027-10-12 12:00');
    expect(dms(bot, zone)).toEqual(mornings);
  });

  it('comes the next morning when its window opened while it was night or the bot was down', async () => {
    const { bot } = await maya();
    await bot.playTo('2027-09-10 12:00');
    bot.clock.set('2027-09-19T02:00:00.000Z');
    await bot.restarts();
    await bot.playTo('2027-09-20 12:00');
    expect(dms(bot).slice(1)).toEqual(['Sun 19 Sep 2027, 09:00']);
    expect(bot.adapter.texts()[1]).toContain('This comes late');
  });

  it('comes the next morning when reminders are turned on in the middle of the window and of the day', async () => {
    const bot = await openTestBot({ now: '2027-09-20 15:00' });
    const she = bot.as('maya');
    await she.says('/lor add Dr. Chen due:2027-09-30');
    expect(dms(bot)).toEqual([]);
    await she.says('/lor remind on');
    expect(dms(bot)).toEqual([]);
    await bot.playTo('2027-09-21 15:00');
    expect(dms(bot)).toEqual(['Tue 21 Sep 2027, 09:00']);
    expect(bot.adapter.texts()[0]).not.toContain('late');
  });

  it('does not speak of a nudge within the last week, nor afterwards', async () => {
    const bot = await openTestBot({ now: '2027-09-24 09:00' });
    const she = bot.as('maya');
    await she.says('/lor remind on');
    await she.says('/lor add Dr. Chen due:2027-09-30');
    for (const to of ['asked', 'agreed', 'requested']) await she.says(`/lor next chen to:${to}`);
    await bot.playTo('2027-10-10 12:00');
    expect(bot.adapter.texts().filter((text) => text.includes('nudge'))).toEqual([]);
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

  it.each(['declined', 'dropped'])('does not come for a letter that is %s', async (stage) => {
    const { bot, maya: she } = await maya();
    await she.says(`/lor next chen to:${stage}`);
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toEqual([]);
  });

  it('asks for thanks alone once a letter is in', async () => {
    const { bot, maya: she } = await maya();
    for (const to of ['requested', 'uploaded']) await she.says(`/lor next chen to:${to}`);
    await bot.playTo('2027-10-05 12:00');
    expect(dms(bot)).toEqual(['Thu 26 Aug 2027, 09:00']);
    expect(bot.adapter.texts()[0]).toContain('It is in. Say thanks');
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
    await bot.playTo('2027-09-22 12:00');
    expect(dms(bot)).toEqual(mornings.slice(0, 2));
  });

  it('does not come a second time after reminders were turned off and on', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-17 12:00');
    await she.says('/lor remind off');
    await she.says('/lor remind on');
    await bot.playTo('2027-09-22 12:00');
    expect(dms(bot)).toEqual(mornings.slice(0, 2));
  });

  it('comes again for a due date that was corrected, and the list does not say otherwise', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-17 10:00');
    expect(dms(bot)).toHaveLength(2);
    await she.says('/lor edit chen due:2027-12-01');
    expect((await she.says('/lor remind list')).text).toContain('Wed 17 Nov 2027: one polite nudge: Dr. Chen');
    await bot.playTo('2027-11-18 10:00');
    expect(dms(bot).slice(2)).toEqual(['Wed 10 Nov 2027, 09:00', 'Wed 17 Nov 2027, 09:00']);
  });

  it('comes in one DM with the others of that morning', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Park due:2027-09-28');
    await she.says('/lor add Dr. Silva due:2027-09-30');
    await bot.playTo('2027-08-26 12:00');
    expect(dms(bot)).toEqual(['Thu 26 Aug 2027, 09:00']);
    expect(bot.adapter.texts()[0]).toContain('2 things need you');
  });

  it('comes tomorrow for a letter that is added after the DM of today', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-16 10:00');
    await she.says('/lor add Dr. Park due:2027-09-29');
    expect(dms(bot)).toHaveLength(2);
    await bot.playTo('2027-09-18 12:00');
    expect(dms(bot).slice(1)).toEqual(['Thu 16 Sep 2027, 09:00', 'Fri 17 Sep 2027, 09:00']);
    expect(bot.adapter.texts()[2]).toContain('Dr. Park');
    expect(bot.adapter.texts()[2]).not.toContain('Dr. Chen');
  });

  it('says what fits the stage', async () => {
    const bot = await openTestBot({ now: '2027-09-01 10:00' });
    const she = bot.as('maya');
    await she.says('/lor remind on');
    await she.says('/lor add Dr. Chen due:2027-09-30');
    await she.says('/lor next chen');
    await bot.playTo('2027-09-16 10:00');
    expect(bot.adapter.texts().at(-1)).toContain('No answer yet? Ask once more, kindly');
  });

  it('tells each member of their own letters only', async () => {
    const { bot } = await maya();
    const ben = bot.as('ben');
    await ben.says('/lor remind on');
    await ben.says('/lor add Dr. Silva due:2027-09-25');
    for (const to of ['asked', 'agreed', 'packet-sent']) await ben.says(`/lor next silva to:${to}`);
    await bot.playTo('2027-09-10 12:00');
    const seen = bot.adapter.arrived.map(({ target, text }) => [
      target.kind === 'dm' && target.account.user,
      /Chen/u.test(text),
      /Silva/u.test(text),
    ]);
    expect(seen).toEqual([
      ['ben', false, true],
      ['maya', true, false],
    ]);
  });

  it('that is refused stays with its reason, and goes to no channel instead', async () => {
    const { bot } = await maya();
    bot.adapter.next(refused('Cannot send messages to this user'));
    await bot.playTo('2027-09-09 12:00');
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
