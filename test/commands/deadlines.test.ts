import { describe, expect, it } from 'vitest';
import { attach, printAttachment } from '../../src/core/attachment.ts';
import { openTestBot, type TestBot, wall } from '../support/bot.ts';

async function ana() {
  const bot = await openTestBot();
  const person = bot.as('ana').admin().in('#deadlines');
  await person.says('/lor settings zone:new york');
  return { bot, ana: person };
}

const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
const on = (name: string, day: string) => event(`SUMMARY:${name}`, `DTSTART;VALUE=DATE:${day}`);

function hands(who: ReturnType<TestBot['as']>, text: string) {
  const file = printAttachment(attach('dates.ics', new TextEncoder().encode(text), 500_000));
  return who.calls({ path: 'lor-admin deadline import', args: { file } });
}

describe('/lor-admin deadline edit', () => {
  it('opens a form with what stands, and changes what was changed in it', async () => {
    const { ana: she } = await ana();
    await she.says('/lor-admin deadline add Rank list date:"sep 30" time:17:00');
    const { opened } = await she.says('/lor-admin deadline edit 1');
    expect(opened?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['name', 'Rank list'],
      ['date', '2027-09-30'],
      ['time', '17:00'],
      ['zone', 'America/New_York'],
    ]);
    expect((await she.fills({ date: 'oct 2', time: '' })).text).toContain('Rank list: Sat 2 Oct 2027 (in 38 days)');
    expect((await she.says('/lor-admin deadline list')).text).toContain('#1 Rank list');
    expect((await she.says('/lor-admin deadline edit 1 name:"rank list <!channel>"')).text).toContain('is changed');
    expect((await she.says('/lor-admin deadline edit 1 date:2027-10-02')).text).toContain('stands like that already');
  });

  it.each([
    ['date:2027-08-24', 'That has passed already.'],
    ['zone:atlantis', 'I know no time zone'],
    ['time:25:00', 'takes a time'],
  ])('refuses %s and changes nothing by halves', async (typed, sentence) => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin deadline add Rank list date:"sep 30"');
    const before = bot.rows('select * from deadlines');
    expect((await she.says(`/lor-admin deadline edit 1 name:Other ${typed}`)).text).toContain(sentence);
    expect(bot.rows('select * from deadlines')).toEqual(before);
  });

  it('reaches no deadline of another workspace', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin deadline add Rank list date:"sep 30"');
    const [row] = bot.rows<{ id: string }>('select id from deadlines');
    const eve = bot.as('eve').of('W2').admin().in('#deadlines');
    await eve.says('/lor-admin deadline add Theirs date:"sep 30"');
    const answer = await eve.calls({ path: 'lor-admin deadline edit', args: { deadline: row?.id ?? '', name: 'X' } });
    expect(answer.text).toContain('There is no deadline');
    expect(bot.rows('select name from deadlines')).toEqual([{ name: 'Rank list' }, { name: 'Theirs' }]);
  });
});

describe('/lor-admin deadline import', () => {
  const mixed = calendar(
    on('MSPR due', '20271112'),
    event('SUMMARY:Letters due', 'DTSTART;TZID=America/Chicago:20270922T170000'),
    event('SUMMARY:Office hours', 'DTSTART:20270901T170000', 'RRULE:FREQ=WEEKLY'),
    on('Last year', '20260922'),
    on('Rank list', '20270930'),
    on('MSPR due', '20271112'),
    event('SUMMARY:Someday'),
  );

  it('shows what it would add and what it leaves out, and adds nothing before the yes', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin deadline add Rank list date:"sep 30"');
    const { text } = await hands(she, mixed);
    expect(text).toContain('2 deadlines would be added:');
    expect(text).toContain('Letters due: Wed 22 Sep 2027, 17:00 (Chicago) (in 28 days)');
    expect(text).toContain('MSPR due: Fri 12 Nov 2027');
    expect(text).toContain('5 entries left out:');
    for (const left of [
      'Office hours: comes again and again',
      'Last year: is over',
      'Rank list: stands here already',
      'MSPR due: stands here already',
      'Someday: has no date that I can read',
    ])
      expect(text).toContain(left);
    expect(bot.counts()).toMatchObject({ deadlines: 1 });
    expect((await she.presses('Add 2 deadlines')).text).toContain('2 deadlines added.');
    expect((await she.says('/lor-admin deadline list')).text).toContain('#2 Letters due');
    expect(bot.counts()).toMatchObject({ deadlines: 3, imports: 0 });
  });

  it('adds nothing twice, when the yes is pressed twice or the file handed over again', async () => {
    const { bot, ana: she } = await ana();
    const { buttons } = await hands(she, mixed);
    const yes = buttons.find(({ label }) => label === 'Add 3 deadlines')?.call ?? { path: '', args: {} };
    await she.calls(yes);
    expect((await she.calls(yes)).text).toContain('That file waits no more.');
    expect((await hands(she, mixed)).text).toContain('Nothing in this file becomes a deadline.');
    expect(bot.counts()).toMatchObject({ deadlines: 3 });
  });

  it('forgets the file after a day', async () => {
    const { bot, ana: she } = await ana();
    await hands(she, mixed);
    bot.clock.set(wall('2027-08-26 09:01'));
    expect((await she.presses('Add 3 deadlines')).text).toContain('That file waits no more.');
    expect(bot.counts()).toMatchObject({ deadlines: 0 });
  });

  it('is no way in for a member, nor for another admin to what somebody handed over', async () => {
    const { bot, ana: she } = await ana();
    expect((await hands(bot.as('maya').in('#x'), mixed)).kind).toBe('denied');
    const { buttons } = await hands(she, mixed);
    const yes = buttons.find(({ label }) => label === 'Add 3 deadlines')?.call ?? { path: '', args: {} };
    expect((await bot.as('maya').in('#x').calls(yes)).kind).toBe('denied');
    expect((await bot.as('ben').admin().in('#x').calls(yes)).text).toContain('That file waits no more.');
    expect(bot.counts()).toMatchObject({ deadlines: 0 });
  });

  it('fills a community up to its limit and says what had no room', async () => {
    const { bot, ana: she } = await ana();
    const many = calendar(...Array.from({ length: 203 }, (_, index) => on(`Date ${index}`, '20270922')));
    const { text } = await hands(she, many);
    expect(text).toContain('200 deadlines would be added:');
    expect(text).toContain('And 185 more.');
    expect(text).toContain('3 entries left out:');
    expect(text).toContain('is one more than a community can have');
    await she.presses('Add 200 deadlines');
    expect(bot.counts()).toMatchObject({ deadlines: 200 });
  });

  it.each([
    ['hello', 'This is no calendar file that I can read.'],
    [calendar(), 'There is no entry in this calendar.'],
    [
      calendar(...Array(501).fill(on('A', '20270922'))),
      'There are 501 entries in this calendar, and I read 500 at most.',
    ],
    [calendar(on('A', '20270922')).padEnd(500_001), 'too large'],
    ['PK\u0003\u0004', 'packed file'],
  ])('gets nothing from a file that is none, or too much (%#)', async (text, sentence) => {
    const { bot, ana: she } = await ana();
    const answer = await hands(she, text);
    expect(answer.kind).toBe('invalid');
    expect(answer.text).toContain(sentence);
    expect(bot.counts()).toMatchObject({ deadlines: 0, imports: 0 });
  });
});
