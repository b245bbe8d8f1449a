import { describe, expect, it } from 'vitest';
import { receivePresence } from '../../../adapters/discord/receive.ts';
import type { Instant } from '../../../src/core/time.ts';
import { guild, openDiscordBot } from '../../support/discord-bot.ts';

const now: Instant = '2027-09-01T12:00:00.000Z';
const soon: Instant = '2027-09-29T12:00:00.000Z';
const muchLater: Instant = '2027-11-01T12:00:00.000Z';

/** The bot in a server, with a letter of maya's. */
async function withLetter() {
  const bot = await openDiscordBot();
  const writer = { name: 'name', type: 3, value: 'Dr. Chen' };
  await bot.runs('maya', 'lor', [{ name: 'add', type: 1, options: [writer] }]);
  const keepsIt = async () => {
    const { text } = await bot.runs('maya', 'lor', [{ name: 'list', type: 1 }]);
    expect(text).toMatch(/Dr\.Chen|donottrackanyletters/u);
    return text.includes('Dr.Chen');
  };
  return { ...bot, keepsIt };
}

const server = { id: guild, name: 'Match 2028', channels: [], threads: [], members: [], roles: [], emojis: [] };

describe('a server that removes the bot', () => {
  it('C7: takes its members’ letters along, thirty days later', async () => {
    const { fake, hears, keepsIt, playTo, log } = await withLetter();
    fake.state.removedFrom.add(guild);
    await hears('GUILD_DELETE', { id: guild });
    expect(log.map(({ message }) => message)).toContain('the bot was removed from a community');
    await playTo(soon);
    await playTo(muchLater);
    expect(await keepsIt()).toBe(false);
  });

  it('keeps them when it takes the bot back in time', async () => {
    const { fake, hears, keepsIt, playTo } = await withLetter();
    fake.state.removedFrom.add(guild);
    await hears('GUILD_DELETE', { id: guild });
    await playTo(soon);
    fake.state.removedFrom.delete(guild);
    await hears('GUILD_CREATE', server);
    await playTo(muchLater);
    expect(await keepsIt()).toBe(true);
  });

  it('C7: is not one that an outage makes unavailable, however long', async () => {
    const { fake, hears, keepsIt, playTo, log } = await withLetter();
    fake.state.outages.add(guild);
    await hears('GUILD_DELETE', { id: guild, unavailable: true });
    await playTo(soon);
    await playTo(muchLater);
    expect(log.map(({ message }) => message)).not.toContain('the bot was removed from a community');
    expect(await keepsIt()).toBe(true);
  });

  it('C7: loses nothing while Discord cannot say whether the bot is still away', async () => {
    const { fake, hears, keepsIt, playTo } = await withLetter();
    await hears('GUILD_DELETE', { id: guild });
    fake.state.outages.add(guild);
    await playTo(muchLater);
    fake.state.outages.delete(guild);
    expect(await keepsIt()).toBe(true);
  });

  it('is noticed within a day when the bot was not running', async () => {
    const { fake, playTo, keepsIt } = await withLetter();
    fake.state.removedFrom.add(guild);
    await playTo('2027-09-02T12:00:00.000Z');
    await playTo('2027-10-01T11:00:00.000Z');
    await playTo('2027-10-03T12:00:00.000Z');
    expect(await keepsIt()).toBe(false);
  });
});

describe('an event of a server', () => {
  const told = { platform: 'discord', workspace: guild, at: now };

  it('says that the bot came or went', () => {
    expect(receivePresence('GUILD_CREATE', server, now)).toEqual({ ...told, present: true });
    expect(receivePresence('GUILD_DELETE', { id: guild }, now)).toEqual({ ...told, present: false });
    expect(receivePresence('GUILD_DELETE', { id: guild, unavailable: false }, now)).toEqual({
      ...told,
      present: false,
    });
  });

  it.each([
    ['an outage', 'GUILD_DELETE', { id: guild, unavailable: true }],
    ['a server that an outage still holds', 'GUILD_CREATE', { id: guild, unavailable: true }],
    ['a change of the server', 'GUILD_UPDATE', server],
    ['no id', 'GUILD_DELETE', {}],
    ['an id that is none', 'GUILD_DELETE', { id: 'x' }],
    ['nothing', 'GUILD_DELETE', null],
  ])('says nothing of that where it is %s', (_, event, data) => {
    expect(receivePresence(event, data, now)).toBeUndefined();
  });
});
