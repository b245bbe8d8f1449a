import { describe, expect, it } from 'vitest';
import { expectAsUnknown } from '../support/as-unknown.ts';
import { openTestBot, type TestBot } from '../support/bot.ts';
import { everything, refused } from '../support/refused.ts';

/** Maya, known to the bot, on Wednesday 25 August 2027 at nine in New York. */
async function maya() {
  const bot = await openTestBot();
  const person = bot.as('maya');
  await person.says('/lor settings zone:new york');
  return { bot, maya: person };
}

function idOf(bot: TestBot, name: string): string {
  return bot.rows<{ id: string }>('select id from writers where name = ?', name)[0]?.id ?? '';
}

describe('/lor writer add', () => {
  it('notes somebody with everything that was said, and no letter', async () => {
    const { bot, maya: she } = await maya();
    const { text } = await she.says(
      `/lor writer add Dr. O'Brien kind:pd knows:yes met:"Medicine sub-I" rotation:"sep 10" specialty:IM email:ob@hospital.org title:Chief us:yes notes:"Likes short mails"`,
    );
    expect(text).toContain("Dr. O'Brien is among your writers. Add a letter when you mean to ask.");
    for (const line of [
      'Title: Chief',
      'Kind: Program director',
      'Can tell a story about you: yes, a specific one',
      'Where you met: Medicine sub-I',
      'Last day together: Fri 10 Sep 2027',
      'Their specialty: Internal medicine',
      'Works in the US: yes',
      'E-mail: ob@hospital.org',
      'Notes: Likes short mails',
    ])
      expect(text).toContain(line);
    expect(bot.counts()).toMatchObject({ writers: 1, letters: 0 });
  });

  it('does so by a form, too', async () => {
    const { maya: she } = await maya();
    const form = await she.says('/lor writer add');
    expect(form.opened?.fields.map(({ name, required }) => (required ? `${name}!` : name))).toEqual(
      'name! kind knows met rotation specialty email title us notes'.split(' '),
    );
    const { text } = await she.fills({ name: 'Dr. Chen', knows: 'hardly', notes: 'First line\nSecond line' });
    expect(text).toContain('Can tell a story about you: hardly, they know your name');
    expect(text).toContain('First line\nSecond line');
  });

  it('is private, also in a channel', async () => {
    const { maya: she } = await maya();
    expect(await she.in('#general').says('/lor writer add Dr. Chen')).toMatchObject({ visibility: 'private' });
  });

  it('refuses an address that is none, and the form keeps everything else', async () => {
    const { bot, maya: she } = await maya();
    const answer = await refused(bot, () => she.says('/lor writer add Dr. Chen email:chen(at)hospital knows:yes'));
    expect(answer.text).toContain('“chen(at)hospital” is no e-mail address.');
    const held = Object.fromEntries((answer.opened?.fields ?? []).map(({ name, value }) => [name, value]));
    expect(held).toMatchObject({ name: 'Dr. Chen', knows: 'well', email: 'chen(at)hospital' });
    expect((await she.fills({ email: 'chen@hospital.org' })).text).toContain('E-mail: chen@hospital.org');
  });

  it.each([
    ['knows:sometimes', 'is not one of the choices'],
    ['rotation:"feb 30"', 'no such day'],
    ['us:maybe', 'takes yes or no'],
    ['kind:king', 'is not one of the choices'],
    [`notes:"${'x'.repeat(1_001)}"`, 'at most 1,000 fit'],
  ])('refuses %s with a sentence and stores nothing', async (option, sentence) => {
    const { bot, maya: she } = await maya();
    expect((await refused(bot, () => she.says(`/lor writer add Dr. Chen ${option}`))).text).toContain(sentence);
  });

  it('does not note the same person twice, however spelled, and says what can be done instead', async () => {
    const { bot, maya: she } = await maya();
    await she.says("/lor writer add Dr. O'Brien");
    const again = await refused(bot, () => she.says('/lor writer add dr obrien email:ob@hospital.org'));
    expect(again.text).toContain("Dr. O'Brien is among your writers already.");
    expect((await she.presses('Edit')).opened?.call.path).toBe('lor writer edit');
    await she.says("/lor writer add Dr. O'Brien");
    expect((await she.presses('Add a letter')).text).toContain("Dr. O'Brien is on your list.");
    expect(bot.counts()).toMatchObject({ writers: 1, letters: 1 });
  });

  it('keeps to the limit of writers, and names it', async () => {
    const { bot, maya: she } = await maya();
    for (let number = 1; number <= 60; number += 1) await she.says(`/lor writer add Writer ${number}`);
    const answer = await refused(bot, () => she.says('/lor writer add One More'));
    expect(answer.text).toContain('You track 60 writers already, and that is the most there can be.');
    await she.says('/lor writer remove Writer 60');
    expect((await she.says('/lor writer add One More')).kind).toBe('replied');
  });

  it('seals addresses and notes: neither can be read in the file', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen email:qzx7@hospital.org notes:"Qzx7 knows my project"');
    await she.says('/lor writer edit chen notes:"Qzx7 knows both projects"');
    expect(bot.bytes().toString('latin1')).not.toMatch(/qzx7/iu);
    await bot.restarts();
    expect((await she.says('/lor writer show chen')).text).toContain('Notes: Qzx7 knows both projects');
  });
});

describe('/lor writer list', () => {
  it('invites somebody who noted nobody yet', async () => {
    const { maya: she } = await maya();
    expect((await she.says('/lor writer list')).text).toContain('You keep no writers yet.');
    await she.presses('Add a writer');
    await she.fills({ name: 'Dr. Chen' });
    expect((await she.presses('My writers')).text).toContain('Your writer\n\nDr. Chen · no letter yet');
  });

  it('counts letters, and says on which day to ask as long as that is ahead', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen rotation:"sep 10" met:"Medicine sub-I"');
    await she.says('/lor add chen service:eras');
    await she.says('/lor add chen service:carms');
    const { text } = await she.says('/lor writer list');
    expect(text).toContain('Dr. Chen · 2 letters\n  Medicine sub-I\n  last day together Fri 10 Sep 2027: ask then');
    bot.clock.set('2027-09-11T13:00:00.000Z');
    expect((await she.says('/lor writer list')).text).not.toContain('ask then');
  });

  it('turns pages', async () => {
    const { maya: she } = await maya();
    for (let number = 10; number < 20; number += 1) await she.says(`/lor writer add Writer ${number}`);
    expect((await she.says('/lor writer list')).text.match(/Writer \d+/gu)).toHaveLength(8);
    expect((await she.presses('Next page')).text).toMatch(/Writer 18[\s\S]*Writer 19[\s\S]*Page 2 of 2\./u);
  });
});

describe('/lor writer edit', () => {
  it('opens a form with what stands, changes what was changed in it, and can be taken back', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen knows:yes rotation:"sep 10" us:no email:chen@hospital.org');
    const before = bot.rows('select * from writers');
    const { opened } = await she.says('/lor writer edit chen');
    const values = Object.fromEntries((opened?.fields ?? []).map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({
      name: 'Dr. Chen',
      knows: 'well',
      rotation: '2027-09-10',
      us: 'no',
      email: 'chen@hospital.org',
      notes: undefined,
    });
    const edited = await she.fills({ name: 'Dr. Mei Chen', rotation: '', notes: 'Short mails' });
    expect(edited.text).toContain('Dr. Mei Chen is changed.');
    expect(edited.text).not.toContain('Last day together');
    expect(edited.text).toContain('E-mail: chen@hospital.org');
    const undone = await she.presses('Undo');
    expect(undone.text).toContain(
      'Taken back: changed Dr. Mei Chen: Writer from Dr. Chen to Dr. Mei Chen; Notes from nothing to “Short mails”; ' +
        'Last day together from Fri 10 Sep 2027 to nothing',
    );
    expect(undone.buttons.map(({ label }) => label)).toContain('My writers');
    // Notes and addresses are sealed anew each time they are written.
    const open = (rows: readonly unknown[]) => JSON.stringify(rows).replace(/"email":"[^"]*"/u, '');
    expect(open(bot.rows('select * from writers'))).toBe(open(before));
    expect((await she.says('/lor writer show chen')).text).toContain('E-mail: chen@hospital.org');
  });

  it('clears with none, and says so when nothing changes', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen knows:yes us:yes specialty:IM');
    const { text } = await she.says('/lor writer edit chen knows:none us:none specialty:none');
    for (const gone of ['Works in the US', 'Their specialty']) expect(text).not.toContain(gone);
    expect(text).toContain('Can tell a story about you: not said yet');
    const before = everything(bot);
    expect((await she.says('/lor writer edit chen knows:none')).text).toContain('nothing was changed');
    expect(everything(bot)).toEqual(before);
  });

  it('asks which one is meant, and keeps what was said', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Mei Chen met:clinic');
    await she.says('/lor writer add Dr. Wei Chen');
    const several = await refused(bot, () => she.says('/lor writer edit chen title:"Chair, Medicine" us:yes'));
    expect(several.text).toContain('“chen” fits several of your writers. Which one?');
    expect(several.choices.map(({ label }) => label)).toEqual(['Dr. Mei Chen (clinic)', 'Dr. Wei Chen']);
    const { text } = await she.picks('Dr. Wei Chen');
    expect(text).toContain('Dr. Wei Chen is changed.');
    expect(text).toContain('Title: Chair, Medicine');
    expect(text).toContain('Works in the US: yes');
  });

  it('offers the nearest when the name is mistyped, and the list when there is none', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen');
    await refused(bot, () => she.says('/lor writer show chne'));
    expect((await she.picks('Dr. Chen')).text).toContain('Can tell a story about you');
    const none = await refused(bot, () => she.says('/lor writer show quetzalcoatl'));
    expect(none.text).toContain('You have no writer who fits “quetzalcoatl”.');
    expect((await she.presses('My writers')).text).toContain('Dr. Chen');
  });
});

describe('/lor writer remove', () => {
  it('removes who has no letter, and undo brings them back', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen notes:"Short mails"');
    const shown = (await she.says('/lor writer show chen')).text;
    expect((await she.says('/lor writer remove chen')).text).toContain('Dr. Chen is removed. Undo brings them back.');
    expect(bot.counts()).toMatchObject({ writers: 0 });
    await bot.restarts();
    await she.presses('Undo');
    expect((await she.says('/lor writer show chen')).text).toBe(shown);
  });

  it('asks before letters go along, and takes them from programs and from whom they were a backup for', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen service:eras');
    await she.says('/lor add Dr. Silva service:eras');
    await she.says('/lor next silva');
    await she.says('/lor backup silva writer:chen');
    await she.says('/lor program add Mercy service:eras');
    await she.says('/lor program assign mercy letter:chen');
    const before = everything(bot);
    const asked = await she.says('/lor writer remove chen');
    expect(asked.text).toContain('Dr. Chen has 1 letter here, which would go with them.');
    expect(everything(bot)).toEqual(before);

    const pages = ['/lor show chen', '/lor show silva', '/lor program show mercy'];
    const shown = [];
    for (const page of pages) shown.push((await she.says(page)).text);
    await she.says('/lor writer remove chen');
    expect((await she.presses('Remove with the letter')).text).toContain('Dr. Chen is removed, with 1 letter.');
    expect(bot.counts()).toMatchObject({ writers: 1, letters: 1 });
    expect((await she.says('/lor program show mercy')).text).toContain('No letter is assigned yet.');
    expect((await she.says('/lor show silva')).text).not.toContain('stands by');
    expect((await she.says('/lor undo')).text).toContain('Taken back');
    for (const [index, page] of pages.entries()) expect((await she.says(page)).text).toBe(shown[index]);
  });
});

describe('a short name in /lor add', () => {
  it('is taken for the one writer whom it fits, and that is said', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Mei Chen kind:chair');
    const { text } = await she.says('/lor add chen due:"oct 1"');
    expect(text).toContain('I took “chen” for Dr. Mei Chen. If it is somebody else, undo this and give the full name.');
    expect(bot.counts()).toMatchObject({ writers: 1, letters: 1 });
    expect((await she.says('/lor show chen')).text).toContain('Kind: Department chair');
  });

  it('is a new writer when it fits several', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Mei Chen');
    await she.says('/lor writer add Dr. Wei Chen');
    expect((await she.says('/lor add Chen')).text).toContain('Chen is on your list.');
    expect(bot.counts()).toMatchObject({ writers: 3, letters: 1 });
  });

  it('adds to what is known of the writer, and undo takes exactly that away', async () => {
    const { maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen kind:chair notes:"Short mails"');
    const before = (await she.says('/lor writer show chen')).text;
    await she.says('/lor add chen email:chen@hospital.org title:Chief');
    const after = (await she.says('/lor writer show chen')).text;
    for (const line of ['Title: Chief', 'E-mail: chen@hospital.org', 'Notes: Short mails', 'Kind: Department chair'])
      expect(after).toContain(line);
    await she.says('/lor undo');
    expect((await she.says('/lor writer show chen')).text).toBe(before);
  });

  it('keeps the writer of whom more was noted when the letter is removed', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen knows:yes');
    await she.says('/lor add chen');
    expect((await she.says('/lor remove chen')).text).toContain('they stay among your writers');
    expect(bot.counts()).toMatchObject({ writers: 1, letters: 0 });
  });
});

describe('a writer of somebody else', () => {
  it('is as one that never was, by every way', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen email:chen@hospital.org');
    const ben = bot.as('ben');
    await ben.says('/lor add Dr. Novak');
    await ben.says('/lor next novak');
    const letter = bot.rows<{ id: string }>('select id from letters')[0]?.id ?? '';
    const before = everything(bot);
    const ways = [
      (id: string) => ben.says(`/lor writer show ${id}`),
      (id: string) => ben.says(`/lor writer edit ${id} name:Mine`),
      (id: string) => ben.says(`/lor writer remove ${id} letters:yes`),
      (id: string) => ben.calls({ path: 'lor writer show', args: { writer: id } }),
      (id: string) => ben.calls({ path: 'lor writer edit', args: { writer: id } }),
      (id: string) => ben.calls({ path: 'lor writer edit', args: { writer: id, name: 'Mine', email: '', notes: '' } }),
      (id: string) => ben.calls({ path: 'lor writer remove', args: { writer: id, letters: 'yes' } }),
      (id: string) => ben.calls({ path: 'lor backup', args: { letter, writer: id } }),
      (id: string) => ben.calls({ path: 'lor backup', args: { letter, writer: id, activate: 'yes' } }),
    ];
    for (const way of ways) await expectAsUnknown(idOf(bot, 'Dr. Chen'), way);
    expect(await ben.suggests('lor writer show', 'writer', 'chen')).toEqual([]);
    expect((await ben.says('/lor writer list')).text).not.toContain('Chen');
    expect(everything(bot)).toEqual(before);
  });

  it('is not known to an admin of the community either', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor writer add Dr. Chen');
    const ana = bot.as('ana').admin().in('#general');
    for (const line of ['/lor writer list', '/lor writer show chen', '/lor list', '/lor board', '/lor data export'])
      expect(JSON.stringify(await ana.says(line)), line).not.toMatch(/Dr\. Chen/u);
  });
});

describe('/lor writer compare with names', () => {
  it('holds only those against each other', async () => {
    const { maya: she } = await maya();
    for (const name of ['Dr. Chen', 'Dr. Ana Silva', 'Dr. Roy']) await she.says(`/lor writer add ${name}`);
    for (const typed of ['chen, silva', 'dr chen and dr silva', 'Silva vs. Chen']) {
      const { text } = await she.says(`/lor writer compare ${typed}`);
      expect(text).toMatch(/Chen[\s\S]*Silva|Silva[\s\S]*Chen/u);
      expect(text).not.toContain('Dr. Roy');
    }
    for (const typed of ['IM', 'chen nobody', 'chen']) {
      expect((await she.says(`/lor writer compare ${typed}`)).text).toContain('Dr. Roy');
    }
  });
});
