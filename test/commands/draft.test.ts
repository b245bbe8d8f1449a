import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

/** Maya, who has a letter of Dr. Chen that is due on September 23 and has come so far. */
async function withLetter(...stages: readonly string[]) {
  const bot = await openTestBot();
  const she = bot.as('maya');
  await she.says('/lor add Dr. Chen service:eras specialty:IM due:2027-09-23 met:"cardiology, June"');
  for (const to of stages) await she.says(`/lor next chen to:${to}`);
  return { bot, she };
}

const requested = ['asked', 'agreed', 'packet', 'requested'];

describe('/lor draft', () => {
  it('writes the mail that a letter needs at its stage, with what is known and brackets for what is not', async () => {
    const { she } = await withLetter();
    const ask = (await she.says('/lor draft chen')).text;
    expect(ask).toContain('Subject: A letter for my residency application (internal medicine)');
    expect(ask).toContain('write a strong one? I would need it by Thursday, September 23, 2027.');
    expect(ask).toContain('(cardiology, June)');
    expect(ask).toContain('Fill this in before you send it:\n\n- [your name]');
    await she.says('/lor edit chen due:none');
    expect((await she.says('/lor draft chen')).text).toContain('- [date]\n- [your name]');
    for (const to of ['asked', 'agreed']) await she.says(`/lor next chen to:${to}`);
    expect((await she.says('/lor draft chen')).text).toContain('Everything for my letter of recommendation');
  });

  it('is ready only when nothing is missing, and says so', async () => {
    const { she } = await withLetter();
    const { text } = await she.says('/lor draft chen name:"Maya Lopez" closing:"See you in clinic."');
    expect(text).toContain('See you in clinic.\n\nWith warm regards,\nMaya Lopez');
    expect(text).toContain('Nothing is left to fill in.');
  });

  it('keeps what was said when the tone is changed', async () => {
    const { she } = await withLetter();
    await she.says('/lor draft chen kind:result name:"Maya Lopez" result:matched place:Riverside');
    const { text } = await she.presses('Shorter');
    expect(text).toContain('A short note to tell you how my match went: I matched at Riverside.');
    expect(text).toContain('With thanks,\nMaya Lopez');
  });

  it('writes in the language that is asked for, whatever the bot speaks', async () => {
    const { she } = await withLetter();
    const { text } = await she.says('/lor draft chen language:fr');
    expect(text).toContain('Asking Dr. Chen');
    expect(text).toContain('d’ici le jeudi 23 septembre 2027');
    expect(text).toContain('- [Dr ou Dre]');
  });

  it('reminds once and in time: not before a yes, not after the upload, not weeks ahead', async () => {
    const { bot, she } = await withLetter();
    expect((await she.says('/lor draft chen kind:nudge')).text).toContain('has not said yes yet');
    for (const to of requested) await she.says(`/lor next chen to:${to}`);
    expect((await she.says('/lor draft chen')).text).toContain('from Thu 9 Sep 2027');
    bot.clock.set('2027-09-10T13:00:00.000Z');
    const { text } = await she.says('/lor draft chen');
    expect(text).toContain('by Thursday, September 23, 2027. Does that still work for you?');
    expect((await she.presses('I sent it')).text).toContain('reminded on Fri 10 Sep 2027');
    expect((await she.says('/lor draft chen')).text).toContain('Leave it for a week');
    await she.says('/lor next chen to:uploaded');
    expect((await she.says('/lor draft chen kind:nudge')).text).toContain('needs no reminder');
    expect((await she.says('/lor draft chen')).text).toContain('Thank you for your letter');
  });

  it('says that a letter is not in yet, and offers no step that would be refused', async () => {
    const { she } = await withLetter('asked', 'agreed');
    for (const kind of ['thanks', 'result']) {
      const early = await she.says(`/lor draft chen kind:${kind}`);
      expect(early.text).toContain('By what you noted the letter of Dr. Chen is not in yet (agreed)');
      expect(early.buttons.map(({ label }) => label)).not.toContain('I sent it');
    }
    for (const to of ['requested', 'uploaded']) await she.says(`/lor next chen to:${to}`);
    const thanks = await she.says('/lor draft chen kind:thanks');
    expect(thanks.text).not.toContain('not in yet');
    expect(thanks.buttons.map(({ label }) => label)).toContain('I sent it');
  });

  it('notes that it was sent, and can be taken back', async () => {
    const { she } = await withLetter();
    await she.says('/lor draft chen');
    expect((await she.presses('I sent it')).text).toContain('Dr. Chen: asked on Wed 25 Aug 2027.');
    expect((await she.says('/lor undo')).text).toContain('Taken back');
    expect((await she.says('/lor show chen')).text).toContain('Stage: planned');
  });

  it('is offered where somebody asks about a late writer', async () => {
    const { she } = await withLetter('asked', 'agreed');
    await she.says('/lor ask my writer is late, what can i do');
    expect((await she.presses('Draft a reminder')).opened?.call.path).toBe('lor draft');
  });
});
