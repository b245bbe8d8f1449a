import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/core/platform.ts';
import { openTestBot, type TestBot } from '../../support/bot.ts';

const start = '2027-08-25 09:00';

/** The platform takes the bot out of a workspace, or puts it back, and says so. */
async function platformPuts(bot: TestBot, way: 'out of' | 'into', workspace: string): Promise<void> {
  bot.adapter.takes(way, workspace);
  await hears(bot, way, workspace);
}

function hears(bot: TestBot, way: 'out of' | 'into', workspace: string): Promise<boolean> {
  const { name: platform, dispatch } = bot.adapter;
  return dispatch.presence({ platform, workspace, present: way === 'into', at: bot.clock.now() });
}

const removed = (bot: TestBot, workspace = 'W1') => platformPuts(bot, 'out of', workspace);
const back = (bot: TestBot, workspace = 'W1') => platformPuts(bot, 'into', workspace);

/** A workspace with all that a community and its members can have; every word of theirs has a mark. */
async function withEverything(bot: TestBot): Promise<void> {
  const ana = bot.as('Qzx7ana').admin().in('#qzx7deadlines');
  await ana.says('/lor-admin deadline add Qzx7letters date:"sep 22"');
  await ana.says('/lor-admin digest add 0 9 * * MON');
  await ana.says('/lor-admin channel mode:off');
  await ana.says('/lor-admin role grant user:@qzx7cora role:curator');
  await ana.says('/lor-admin answer add title:"Qzx7parking" question:"Qzx7where to park?" text:"Behind Qzx7house."');
  const maya = bot.as('Qzx7maya').in('#qzx7help');
  await maya.says('/lor add Dr. Qzx7chen kind:attending due:"sep 23" met:"Qzx7met"');
  await maya.says('/lor writer add Dr. Qzx7silva email:qzx7silva@hospital.org notes:"Qzx7notes"');
  await maya.says('/lor remind on');
  await maya.says('/lor share with @qzx7adviser');
  await maya.says('/lor suggest question:"Qzx7question?" text:"Qzx7answer"');
  await maya.says('/lor vote reuse-letter helped:no');
}

describe('a community that removed the bot', () => {
  it('is gone after thirty days with its members, to the last byte, and a log that counts', async () => {
    const bot = await openTestBot({ now: start });
    await withEverything(bot);
    expect(bot.bytes().toString('latin1')).toContain('Qzx7chen');
    await removed(bot);
    await bot.playTo('2027-09-25 09:30');
    expect(bot.rows('select * from members')).toEqual([]);
    expect(bot.rows('select * from communities')).toEqual([]);
    expect(Object.entries(bot.counts()).filter(([, count]) => count > 0)).toEqual([]);
    expect(bot.bytes().toString('latin1').toLowerCase()).not.toContain('qzx7');
    const told = bot.log.filter(({ message }) => message.startsWith('a community was deleted'));
    expect(told.map(({ fields }) => fields)).toEqual([{ platform: 'slack', count: 2 }]);
    expect(JSON.stringify(bot.log)).not.toMatch(/qzx7|W1/iu);
  });

  it('keeps everything for thirty days', async () => {
    const bot = await openTestBot({ now: start });
    await withEverything(bot);
    const before = bot.rows('select id from letters');
    await removed(bot);
    await bot.playTo('2027-09-24 08:00');
    expect(bot.rows('select id from letters')).toEqual(before);
    expect(bot.rows('select name from deadlines')).toHaveLength(1);
  });

  it('keeps everything for good when it puts the bot back within them', async () => {
    const bot = await openTestBot({ now: start });
    await withEverything(bot);
    await removed(bot);
    await bot.playTo('2027-09-23 09:00');
    await back(bot);
    await bot.playTo('2027-12-24 09:00');
    expect((await bot.as('Qzx7maya').says('/lor list')).text).toContain('Qzx7chen');
    expect(bot.rows('select name from deadlines')).toHaveLength(1);
  });

  it('keeps everything when the bot was put back while nobody could tell it', async () => {
    const bot = await openTestBot({ now: start });
    await withEverything(bot);
    await removed(bot);
    await bot.playTo('2027-09-10 09:00');
    bot.adapter.takes('into', 'W1');
    bot.clock.set('2027-12-24T14:00:00.000Z');
    await bot.restarts();
    expect(bot.rows('select left_at from communities')).toEqual([{ left_at: null }]);
    expect((await bot.as('Qzx7maya').says('/lor list')).text).toContain('Qzx7chen');
  });

  it('counts as there again when somebody uses the bot in it, even in vain', async () => {
    const bot = await openTestBot({ now: start });
    await withEverything(bot);
    await hears(bot, 'out of', 'W1');
    await bot.as('Qzx7ben').says('/lor show nobody');
    expect(bot.rows('select left_at from communities')).toEqual([{ left_at: null }]);
  });

  it('is found out by asking when nobody told, and is gone thirty days later', async () => {
    const bot = await openTestBot({ now: start });
    await withEverything(bot);
    bot.adapter.takes('out of', 'W1');
    await bot.playTo('2027-09-01 09:00');
    expect(bot.rows('select id from communities where left_at is not null')).toHaveLength(1);
    await bot.playTo('2027-10-05 09:00');
    expect(bot.rows('select * from communities')).toEqual([]);
  });

  it('keeps everything while the platform cannot be asked', async () => {
    const bot = await openTestBot({ now: start });
    await withEverything(bot);
    await removed(bot);
    bot.adapter.takes('out of reach of', 'W1');
    await bot.playTo('2027-12-24 09:00');
    expect(bot.rows('select name from writers')).toHaveLength(2);
    bot.adapter.takes('out of', 'W1');
    await bot.playTo('2027-12-25 09:00');
    expect(bot.rows('select name from writers')).toEqual([]);
  });

  it('leaves another community and its members as they were', async () => {
    const bot = await openTestBot({ now: start });
    await withEverything(bot);
    const ben = bot.as('ben').of('W2');
    await ben.admin().in('#b').says('/lor-admin deadline add Theirs date:"sep 22"');
    await ben.says('/lor add Dr. Novak');
    const shown = (await ben.says('/lor show novak')).text;
    await removed(bot);
    await bot.playTo('2027-09-25 09:30');
    expect(bot.rows('select workspace from communities')).toEqual([{ workspace: 'W2' }]);
    expect(bot.rows('select name from deadlines')).toEqual([{ name: 'Theirs' }]);
    expect(shown).toContain('Dr. Novak');
    expect((await ben.says('/lor show novak')).text.split('\n')[0]).toBe(shown.split('\n')[0]);
  });
});

describe('a member on a platform where one account is in many communities', () => {
  const platform: Platform = 'discord';

  it('keeps letters while one of them has the bot, and loses them with the last', async () => {
    const bot = await openTestBot({ now: start, platform });
    const maya = bot.as('maya').of('');
    await maya.at('G1').says('/lor add Dr. Chen');
    await maya.at('G2').says('/lor add Dr. Silva');
    await removed(bot, 'G1');
    await bot.playTo('2027-09-25 09:30');
    expect((await maya.at('G2').says('/lor list')).text).toContain('Dr. Chen');
    expect(bot.rows('select workspace from communities')).toEqual([{ workspace: 'G2' }]);
    await removed(bot, 'G2');
    await bot.playTo('2027-10-26 09:30');
    expect(bot.rows('select * from letters')).toEqual([]);
  });

  it('keeps them when they also use the bot outside of every community', async () => {
    const bot = await openTestBot({ now: start, platform });
    const maya = bot.as('maya').of('');
    await maya.at('G1').says('/lor add Dr. Chen');
    await maya.outside().says('/lor add Dr. Silva');
    await removed(bot, 'G1');
    await bot.playTo('2027-12-25 09:30');
    expect((await maya.outside().says('/lor list')).text).toContain('Dr. Chen');
  });

  it('keeps them when a community goes in which they changed nothing', async () => {
    const bot = await openTestBot({ now: start, platform });
    const maya = bot.as('maya').of('');
    await maya.at('G1').says('/lor add Dr. Chen');
    await maya.at('G2').says('/lor list');
    await removed(bot, 'G2');
    await bot.playTo('2027-12-25 09:30');
    expect((await maya.at('G1').says('/lor list')).text).toContain('Dr. Chen');
  });
});
