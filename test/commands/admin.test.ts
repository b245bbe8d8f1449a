import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/time.ts';
import { type Answer, openTestBot, type TestBot, wall } from '../support/bot.ts';
import { lostAnswer, refused as refusedBy, tryAgainIn } from '../support/recording-adapter.ts';

async function refused(bot: TestBot, say: () => Promise<Answer>): Promise<Answer> {
  const before = [bot.counts(), bot.rows('select * from digests'), bot.rows('select * from deadlines')];
  const answer = await say();
  expect(['invalid', 'denied']).toContain(answer.kind);
  expect([bot.counts(), bot.rows('select * from digests'), bot.rows('select * from deadlines')]).toEqual(before);
  expect(bot.adapter.arrived).toHaveLength(0);
  return answer;
}

/** Ana administers the workspace and speaks in #deadlines, on Wednesday 25 August 2027 at nine. */
async function ana() {
  const bot = await openTestBot();
  const person = bot.as('ana').admin().in('#deadlines');
  await person.says('/lor settings zone:new york');
  return { bot, ana: person };
}

const adminCommands = [
  '/lor-admin digest add 0 9 * * MON',
  '/lor-admin digest list',
  '/lor-admin digest preview',
  '/lor-admin digest now',
  '/lor-admin digest edit 1 ahead:10',
  '/lor-admin digest pause 1',
  '/lor-admin digest resume 1',
  '/lor-admin digest history 1',
  '/lor-admin digest remove 1',
  '/lor-admin deadline add ERAS date:"sep 22"',
  '/lor-admin deadline list',
  '/lor-admin deadline remove 1',
];

describe('an admin’s command', () => {
  it.each(adminCommands)('is refused to a member, who learns whom to ask: %s', async (command) => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON');
    await she.says('/lor-admin deadline add Rank list date:"sep 30"');
    const answer = await refused(bot, () => bot.as('maya').in('#deadlines').says(command));
    expect(answer.kind).toBe('denied');
    expect(answer.text).toContain('is for admins of this community. Ask one of them to run it for you.');
  });

  it('is refused to a member who presses an admin’s button or sends an admin’s form', async () => {
    const { bot, ana: she } = await ana();
    const { buttons } = await she.says('/lor-admin digest add 0 9 * * MON');
    for (const { call } of buttons) {
      expect((await refused(bot, () => bot.as('maya').calls(call))).kind).toBe('denied');
    }
    const form = { path: 'lor-admin deadline add', args: { name: 'Mine', date: '2027-09-22' } };
    expect((await refused(bot, () => bot.as('maya').calls(form))).kind).toBe('denied');
  });

  it('suggests nothing to a member', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON');
    expect(await she.suggests('lor-admin digest remove', 'digest', '')).toHaveLength(1);
    expect(await bot.as('maya').suggests('lor-admin digest remove', 'digest', '')).toEqual([]);
  });
});

describe('/lor-admin digest add', () => {
  it('says in words when it comes, where, and when the next one is', async () => {
    const { ana: she } = await ana();
    const { text } = await she.says('/lor-admin digest add 0 9 * * MON zone:America/Chicago channel:#general ahead:30');
    expect(text).toContain('Digest #1 is set: every Monday at 09:00 (Chicago), in #general.');
    expect(text).toContain('Next: Mon 30 Aug 2027, 09:00 (Chicago)');
    expect((await she.says('/lor-admin digest list')).text).toContain('Looks 30 days ahead');
  });

  it('goes to the channel in which it was said, on the admin’s own clock', async () => {
    const { ana: she } = await ana();
    expect((await she.says('/lor-admin digest add 0 9 * * *')).text).toContain(
      'every day at 09:00 (New York), in #deadlines.',
    );
  });

  it('asks for a channel in a DM', async () => {
    const { bot } = await ana();
    const answer = await refused(bot, () => bot.as('ana').admin().says('/lor-admin digest add 0 9 * * *'));
    expect(answer.text).toContain('Say in which channel it is to be posted');
  });

  it.each([
    ['0 9 * *', 'A schedule has five parts (minute, hour, day, month, weekday), and this has 4.'],
    ['*/5 9 * * *', 'A digest is posted once a day at most, so the minute must be one number, not */5.'],
    ['0 * * * *', 'the hour must be one number, not *.'],
    ['0 9 * * xyz', 'I cannot read xyz as the weekday.'],
    ['0 9 30 feb *', 'No year has such a day, so the digest would never come.'],
    ['every monday at nine', 'A schedule has five parts'],
  ])('refuses the schedule “%s” with a sentence', async (schedule, sentence) => {
    const { bot, ana: she } = await ana();
    expect((await refused(bot, () => she.says(`/lor-admin digest add ${schedule}`))).text).toContain(sentence);
  });

  it.each([
    ['zone:chicgo', 'Did you mean America/Chicago?'],
    ['ahead:0', 'a whole number from 1 to 365'],
    ['ahead:soon', 'a whole number from 1 to 365'],
    ['channel:"two words"', 'takes a channel such as'],
  ])('refuses %s and stores nothing by halves', async (option, sentence) => {
    const { bot, ana: she } = await ana();
    const answer = await refused(bot, () => she.says(`/lor-admin digest add 0 9 * * MON ${option}`));
    expect(answer.text).toContain(sentence);
  });

  it('names its limit', async () => {
    const { bot, ana: she } = await ana();
    for (let number = 1; number <= 20; number += 1) await she.says('/lor-admin digest add 0 9 * * MON');
    const answer = await refused(bot, () => she.says('/lor-admin digest add 0 9 * * MON'));
    expect(answer.text).toContain('There are 20 digests already, the most there can be. Remove one first.');
  });
});

describe('/lor-admin digest now', () => {
  it('posts, with the deadlines ahead, and says where one sees whether it arrived', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin deadline add ERAS letters due date:"sep 22" time:17:00');
    await she.says('/lor-admin deadline add Far away date:2028-03-01');
    await she.says('/lor-admin digest add 0 9 * * MON');
    expect((await she.says('/lor-admin digest now', 'press-1')).text).toContain(
      'It is on its way to #deadlines. If it does not appear there within a minute, /lor-admin digest list says why.',
    );
    expect((await she.says('/lor-admin digest now', 'press-1')).kind).toBe('repeated');
    expect(bot.adapter.arrived).toHaveLength(1);
    bot.clock.set(wall('2027-08-25 09:01'));
    await she.says('/lor-admin digest now 1', 'press-2');
    expect(bot.adapter.arrived).toHaveLength(2);
    const [post] = bot.adapter.arrived;
    expect(post?.target).toEqual({ kind: 'channel', platform: 'slack', workspace: 'W1', channel: '#deadlines' });
    expect(post?.text).toContain('ERAS letters due: Wed 22 Sep 2027, 17:00 (New York) (in 28 days)');
    expect(post?.text).not.toContain('Far away');
    expect(post?.text).toContain('Posted every Monday at 09:00 (New York).');
  });

  it('posts once when it is pressed twice within a minute, and says so', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON');
    const { buttons } = await she.says('/lor-admin digest preview');
    const now = buttons.find(({ label }) => label === 'Post now');
    const presses = () => she.calls(now?.call ?? { path: '', args: {} });
    await presses();
    bot.clock.set(wall('2027-08-25 09:00').replace('00.000', '59.999') as Instant);
    expect((await presses()).text).toContain('was made less than a minute ago, so this one was left out.');
    expect(bot.adapter.arrived).toHaveLength(1);
    bot.clock.set(wall('2027-08-25 09:01'));
    expect((await presses()).kind).toBe('replied');
    expect(bot.adapter.arrived).toHaveLength(2);
  });

  it('posts again at once when the last post failed', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON');
    bot.adapter.next(refusedBy('the bot is not in the channel; invite it there'));
    await she.says('/lor-admin digest now');
    expect((await she.says('/lor-admin digest now')).kind).toBe('replied');
    expect(bot.adapter.arrived).toHaveLength(1);
  });

  it('posts what the preview showed', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin deadline add Rank list <!channel> *x* date:"sep 8"');
    await she.says('/lor-admin digest add 0 9 * * MON');
    const preview = await she.says('/lor-admin digest preview');
    expect(preview.text).toContain('Only you see this. It would be posted in #deadlines:');
    expect(preview).toMatchObject({ visibility: 'private' });
    await she.presses('Post now');
    const [post] = bot.adapter.texts();
    expect(preview.text).toContain(post);
    expect(post).toContain('Rank list <!channel> *x*: Wed 8 Sep 2027 (in 14 days)');
  });

  it('asks which one when there are several, and says when there is none', async () => {
    const { bot, ana: she } = await ana();
    expect((await refused(bot, () => she.says('/lor-admin digest now'))).text).toContain('No digest is set up yet.');
    await she.says('/lor-admin digest add 0 9 * * MON');
    await she.says('/lor-admin digest add 0 9 * * TUE');
    expect((await refused(bot, () => she.says('/lor-admin digest now'))).text).toContain('Choose #1 or #2.');
    expect((await refused(bot, () => she.says('/lor-admin digest now 3'))).text).toContain('There is no digest “3”.');
    await she.says('/lor-admin digest now #2');
    expect(bot.adapter.texts()[0]).toContain('every Tuesday at 09:00');
  });
});

describe('/lor-admin digest list', () => {
  it('says when the last post failed and why, until one arrives', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON');
    await she.says('/lor-admin digest add 0 9 * * TUE');
    bot.adapter.next(refusedBy('the bot is not in the channel; invite it there'));
    await she.says('/lor-admin digest now 1');
    const { text } = await she.says('/lor-admin digest list');
    expect(text.match(/The last post.*/gu)).toEqual([
      'The last post, Wed 25 Aug 2027, 09:00 (New York), did not arrive: the bot is not in the channel; invite it there.',
    ]);
    expect(text.indexOf('The last post')).toBeLessThan(text.indexOf('#2'));
    await bot.playTo('2027-08-30 12:00');
    expect((await she.says('/lor-admin digest list')).text).not.toContain('The last post');
  });

  it.each([tryAgainIn(3_600_000), lostAnswer])('says that it is still tried: %o', async (fate) => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON');
    bot.adapter.setHistory('unreachable');
    bot.adapter.next(fate);
    await she.says('/lor-admin digest now');
    expect((await she.says('/lor-admin digest list')).text).toContain('has not arrived yet as far as I know.');
  });

  it('says what was missed for good while nobody was there to post it', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    bot.clock.set(wall('2027-08-26 22:00'));
    await bot.restarts();
    expect((await she.says('/lor-admin digest list')).text).toContain('did not arrive: missed while the bot was down.');
  });
});

describe('/lor-admin digest edit', () => {
  it('opens a form with what stands, and changes what was changed in it', async () => {
    const { ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON ahead:30');
    const { opened } = await she.says('/lor-admin digest edit 1');
    expect(opened?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['schedule', '0 9 * * MON'],
      ['zone', 'America/New_York'],
      ['channel', '#deadlines'],
      ['ahead', '30'],
      ['services', 'all'],
      ['cohort', 'no'],
    ]);
    const { text } = await she.fills({ ahead: '60', channel: '#general', services: 'eras, nrmp' });
    expect(text).toContain('Digest #1 is changed.');
    expect(text).toContain('Looks 60 days ahead');
    const list = await she.says('/lor-admin digest list');
    expect(list.text).toContain('#1 in #general');
    expect(list.text).toContain('Dates of the season: ERAS, NRMP');
    expect((await she.says('/lor-admin digest edit 1 ahead:60')).text).toContain('stands like that already');
  });

  it.each([
    ['schedule:"* * * * *"', 'must be one number'],
    ['zone:chicgo', 'Did you mean America/Chicago?'],
    ['ahead:0', 'a whole number from 1 to 365'],
    ['services:amcas', 'I know no dates of “amcas”.'],
  ])('refuses %s and changes nothing by halves', async (option, sentence) => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON');
    const answer = await refused(bot, () => she.says(`/lor-admin digest edit 1 ahead:20 ${option}`));
    expect(answer.text).toContain(sentence);
  });

  it.each([
    ['schedule:"0 10 * * *"', ['10:00', '10:00']],
    ['schedule:"0 8 * * *"', ['09:00', '08:00']],
    ['zone:chicago', ['10:00', '10:00']],
    ['channel:#general', ['09:00', '09:00']],
  ])('T8: at 08:59 of a 09:00 digest, %s leaves one post for each day', async (change, times) => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    await bot.playTo('2027-08-26 08:59');
    await she.says(`/lor-admin digest edit 1 ${change}`);
    await bot.playTo('2027-08-27 23:00');
    expect(bot.adapter.arrived.map(({ at }) => at)).toEqual(
      times.map((time, index) => wall(`2027-08-${26 + index} ${time}`)),
    );
  });

  it('T8: a minute after the post, a later time of the same day posts no second one', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    await bot.playTo('2027-08-26 09:01');
    const { text } = await she.says('/lor-admin digest edit 1 schedule:"0 10 * * *"');
    expect(text).toContain('Next: Fri 27 Aug 2027, 10:00');
    await bot.playTo('2027-08-27 23:00');
    expect(bot.adapter.arrived.map(({ at }) => at)).toEqual([wall('2027-08-26 09:00'), wall('2027-08-27 10:00')]);
  });

  it('T8: an edit of a weekly digest in its last minute loses no week', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON');
    await bot.playTo('2027-08-30 08:59');
    await she.says('/lor-admin digest edit 1 schedule:"30 8 * * MON"');
    await bot.playTo('2027-09-07 00:00');
    expect(bot.adapter.arrived.map(({ at }) => at)).toEqual([wall('2027-08-30 09:00'), wall('2027-09-06 08:30')]);
  });
});

describe('/lor-admin digest pause and resume', () => {
  it('post nothing in a pause of weeks, and none of it afterwards', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    expect((await she.says('/lor-admin digest pause')).text).toContain('Digest #1 is paused');
    expect((await she.says('/lor-admin digest list')).text).toContain('Paused. /lor-admin digest resume 1');
    await bot.playTo('2027-09-20 12:00');
    await bot.restarts();
    expect((await she.says('/lor-admin digest resume 1')).text).toContain('Next: Tue 21 Sep 2027, 09:00');
    await bot.playTo('2027-09-21 12:00');
    expect(bot.adapter.arrived.map(({ at }) => at)).toEqual([wall('2027-09-21 09:00')]);
  });

  it('T8: pausing and resuming after the post of a day makes no second one', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    await bot.playTo('2027-08-26 09:01');
    await she.says('/lor-admin digest pause');
    await she.says('/lor-admin digest edit 1 schedule:"0 10 * * *"');
    await she.says('/lor-admin digest resume');
    await bot.playTo('2027-08-26 23:00');
    expect(bot.adapter.arrived).toHaveLength(1);
  });

  it('call off a post that still waits', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    bot.adapter.next(tryAgainIn(3_600_000));
    await bot.playTo('2027-08-26 09:01');
    await she.says('/lor-admin digest pause');
    await bot.playTo('2027-08-26 12:00');
    expect(bot.adapter.arrived).toHaveLength(0);
    expect((await she.says('/lor-admin digest history')).text).toContain('called off: no longer wanted');
  });

  it('say so when there is nothing to do, and “now” posts nothing meanwhile', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    expect((await refused(bot, () => she.says('/lor-admin digest resume'))).text).toContain('is not paused');
    await she.says('/lor-admin digest pause');
    expect((await refused(bot, () => she.says('/lor-admin digest pause'))).text).toContain('is paused already');
    expect((await refused(bot, () => she.says('/lor-admin digest now'))).text).toContain('nothing was posted');
  });
});

describe('/lor-admin digest history', () => {
  it('shows the last posts with what became of them, a failed one with its reason', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    expect((await she.says('/lor-admin digest history')).text).toContain('It has posted nothing yet.');
    await bot.playTo('2027-08-26 12:00');
    bot.adapter.next(refusedBy('the bot is not in the channel; invite it there'));
    await bot.playTo('2027-08-27 12:00');
    await she.says('/lor-admin digest now');
    const { text } = await she.says('/lor-admin digest history 1');
    expect(text.match(/^.*2027.*$/gmu)).toEqual([
      expect.stringContaining('Fri 27 Aug 2027, 12:00 (New York), posted by hand: sent'),
      expect.stringContaining(
        '27 Aug 2027, 09:00 (New York): not delivered: the bot is not in the channel; invite it there',
      ),
      expect.stringContaining('Thu 26 Aug 2027, 09:00 (New York): sent'),
    ]);
  });

  it('shows the last ten of a digest, and none of another', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    await she.says('/lor-admin digest add 0 10 1 1 *');
    await bot.playTo('2027-09-10 12:00');
    expect((await she.says('/lor-admin digest history 1')).text).toContain('These are the last 10.');
    expect((await she.says('/lor-admin digest history 2')).text).toContain('It has posted nothing yet.');
  });
});

describe('/lor-admin digest remove', () => {
  it('ends the posts of a digest', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    await she.says('/lor-admin digest add 0 10 * * *');
    expect((await she.says('/lor-admin digest remove 1')).text).toContain('Digest #1 is removed.');
    await bot.playTo('2027-08-27 12:00');
    expect(bot.adapter.arrived.map(({ at }) => at.slice(11, 16))).toEqual(['14:00', '14:00', '14:00']);
  });
});

describe('/lor-admin deadline', () => {
  it('shows what is added, in the order of days, and removes it by number or name', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin deadline add Rank list date:"feb 28"');
    const added = await she.says('/lor-admin deadline add ERAS letters date:"sep 22" time:"5:30 pm" zone:chicago');
    expect(added.text).toContain('Deadline ERAS letters is set.');
    expect(added.text).toContain('ERAS letters: Wed 22 Sep 2027, 17:30 (Chicago) (in 28 days)');
    const { text } = await she.says('/lor-admin deadline list');
    expect(text.indexOf('#2 ERAS letters')).toBeLessThan(text.indexOf('#1 Rank list'));
    expect((await she.says('/lor-admin deadline remove #2')).text).toContain('Deadline ERAS letters is removed.');
    expect((await she.says('/lor-admin deadline remove rank LIST')).text).toContain('Deadline Rank list is removed.');
    expect(bot.counts()).toMatchObject({ deadlines: 0 });
    expect((await refused(bot, () => she.says('/lor-admin deadline remove 1'))).text).toContain(
      'There is no deadline yet.',
    );
  });

  it.each([
    ['ERAS date:"feb 30"', 'there is no such day as “feb 30”'],
    ['ERAS date:2027-08-24', 'That has passed already.'],
    ['ERAS date:"sep 22" time:25:00', 'takes a time such as'],
    ['ERAS date:"sep 22" zone:Atlantis', 'I know no time zone “Atlantis”.'],
    ['ERAS', 'Please fill in: On which day.'],
    ['date:"sep 22"', 'Please fill in: What is due.'],
    ['ER\u0000AS date:"sep 22"', 'holds a control character'],
    [`${'x'.repeat(10_000)} date:"sep 22"`, 'is too long: 10,000 characters, and at most 120 fit'],
  ])('refuses “%.40s” and stores nothing by halves', async (typed, sentence) => {
    const { bot, ana: she } = await ana();
    expect((await refused(bot, () => she.says(`/lor-admin deadline add ${typed}`))).text).toContain(sentence);
  });

  it('has today on the clock of its zone', async () => {
    const { bot, ana: she } = await ana();
    bot.clock.set('2027-08-26T02:00:00.000Z');
    expect((await she.says('/lor-admin deadline add Tonight date:2027-08-25')).text).toContain('(today)');
    const elsewhere = await refused(bot, () => she.says('/lor-admin deadline add Gone date:2027-08-25 zone:london'));
    expect(elsewhere.text).toContain('That has passed already.');
  });

  it('stands in /lor today of everybody in the community, and of nobody elsewhere', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin deadline add ERAS letters date:"sep 22"');
    expect((await bot.as('maya').says('/lor today')).text).toContain('ERAS letters: Wed 22 Sep 2027 (in 28 days)');
    expect((await bot.as('maya').of('W2').says('/lor today')).text).not.toContain('ERAS');
  });

  it('names its limit', async () => {
    const { bot, ana: she } = await ana();
    for (let number = 1; number <= 200; number += 1) await she.says(`/lor-admin deadline add D${number} date:"sep 22"`);
    const answer = await refused(bot, () => she.says('/lor-admin deadline add One more date:"sep 22"'));
    expect(answer.text).toContain('There are 200 deadlines already');
  });
});

describe('the digests and deadlines of another workspace', () => {
  it('are the same as none, also for an admin who knows their ids', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * MON');
    await she.says('/lor-admin deadline add ERAS date:"sep 22"');
    const [digest] = bot.rows<{ id: string }>('select id from digests');
    const [deadline] = bot.rows<{ id: string }>('select id from deadlines');
    const eve = bot.as('eve').of('W2').admin().in('#deadlines');
    await eve.says('/lor-admin digest add 0 9 * * TUE');
    await eve.says('/lor-admin deadline add Theirs date:"sep 23"');
    const verbs = ['now', 'preview', 'remove', 'edit', 'pause', 'resume', 'history'];
    for (const path of verbs.map((verb) => `lor-admin digest ${verb}`)) {
      const args = path.endsWith('edit') ? { ahead: '9' } : {};
      const tried = async (id: string) =>
        JSON.stringify(await refused(bot, () => eve.calls({ path, args: { digest: id, ...args } }))).replaceAll(
          id,
          'X',
        );
      expect(await tried(digest?.id ?? '')).toBe(await tried('no-such-id'));
    }
    const path = 'lor-admin deadline remove';
    const tried = async (id: string) =>
      JSON.stringify(await refused(bot, () => eve.calls({ path, args: { deadline: id } }))).replaceAll(id, 'X');
    expect(await tried(deadline?.id ?? '')).toBe(await tried('no-such-id'));
    expect((await eve.says('/lor-admin digest list')).text).not.toContain('Monday');
    expect((await eve.says('/lor-admin deadline list')).text).not.toContain('ERAS');
  });
});
