import { describe, expect, it } from 'vitest';
import { expectAsUnknown } from '../support/as-unknown.ts';
import { openTestBot } from '../support/bot.ts';
import { everything, refused } from '../support/refused.ts';

/** Maya, whose letter of Dr. Chen was asked for and is due on October 1, on Wednesday 25 August 2027. */
async function asked() {
  const bot = await openTestBot();
  const she = bot.as('maya');
  await she.says('/lor add Dr. Chen service:eras specialty:IM form:narrative due:"oct 1"');
  await she.says('/lor next chen');
  return { bot, she };
}

/** The same with Dr. Silva among the writers, who could step in. */
async function withSilva() {
  const { bot, she } = await asked();
  await she.says('/lor writer add Dr. Silva');
  return { bot, she };
}

describe('/lor backup', () => {
  it('shows the clock of a letter, counted back from the day on which it has to be uploaded', async () => {
    const { bot, she } = await asked();
    await she.says('/lor next chen to:agreed answer:strong');
    const { text } = await she.says('/lor backup chen');
    expect(text).toContain('In case Dr. Chen is late');
    expect(text).toContain(
      '- Fri 10 Sep 2027: have somebody stand by\n- Fri 17 Sep 2027: remind the writer, once\n' +
        '- Fri 24 Sep 2027: ask the backup\n- Fri 1 Oct 2027: apply without the letter and add it later',
    );
    bot.clock.set('2027-09-11T13:00:00.000Z');
    expect((await she.says('/lor backup chen')).text).toContain('Now: have somebody stand by.');
    // An international graduate's letter passes through ECFMG first: five business days, confirmed for 2027.
    await she.says('/lor settings img:yes');
    await she.says('/lor edit chen season:2027');
    const img = (await she.says('/lor backup chen')).text;
    expect(img).toContain('Fri 3 Sep 2027: have somebody stand by');
    expect(img).toContain('Fri 24 Sep 2027: apply without the letter');
  });

  it('does not remind who has not answered, and does not run without a date', async () => {
    const { she } = await asked();
    expect((await she.says('/lor backup chen')).text).not.toContain('remind the writer');
    await she.says('/lor edit chen due:none');
    expect((await she.says('/lor backup chen')).text).toContain('The clock runs once you have asked');
  });

  it('leads on to a further writer where there is nobody who could stand by', async () => {
    const { she } = await asked();
    expect((await she.says('/lor backup chen')).text).toContain('Nobody stands by yet.');
    await she.presses('Add a writer');
    await she.fills({ name: 'Dr. Silva' });
    await she.says('/lor backup chen');
    expect((await she.picks('Dr. Silva')).text).toContain('Dr. Silva stands by now.');
  });

  it('offers a reminder only while one is in place', async () => {
    const { bot, she } = await withSilva();
    await she.says('/lor next chen to:agreed');
    const labels = async () => (await she.says('/lor backup chen')).buttons.map(({ label }) => label);
    expect(await labels()).not.toContain('Draft a reminder');
    bot.clock.set('2027-09-18T13:00:00.000Z');
    expect(await labels()).toContain('Draft a reminder');
    await she.says('/lor draft chen kind:nudge sent:today');
    expect(await labels()).not.toContain('Draft a reminder');
    expect((await she.says('/lor backup chen')).text).toContain('✓ Fri 17 Sep 2027: remind the writer, once');
  });

  it('has somebody stand by, shows it on the letter, and lets them go again', async () => {
    const { bot, she } = await withSilva();
    const { text } = await she.says('/lor backup chen writer:silva');
    expect(text).toContain('✓ Fri 10 Sep 2027: have somebody stand by');
    expect(text).toContain('Dr. Silva has been standing by since Wed 25 Aug 2027.');
    expect((await she.says('/lor show chen')).text).toContain('Backup: Dr. Silva stands by');
    await bot.restarts();
    await she.says('/lor backup chen');
    expect((await she.presses('No backup')).text).toContain('Nobody stands by any more.');
    expect((await she.presses('Undo')).text).toContain(
      'Taken back: changed Dr. Chen: Backup from Dr. Silva stands by to nothing',
    );
    expect((await she.says('/lor show chen')).text).toContain('Backup: Dr. Silva stands by');
  });

  it('gives the backup a letter of their own for the same purpose, and undo takes exactly that away', async () => {
    const { bot, she } = await withSilva();
    await she.says('/lor backup chen writer:silva');
    const before = (await she.says('/lor show chen')).text;
    await she.says('/lor backup chen');
    const { text } = await she.presses('Activate the backup');
    expect(text).toContain('Dr. Silva steps in for Dr. Chen.');
    for (const line of [
      'Stage: planned',
      'Service: ERAS',
      'Specialty: IM',
      'Form of letter: Narrative letter',
      'Due: Fri 1 Oct 2027',
    ])
      expect(text).toContain(line);
    expect(bot.counts()).toMatchObject({ letters: 2 });
    expect((await she.says('/lor show chen')).text).toContain(
      'Backup: Dr. Silva was asked to step in on Wed 25 Aug 2027',
    );
    expect((await she.says('/lor undo')).text).toContain(
      'Taken back: changed Dr. Chen: Backup from Dr. Silva stands by to Dr. Silva was asked to step in on Wed 25 Aug 2027; added Dr. Silva',
    );
    expect(bot.counts()).toMatchObject({ letters: 1 });
    expect((await she.says('/lor show chen')).text).toBe(before);
  });

  it('activates whoever is named in one go, and asks for a name where there is none', async () => {
    const { bot, she } = await withSilva();
    const unnamed = await refused(bot, () => she.says('/lor backup chen activate:yes'));
    expect(unnamed.text).toContain('Name who stands by first.');
    expect((await she.picks('Dr. Silva')).text).toContain('Dr. Silva steps in for Dr. Chen.');
  });

  it('refuses the writer of the letter, a letter that is not outstanding, and a second backup, each with a way on', async () => {
    const { bot, she } = await withSilva();
    expect((await refused(bot, () => she.says('/lor backup chen writer:chen'))).text).toContain(
      'Dr. Chen writes this letter. Name somebody else.',
    );
    await she.says('/lor backup chen writer:silva activate:yes');
    for (const line of [
      '/lor backup chen writer:none',
      '/lor backup chen activate:yes',
      '/lor backup chen writer:silva',
    ])
      expect((await refused(bot, () => she.says(line))).text).toContain(
        'was asked to step in on Wed 25 Aug 2027 already',
      );
    expect((await she.presses('My letters')).text).toContain('Your 2 letters');
    await she.says('/lor next silva to:dropped');
    const needless = await refused(bot, () => she.says('/lor backup silva writer:chen'));
    expect(needless.text).toContain('The letter of Dr. Silva needs no backup: it is not outstanding.');
    expect((await she.presses('Show')).text).toContain('Stage: dropped');
  });

  it('keeps to the limit of letters', async () => {
    const { bot, she } = await withSilva();
    for (let number = 2; number <= 120; number += 1) await she.says(`/lor add Dr. Chen specialty:Kind${number}`);
    const answer = await refused(bot, () => she.says('/lor backup "chen im" writer:silva activate:yes'));
    expect(answer.text).toContain('You track 120 letters already');
  });

  it('of somebody else’s letter is as of one that never was', async () => {
    const { bot, she } = await withSilva();
    await she.says('/lor backup chen writer:silva');
    const ben = bot.as('ben');
    await ben.says('/lor add Dr. Novak');
    const before = everything(bot);
    const id = bot.rows<{ id: string }>('select id from letters order by id')[0]?.id ?? '';
    const ways = [
      {},
      { writer: 'novak' },
      { writer: 'none' },
      { activate: 'yes' },
      { writer: 'novak', activate: 'yes' },
    ];
    for (const more of ways)
      await expectAsUnknown(id, (letter) => ben.calls({ path: 'lor backup', args: { letter, ...more } }));
    expect(await ben.suggests('lor backup', 'writer', 'silva')).toEqual([]);
    expect(everything(bot)).toEqual(before);
  });
});
