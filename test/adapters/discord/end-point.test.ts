import type { OutgoingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/core/ports.ts';
import type { Instant } from '../../../src/core/time.ts';
import { connected, saying, setEndPoint } from '../../support/discord-adapter.ts';
import { command, interaction, maya, open, openAddress, openInDiscord, start } from '../../support/discord-address.ts';
import { createApplicationKey, signedByDiscord } from '../../support/discord-signed.ts';
import { fileCommands } from '../../support/file-commands.ts';
import { createSceneDispatch } from '../../support/scene-dispatch.ts';
import { sendRaw } from '../../support/send-raw.ts';

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

test('C13: an interaction that comes again under a new signature runs once', async () => {
  const { discord, clock } = await openAddress(undefined, createSceneDispatch(fileCommands));
  const payload = command('import');
  expect((await discord.post(payload)).body).toMatchObject({ type: 9 });
  clock.set('2027-09-01T12:00:01Z' as Instant);
  expect(await discord.post(payload)).toEqual({ status: 202, body: undefined });
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

  test('the bot ends no sooner than the answers that it has promised', async () => {
    let tell: (outcome: Outcome) => void = () => undefined;
    const work = new Promise<Outcome>((resolve) => {
      tell = resolve;
    });
    // Without a gateway there is nothing else that a stop would wait for.
    const { fake, adapter, time } = await openInDiscord(() => work, { token: 'wrong-token' });
    await expect.poll(() => adapter.health().reason).toContain('token');
    const order: string[] = [];
    const promised = fake.request(({ path }) => path.endsWith('/callback'));
    const answered = fake.request(({ method }) => method === 'PATCH').then(() => order.push('answered'));
    fake.interact(command('list'));
    await expect.poll(() => time.asked).toContain(1_000);
    time.pass();
    expect((await promised).body.type).toBe(5);
    const stopped = adapter.stop().then(() => order.push('stopped'));
    for (const tries of [1, 2]) {
      fake.interact(command('list'));
      await expect.poll(() => fake.failed.length).toBe(tries);
    }
    tell(saying('here at last'));
    await Promise.all([answered, stopped]);
    expect(order).toEqual(['answered', 'stopped']);
  });

  test('an interaction is answered while the gateway is down', async () => {
    const { fake } = await openInDiscord(() => saying('here you are'), { token: 'wrong-token' });
    const answered = fake.request(({ path }) => path.endsWith('/callback'));
    fake.interact(command('list'));
    expect((await answered).body).toMatchObject({ type: 4 });
  });
});
