import { describe, expect, it } from 'vitest';
import { formatMoment } from '../../../src/core/time.ts';
import { createClock } from '../../../src/delivery/clock.ts';
import { openTestBot, type TestBot, wall } from '../../support/bot.ts';
import { tryAgainIn } from '../../support/recording-adapter.ts';

/** What arrived, as `moment on the wall: first line`. */
function arrivals({ adapter }: TestBot, zone = 'America/New_York'): readonly string[] {
  return adapter.arrived.map(({ at, text }) => `${formatMoment(at, zone).slice(0, -11)}: ${text.split('\n')[0]}`);
}

describe('playing time forward', () => {
  it('sends everything that is due on the way, in its order', async () => {
    const bot = await openTestBot({ now: '2027-08-25 10:00' });
    const ana = bot.as('ana').admin().in('#deadlines');
    await ana.says('/lor-admin digest add 0 9 * * MON zone:new york');
    await ana.says('/lor-admin digest add 30 8 1 * * zone:new york');
    await bot.as('maya').says('/lor remind on');
    await bot.as('maya').says('/lor add Dr. Chen due:"2027-09-15"');
    await bot.playTo('2027-09-06 12:00');
    expect(arrivals(bot)).toEqual([
      'Thu 26 Aug 2027, 09:00: A letter needs you',
      'Mon 30 Aug 2027, 09:00: Deadlines ahead',
      'Wed 1 Sep 2027, 08:30: Deadlines ahead',
      'Mon 6 Sep 2027, 09:00: Deadlines ahead',
    ]);
    expect(bot.clock.now()).toBe(wall('2027-09-06 12:00'));
  });

  it('keeps nine o’clock on the wall across the change of clocks in November 2027', async () => {
    const bot = await openTestBot({ now: '2027-11-05 10:00' });
    await bot.as('ana').admin().in('#deadlines').says('/lor-admin digest add 0 9 * * * zone:new york');
    await bot.playTo('2027-11-09 10:00');
    expect(arrivals(bot)).toEqual(
      ['Sat 6', 'Sun 7', 'Mon 8', 'Tue 9'].map((day) => `${day} Nov 2027, 09:00: Deadlines ahead`),
    );
    expect(bot.adapter.arrived.map(({ at }) => at.slice(11, 16))).toEqual(['13:00', '14:00', '14:00', '14:00']);
  });

  it('includes what is due at the very moment that it is played to', async () => {
    const bot = await openTestBot({ now: '2027-08-25 10:00' });
    await bot.as('ana').admin().in('#deadlines').says('/lor-admin digest add 0 9 * * * zone:new york');
    await bot.playTo('2027-08-26 09:00');
    expect(arrivals(bot)).toEqual(['Thu 26 Aug 2027, 09:00: Deadlines ahead']);
  });

  it('stops where a message asked to be tried again', async () => {
    const bot = await openTestBot({ now: '2027-08-25 10:00' });
    await bot.as('ana').admin().in('#deadlines').says('/lor-admin digest add 0 9 * * MON zone:new york');
    bot.adapter.next(tryAgainIn(5 * 60_000));
    await bot.playTo('2027-08-30 18:00');
    expect(arrivals(bot)).toEqual(['Mon 30 Aug 2027, 09:05: Deadlines ahead']);
  });

  it('plays a season of twelve weeks with every digest in it', async () => {
    const bot = await openTestBot({ now: '2027-08-25 10:00' });
    await bot.as('ana').admin().in('#deadlines').says('/lor-admin digest add 0 9 * * MON zone:new york');
    await bot.playTo('2027-11-17 10:00');
    expect(bot.adapter.arrived).toHaveLength(12);
    expect(bot.adapter.texts().filter((text) => text.includes('This comes late'))).toEqual([]);
  });
});

describe('a bot that was down', () => {
  it('posts one digest late and keeps a record of those that it missed', async () => {
    const bot = await openTestBot({ now: '2027-08-25 10:00' });
    await bot.as('ana').admin().in('#deadlines').says('/lor-admin digest add 0 9 * * * zone:new york');
    bot.clock.set(wall('2027-08-29 11:00'));
    await bot.restarts();
    expect(arrivals(bot)).toEqual(['Sun 29 Aug 2027, 11:00: Deadlines ahead']);
    expect(bot.adapter.texts()[0]).toContain('This comes late: it could not be posted in time.');
    const skipped = bot.rows("select key, reason from deliveries where state = 'skipped' order by key");
    expect(skipped.map((row) => `${String(row.key).slice(-10)} ${String(row.reason)}`)).toEqual([
      '2027-08-26 missed while the bot was down',
      '2027-08-27 missed while the bot was down',
      '2027-08-28 missed while the bot was down',
    ]);
  });

  it('does not post what is half a day old; the next one says the same', async () => {
    const bot = await openTestBot({ now: '2027-08-25 10:00' });
    await bot.as('ana').admin().in('#deadlines').says('/lor-admin digest add 0 9 * * * zone:new york');
    bot.clock.set(wall('2027-08-26 21:30'));
    await bot.restarts();
    expect(bot.adapter.arrived).toHaveLength(0);
    await bot.playTo('2027-08-27 09:00');
    expect(arrivals(bot)).toEqual(['Fri 27 Aug 2027, 09:00: Deadlines ahead']);
  });
});

describe('the clock', () => {
  it('goes with the real time until it is set, and back to it only forward', () => {
    let real = Date.parse('2027-08-25T13:00:00.000Z');
    const clock = createClock(
      () => real,
      () => 7,
    );
    expect(clock.now()).toBe('2027-08-25T13:00:00.000Z');
    clock.set('2027-09-01T00:00:00.000Z');
    real += 60_000;
    expect(clock.now()).toBe('2027-09-01T00:00:00.000Z');
    expect([clock.release(), clock.now()]).toEqual([false, '2027-09-01T00:00:00.000Z']);
    real = Date.parse('2027-09-01T00:00:01.000Z');
    expect([clock.release(), clock.now()]).toEqual([true, '2027-09-01T00:00:01.000Z']);
    expect(clock.monotonic()).toBe(7);
  });
});
