import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';
import { refused } from '../support/refused.ts';

/**
 * Maya on Wednesday 2 December 2026, in the season of 2027: a letter that came in, one that is
 * outstanding, and a program to which one goes.
 */
async function maya() {
  const bot = await openTestBot({ now: '2026-12-02 09:00' });
  const she = bot.as('maya');
  await she.says('/lor settings zone:new york service:eras');
  await she.says('/lor add Dr. Chen due:"dec 10" specialty:IM');
  for (const to of ['asked', 'agreed', 'packet', 'requested']) await she.says(`/lor next chen to:${to} on:"dec 1"`);
  await she.says('/lor next chen to:uploaded');
  await she.says('/lor add Dr. Roy due:"nov 20 2026"');
  await she.says('/lor program add Mercy');
  await she.says('/lor program assign mercy letter:chen');
  return { bot, she };
}

describe('going on to the next season', () => {
  it('closes the one before: its letters and programs stay there and are out of the way', async () => {
    const { bot, she } = await maya();
    expect((await she.says('/lor settings')).text).toContain('Match season: 2027 (the one in force)');
    const { text } = await she.says('/lor settings season:2028');
    expect(text).toContain('Season 2027 is closed: 2 letters and 1 program stay there and are out of the way.');
    expect(text).toContain('Match season: 2028');
    await bot.restarts();
    expect((await she.says('/lor list')).text).toContain('You do not track any letters yet.');
    expect((await she.says('/lor today')).text).not.toMatch(/Dr\. (?:Chen|Roy)/u);
    expect((await she.says('/lor board')).text).toContain('There is nothing on the board yet.');
    const old = await she.says('/lor list season:2027');
    expect(old.text).toContain('Your 2 letters of season 2027');
    expect(old.text).toMatch(/Dr\. Roy[\s\S]*Dr\. Chen/u);
    expect((await she.says('/lor program list')).text).toContain('Mercy · ERAS\n  season 2027 · 1 letter');
  });

  it('leads there and back by buttons', async () => {
    const { she } = await maya();
    await she.says('/lor settings season:2028');
    expect((await she.presses('Season 2027')).text).toContain('Your 2 letters of season 2027');
    expect((await she.presses('My letters')).text).toContain('You do not track any letters yet.');
    expect((await she.presses('Season 2027')).text).toContain('Dr. Roy');
    await she.says('/lor add Dr. New');
    await she.says('/lor list');
    expect((await she.presses('Season 2027')).text).not.toContain('Dr. New');
  });

  it('is taken back whole by one undo: letters, programs, and the season itself', async () => {
    const { bot, she } = await maya();
    const pages = [
      '/lor list',
      '/lor show chen',
      '/lor show roy',
      '/lor program show mercy',
      '/lor settings',
      '/lor board',
    ];
    const shown = [];
    for (const page of pages) shown.push((await she.says(page)).text);
    await she.says('/lor settings season:2028');
    await bot.restarts();
    expect((await she.presses('Undo')).text).toContain('Taken back');
    for (const [index, page] of pages.entries()) expect((await she.says(page)).text, page).toBe(shown[index]);
  });

  it('is the same for whoever named their season from the start', async () => {
    const bot = await openTestBot({ now: '2026-12-02 09:00' });
    const she = bot.as('maya');
    await she.says('/lor settings service:eras season:2027');
    await she.says('/lor add Dr. Chen');
    for (const to of ['asked', 'agreed', 'packet', 'requested', 'uploaded']) await she.says(`/lor next chen to:${to}`);
    await she.says('/lor program add Mercy');
    const before = (await she.says('/lor show chen')).text;
    expect((await she.says('/lor settings season:2028')).text).toContain(
      'Season 2027 is closed: 1 letter and 1 program stay there',
    );
    expect((await she.says('/lor show chen')).text).toContain('From an earlier season, dated: Wed 2 Dec 2026');
    expect((await she.says('/lor undo')).text).toContain('You apply in season 2027 again.');
    expect((await she.says('/lor show chen')).text).toBe(before);
  });

  it('goes back to the season that was named when one undoes it after the next is in force', async () => {
    const { bot, she } = await maya();
    await she.says('/lor settings season:2028');
    bot.clock.set('2027-08-25T13:00:00.000Z');
    await she.says('/lor undo');
    expect((await she.says('/lor settings')).text).toContain('Match season: 2027\n');
    expect((await she.says('/lor list')).text).toContain('Your 2 letters');
  });

  it('does not close a season that one goes back from, nor one without anything in it', async () => {
    const { bot, she } = await maya();
    expect((await bot.as('ben').says('/lor settings season:2028')).text).not.toContain('is closed');
    await she.says('/lor settings season:2028');
    const back = await she.says('/lor settings season:2027');
    expect(back.text).not.toContain('is closed');
    expect((await she.says('/lor list')).text).toContain('Your 2 letters');
  });

  it('refuses a season without rules and names those that there are; the settings stay', async () => {
    const { bot, she } = await maya();
    for (const season of ['2035', 'next', '2027; 2028', '🦉']) {
      const answer = await refused(bot, () => she.says(`/lor settings season:"${season}" img:yes`));
      expect(answer.text).toContain('Give the year of the match: 2027 or 2028.');
    }
    expect((await she.says('/lor list season:2035')).text).toContain('You have no letters of season 2035.');
  });
});

describe('a season that was named and is over', () => {
  it('is told of by Today, with a button that goes on', async () => {
    const { bot, she } = await maya();
    await she.says('/lor settings season:2027');
    expect((await she.says('/lor today')).text).not.toContain('is over');
    bot.clock.set('2027-08-01T12:00:00.000Z');
    expect((await she.says('/lor today')).text).toContain('Season 2027 is over.');
    expect((await she.presses('Go on to 2028')).text).toContain('Season 2027 is closed');
    expect((await she.says('/lor today')).text).not.toContain('is over');
  });
});

describe('a letter of an earlier season', () => {
  it('keeps the day of its upload, and says what programs see of it', async () => {
    const { she } = await maya();
    await she.says('/lor settings season:2028');
    const { text } = await she.says('/lor show chen');
    expect(text).toContain('Season: 2027');
    expect(text).toContain('From an earlier season, dated: Wed 2 Dec 2026');
    expect(text).toContain('Programs see its first upload date as a watermark');
    expect((await she.says('/lor show roy')).text).not.toContain('watermark');
  });

  it('is used again by a button, and then belongs to the new season', async () => {
    const { she } = await maya();
    await she.says('/lor settings season:2028');
    await she.says('/lor show chen');
    const used = await she.presses('Use in season 2028');
    expect(used.text).toContain('Season: 2028');
    expect(used.buttons.map(({ label }) => label)).not.toContain('Use in season 2028');
    expect((await she.says('/lor list')).text).toContain('Dr. Chen');
    expect((await she.says('/lor list season:2027')).text).not.toContain('Dr. Chen');
    await she.says('/lor undo');
    expect((await she.says('/lor list season:2027')).text).toContain('Dr. Chen');
  });

  it('is told apart from the new one of the same writer by its season', async () => {
    const { she } = await maya();
    await she.says('/lor settings season:2028');
    await she.says('/lor add chen specialty:IM due:"dec 10 2027"');
    expect((await she.says('/lor show chen')).text).toContain('fits several of your letters');
    expect((await she.says('/lor show chen 2027')).text).toContain('Season: 2027');
    expect((await she.says('/lor show chen 2028')).text).toContain('Season: 2028');
  });

  it('can be added with its date from the start', async () => {
    const { bot, she } = await maya();
    const { text } = await she.says('/lor add Dr. Old original:"sep 15 2024"');
    expect(text).toContain('Dr. Old is on your list.');
    expect((await she.says('/lor show old')).text).toContain('From an earlier season, dated: Sun 15 Sep 2024');
    const answer = await refused(bot, () => she.says('/lor add Dr. Older original:"feb 30"'));
    expect(answer.text).toContain('no such day');
  });
});

describe('a program of an earlier season', () => {
  it('does not stand in the way of applying there again, and both are told apart', async () => {
    const { bot, she } = await maya();
    await she.says('/lor settings season:2028');
    expect((await she.says('/lor program add Mercy')).text).toContain('Mercy is on your list of programs.');
    await refused(bot, () => she.says('/lor program add mercy'));
    const several = await refused(bot, () => she.says('/lor program show mercy'));
    expect(several.choices.map(({ label }) => label)).toEqual(['Mercy (2027)', 'Mercy (2028)']);
    expect((await she.says('/lor program show mercy 2027')).text).toContain('Season: 2027');
  });
});
