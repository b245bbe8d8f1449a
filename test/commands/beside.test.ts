import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

/** Maya, with letters of Dr. Chen and of Dr. Young No, who both were asked. */
async function withLetters() {
  const bot = await openTestBot();
  const she = bot.as('maya');
  for (const name of ['Dr. Chen', 'Dr. Young No']) {
    await she.says(`/lor add ${name}`);
    await she.says(`/lor next ${name}`);
  }
  return she;
}

describe('a value beside the name of a letter', () => {
  it('is understood without the name of its option, behind the letter or before it', async () => {
    const she = await withLetters();
    expect((await she.says('/lor next chen yes')).text).toContain('Dr. Chen: agreed');
    expect((await she.says('/lor next packet sent chen')).text).toContain('Dr. Chen: packet sent');
    expect((await she.says('/lor next chen to requested')).text).toContain('Dr. Chen: requested in the portal');
    expect((await she.says('/lor packet chen cv')).text).toContain('CV: ready');
    expect((await she.says('/lor draft step back chen')).text).toContain('Stepping back from the letter of Dr. Chen');
    expect((await she.says('/lor draft thank you chen tone:brief')).text).toContain('Thanks to Dr. Chen');
  });

  it('is understood in French', async () => {
    const she = await withLetters();
    await she.says('/lor settings language:fr');
    expect((await she.says('/lor next chen acceptée')).text).toContain('acceptée (3 sur 7)');
    expect((await she.says('/lor draft remerciements chen')).text).toContain('Remercier Dr. Chen');
  });

  it('is never made of a word of the name, nor where no letter goes by the rest', async () => {
    const she = await withLetters();
    expect((await she.says('/lor next young no')).text).toContain('Dr. Young No: agreed');
    const { text } = await she.says('/lor next nobody yes');
    expect(text).toContain('You have no letter that fits “nobody yes”.');
  });

  it('gives way to what was said by name', async () => {
    const she = await withLetters();
    expect((await she.says('/lor next chen yes to:declined')).text).toContain('no letter that fits “chen yes”');
  });
});

describe('a date behind the name of its option, without the colon', () => {
  it('is taken for the date, and the rest for the name', async () => {
    const she = await withLetters();
    const { text } = await she.says('/lor add Dr. Patel, due sept 15');
    expect(text).toContain('Dr. Patel is on your list.');
    expect(text).toContain('due Wed 15 Sep 2027');
    expect((await she.says('/lor add Dr. Lee due "sep 15" service:carms')).text).toContain(
      'Dr. Lee · CaRMS\n  planned · due Wed 15 Sep',
    );
    expect((await she.says('/lor next patel on yesterday')).text).toContain('Dr. Patel: asked, on Tue 24 Aug 2027');
    expect((await she.says('/lor program add Due North Hospital due 9/24')).text).toContain('Due: Fri 24 Sep 2027');
  });

  it('is left alone where it is no date, or where the date was given by name', async () => {
    const she = await withLetters();
    expect((await she.says('/lor add Dr. Due North')).text).toContain('Dr. Due North is on your list.');
    expect((await she.says('/lor add Dr. Roy due sep 1 due:"sep 2"')).text).toContain('due Thu 2 Sep 2027');
  });
});

describe('a command by another word', () => {
  it('is offered with what was typed behind it', async () => {
    const she = await withLetters();
    for (const [typed, meant, args] of [
      ['/lor delete chen', 'lor remove', { letter: 'chen' }],
      ['/lor ajouter Dre Roy', 'lor add', { name: 'Dre Roy' }],
      ['/lor writer delete chen', 'lor writer remove', { writer: 'chen' }],
      ['/lor import', 'lor data import', {}],
      ['/lor propose', 'lor program propose', {}],
    ] as const) {
      const { text, buttons } = await she.says(typed);
      expect(text).toContain(`Did you mean /${meant}?`);
      expect(buttons[0]?.call).toEqual({ path: meant, args });
    }
  });

  it('is not guessed where several end in that word', async () => {
    const she = await withLetters();
    expect((await she.says('/lor-admin remove 1')).text).not.toContain('Did you mean');
  });
});
