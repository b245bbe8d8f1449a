import { describe, expect, it } from 'vitest';
import { expectAsUnknown } from '../support/as-unknown.ts';
import { openTestBot } from '../support/bot.ts';
import { everything, refused } from '../support/refused.ts';

/** Maya, whose letter of Dr. Chen was agreed on, on Wednesday 25 August 2027. */
async function agreed() {
  const bot = await openTestBot();
  const she = bot.as('maya');
  await she.says('/lor add Dr. Chen service:eras due:"oct 1"');
  await she.says('/lor next chen');
  await she.says('/lor next chen to:agreed answer:strong');
  return { bot, she };
}

const items = ['CV', 'Personal statement', 'How the letter gets to the portal', 'Reminder sheet', 'Photo'];

describe('/lor packet', () => {
  it('lists what goes to a writer, with why, and ticks off by buttons that show how each item stands', async () => {
    const { she } = await agreed();
    const start = await she.says('/lor packet chen');
    expect(start.text).toContain('The packet for Dr. Chen\n\n- ☐ CV\n- ☐ Personal statement');
    expect(start.text).toContain('0 of 6 ready.');
    expect(start.text).toContain('CV: current, two pages are plenty.');
    expect(start.text).toContain('You may send it as it is.');
    const ticked = await she.presses('☐ CV');
    expect(ticked.text).toContain('CV: ready.');
    expect(ticked.text).toContain('✓ CV, ready on Wed 25 Aug 2027');
    expect(ticked.text).not.toContain('two pages are plenty');
    expect((await she.presses('✓ CV')).text).toContain('0 of 6 ready.');
  });

  it('is complete without what is optional, and goes out with one press', async () => {
    const { bot, she } = await agreed();
    await she.says('/lor packet chen');
    for (const item of items.slice(0, -1)) await she.presses(`☐ ${item}`);
    bot.clock.set('2027-08-27T13:00:00.000Z');
    const last = await she.presses('☐ Photo');
    expect(last.text).toContain('5 of 6 ready.\n\nThe packet is complete. Send it in one mail.');
    expect(last.text).toContain('✓ Photo, ready on Fri 27 Aug 2027');
    expect(last.text).toContain('✓ CV, ready on Wed 25 Aug 2027');
    const sent = await she.presses('Packet sent');
    expect(sent.text).toContain('Dr. Chen: packet sent, on Fri 27 Aug 2027.');
    expect(sent.text).toContain('Packet: 5 of 6 ready');
  });

  it('takes items as people call them, and keeps the first day when one is ticked twice', async () => {
    const { bot, she } = await agreed();
    expect((await she.says('/lor packet chen item:ps')).text).toContain('Personal statement: ready.');
    bot.clock.set('2027-08-27T13:00:00.000Z');
    const before = everything(bot);
    await she.says('/lor packet chen item:statement ready:yes');
    expect(everything(bot)).toEqual(before);
    expect((await she.says('/lor packet chen item:ps ready:no')).text).toContain('Personal statement: not ready.');
  });

  it('keeps the reminder sheet by a form that a button opens, sealed, and gives it to the mail', async () => {
    const { bot, she } = await agreed();
    await she.says('/lor packet chen');
    const form = await she.presses('Write the reminder sheet');
    expect(form.opened?.fields.map(({ name, kind }) => [name, kind])).toEqual([['sheet', 'paragraph']]);
    const kept = await she.fills({ sheet: '- Led the Qzx7Wkv2 quality project\n- Gave a talk at noon report' });
    expect(kept.text).toContain('The reminder sheet is kept, encrypted.');
    expect(kept.text).toContain('- Led the Qzx7Wkv2 quality project\n- Gave a talk at noon report');
    expect(kept.text).toContain('✓ Reminder sheet, ready on');
    await bot.restarts();
    expect(bot.bytes().toString('latin1')).not.toContain('Qzx7Wkv2');
    expect((await she.presses('Draft the mail')).text).toContain('Led the Qzx7Wkv2 quality project');
    await she.says('/lor packet chen');
    const again = await she.presses('Change the reminder sheet');
    expect(again.opened?.fields[0]?.value).toBe('- Led the Qzx7Wkv2 quality project\n- Gave a talk at noon report');
  });

  it('takes points apart at a semicolon where a line cannot be broken, and only there', async () => {
    const { she } = await agreed();
    const typed = await she.says('/lor packet chen sheet:"Led the quality project; gave a talk"');
    expect(typed.text).toContain('- Led the quality project\n- gave a talk');
    await she.presses('Change the reminder sheet');
    expect((await she.fills({ sheet: 'One; the same point\nAnother' })).text).toContain(
      '- One; the same point\n- Another',
    );
  });

  it('takes the sheet away with its tick', async () => {
    const { she } = await agreed();
    await she.says('/lor packet chen sheet:"Led the quality project"');
    const gone = await she.says('/lor packet chen sheet:none');
    expect(gone.text).toContain('The reminder sheet is gone.');
    expect(gone.text).toContain('- ☐ Reminder sheet');
    expect(gone.text).not.toContain('quality project');
  });

  it.each([
    ['item:cake', 'is not one of the choices'],
    ['ready:perhaps item:cv', 'takes yes or no'],
    [`sheet:"${'x'.repeat(2_001)}"`, 'at most 2,000 fit'],
  ])('refuses %s with a sentence and changes nothing', async (options, sentence) => {
    const { bot, she } = await agreed();
    expect((await refused(bot, () => she.says(`/lor packet chen ${options}`))).text).toContain(sentence);
  });

  it('can be taken back step by step, each told apart', async () => {
    const { bot, she } = await agreed();
    const start = (await she.says('/lor packet chen')).text;
    await she.presses('☐ CV');
    await she.says('/lor packet chen sheet:"Led the quality project"');
    await bot.restarts();
    expect((await she.says('/lor undo')).text).toContain(
      'Taken back: changed Dr. Chen: Packet from CV to CV, Reminder sheet; Reminder sheet from nothing to “Led the quality project”',
    );
    expect((await she.says('/lor undo')).text).toContain('Taken back: changed Dr. Chen: Packet from nothing to CV');
    expect((await she.says('/lor packet chen')).text).toBe(start);
  });

  it('asks which letter is meant, and keeps what was said', async () => {
    const { bot, she } = await agreed();
    await she.says('/lor add Dr. Chen service:carms');
    await refused(bot, () => she.says('/lor packet chen item:photo'));
    expect((await she.picks('Dr. Chen (CaRMS)')).text).toContain('Photo: ready.');
    await refused(bot, () => she.says('/lor sheet chen sheet:"A point"'));
    expect((await she.picks('Dr. Chen (CaRMS)')).text).toContain('- A point');
  });

  it('of somebody else is as one that never was, by every way', async () => {
    const { bot, she } = await agreed();
    await she.says('/lor packet chen sheet:"Led the quality project"');
    const ben = bot.as('ben');
    await ben.says('/lor add Dr. Novak');
    const before = everything(bot);
    const id = bot.rows<{ id: string }>('select id from letters order by id')[0]?.id ?? '';
    for (const path of ['lor packet', 'lor sheet']) {
      await expectAsUnknown(id, (letter) => ben.calls({ path, args: { letter } }));
      await expectAsUnknown(id, (letter) => ben.calls({ path, args: { letter, sheet: 'Mine' } }));
      await expectAsUnknown(id, (letter) => ben.says(`/${path} ${letter}`));
      expect(await ben.suggests(path, 'letter', id)).toEqual([]);
    }
    await expectAsUnknown(id, (letter) =>
      ben.calls({ path: 'lor packet', args: { letter, item: 'cv', ready: 'yes' } }),
    );
    expect(everything(bot)).toEqual(before);
  });
});
