import { describe, expect, it } from 'vitest';
import { attach, printAttachment } from '../../src/core/attachment.ts';
import { hasReply } from '../../src/core/ports.ts';
import type { FileContent } from '../../src/core/reply.ts';
import { type Answer, openTestBot, type TestBot } from '../support/bot.ts';

type Speaker = ReturnType<TestBot['as']>;

const table = [
  'Author Name,Email,Specialty,Due,Status,AAMC ID',
  'Dr. Wei Chen,chen@hospital.org,IM,2027-09-23,Uploaded,12345678',
  'Dr. Ana Núñez,,,2027-10-01,asked,12345679',
].join('\r\n');

/** Hands a file over with the command, as an adapter does. */
function hand(who: Speaker, text: string, more: Record<string, string> = {}): Promise<Answer> {
  const file = printAttachment(attach('letters.csv', new TextEncoder().encode(text), 5_000_000));
  return who.calls({ path: 'lor data import', args: { file, ...more } });
}

/** The files of an answer by their names. */
function filesOf(answer: Answer): Record<string, string> {
  const blocks = hasReply(answer) ? answer.reply.blocks : [];
  const files = blocks.flatMap((block): FileContent[] => (block.kind === 'file' ? [block.file] : []));
  return Object.fromEntries(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
}

describe('/lor data import', () => {
  it('shows what a file would do and changes nothing, then does just that, and one undo takes it back', async () => {
    const bot = await openTestBot();
    const maya = bot.as('maya');
    const preview = await hand(maya, table);
    expect(preview.text).toContain('2 new writers, 2 new letters');
    expect(preview.text).toContain('6 AAMC ID');
    expect((await maya.says('/lor list')).text).toContain('You do not track any letters yet');

    await hand(maya, table);
    const done = await maya.presses('Take it in');
    expect(done.text).toContain('Taken in: 2 writers, 2 letters and 0 programs');
    const { text } = await maya.says('/lor list');
    expect(text).toContain('Dr. Wei Chen');
    expect(text).toContain('uploaded');
    expect(text).toContain('asked · due Fri 1 Oct 2027');
    expect(bot.bytes().toString('latin1')).not.toContain('12345678');

    await maya.says('/lor undo');
    expect((await maya.says('/lor list')).text).toContain('You do not track any letters yet');
  });

  it('finds nothing to do in the same file a second time', async () => {
    const maya = (await openTestBot()).as('maya');
    await hand(maya, table);
    await maya.presses('Take it in');
    const again = await hand(maya, table);
    expect(again.text).toContain('Everything in this file stands here already.');
    expect(again.buttons.map(({ label }) => label)).not.toContain('Take it in');
  });

  it('lets the member say what the columns are', async () => {
    const maya = (await openTestBot()).as('maya');
    const unclear = 'who,when\nDr. Chen,2027-09-23\n';
    await hand(maya, unclear, { columns: '1=name, 2=due' });
    await maya.presses('Correct the columns');
    const corrected = await maya.fills({ columns: '1=name, 2=none' });
    expect(corrected.text).toContain('2 when');
    await maya.presses('Take it in');
    expect((await maya.says('/lor show chen')).text).toContain('Due: no due date');
  });

  it.each([
    ['', 'file'],
    ['PK\u0003\u0004rest of a workbook', 'Excel'],
    ['{"format":"lorbot","version":99}', 'later version'],
    ['{"format":"other"}', 'no export of mine'],
    ['a,b\n1,2', 'No column of this file says who writes'],
  ])('refuses %j with a sentence and keeps nothing of it', async (text, why) => {
    const bot = await openTestBot();
    const maya = bot.as('maya');
    const refused = await hand(maya, text);
    expect(refused.kind).toBe('invalid');
    expect(refused.text).toContain(why);
    expect(bot.rows('select * from imports')).toEqual([]);
  });

  it('keeps out what tells who a patient is, row by row', async () => {
    const maya = (await openTestBot()).as('maya');
    const preview = await hand(maya, 'Writer,Notes\nDr. Chen,Pt John Smith MRN 12345678 in room 412\n');
    expect(preview.text).not.toContain('12345678');
    await maya.presses('Take it in');
    expect((await maya.says('/lor writer show chen')).text).not.toContain('Smith');
  });

  it('waits for a day, for its member alone, and sealed', async () => {
    const bot = await openTestBot();
    const maya = bot.as('maya');
    const preview = await hand(maya, table);
    expect(bot.bytes().toString('utf8')).not.toContain('Wei Chen');
    const take = preview.buttons.find(({ label }) => label === 'Take it in')?.call;
    if (!take) throw new Error('there is no button');
    await bot.as('ben').says('/lor settings img:no');
    expect((await bot.as('ben').calls(take)).text).toContain('waited for more than a day');
    await bot.restarts();
    await bot.playTo('2027-08-26 10:00');
    expect((await maya.calls(take)).text).toContain('waited for more than a day');
    expect(bot.rows('select * from imports')).toEqual([]);
  });
});

describe('/lor data export', () => {
  it('gives everything, and given back under another account it is the same, history and all', async () => {
    const bot = await openTestBot();
    const maya = bot.as('maya');
    for (const line of [
      '/lor settings zone:chicago service:eras specialty:IM img:yes',
      '/lor writer add Dr. Wei Chen kind:attending email:chen@hospital.org notes:"likes Bach" knows:yes',
      '/lor add Dr. Wei Chen due:"sep 23"',
      '/lor next chen on:"aug 20"',
      '/lor next chen to:agreed answer:strong',
      '/lor packet chen sheet:"Led the quality project"',
      '/lor program add Mercy Hospital letters:3 setting:community',
    ])
      expect((await maya.says(line)).kind, line).toBe('replied');
    const exported = filesOf(await maya.says('/lor data export'));
    expect(Object.keys(exported)).toEqual(['lorbot.json', 'letters.csv', 'programs.csv']);

    const other = bot.as('maya').of('W2');
    await hand(other, exported['lorbot.json'] ?? '');
    await other.presses('Take it in');
    for (const line of [
      '/lor settings',
      '/lor list',
      '/lor show chen',
      '/lor writer show chen',
      '/lor program show mercy',
    ])
      expect((await other.says(line)).text).toBe((await maya.says(line)).text);
    const again = filesOf(await other.says('/lor data export'));
    expect(again['letters.csv']).toBe(exported['letters.csv']);
    expect(again['programs.csv']).toBe(exported['programs.csv']);
  });

  it('of the tables comes back as the same', async () => {
    const bot = await openTestBot();
    const maya = bot.as('maya');
    await maya.says('/lor add Dr. Chen kind:chair due:"sep 23" service:eras specialty:IM met:"sub-I, \'June\'"');
    await maya.says('/lor add =Núñez due:"oct 1"');
    const { 'letters.csv': csv = '' } = filesOf(await maya.says('/lor data export'));
    const ben = bot.as('ben');
    await hand(ben, csv);
    await ben.presses('Take it in');
    expect(filesOf(await ben.says('/lor data export'))['letters.csv']).toBe(csv);
  });
});

describe('/lor data calendar', () => {
  it('gives a file of the days ahead, and says so when there are none', async () => {
    const maya = (await openTestBot()).as('maya');
    expect((await maya.says('/lor data calendar')).text).toContain('There is no date yet');
    await maya.says('/lor add Dr. Chen due:"sep 23"');
    await maya.says('/lor program add Mercy due:"sep 22"');
    const { 'letters.ics': text = '' } = filesOf(await maya.says('/lor data calendar'));
    expect(text).toContain('SUMMARY:Letter due: Dr. Chen');
    expect(text).toContain('DTSTART;VALUE=DATE:20270922');
  });

  it('has no feed where nothing is reached from outside', async () => {
    const maya = (await openTestBot()).as('maya');
    expect((await maya.says('/lor data feed')).text).toContain('no public address');
  });
});

describe('reminders of one’s own', () => {
  it('leave with an export and come with an import, those that lie ahead, once', async () => {
    const bot = await openTestBot();
    const maya = bot.as('maya');
    await maya.says('/lor remind me call the ward on:2027-09-10 repeat:weekly');
    await maya.says('/lor remind me long over on:2027-08-26');
    const { 'lorbot.json': text = '' } = filesOf(await maya.says('/lor data export'));
    expect(JSON.parse(text).reminders).toHaveLength(2);
    await bot.playTo('2027-08-27 12:00');
    const ben = bot.as('ben');
    expect((await hand(ben, text)).text).toContain('2 reminders of your own');
    await ben.presses('Take it in');
    expect((await ben.says('/lor remind list')).text).toContain('#1 call the ward');
    expect((await ben.says('/lor remind list')).text).not.toContain('long over');
    expect((await hand(ben, text)).text).toContain('1 reminder of your own');
  });
});
