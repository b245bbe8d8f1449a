import { describe, expect, it } from 'vitest';
import { type DiscordFakeOptions, startDiscordFake } from '../../support/discord-fake.ts';

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
