import { describe, expect, it } from 'vitest';
import { formatMoment } from '../../src/core/time.ts';
import { addMilliseconds } from '../../src/dates/calendar.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';
import { refused, takesNoDms } from '../support/recording-adapter.ts';

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

/** What a button of the last message does. */
function buttonOf({ adapter }: TestBot, label: string) {
  const blocks = adapter.arrived.at(-1)?.reply.blocks ?? [];
  const found = blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .find((button) => button.label === label);
  if (!found) throw new Error(`there is no button ${label}`);
  return found.call;
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

  it('after reminders were off for weeks comes the next morning, and nothing counts as missed or late', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor remind off');
    await bot.playTo('2027-09-18 14:00');
    await she.says('/lor remind on');
    expect(dms(bot)).toEqual([]);
    await bot.playTo('2027-09-19 10:00');
    expect(dms(bot)).toEqual(['Sun 19 Sep 2027, 09:00']);
    expect(bot.adapter.texts()[0]).not.toContain('late');
    expect(bot.rows("select key from deliveries where state = 'skipped'")).toEqual([]);
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

  it('that a closed DM kept back is told beside the next private answer, and DMs are tried again', async () => {
    const { bot, maya: she } = await maya();
    bot.adapter.next(takesNoDms('Cannot send messages to this user'));
    await bot.playTo('2027-09-16 12:00');
    expect(dms(bot)).toEqual([]);
    const { text } = await she.says('/lor list');
    expect(text).toContain('A DM could not reach you');
    expect(text).toContain('- have a backup stand by: Dr. Chen');
    expect((await she.says('/lor list')).text).not.toContain('could not reach you');
    await bot.playTo('2027-09-23 12:00');
    expect(dms(bot).at(-1)).toBe('Thu 23 Sep 2027, 09:00');
  });

  it('is told with what it said also where the platform takes its time to refuse', async () => {
    const { bot, maya: she } = await maya();
    bot.adapter.next(takesNoDms('Cannot send messages to this user'));
    bot.adapter.onStep(() => bot.clock.set(addMilliseconds(bot.clock.now(), 150)));
    await bot.playTo('2027-09-09 12:00');
    bot.adapter.onStep(() => undefined);
    expect((await she.says('/lor list')).text).toContain('- have a backup stand by: Dr. Chen');
  });

  it('is never told in a channel for all to see', async () => {
    const { bot } = await maya();
    bot.adapter.next(takesNoDms('Cannot send messages to this user'));
    await bot.playTo('2027-09-09 12:00');
    const answer = await bot.as('maya').in('#lor-help').mentions('how many letters can i send');
    expect(answer.text).not.toContain('could not reach you');
  });
});

describe('/lor remind pause', () => {
  it('keeps all back until its day, and no longer', async () => {
    const { bot, maya: she } = await maya();
    expect((await she.says('/lor remind pause until:2027-09-20')).text).toContain(
      'nothing comes before Mon 20 Sep 2027',
    );
    expect((await she.says('/lor remind list')).text).toContain('Paused until Mon 20 Sep 2027.');
    await bot.playTo('2027-09-22 12:00');
    expect(dms(bot)).toEqual(['Mon 20 Sep 2027, 09:00']);
    expect(bot.adapter.texts()[0]).toContain('one polite nudge');
  });

  it('is ended by turning reminders on', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor remind pause until:2027-09-20');
    expect((await she.presses('End the pause')).text).toContain('The pause is over');
    await bot.playTo('2027-09-10 12:00');
    expect(dms(bot)).toEqual(mornings.slice(0, 1));
  });

  it('says what is wrong with a day that has passed, and where there is nothing to pause', async () => {
    const bot = await openTestBot();
    const she = bot.as('maya');
    expect((await she.says('/lor remind pause until:2027-09-20')).text).toContain('nothing to pause');
    await she.says('/lor remind on');
    expect((await she.says('/lor remind pause until:today')).text).toContain('A pause ends on a day to come');
  });
});

describe('hours', () => {
  it('keep reminders to the days and times that a member gives', async () => {
    const { bot, maya: she } = await maya();
    expect((await she.says('/lor settings hours:"18:30-22 tue, wed"')).text).toContain(
      'I may write first: from 18:30 to 22:00, Tuesday, Wednesday',
    );
    await bot.playTo('2027-09-30 12:00');
    expect(dms(bot)).toEqual([
      'Tue 14 Sep 2027, 18:30',
      'Tue 21 Sep 2027, 18:30',
      'Tue 28 Sep 2027, 18:30',
      'Wed 29 Sep 2027, 18:30',
    ]);
    expect((await she.says('/lor settings hours:sometimes')).text).toContain('I cannot read “sometimes” as hours');
    expect((await she.says('/lor settings hours:none')).text).toContain('from 09:00 to 21:00, every day');
  });
});

describe('a message that came', () => {
  it('is put off for an hour by a button, and comes then', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-09 10:00');
    const hour = buttonOf(bot, 'In 1 hour');
    expect((await she.calls(hour)).text).toContain('I will tell you again: Thu 9 Sep 2027, 11:00');
    expect((await she.says('/lor remind list')).text).toContain('Put off:');
    await bot.playTo('2027-09-09 12:00');
    expect(dms(bot)).toEqual([mornings[0], 'Thu 9 Sep 2027, 11:00']);
    expect(bot.adapter.texts()[1]).not.toContain('late');
  });

  it('comes again no more when it was put off and then done, nor when it was seen to', async () => {
    const { bot, maya: she } = await maya();
    await bot.playTo('2027-09-09 10:00');
    await she.calls(buttonOf(bot, 'Tomorrow'));
    expect((await she.calls(buttonOf(bot, 'Done'))).text).toContain('I will not come back to that');
    await she.says('/lor remind snooze 1h');
    await she.says('/lor backup chen');
    await she.says('/lor next chen to:dropped');
    await bot.playTo('2027-09-12 12:00');
    expect(dms(bot)).toEqual([mornings[0]]);
  });

  it('of another member is not found', async () => {
    const { bot } = await maya();
    await bot.playTo('2027-09-09 10:00');
    const ben = bot.as('ben');
    expect((await ben.calls(buttonOf(bot, 'In 1 hour'))).text).toContain('There is no message to put off');
    expect((await ben.says('/lor remind log')).text).toContain('I have sent you no message');
  });

  it('stands in the log with what became of it', async () => {
    const { bot, maya: she } = await maya();
    bot.adapter.next(refused('channel_not_found'));
    await bot.playTo('2027-09-16 10:00');
    const { text } = await she.says('/lor remind log');
    expect(text).toContain('Thu 16 Sep 2027, 09:00 (New York): reminders, sent');
    expect(text).toContain('Thu 9 Sep 2027, 09:00 (New York): reminders, not delivered (channel_not_found)');
  });
});

describe('/lor remind me', () => {
  async function noor() {
    const bot = await openTestBot();
    return { bot, noor: bot.as('noor') };
  }

  it('tells a text at its time, without any other reminder, at night too', async () => {
    const { bot, noor: she } = await noor();
    expect((await she.says('/lor remind me call the coordinator on:2027-09-03 at:23:30')).text).toContain(
      'Reminder #1 is set: Fri 3 Sep 2027, 23:30 (New York).',
    );
    await bot.playTo('2027-09-05 12:00');
    expect(dms(bot)).toEqual(['Fri 3 Sep 2027, 23:30']);
    expect(bot.adapter.texts()[0]).toContain('call the coordinator');
  });

  it('needs no name before its day', async () => {
    const { noor: she } = await noor();
    expect((await she.says('/lor remind me call the coordinator on friday')).text).toContain('Fri 27 Aug 2027, 09:00');
    expect((await she.says('/lor remind list')).text).toContain('#1 call the coordinator');
  });

  it('repeats until it is cancelled', async () => {
    const { bot, noor: she } = await noor();
    await she.says('/lor remind me check ERAS on:2027-09-03 repeat:weekly');
    await bot.playTo('2027-09-11 12:00');
    expect(dms(bot)).toEqual(['Fri 3 Sep 2027, 09:00', 'Fri 10 Sep 2027, 09:00']);
    expect((await she.calls(buttonOf(bot, 'No more of these'))).text).toContain('Reminder #1 is cancelled.');
    await bot.playTo('2027-09-30 12:00');
    expect(dms(bot)).toHaveLength(2);
  });

  it('is told once after an outage, marked late, the others skipped', async () => {
    const { bot, noor: she } = await noor();
    await she.says('/lor remind me check ERAS on:2027-09-03 repeat:daily');
    bot.clock.set('2027-09-08T17:00:00.000Z');
    await bot.restarts();
    await bot.playTo('2027-09-08 14:00');
    expect(bot.adapter.texts().map((text) => /check ERAS/u.test(text) && /comes late/u.test(text))).toEqual([true]);
    expect(bot.rows("select state from deliveries where state = 'skipped'")).toHaveLength(5);
  });

  it('follows its member to another zone', async () => {
    const { bot, noor: she } = await noor();
    await she.says('/lor remind me check ERAS on:2027-09-03');
    await she.says('/lor settings zone:honolulu');
    await bot.playTo('2027-09-04 12:00');
    expect(dms(bot, 'Pacific/Honolulu')).toEqual(['Fri 3 Sep 2027, 09:00']);
  });

  it.each([
    ['/lor remind me call on:2027-08-20', 'That moment has passed'],
    ['/lor remind me call on:2027-09-03 at:tea', 'at'],
    ['/lor remind me call on:2027-09-03 repeat:hourly', 'hourly'],
    ['/lor remind me ask about MRN 12345678 on:2027-09-03', 'record number'],
  ])('refuses %s with a sentence', async (typed, sentence) => {
    const { bot, noor: she } = await noor();
    expect((await she.says(typed)).text).toContain(sentence);
    expect(bot.rows('select id from own_reminders')).toEqual([]);
  });

  it('has a limit, lies sealed, and is nobody else’s', async () => {
    const { bot, noor: she } = await noor();
    for (let count = 0; count < 25; count += 1) await she.says(`/lor remind me sphinx ${count} on:2027-09-03`);
    expect((await she.says('/lor remind me more on:2027-09-03')).text).toContain('You have 25 reminders of your own');
    expect(JSON.stringify(bot.rows('select * from own_reminders'))).not.toContain('sphinx');
    const [first] = bot.rows<{ id: string }>('select id from own_reminders');
    const ben = bot.as('ben');
    expect((await ben.calls({ path: 'lor remind cancel', args: { reminder: first?.id ?? '' } })).text).toContain(
      'You have no reminder of your own',
    );
    expect((await ben.says('/lor remind list')).text).not.toContain('sphinx');
    expect(bot.rows('select id from own_reminders')).toHaveLength(25);
  });
});

describe('what nobody uses any more', () => {
  it('is deleted after the season, after two warnings that arrived', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor next chen to:dropped');
    await bot.playTo('2028-09-28 12:00');
    expect(dms(bot).at(-1)).toBe('Thu 28 Sep 2028, 09:00');
    expect(bot.adapter.texts().at(-1)).toContain('will be deleted on');
    await bot.playTo('2028-11-14 12:00');
    expect(bot.adapter.texts()).toHaveLength(2);
    expect(bot.rows('select id from letters')).toHaveLength(1);
    await bot.playTo('2028-12-15 12:00');
    expect(bot.rows('select id from letters')).toEqual([]);
    expect(bot.rows('select id from members')).toEqual([]);
  });

  it('stays while the last warning has not arrived, and after any change', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor next chen to:dropped');
    await bot.playTo('2028-11-01 12:00');
    bot.adapter.next(refused('account_inactive'));
    await bot.playTo('2029-02-01 12:00');
    expect(bot.rows('select id from letters')).toHaveLength(1);
    await she.says('/lor edit chen met:clinic');
    await bot.playTo('2029-05-01 12:00');
    expect(bot.rows('select id from letters')).toHaveLength(1);
  });
});
