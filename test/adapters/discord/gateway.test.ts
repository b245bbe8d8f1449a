import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../src/core/time.ts';
import { connected, createTestDispatch, createTestSleep, saying, startAdapter } from '../../support/discord-adapter.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';
import { emptyStore } from '../../support/empty-store.ts';
import { createTestClock } from '../../support/test-clock.ts';

const maya = { id: '200000000000000001', username: 'maya' };
const direct = '300000000000000002';

/** A question in the DM with the bot. */
const question = (number: number) => ({
  ...{ id: String(500_000_000_000_000_000n + BigInt(number)), type: 0, channel_id: direct, author: maya },
  content: 'how many letters?',
});

/** Taking up a session again may be thrown back by a second or five, by Discord's own rules for clients. */
const patience = { timeout: 20_000 };

describe('C6: the session at the gateway', () => {
  async function setUp(heartbeat?: number) {
    const fake = await startDiscordFake({ ...(heartbeat !== undefined && { heartbeat }) });
    fake.state.channels.set(direct, undefined);
    const { asked, dispatch } = createTestDispatch(() => saying('three or four'));
    const { adapter } = await startAdapter(fake, dispatch);
    await connected(adapter);
    return { fake, asked, adapter };
  }

  it.each([
    ['breaks', (fake: { disconnect(code: number): void }) => fake.disconnect(4000)],
    ['is to be made anew, as Discord asks', (fake: { reconnect(): void }) => fake.reconnect()],
  ])('is taken up again when the connection %s, and what was asked meanwhile is answered once', async (_, ends) => {
    const { fake, asked, adapter } = await setUp();
    fake.dispatch('MESSAGE_CREATE', question(1));
    await expect.poll(() => asked.length).toBe(1);
    ends(fake as never);
    fake.dispatch('MESSAGE_CREATE', question(2));
    await expect.poll(() => fake.resumed(), patience).toBe(1);
    await expect.poll(() => asked.map(({ delivery }) => delivery)).toEqual([question(1).id, question(2).id]);
    await expect.poll(() => adapter.health()).toEqual({ up: true });
    expect(fake.intents()).toHaveLength(1);
  });

  it('is begun anew when Discord knows it no more', async () => {
    const { fake, asked, adapter } = await setUp();
    fake.invalidate(false);
    await expect.poll(() => fake.intents().length, patience).toBe(2);
    await expect.poll(() => adapter.health()).toEqual({ up: true });
    fake.dispatch('MESSAGE_CREATE', question(3));
    await expect.poll(() => asked.length).toBe(1);
    expect(fake.resumed()).toBe(0);
  });

  it('is taken up over another connection when heartbeats find no answer', async () => {
    const { fake, asked, adapter } = await setUp(200);
    fake.falls();
    await expect.poll(() => fake.resumed(), patience).toBe(1);
    await expect.poll(() => adapter.health()).toEqual({ up: true });
    fake.dispatch('MESSAGE_CREATE', question(4));
    await expect.poll(() => asked.length).toBe(1);
  });
});

describe('a bot in so many servers that Discord wants several connections', () => {
  it('makes them all, hears through each, and says which is missing', async () => {
    const fake = await startDiscordFake({ shards: 3 });
    fake.state.channels.set(direct, undefined);
    const { asked, dispatch } = createTestDispatch(() => saying('three or four'));
    const { adapter } = await startAdapter(fake, dispatch);
    await connected(adapter);
    expect(fake.intents()).toHaveLength(3);
    for (const shard of [0, 1, 2]) fake.toShard(shard, 'MESSAGE_CREATE', question(10 + shard));
    await expect.poll(() => asked.map(({ delivery }) => delivery)).toEqual([10, 11, 12].map((one) => question(one).id));
    fake.breakShard(1, 4000);
    await expect
      .poll(() => adapter.health().reason)
      .toBe('1 of 3 connections: the connection was lost and is being made again');
    await expect.poll(() => adapter.health(), patience).toEqual({ up: true });
  });

  it('does not log in when Discord has no logins left for them, and waits for as long as it says', async () => {
    const fake = await startDiscordFake({ shards: 3, loginsLeft: 2 });
    const { dispatch } = createTestDispatch(() => saying('hello'));
    const time = createTestSleep();
    const { adapter } = await startAdapter(fake, dispatch, { sleep: time.sleep });
    await expect.poll(() => adapter.health().reason).toMatch(/no further login/u);
    expect(time.asked).toEqual([3_600_000]);
    expect(fake.intents()).toEqual([]);
  });
});

describe('C5: a bot that something starts again every half minute, two hundred times', () => {
  const budget = 1_000 / 20;

  async function crashes(token: string | undefined) {
    const fake = await startDiscordFake();
    const clock = createTestClock('2027-09-01T00:00:00.000Z' as Instant);
    const kept = new Map<string, string>();
    const store = {
      ...emptyStore,
      get: async (tenant: string, name: string) => kept.get(`${tenant} ${name}`),
      set: async (tenant: string, name: string, value: string) => void kept.set(`${tenant} ${name}`, value),
    };
    const { dispatch } = createTestDispatch(() => saying('hello'));
    const asks = () => fake.requests.filter(({ path }) => path === '/gateway/bot').length;
    let reason: string | undefined;
    for (let start = 0; start < 200; start += 1) {
      clock.set(new Date(Date.parse('2027-09-01T00:00:00.000Z') + start * 30_000).toISOString() as Instant);
      const { sleep } = createTestSleep();
      const { adapter } = await startAdapter({ ...fake, token: token ?? fake.token }, dispatch, {
        store,
        clock,
        sleep,
      });
      // Until it is clear what becomes of it: it is up, or says why not.
      await expect.poll(() => adapter.health(), { interval: 2 }).not.toMatchObject({ reason: 'not connected yet' });
      ({ reason } = adapter.health() as { reason?: string });
      await adapter.stop();
    }
    return { asked: asks(), identified: fake.intents().length, reason };
  }

  it('with a good token logs in less often than a twentieth of what Discord allows, and says why it waits', async () => {
    const { identified, reason } = await crashes(undefined);
    expect(identified).toBeGreaterThan(20);
    expect(identified).toBeLessThan(budget);
    expect(reason).toContain('something starts the bot again and again');
  }, 120_000);

  it('with a bad one never logs in, asks once a start, and says that it is the token', async () => {
    const { asked, identified, reason } = await crashes('wrong');
    expect({ asked, identified }).toEqual({ asked: 200, identified: 0 });
    expect(reason).toContain('check DISCORD_TOKEN');
  }, 120_000);
});
