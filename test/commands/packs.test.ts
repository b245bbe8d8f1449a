import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/core/reply.ts';
import { openTestBot, type TestBotOptions, wall } from '../support/bot.ts';

async function ana(options: TestBotOptions = {}) {
  const bot = await openTestBot(options);
  const person = bot.as('ana').admin().in('#deadlines');
  await person.says('/lor settings zone:new york');
  return { bot, ana: person };
}

const december = { now: '2026-12-20 09:00' };

describe('a digest with the dates of the season', () => {
  it('tells what was published, with its moment and its source, beside the community’s own', async () => {
    const { bot, ana: she } = await ana(december);
    await she.says('/lor-admin deadline add Our own evening date:2027-01-02');
    await she.says('/lor-admin digest add 0 9 * * *');
    await she.says('/lor-admin digest now');
    const [post] = bot.adapter.texts();
    expect(post).toContain('CaRMS Online opens for applicants: Tue 5 Jan 2027, 12:00 (Toronto) (in 16 days), source');
    expect(post?.indexOf('Our own evening')).toBeLessThan(post?.indexOf('CaRMS Online opens') ?? 0);
  });

  it('leaves out what was only worked out, or has no day yet', async () => {
    const { bot, ana: she } = await ana(december);
    await she.says('/lor-admin digest add 0 9 * * * ahead:365');
    await she.says('/lor-admin digest now');
    const [post] = bot.adapter.texts();
    for (const name of ['Match Day', 'rank order', 'ERAS 2028', 'registration']) expect(post).not.toContain(name);
  });

  it.each([
    ['eras, nrmp', false],
    ['carms', true],
    ['none', false],
    ['all', true],
  ])('follows the services that were chosen: %s', async (services, told) => {
    const { bot, ana: she } = await ana(december);
    await she.says(`/lor-admin digest add 0 9 * * * services:"${services}"`);
    await she.says('/lor-admin digest now');
    expect(bot.adapter.texts()[0]?.includes('CaRMS Online opens')).toBe(told);
  });

  it('has them on a line, as a picture with words in its place; none where a single date makes no line', async () => {
    const { ana: she } = await ana(december);
    await she.says('/lor-admin deadline add Our own evening date:2026-12-22');
    await she.says('/lor-admin digest add 0 9 * * *');
    await she.says('/lor-admin digest add 0 9 * * * ahead:3');
    const with1 = await she.says('/lor-admin digest preview 1');
    const files = 'reply' in with1 ? filesOf(with1.reply) : [];
    expect(files).toMatchObject([{ mime: 'image/png', alt: 'The 2 dates above on a line.' }]);
    expect(files[0]?.bytes.length).toBeGreaterThan(1_000);
    const without = await she.says('/lor-admin digest preview 2');
    expect('reply' in without && filesOf(without.reply)).toEqual([]);
  });

  it('tells twenty dates at most, and how many more there are', async () => {
    const { bot, ana: she } = await ana();
    for (let number = 1; number <= 23; number += 1) await she.says(`/lor-admin deadline add D${number} date:"sep 22"`);
    await she.says('/lor-admin digest add 0 9 * * *');
    await she.says('/lor-admin digest now');
    expect(bot.adapter.texts()[0]?.match(/Wed 22 Sep/gu)).toHaveLength(20);
    expect(bot.adapter.texts()[0]).toContain('And 3 later.');
  });
});

describe('/lor-admin pack', () => {
  it('lists the seasons with a date to come: how fresh, how many were only worked out', async () => {
    const { ana: she } = await ana(december);
    const { text } = await she.says('/lor-admin pack list');
    expect(text).toContain('NRMP 2027');
    expect(text).toMatch(/CaRMS 2027\n.*6 dates, 2 of them only worked out/u);
    expect(text).toContain('Last checked Sun 22 Nov 2026');
    expect(text).not.toContain('CaRMS 2024');
    expect(text).not.toContain('long ago');
  });

  it('says when nobody looked them up for 120 days, there and where curators see gaps, in no digest', async () => {
    const { bot, ana: she } = await ana({ now: '2027-03-22 09:00' });
    expect((await she.says('/lor-admin pack list')).text).not.toContain('long ago');
    expect((await she.says('/lor-admin gaps')).text).not.toContain('Long not looked up');
    bot.clock.set(wall('2027-03-23 09:00'));
    expect((await she.says('/lor-admin pack list')).text).toContain('Last checked Sun 22 Nov 2026, which is long ago');
    expect((await she.says('/lor-admin gaps')).text).toContain(
      'Long not looked up: the dates of ERAS 2027, ERAS 2028, CaRMS 2027',
    );
    await she.says('/lor-admin digest add 0 9 * * *');
    await she.says('/lor-admin digest now');
    expect(bot.adapter.texts()[0]).not.toContain('looked up');
  });

  it('shows each date with source and confidence', async () => {
    const { ana: she } = await ana();
    const { text } = await she.says('/lor-admin pack show eras 2028');
    expect(text).toContain('Wed 1 Sep 2027, 09:00 there');
    expect(text).toContain('only worked out: in no digest until you confirm it');
    expect(text).toContain('the first Wednesday of September, as from 2021 to 2025');
    expect(text).toContain('eras-2028-submit');
    expect((await she.says('/lor-admin pack show <!channel>')).text).toContain(
      'I know no dates “<!channel>”. Choose ERAS 2028.',
    );
  });

  it('confirms a day, which digests here tell from then on as confirmed by the admins, and takes it back', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 9 * * *');
    const confirmed = await she.says('/lor-admin pack confirm eras-2028-submit day:2027-09-02 time:9:00');
    expect(confirmed.text).toContain('ERAS 2028: applicants may submit: Thu 2 Sep 2027, 09:00 (New York) (in 8 days)');
    await bot.playTo('2027-08-26 10:00');
    expect(bot.adapter.texts()[0]).toContain(
      'ERAS 2028: applicants may submit: Thu 2 Sep 2027, 09:00 (New York) (in 7 days), confirmed by the admins here',
    );
    expect((await she.says('/lor-admin pack list')).text).toContain(
      '3 dates, 2 of them only worked out, 1 confirmed here',
    );
    expect((await she.says('/lor-admin pack show eras')).text).toContain(
      '09:00 (New York), confirmed by the admins here',
    );
    await she.says('/lor-admin pack unconfirm eras-2028-submit');
    await bot.playTo('2027-08-27 10:00');
    expect(bot.adapter.texts()[1]).toContain('No deadline in the next 45 days.');
    expect((await she.says('/lor-admin pack unconfirm eras-2028-submit')).text).toContain('nothing to take back');
  });

  it('confirms for this community and no other', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin pack confirm eras-2028-submit day:2027-09-02');
    const eve = bot.as('eve').of('W2').admin().in('#deadlines');
    await eve.says('/lor-admin digest add 0 9 * * *');
    await eve.says('/lor-admin digest now');
    expect(bot.adapter.texts()[0]).not.toContain('ERAS 2028');
    expect((await eve.says('/lor-admin pack unconfirm eras-2028-submit')).text).toContain('nothing to take back');
    expect(bot.counts()).toMatchObject({ confirmed_dates: 1 });
  });

  it.each([
    ['no-such-id day:2027-09-02', 'There is no date “no-such-id”.'],
    ['eras-2028-submit day:2027-08-24', 'That day has passed already.'],
    ['eras-2028-submit', 'Please fill in: The day that you looked up.'],
    ['eras-2028-submit day:2027-09-02 time:25:00', 'takes a time'],
  ])('refuses to confirm %s, and keeps nothing', async (typed, sentence) => {
    const { bot, ana: she } = await ana();
    expect((await she.says(`/lor-admin pack confirm ${typed}`)).text).toContain(sentence);
    expect(bot.counts()).toMatchObject({ confirmed_dates: 0 });
  });

  it('is seen by curators, and confirmed by admins alone', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin role grant @cara role:curator');
    const cara = bot.as('cara').in('#deadlines');
    for (const command of ['pack list', 'pack show eras'])
      expect([command, (await cara.says(`/lor-admin ${command}`)).kind]).toEqual([command, 'replied']);
    for (const command of ['pack confirm eras-2028-submit day:2027-09-02', 'pack unconfirm eras-2028-submit'])
      expect([command, (await cara.says(`/lor-admin ${command}`)).kind]).toEqual([command, 'denied']);
    expect((await bot.as('maya').in('#x').says('/lor-admin pack list')).kind).toBe('denied');
  });
});
