import { describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

async function ana() {
  const bot = await openTestBot();
  const person = bot.as('ana').admin().in('#deadlines');
  await person.says('/lor settings zone:new york');
  await person.says('/lor-admin digest add 0 9 * * MON cohort:yes');
  return { bot, ana: person };
}

/** Members with one letter each, of whom the first so many have asked; they share their figures. */
async function sharing(bot: TestBot, count: number, asked: number, from = 0, workspace = 'W1') {
  for (let index = 0; index < count; index += 1) {
    const one = bot
      .as(`member${from + index}`)
      .of(workspace)
      .in('#letters');
    await one.says('/lor add Dr. Chen');
    await one.says('/lor settings cohort:yes');
    if (index < asked) await one.says('/lor next chen');
  }
}

const figures = /Of at least .*/u;
const post = (bot: TestBot) => bot.adapter.texts().at(-1)?.match(figures)?.[0];

describe('group figures in a digest', () => {
  it('are told once ten members share theirs, and stay for a week', async () => {
    const { bot, ana: she } = await ana();
    await sharing(bot, 9, 5);
    await she.says('/lor-admin digest now');
    expect(post(bot)).toBeUndefined();
    await sharing(bot, 1, 0, 9);
    await bot.playTo('2027-08-30 10:00');
    expect(post(bot)).toBe('Of at least 10 members here who share figures, 33 to 67 % have asked all their writers.');
    await sharing(bot, 10, 10, 20);
    await she.says('/lor-admin digest now');
    expect(post(bot)).toContain('at least 10 members');
    await bot.playTo('2027-09-06 10:00');
    expect(post(bot)).toBe('Of at least 20 members here who share figures, 60 to 80 % have asked all their writers.');
  });

  it('stay as they were when one member went on', async () => {
    const { bot } = await ana();
    await sharing(bot, 10, 3);
    await bot.playTo('2027-08-30 10:00');
    const before = post(bot);
    expect(before).toContain('0 to 33 %');
    await bot.as('member9').in('#letters').says('/lor next chen');
    await bot.playTo('2027-09-06 10:00');
    expect(post(bot)).toBe(before);
  });

  it('count nobody who did not say so, took it back, has no letters, or uses the bot elsewhere', async () => {
    const { bot, ana: she } = await ana();
    await sharing(bot, 9, 9);
    await bot.as('silent').in('#letters').says('/lor add Dr. Chen');
    await bot.as('empty').in('#letters').says('/lor settings cohort:yes');
    await sharing(bot, 1, 1, 50, 'W2');
    await she.says('/lor-admin digest now');
    expect(post(bot)).toBeUndefined();
    await sharing(bot, 1, 1, 60);
    await bot.as('member60').in('#letters').says('/lor settings cohort:no');
    await bot.playTo('2027-08-30 10:00');
    expect(post(bot)).toBeUndefined();
    expect(bot.counts()).toMatchObject({ cohort_figures: 0, cohort_answers: 0 });
  });

  it('stand only in a digest that wants them, and a preview makes no new ones', async () => {
    const { bot, ana: she } = await ana();
    await she.says('/lor-admin digest add 0 10 * * MON');
    await sharing(bot, 10, 5);
    expect((await she.says('/lor-admin digest preview 1')).text).not.toMatch(figures);
    expect(bot.counts()).toMatchObject({ cohort_figures: 0 });
    await she.says('/lor-admin digest now 2');
    expect(post(bot)).toBeUndefined();
    await she.says('/lor-admin digest now 1');
    expect(post(bot)).toMatch(figures);
    expect((await she.says('/lor-admin digest preview 1')).text).toMatch(figures);
  });

  it('forget a member who is deleted', async () => {
    const { bot, ana: she } = await ana();
    await sharing(bot, 10, 5);
    await she.says('/lor-admin digest now');
    expect(bot.counts()).toMatchObject({ cohort_answers: 10 });
    await bot.as('member3').in('#letters').says('/lor data erase DELETE');
    expect(bot.counts()).toMatchObject({ cohort_answers: 9 });
  });

  it('are off until a member says otherwise, and the settings, the privacy text and an export say it', async () => {
    const { bot } = await ana();
    const maya = bot.as('maya').in('#letters');
    expect((await maya.says('/lor settings')).text).toContain('Counted in group figures: no');
    expect((await maya.says('/lor settings cohort:yes')).text).toContain('Counted in group figures: yes');
    expect((await maya.says('/lor privacy')).text).toContain('/lor settings cohort:yes');
    const exported = await maya.says('/lor data export');
    const bytes =
      'reply' in exported
        ? exported.reply.blocks.flatMap((block) =>
            block.kind === 'file' ? [Buffer.from(block.file.bytes).toString()] : [],
          )
        : [];
    expect(bytes.join()).toMatch(/"cohort": ?true/u);
  });
});
