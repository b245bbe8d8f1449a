import { describe, expect, it } from 'vitest';
import { paragraph, reply } from '../../../src/core/reply.ts';
import { connected, createTestDispatch, createTestSleep, saying, startAdapter } from '../../support/discord-adapter.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';
import { emptyStore } from '../../support/empty-store.ts';

const { dispatch } = createTestDispatch(() => saying('hello'));
const channel = { kind: 'channel', platform: 'discord', workspace: '1', channel: '300000000000000001' } as const;
const about = { key: 'k', inDoubt: false, zone: 'UTC' } as const;
/** The intents that Discord gives only to those who ask for them by hand. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);
const asks = (path: string) => path === '/gateway/bot';

describe('the connection to Discord', () => {
  it('is up once Discord has said so', async () => {
    const { adapter } = await startAdapter(await startDiscordFake(), dispatch);
    expect(adapter.health()).toEqual({ up: false, reason: 'not connected yet' });
    await connected(adapter);
  });

  it('C4: with a wrong token is red for good, tried once, and holds messages back', async () => {
    const fake = await startDiscordFake();
    const time = createTestSleep();
    const { adapter, log } = await startAdapter({ ...fake, token: 'wrong' }, dispatch, { sleep: time.sleep });
    await expect.poll(() => adapter.health().reason).toMatch(/check DISCORD_TOKEN/u);
    time.pass();
    expect(fake.requests.filter(({ path }) => asks(path))).toHaveLength(1);
    expect(time.asked).toEqual([]);
    expect(await adapter.send(channel, reply(paragraph(['hello'])), about)).toMatchObject({ kind: 'retry' });
    expect(log.map(({ level }) => level)).toEqual(['info', 'error']);
    expect(JSON.stringify(log)).not.toContain('wrong');
  });

  it('that cannot be made is tried again, ever more slowly', async () => {
    const fake = await startDiscordFake();
    const time = createTestSleep();
    for (let times = 0; times < 2; times += 1) fake.next('GET /gateway/bot', { status: 500, body: {} });
    const { adapter } = await startAdapter(fake, dispatch, { sleep: time.sleep });
    await expect.poll(() => time.asked).toEqual([5_000]);
    expect(adapter.health()).toEqual({ up: false, reason: 'the login failed (Discord answered 500)' });
    time.pass();
    await expect.poll(() => time.asked).toEqual([5_000, 10_000]);
    time.pass();
    await connected(adapter);
  });

  it('to a server that is not there does not end the process', async () => {
    const fake = await startDiscordFake();
    await fake.close();
    const { adapter } = await startAdapter(fake, dispatch);
    await expect.poll(() => adapter.health().reason).toBe('the login failed (ECONNREFUSED)');
  });

  it('that breaks is made again', async () => {
    const fake = await startDiscordFake();
    const { adapter, log } = await startAdapter(fake, dispatch);
    await connected(adapter);
    fake.disconnect(4009);
    await expect
      .poll(() => log.map(({ fields }) => fields.reason))
      .toContain('the connection was lost and is being made again');
    await expect.poll(() => adapter.health(), { timeout: 10_000 }).toEqual({ up: true });
  });

  it('that Discord closes because of the intents stays closed, with the reason', async () => {
    const fake = await startDiscordFake();
    const { adapter } = await startAdapter(fake, dispatch);
    await connected(adapter);
    fake.disconnect(4014);
    await expect.poll(() => adapter.health()).toEqual({ up: false, reason: 'Discord does not allow the intents' });
  });

  it('can be given up while it is being made', async () => {
    const fake = await startDiscordFake();
    fake.next('GET /gateway/bot', 'silence');
    const asked = fake.request(({ path }) => asks(path));
    const { adapter } = await startAdapter(fake, dispatch);
    await asked;
    await adapter.stop();
    expect(adapter.health()).toEqual({ up: false, reason: 'stopped' });
  });

  it('C5: waits once there were thirty in a day, counted across restarts', async () => {
    const fake = await startDiscordFake();
    let kept = Array.from({ length: 29 }, () => '2027-09-01T02:00:00Z').join(' ');
    const store = {
      ...emptyStore,
      get: async () => kept,
      async set(_: string, __: string, value: string) {
        kept = value;
      },
    };
    const first = await startAdapter(fake, dispatch, { store });
    await connected(first.adapter);
    const time = createTestSleep();
    const second = await startAdapter(fake, dispatch, { store, sleep: time.sleep });
    await expect.poll(() => second.adapter.health().reason).toMatch(/many logins/u);
    expect(time.asked).toEqual([80 * 60_000]);
  });

  it('asks for no privileged intent', async () => {
    const fake = await startDiscordFake();
    const { adapter, log } = await startAdapter(fake, dispatch);
    await connected(adapter);
    expect(fake.intents()).toHaveLength(1);
    expect((fake.intents()[0] ?? 0) & privileged).toBe(0);
    expect(log[0]).toMatchObject({ message: 'intents', fields: { reason: expect.stringContaining('none of them') } });
  });

  it('asks for the text of all messages where channels are read, and says so', async () => {
    const fake = await startDiscordFake();
    const { adapter, log } = await startAdapter(fake, dispatch, { readChannels: true });
    await connected(adapter);
    expect((fake.intents()[0] ?? 0) & privileged).toBe(1 << 15);
    const reason = expect.stringMatching(/Message Content .* LORBOT_READ_CHANNELS/u);
    expect(log[0]).toMatchObject({ level: 'info', message: 'intents', fields: { reason } });
    fake.disconnect(4014);
    await expect.poll(() => adapter.health().reason).toMatch(/switch on Message Content Intent/u);
  });
});
