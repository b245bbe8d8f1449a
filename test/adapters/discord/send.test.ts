import type { REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createRest } from '../../../adapters/discord/api.ts';
import { findMessage } from '../../../adapters/discord/history.ts';
import { createSends, nonceOf } from '../../../adapters/discord/send.ts';
import { createProgress } from '../../../src/core/arrival.ts';
import type { Target } from '../../../src/core/ports.ts';
import { paragraph, type Reply, reply } from '../../../src/core/reply.ts';
import type { Instant } from '../../../src/core/time.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';
import type { DiscordFakeOptions, Fate } from '../../support/discord-server.ts';

const maya = '200000000000000001';
const dm: Target = { kind: 'dm', account: { platform: 'discord', workspace: '', user: maya } };
const letters = '300000000000000001';
const guild = '400000000000000001';
const channel: Target = { kind: 'channel', platform: 'discord', workspace: guild, channel: letters };
const about = { key: 'nudge:maya:1', inDoubt: false, zone: 'UTC' } as const;
const hello = reply(paragraph(['@everyone, three letters are due']));
const long: Reply = reply(...Array.from({ length: 120 }, (_, at) => paragraph([`${at} ${'word '.repeat(15)}`])));

async function setUp(options: DiscordFakeOptions = {}, token = 'fake-token') {
  const fake = await startDiscordFake(options);
  fake.state.channels.set(letters, guild);
  const slept: number[] = [];
  const refused: string[] = [];
  const progress = createProgress(10);
  const rest = createRest(token, fake.apiUrl);
  const sendsOver = (api: REST) =>
    createSends({
      rest: api,
      progress,
      sleep: async (milliseconds) => void slept.push(milliseconds),
      tokenRefused: () => refused.push('refused'),
      filesRefused: (reason) => refused.push(reason),
    });
  /** As a bot does that was restarted, which remembers nothing. */
  const find = (key: string, since: string, direct = false, known = createProgress(10)) =>
    findMessage(rest, { channel: letters, direct, bot: fake.bot, progress: known }, key, since as Instant);
  /** The library remembers a rate limit; another one of it stands for the time after that. */
  const afterTheWait = () => sendsOver(createRest(token, fake.apiUrl));
  return { fake, sends: sendsOver(rest), afterTheWait, slept, refused, find, progress };
}

const posts = (path: string) => `POST /channels/${path}`;

describe('a message that nobody asked for', () => {
  it('C8 C9: goes to a DM that is opened for it, pings nobody, and has a nonce that follows from its key', async () => {
    const { fake, sends } = await setUp();
    const sent = await sends.send(dm, hello, about);
    const [opened, created] = fake.requests;
    expect(opened).toMatchObject({ path: '/users/@me/channels', body: { recipient_id: maya } });
    expect(created?.body).toMatchObject({
      allowed_mentions: { parse: [] },
      nonce: nonceOf(about.key, 1, 1),
      enforce_nonce: true,
    });
    expect(nonceOf(about.key, 100, 999).length).toBeLessThanOrEqual(25);
    expect(sent).toEqual({ kind: 'sent', ref: `200000000000000002/${fake.state.messages[0]?.id}` });
  });

  it('C9: is there once when it is sent twice', async () => {
    const { fake, sends } = await setUp();
    const first = await sends.send(channel, hello, about);
    expect(await sends.send(channel, hello, about)).toEqual(first);
    expect(fake.state.messages).toHaveLength(1);
  });

  it('C9: is found in the history once Discord has forgotten its nonce', async () => {
    let milliseconds = Date.parse('2027-09-01T12:00:00Z');
    const { fake, sends, find } = await setUp({ now: () => milliseconds });
    const first = await sends.send(channel, hello, about);
    milliseconds += 60 * 60_000;
    expect(await find(about.key, '2027-09-01T11:59:00.000Z')).toMatchObject({
      kind: 'found',
      ...(first.kind === 'sent' && { ref: first.ref }),
    });
    await sends.send(channel, hello, about);
    expect(fake.state.messages).toHaveLength(2);
  });

  it('C9 D18: that is too long comes in parts, each with a nonce of its own', async () => {
    const { fake, sends } = await setUp();
    await sends.send(channel, long, about);
    expect(fake.state.messages.length).toBeGreaterThan(1);
    expect(new Set(fake.state.messages.map(({ nonce }) => nonce)).size).toBe(fake.state.messages.length);
  });

  it('waits between its parts when Discord asks for it', async () => {
    const { fake, sends, slept } = await setUp();
    fake.next(posts(letters), { status: 200, body: { id: '1' } });
    fake.next(posts(letters), { status: 429, headers: { 'retry-after': '2' }, body: {} });
    expect(await sends.send(channel, long, about)).toEqual({ kind: 'sent', ref: `${letters}/1` });
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeGreaterThanOrEqual(2_000);
  });

  it('D19: does not wait for long: it comes again later and brings only the rest', async () => {
    const { fake, sends, afterTheWait, slept } = await setUp();
    fake.next(posts(letters), 'pass');
    fake.next(posts(letters), { status: 429, headers: { 'retry-after': '3600' }, body: {} });
    const held = await sends.send(channel, long, about);
    expect(held.kind === 'retry' && held.milliseconds).toBeGreaterThanOrEqual(3_600_000);
    expect([slept, fake.state.messages.length]).toEqual([[], 1]);
    const ref = `${letters}/${fake.state.messages[0]?.id}`;
    expect(await afterTheWait().send(channel, long, about)).toEqual({ kind: 'sent', ref });
    const tried = fake.requests.flatMap(({ method, body }) => (method === 'POST' ? [String(body.nonce)] : []));
    const parts = tried.map((nonce) => Number(nonce.split('.')[1]));
    expect(parts).toEqual([1, 2, ...fake.state.messages.slice(1).map((_, index) => index + 2)]);
  });

  it('to a channel of another server is refused, as one to a channel that is not there', async () => {
    const { fake, sends } = await setUp();
    fake.state.channels.set('300000000000000002', '400000000000000002');
    const foreign: Target = { ...channel, channel: '300000000000000002' };
    expect(await sends.send(foreign, hello, about)).toMatchObject({ kind: 'refused' });
    expect(await sends.send({ ...channel, channel: '300000000000000009' }, hello, about)).toEqual({
      kind: 'refused',
      reason: 'the channel is gone',
    });
    expect(await sends.send({ ...channel, channel: '../../users/@me' }, hello, about)).toMatchObject({
      kind: 'refused',
    });
    expect(fake.state.messages).toEqual([]);
  });

  it('D14: to somebody who takes no direct messages is refused', async () => {
    const { fake, sends } = await setUp();
    fake.state.closed.add(maya);
    expect(await sends.send(dm, hello, about)).toEqual({
      kind: 'refused',
      reason: 'the person takes no direct messages from the bot',
      closed: true,
    });
  });

  it('that nothing can be seen of is refused', async () => {
    const { sends } = await setUp();
    expect(await sends.send(channel, reply(), about)).toMatchObject({ kind: 'refused' });
  });
});

describe('what a failed request means', () => {
  const code = (status: number, number: number): Fate => ({ status, body: { code: number, message: 'no' } });
  const wait = (retryAfter: string): Fate => ({ status: 429, headers: { 'retry-after': retryAfter }, body: 'busy' });

  it.each<[string, Fate, object]>([
    ['50001', code(403, 50001), { kind: 'refused' }],
    ['50007', code(403, 50007), { kind: 'refused', closed: true }],
    ['50013', code(403, 50013), { kind: 'refused' }],
    ['50278', code(400, 50278), { kind: 'refused', closed: true }],
    ['10003', code(404, 10003), { kind: 'refused' }],
    ['10013', code(404, 10013), { kind: 'refused' }],
    ['any other 403', code(403, 99999), { kind: 'refused' }],
    ['a body that breaks a rule', code(400, 50035), { kind: 'refused' }],
    ['direct messages too fast', code(400, 40003), { kind: 'retry', milliseconds: 60_000, holds: 'workspace' }],
    ['a channel in slow mode', code(400, 20016), { kind: 'retry', milliseconds: 60_000, holds: 'place' }],
    ['a 500', { status: 500, body: {} }, { kind: 'unsure' }],
    ['a 502 of a gateway', { status: 502, body: '<html>bad gateway</html>' }, { kind: 'unsure' }],
    ['an answer that cannot be read', { status: 200, body: '<html>' }, { kind: 'unsure' }],
    ['a code that nobody knows', code(404, 123456), { kind: 'unsure' }],
    ['a connection that breaks', 'drop', { kind: 'unsure' }],
    ['a wait that is no number', wait('soon'), { kind: 'retry', milliseconds: 60_000 }],
    ['a wait below nothing', wait('-5'), { kind: 'retry', milliseconds: 60_000 }],
  ])('D5 D7 D9: %s', async (_, fate, result) => {
    const { fake, sends } = await setUp();
    fake.next(posts(letters), fate);
    expect(await sends.send(channel, hello, about)).toMatchObject(result);
    expect(fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it.each([['0.5'], ['1'], ['7200']])('C10 D10: a rate limit of %s seconds: never earlier', async (seconds) => {
    const { fake, sends } = await setUp();
    fake.next(posts(letters), wait(seconds));
    const result = await sends.send(channel, hello, about);
    expect(result.kind).toBe('retry');
    if (result.kind === 'retry') expect(result.milliseconds).toBeGreaterThanOrEqual(Number(seconds) * 1_000);
  });

  it.each([
    ['that channel', {}, 'place'],
    ['everything', { 'x-ratelimit-global': 'true' }, 'platform'],
    ['that channel alone, where it is shared by all bots', { 'x-ratelimit-scope': 'shared' }, 'place'],
    ['that channel alone, where it is of this bot', { 'x-ratelimit-scope': 'user' }, 'place'],
  ])('C10 D10: a rate limit holds up %s', async (_, headers, holds) => {
    const { fake, sends } = await setUp();
    fake.next(posts(letters), { status: 429, headers: { 'retry-after': '2', ...headers }, body: {} });
    expect(await sends.send(channel, hello, about)).toMatchObject({ kind: 'retry', holds });
  });

  it('C10 D10: a rate limit on opening DMs holds up DMs', async () => {
    const { fake, sends } = await setUp();
    fake.next('POST /users/@me/channels', { status: 429, headers: { 'retry-after': '2' }, body: {} });
    expect(await sends.send(dm, hello, about)).toMatchObject({ kind: 'retry', holds: 'workspace' });
  });

  it('D6: a server that takes no connection: it has not left', async () => {
    const { fake, sends } = await setUp();
    await fake.close();
    expect(await sends.send(channel, hello, about)).toMatchObject({ kind: 'retry' });
  });

  it('a DM that may have been opened: no message has left', async () => {
    const { fake, sends } = await setUp();
    fake.next('POST /users/@me/channels', { status: 500, body: {} });
    expect(await sends.send(dm, hello, about)).toMatchObject({ kind: 'retry' });
  });

  it('C4: a token that Discord does not take: kept for later, said, and from then on nothing leaves', async () => {
    const { fake, sends, refused } = await setUp({}, 'wrong');
    expect(await sends.send(dm, hello, about)).toMatchObject({
      kind: 'retry',
      milliseconds: 900_000,
      holds: 'platform',
    });
    expect(refused).toEqual(['refused']);
    expect(await sends.send(dm, hello, about)).toMatchObject({ kind: 'retry' });
    expect(fake.requests).toHaveLength(1);
  });
});

describe('an edit', () => {
  it('C8: pings nobody either', async () => {
    const { fake, sends } = await setUp();
    const sent = await sends.send(channel, hello, about);
    const ref = sent.kind === 'sent' ? sent.ref : '';
    expect(await sends.edit(ref, reply(paragraph(['@here'])))).toEqual({ kind: 'sent', ref });
    expect(fake.requests.at(-1)).toMatchObject({ method: 'PATCH', body: { allowed_mentions: { parse: [] } } });
  });

  it('of a message that is gone is refused', async () => {
    const { sends } = await setUp();
    expect(await sends.edit(`${letters}/300000000000000077`, hello)).toMatchObject({ kind: 'refused' });
    expect(await sends.edit('nonsense', hello)).toMatchObject({ kind: 'refused' });
  });
});

describe('looking for a message', () => {
  const before = '2020-01-01T00:00:00Z';

  it('finds it by its nonce', async () => {
    const { sends, find } = await setUp();
    const sent = await sends.send(channel, hello, about);
    expect(await find(about.key, before)).toEqual({ ...sent, kind: 'found' });
    expect(await find('another', before)).toEqual({ kind: 'absent' });
  });

  it('cannot tell where Discord does not hand the nonces back', async () => {
    const { fake, sends, find } = await setUp({ nonces: false });
    fake.state.write(letters, maya);
    expect(await find(about.key, before)).toEqual({ kind: 'absent' });
    await sends.send(channel, hello, about);
    expect(await find(about.key, before)).toEqual({ kind: 'unknown' });
  });

  it('takes an empty history for one that it may not read, but not in a DM', async () => {
    const { find } = await setUp();
    expect(await find(about.key, before)).toEqual({ kind: 'unknown' });
    expect(await find(about.key, before, true)).toEqual({ kind: 'absent' });
  });

  it('reads on behind the first page', async () => {
    const { fake, sends, find } = await setUp();
    for (let written = 0; written < 150; written += 1) fake.state.write(letters, maya);
    const sent = await sends.send(channel, hello, about);
    expect(await find(about.key, before)).toEqual({ ...sent, kind: 'found' });
  });

  it.each<[string, Fate, object]>([
    ['a 500', { status: 500, body: {} }, { kind: 'unreachable', milliseconds: 0 }],
    ['a connection that breaks', 'drop', { kind: 'unreachable', milliseconds: 0 }],
    ['a rate limit', { status: 429, headers: { 'retry-after': '30' }, body: {} }, { kind: 'unreachable' }],
    ['a channel that is hidden', { status: 403, body: { code: 50001, message: 'no' } }, { kind: 'unknown' }],
  ])('tells a place that cannot be read from a Discord that is away: %s', async (_, fate, result) => {
    const { fake, find } = await setUp();
    fake.next('GET /channels', fate);
    expect(await find(about.key, before)).toMatchObject(result);
  });

  it('D19: finds a part of it, and then only the rest is sent', async () => {
    const { fake, sends, find, progress } = await setUp();
    fake.next(posts(letters), 'pass');
    fake.next(posts(letters), { status: 503, body: {} });
    expect(await sends.send(channel, long, about)).toEqual({ kind: 'unsure' });
    progress.forget(about.key);
    expect(await find(about.key, before, false, progress)).toEqual({ kind: 'absent' });
    const sent = await sends.send(channel, long, about);
    expect(sent).toEqual({ kind: 'sent', ref: `${letters}/${fake.state.messages[0]?.id}` });
    expect(new Set(fake.state.messages.map(({ nonce }) => nonce)).size).toBe(fake.state.messages.length);
    expect(await find(about.key, before)).toEqual({ ...sent, kind: 'found' });
  });
});
