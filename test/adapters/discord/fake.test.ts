import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../src/core/ports.ts';
import { startDiscordFake } from '../../support/discord-fake.ts';
import type { DiscordFakeOptions } from '../../support/discord-server.ts';
import { serveRoutes } from '../../support/serve-routes.ts';

const maya = '200000000000000001';
const letters = '300000000000000001';

async function setUp(options: DiscordFakeOptions = {}) {
  const fake = await startDiscordFake(options);
  fake.state.channels.set(letters, '400000000000000001');
  async function call(method: string, path: string, body?: unknown, token = fake.token) {
    const response = await fetch(`${fake.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  }
  return { fake, call };
}

describe('the fake Discord', () => {
  it('takes only its token, but leaves interactions to their own', async () => {
    const { fake, call } = await setUp();
    expect((await call('GET', '/gateway/bot', undefined, 'wrong')).status).toBe(401);
    fake.state.begin('1', 'token');
    expect((await call('POST', '/interactions/1/token/callback', { type: 5 }, 'wrong')).status).toBe(204);
  });

  it('opens DMs and keeps out of those that are closed', async () => {
    const { fake, call } = await setUp();
    const { body } = await call('POST', '/users/@me/channels', { recipient_id: maya });
    expect((await call('POST', `/channels/${body.id}/messages`, {})).status).toBe(200);
    fake.state.closed.add(maya);
    expect(await call('POST', `/channels/${body.id}/messages`, {})).toMatchObject({
      status: 403,
      body: { code: 50007 },
    });
  });

  it('C9: answers the same nonce with the same message only where that is asked for', async () => {
    const { call } = await setUp();
    const send = (body: unknown) => call('POST', `/channels/${letters}/messages`, body);
    const first = await send({ nonce: 'n', enforce_nonce: true });
    expect((await send({ nonce: 'n', enforce_nonce: true })).body.id).toBe(first.body.id);
    expect((await send({ nonce: 'n' })).body.id).not.toBe(first.body.id);
    expect((await send({ nonce: 'n'.repeat(26) })).status).toBe(400);
  });

  it('C9: knows a nonce for the past few minutes, and not for longer', async () => {
    let milliseconds = Date.parse('2027-09-01T12:00:00Z');
    const { call } = await setUp({ now: () => milliseconds });
    const send = () => call('POST', `/channels/${letters}/messages`, { nonce: 'n', enforce_nonce: true });
    const first = await send();
    milliseconds += 4 * 60_000;
    expect((await send()).body.id).toBe(first.body.id);
    milliseconds += 2 * 60_000;
    expect((await send()).body.id).not.toBe(first.body.id);
  });

  it('takes a first response once, and for three seconds', async () => {
    let milliseconds = Date.parse('2027-09-01T12:00:00Z');
    const { fake, call } = await setUp({ now: () => milliseconds });
    fake.state.begin('1', 'one');
    fake.state.begin('2', 'two');
    milliseconds += 3_000;
    expect((await call('POST', '/interactions/1/one/callback', { type: 5 })).status).toBe(204);
    expect((await call('POST', '/interactions/1/one/callback', { type: 5 })).body.code).toBe(40060);
    milliseconds += 1;
    expect((await call('POST', '/interactions/2/two/callback', { type: 5 })).body.code).toBe(10062);
    expect((await call('POST', '/interactions/3/three/callback', { type: 5 })).body.code).toBe(10062);
  });

  it('takes follow-ups only after a first response', async () => {
    const { fake, call } = await setUp();
    fake.state.begin('1', 'one');
    expect((await call('POST', '/webhooks/9/one', {})).status).toBe(404);
    await call('POST', '/interactions/1/one/callback', { type: 5 });
    expect((await call('POST', '/webhooks/9/one', {})).status).toBe(200);
    expect((await call('PATCH', '/webhooks/9/one/messages/@original', {})).status).toBe(200);
  });

  it('lets a test decide what becomes of a request, once', async () => {
    const { fake, call } = await setUp();
    fake.next('GET /gateway', { status: 500, body: {} });
    fake.next('GET /channels', 'drop');
    expect((await call('GET', '/gateway/bot')).status).toBe(500);
    expect((await call('GET', '/gateway/bot')).status).toBe(200);
    await expect(call('GET', `/channels/${letters}`)).rejects.toThrow();
  });

  it('takes the files of a request, each by the number in the name of its part', async () => {
    const { fake, call } = await setUp();
    const sent = async (attachments: readonly object[], components: readonly object[]) => {
      const form = new FormData();
      form.append('files[0]', new Blob(['a,b'], { type: 'text/csv' }), 'a.csv');
      form.append('payload_json', JSON.stringify({ attachments, components }));
      const headers = { authorization: `Bot ${fake.token}` };
      const url = `${fake.apiUrl}/v10/channels/${letters}/messages`;
      return (await fetch(url, { method: 'POST', headers, body: form })).status;
    };
    const shown = [{ type: 13, file: { url: 'attachment://a.csv' } }];
    expect(await sent([{ id: 0, filename: 'a.csv' }], shown)).toBe(200);
    expect(fake.state.messages[0]?.files).toEqual([
      { name: 'a.csv', type: 'text/csv', bytes: new Uint8Array([97, 44, 98]) },
    ]);
    expect(await sent([{ id: 1, filename: 'a.csv' }], shown)).toBe(400);
    expect(await sent([], [{ type: 13, file: { url: 'attachment://b.csv' } }])).toBe(400);
    fake.state.noFiles.add(letters);
    expect(await sent([], shown)).toBe(403);
    expect((await call('POST', `/channels/${letters}/messages`, {})).status).toBe(200);
  });

  it('refuses a file that is larger than Discord takes', async () => {
    const { fake } = await setUp();
    const form = new FormData();
    form.append('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'a.bin');
    form.append('payload_json', '{}');
    const headers = { authorization: `Bot ${fake.token}` };
    const sent = await fetch(`${fake.apiUrl}/v10/channels/${letters}/messages`, {
      method: 'POST',
      headers,
      body: form,
    });
    expect([sent.status, await sent.json()]).toMatchObject([413, { code: 40005 }]);
  });

  it('hands out what somebody attached, to everybody who has its address', async () => {
    const { fake } = await setUp();
    const attached = fake.attach('my letters.csv', 'a,b');
    expect(attached).toMatchObject({ filename: 'my letters.csv', size: 3 });
    expect(await (await fetch(attached.url)).text()).toBe('a,b');
    fake.next('GET /attachments', { status: 404 });
    expect((await fetch(attached.url)).status).toBe(404);
  });

  it('adds to commands what Discord adds, and replaces one of the same name', async () => {
    const { fake, call } = await setUp();
    const path = `/applications/${fake.bot}/commands`;
    await call('POST', path, { name: 'lor', description: 'one', nsfw: false });
    await call('POST', path, { name: 'lor', description: 'two' });
    const { body } = await call('GET', path);
    expect(body).toMatchObject([{ name: 'lor', description: 'two', dm_permission: true, name_localizations: null }]);
    expect(body).toHaveLength(1);
  });
});

/** An address that answers the trial as it should, and an interaction as the test says. */
async function openAddress(answer: () => HttpResponse, pong = { type: 1 }, refusal = 401) {
  const asked: Record<string, unknown>[] = [];
  let seen = 0;
  async function handle({ body }: HttpRequest): Promise<HttpResponse> {
    const payload = JSON.parse(body.toString()) as Record<string, unknown>;
    seen += 1;
    if (payload.type !== 1) {
      asked.push(payload);
      return answer();
    }
    return seen === 1 ? json(pong) : { status: refusal };
  }
  return { asked, url: `${await serveRoutes([{ method: 'POST', path: '/i', handle }])}/i` };
}

function json(body: unknown): HttpResponse {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

describe('the fake Discord with an end point', () => {
  const said = json({ type: 4, data: { content: 'hello' } });
  const begun = { id: '1', token: 'one', type: 2, data: { name: 'lor' } };

  it('keeps none that does not answer a PING, or takes what is forged', async () => {
    const { fake } = await setUp();
    const mute = await openAddress(() => said, { type: 4 });
    await expect(fake.setEndPoint(mute.url, { now: Date.now })).rejects.toThrow('PING');
    const trusting = await openAddress(() => said, { type: 1 }, 200);
    await expect(fake.setEndPoint(trusting.url, { now: Date.now })).rejects.toThrow('nobody signed');
  });

  it('takes what it says for the first response, as if it had been sent', async () => {
    const { fake, call } = await setUp();
    const { url, asked } = await openAddress(() => said);
    await fake.setEndPoint(url, { now: Date.now });
    const answered = fake.request(({ path }) => path === '/interactions/1/one/callback');
    fake.interact(begun);
    expect((await answered).body).toEqual({ type: 4, data: { content: 'hello' } });
    expect(asked).toMatchObject([{ ...begun, application_id: fake.bot, version: 1 }]);
    expect((await call('POST', '/interactions/1/one/callback', { type: 4 })).body.code).toBe(40060);
    expect((await call('POST', '/webhooks/9/one', {})).status).toBe(200);
  });

  it('waits for the request that gives the first response after a 202', async () => {
    const { fake, call } = await setUp();
    const { url, asked } = await openAddress(() => ({ status: 202 }));
    await fake.setEndPoint(url, { now: Date.now });
    fake.interact(begun);
    await expect.poll(() => asked).toHaveLength(1);
    expect((await call('POST', '/interactions/1/one/callback', { type: 4, data: {} })).status).toBe(204);
    expect(fake.failed).toEqual([]);
  });

  it.each<[string, HttpResponse, number]>([
    ['an error', { status: 500 }, 0],
    ['nothing at all', { status: 200 }, 0],
    ['something that does not call itself JSON', { ...said, headers: { 'content-type': 'text/plain' } }, 0],
    ['an answer after three seconds', said, 3_001],
  ])('fails an interaction that gets %s', async (_, response, milliseconds) => {
    let now = Date.parse('2027-09-01T12:00:00Z');
    const { fake, call } = await setUp({ now: () => now });
    const { url } = await openAddress(() => {
      now += milliseconds;
      return response;
    });
    await fake.setEndPoint(url, { now: () => now });
    fake.interact(begun);
    await expect.poll(() => fake.failed).toEqual([{ id: '1', status: response.status }]);
    expect((await call('POST', '/webhooks/9/one', {})).body.code).toBe(10015);
  });
});
