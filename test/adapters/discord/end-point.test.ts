import type { OutgoingHttpHeaders } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDiscordAdapter, type DiscordDeps } from '../../../adapters/discord/index.ts';
import type { Outcome } from '../../../src/core/ports.ts';
import { button, buttons, file, paragraph, reply } from '../../../src/core/reply.ts';
import type { Instant } from '../../../src/core/time.ts';
import { serve } from '../../../src/http/server.ts';
import {
  connected,
  createTestDispatch,
  createTestSleep,
  type LogLine,
  recordingLogger,
  saying,
  setEndPoint,
} from '../../support/discord-adapter.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';
import { createApplicationKey, createEndPoint, signedByDiscord } from '../../support/discord-signed.ts';
import { emptyStore } from '../../support/empty-store.ts';
import { pixel } from '../../support/file-commands.ts';
import { sendRaw } from '../../support/send-raw.ts';
import { createTestClock } from '../../support/test-clock.ts';

const maya = { id: '200000000000000001', username: 'maya' };
const guild = '400000000000000001';
const letters = '300000000000000001';
const start = '2027-09-01T12:00:00Z' as Instant;
let events = 0;

function interaction(type: number, data: unknown, changes: Record<string, unknown> = {}) {
  events += 1;
  const id = String(500_000_000_000_000_000n + BigInt(events));
  const place = { guild_id: guild, channel_id: letters, member: { user: maya, permissions: '0' } };
  return { id, token: `token-${id}`, application_id: '1', version: 1, type, data, ...place, ...changes };
}

function command(name: string, options: readonly unknown[] = [], type = 2) {
  return interaction(type, { type: 1, name: 'lor', options: [{ type: 1, name, options }] });
}

/** The adapter with its address at the bot's own server, whose keys and times are the test's. */
async function open(outcome: Parameters<typeof createTestDispatch>[0], changes: Partial<DiscordDeps> = {}) {
  const fake = await startDiscordFake({ now: () => Date.parse(clock.now()) });
  fake.state.channels.set(letters, guild);
  const { publicKey, privateKey } = createApplicationKey();
  const clock = createTestClock(start);
  const time = createTestSleep();
  const log: LogLine[] = [];
  const { asked, dispatch } = createTestDispatch(outcome, [{ value: 'L1', label: 'Dr. Rossi' }]);
  const adapter = createDiscordAdapter({
    ...{ token: fake.token, applicationId: fake.bot, apiUrl: fake.apiUrl, publicKey: fake.publicKey },
    ...{ commands: [], clock, sleep: time.sleep, logger: recordingLogger(log), store: emptyStore, ...changes },
  });
  onTestFinished(adapter.stop);
  return { fake, publicKey, privateKey, clock, time, log, asked, dispatch, adapter };
}

/** The same, started and called by the test itself, with the key of the test. */
async function openAddress(outcome: Parameters<typeof createTestDispatch>[0] = () => saying('here you are')) {
  const { publicKey, privateKey } = createApplicationKey();
  const opened = await open(outcome, { publicKey });
  await opened.adapter.start(opened.dispatch);
  await connected(opened.adapter);
  const server = await serve(0, opened.adapter.routes);
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/discord/interactions`;
  const now = () => Date.parse(opened.clock.now());
  const sign = (body: string, at = now(), key = privateKey) => signedByDiscord(body, key, at);
  return { ...opened, url, sign, discord: createEndPoint(url, { privateKey, now }) };
}

/** The same, called by the fake Discord, which takes what it is told for the first response. */
async function openInDiscord(outcome: Parameters<typeof createTestDispatch>[0], changes: Partial<DiscordDeps> = {}) {
  const opened = await open(outcome, changes);
  await opened.adapter.start(opened.dispatch);
  if (changes.token === undefined) await connected(opened.adapter);
  await setEndPoint(opened.fake, opened.adapter, opened.clock);
  return opened;
}

describe('an address that Discord tries', () => {
  test('stands the trial: a PING is answered, a forged one refused', async () => {
    const { discord, asked } = await openAddress();
    await discord.try('1');
    expect(asked).toEqual([]);
  });

  test('is not there without a public key', async () => {
    const { adapter } = await open(() => saying('here you are'), { publicKey: undefined });
    expect(adapter.routes).toEqual([]);
  });

  test('is not made with a key that is none', async () => {
    await expect(open(() => saying('here you are'), { publicKey: '' })).rejects.toThrow('64 hexadecimal digits');
  });
});

describe('C13: a request that Discord did not sign just now is refused with 401, and nothing is done', () => {
  const body = JSON.stringify(command('list'));
  type Signed = ReturnType<typeof signedByDiscord>;

  test.each<[string, (right: Signed, sign: (at: number) => Signed) => OutgoingHttpHeaders]>([
    ['without headers', () => ({})],
    ['without a signature', ({ 'x-signature-timestamp': time }) => ({ 'x-signature-timestamp': time })],
    ['without a time', ({ 'x-signature-ed25519': own }) => ({ 'x-signature-ed25519': own })],
    ['with the signature twice', (right) => doubled(right, right['x-signature-ed25519'])],
    ['with a right and a wrong signature', (right) => doubled(right, '0'.repeat(128))],
    ['with another key', () => signedByDiscord(body, createApplicationKey().privateKey, Date.parse(start))],
    ['six minutes old', (_, sign) => sign(Date.parse(start) - 360_000)],
    ['six minutes to come', (_, sign) => sign(Date.parse(start) + 360_000)],
  ])('%s', async (_, make) => {
    const { url, sign, asked } = await openAddress();
    const headers = make(sign(body), (at) => sign(body, at));
    expect(await sendRaw(url, headers, body)).toBe(401);
    expect(asked).toEqual([]);
  });

  test('with another body than was signed', async () => {
    const { url, sign, asked } = await openAddress();
    expect(await sendRaw(url, sign(JSON.stringify(command('list'))), body)).toBe(401);
    expect(await sendRaw(url, sign(body), `${body} `)).toBe(401);
    expect(asked).toEqual([]);
  });

  test('while the same, signed, is taken', async () => {
    const { url, sign, asked } = await openAddress();
    expect(await sendRaw(url, sign(body), body)).toBe(200);
    expect(asked).toHaveLength(1);
  });

  test('and an operator hears how many there were, once a minute and without a word of them', async () => {
    const { url, clock, log } = await openAddress();
    for (let sent = 0; sent < 5; sent += 1) await sendRaw(url, {}, body);
    clock.set('2027-09-01T12:01:00Z' as Instant);
    await sendRaw(url, {}, body);
    const told = log.filter(({ message }) => message === 'requests were refused');
    expect(told.map(({ fields }) => fields.count)).toEqual([1, 5]);
    expect(told[0]?.fields.reason).toContain('DISCORD_PUBLIC_KEY');
    expect(JSON.stringify(log)).not.toMatch(/maya|token-/u);
  });
});

function doubled({ 'x-signature-ed25519': own, ...others }: ReturnType<typeof signedByDiscord>, other: string) {
  return { ...others, 'x-signature-ed25519': [own, other] };
}

describe('C13: a replay', () => {
  test('of the same request, also many times at once, runs once and learns nothing', async () => {
    const { discord, asked, clock } = await openAddress();
    const payload = command('list');
    const answers = await Promise.all(Array.from({ length: 8 }, () => discord.post(payload)));
    clock.set('2027-09-01T12:04:59Z' as Instant);
    expect(asked).toHaveLength(1);
    expect(answers.filter(({ body }) => body !== undefined)).toHaveLength(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 202)]);
  });

  test('until its time is over is a replay, and then too old', async () => {
    const { url, sign, clock, asked } = await openAddress();
    const body = JSON.stringify(command('list'));
    // Signed by a clock that is five minutes ahead of ours: as long as a request can live.
    const headers = sign(body, Date.parse('2027-09-01T12:05:00Z'));
    const statuses = [];
    for (const at of ['12:00:00', '12:04:59', '12:10:00', '12:10:01']) {
      clock.set(`2027-09-01T${at}Z` as Instant);
      statuses.push(await sendRaw(url, headers, body));
    }
    expect(statuses).toEqual([200, 202, 202, 401]);
    expect(asked).toHaveLength(1);
  });
});

describe('a signed request that is no interaction of ours', () => {
  test.each([
    ['no JSON', 'payload=1'],
    ['nothing', ''],
    ['a list', '[]'],
    ['an object without anything', '{}'],
    ['an unknown kind', JSON.stringify(interaction(99, {}))],
    ['a command without its data', JSON.stringify(interaction(2, undefined))],
    ['nobody’s', JSON.stringify(interaction(2, { type: 1, name: 'lor' }, { member: undefined }))],
    ['a bot’s', JSON.stringify(interaction(2, { type: 1, name: 'lor' }, { member: { user: { ...maya, bot: true } } }))],
  ])('is malformed: %s', async (_, body) => {
    const { url, sign, asked } = await openAddress();
    expect(await sendRaw(url, sign(body), body)).toBe(400);
    expect(asked).toEqual([]);
  });

  test('is too large, although it is signed', async () => {
    const { url, sign, asked } = await openAddress();
    const body = JSON.stringify(interaction(2, { type: 1, name: 'x'.repeat(500_000) }));
    expect(await sendRaw(url, sign(body), body)).toBe(413);
    expect(asked).toEqual([]);
  });
});

describe('outside its working hours', () => {
  test('the bot says 503 before the start and after the stop, takes it later, and answers a PING', async () => {
    const { adapter, dispatch, fake, asked, clock } = await open(() => saying('here you are'));
    const url = await setEndPoint(fake, adapter, clock);
    const request = command('list');
    fake.interact(request);
    await expect.poll(() => fake.failed).toEqual([{ id: request.id, status: 503 }]);
    await adapter.start(dispatch);
    await connected(adapter);
    const answered = fake.request(({ path }) => path.endsWith('/callback'));
    fake.interact(request);
    await answered;
    await adapter.stop();
    const late = command('list');
    fake.interact(late);
    await expect.poll(() => fake.failed.at(-1)).toEqual({ id: late.id, status: 503 });
    await fake.setEndPoint(url, { now: () => Date.parse(clock.now()) });
    expect(asked).toHaveLength(1);
  });

  test('an interaction is answered while the gateway is down', async () => {
    const { fake } = await openInDiscord(() => saying('here you are'), { token: 'wrong-token' });
    const answered = fake.request(({ path }) => path.endsWith('/callback'));
    fake.interact(command('list'));
    expect((await answered).body).toMatchObject({ type: 4 });
  });
});

describe('what the response says', () => {
  test('is an answer, a repeat’s nothing, or a failure’s 500', async () => {
    const outcomes: (() => Outcome)[] = [
      () => saying('here you are'),
      () => ({ kind: 'repeated' }),
      () => {
        throw new TypeError('a secret detail');
      },
    ];
    const { discord, log } = await openAddress(() => (outcomes.shift() ?? (() => saying('no more')))());
    expect(await discord.post(command('list'))).toMatchObject({
      status: 200,
      body: { type: 4, data: { flags: 64 | 32768, components: [{ content: 'here you are' }] } },
    });
    expect(await discord.post(command('list'))).toEqual({ status: 202, body: undefined });
    expect(await discord.post(command('list'))).toEqual({ status: 500, body: undefined });
    expect(log.at(-1)).toMatchObject({ message: 'an answer was not given', fields: { reason: 'TypeError' } });
  });

  test('is what can be typed next', async () => {
    const option = { kind: 'text', summary: 'Letter', required: false } as never;
    const show = { path: 'lor show', options: { letter: option }, suggest: {}, visibility: 'private' } as const;
    const { fake } = await openInDiscord(() => saying('no'), { commands: [show] });
    const offered = fake.request(({ path }) => path.endsWith('/callback'));
    fake.interact(command('show', [{ name: 'letter', type: 3, value: 'ros', focused: true }], 4));
    expect((await offered).body).toEqual({ type: 8, data: { choices: [{ name: 'Dr. Rossi', value: 'L1' }] } });
  });

  test('is the answer to a button that was pressed', async () => {
    const shows = reply(paragraph(['pick']), buttons(button('Next', 'lor next', { letter: 'L1' })));
    const { fake, asked } = await openInDiscord(() => ({ kind: 'replied', visibility: 'private', reply: shows }));
    const answered = fake.request(({ path }) => path.endsWith('/callback'));
    const data = { component_type: 2, custom_id: 'b|lor next|letter|L1' };
    fake.interact(interaction(3, data, { message: { id: '1' } }));
    expect(JSON.stringify((await answered).body)).toContain('b|lor next|letter|L1');
    expect(asked[0]?.request).toEqual({ kind: 'call', call: { path: 'lor next', args: { letter: 'L1' } } });
  });
});

describe('what follows the response', () => {
  const unknown = { status: 404, body: { code: 10015, message: 'Unknown Webhook' } };
  const picture = file({ name: 'board.png', mime: 'image/png', alt: 'A board', bytes: pixel });
  const drawn: Outcome = { kind: 'replied', visibility: 'private', reply: reply(paragraph(['Your board']), picture) };

  test('comes again when Discord has not read the response yet', async () => {
    const { fake, time } = await openInDiscord(() => drawn);
    for (const _ of ['once', 'twice']) fake.next('PATCH /webhooks/', unknown);
    fake.interact(command('board'));
    const patches = () => fake.requests.filter(({ method }) => method === 'PATCH');
    for (const [index, wait] of [500, 1_000].entries()) {
      await expect.poll(() => time.asked.at(-1)).toBe(wait);
      expect(patches()).toHaveLength(index + 1);
      time.pass();
    }
    await expect.poll(() => patches().length).toBe(3);
    expect(patches()[2]?.files.get(0)?.name).toBe('board.png');
  });

  test('is given up when Discord never knows of the interaction, and an operator hears it', async () => {
    const { fake, time, log } = await openInDiscord(() => drawn);
    for (let tries = 0; tries < 9; tries += 1) fake.next('PATCH /webhooks/', unknown);
    fake.interact(command('board'));
    for (const wait of [500, 1_000, 2_000, 4_000, 8_000]) {
      await expect.poll(() => time.asked.at(-1)).toBe(wait);
      time.pass();
    }
    await expect.poll(() => log.map(({ message }) => message)).toContain('an answer was not given');
    expect(log.at(-1)?.fields.reason).toBe('Discord answered 404, code 10015');
  });

  test('of a long answer are its further messages, once each', async () => {
    const long = reply(...Array.from({ length: 120 }, (_, at) => paragraph([`${at} ${'word '.repeat(15)}`])));
    const { fake, time } = await openInDiscord(() => ({ kind: 'replied', visibility: 'private', reply: long }));
    fake.next('POST /webhooks/', unknown);
    fake.interact(command('list'));
    await expect.poll(() => time.asked.at(-1)).toBe(500);
    time.pass();
    const text = () => fake.requests.map(({ body }) => JSON.stringify(body)).join('');
    await expect.poll(text).toContain('119 word');
    const first = fake.requests.filter(({ path }) => path.endsWith('/callback'));
    expect(first).toHaveLength(1);
  });
});
