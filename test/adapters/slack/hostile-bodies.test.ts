import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../../src/http/server.ts';
import { openSlackBot, type SlackBot } from '../../support/slack-bot.ts';
import { type SignedAs, signed, team } from '../../support/slack-server.ts';

const fields = { command: '/lor', user_id: 'U000000009', team_id: team, channel_id: 'C1' };

function adding(name: string, more = ''): string {
  return new URLSearchParams({ ...fields, text: `add ${name}${more}`, trigger_id: `trigger of ${name}` }).toString();
}

async function listed(bot: SlackBot): Promise<string> {
  return String((await bot.types('/lor list', 'U000000009')).body?.text);
}

/** The bot behind the port that it has in earnest. */
async function openAtPort(): Promise<{ readonly bot: SlackBot; readonly server: Server; readonly port: number }> {
  const bot = await openSlackBot();
  const server = await serve(0, bot.adapter.routes);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { bot, server, port: (server.address() as AddressInfo).port };
}

/** Sends bytes over a connection until the other side ends it: all that it said. */
async function untilEnded(port: number, head: string, flood?: Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  // Whoever is cut off while they write is told so in this way.
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => void socket.once('close', resolve));
  socket.write(head);
  if (flood) {
    const more = () => {
      while (!socket.destroyed && socket.write(flood));
    };
    socket.on('drain', more);
    more();
  }
  await closed;
  return said;
}

test('S5: a body without an end is answered with 413 and its connection is ended', async () => {
  const { bot, port } = await openAtPort();
  const head = 'POST /slack/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
  const chunk = Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
  const said = await untilEnded(port, head, chunk);
  expect(said).toMatch(/^HTTP\/1\.1 413 /u);
  expect(await listed(bot)).toContain('not track any letters yet');
});

test('S5: a body that says that it is huge is answered with 413 and its connection is ended', async () => {
  const { port } = await openAtPort();
  const head = 'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000000\r\n\r\n';
  expect(await untilEnded(port, head, Buffer.alloc(0x10000, 'x'))).toMatch(/^HTTP\/1\.1 413 /u);
});

test('S5: a body that comes slower than any of Slack’s is cut off, and so is a head', async () => {
  const { server } = await openAtPort();
  expect(server.requestTimeout).toBeLessThanOrEqual(10_000);
  expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
  expect([server.requestTimeout, server.headersTimeout]).not.toContain(0);
});

test('S5: many bodies that never end keep nobody waiting', async () => {
  const { port } = await openAtPort();
  const head = 'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na';
  const slow = Array.from({ length: 50 }, () => connect(port, '127.0.0.1'));
  onTestFinished(() => slow.forEach((socket) => void socket.destroy()));
  await Promise.all(slow.map((socket) => once(socket, 'connect')));
  for (const socket of slow) socket.write(head);
  const request = signed(adding('Prompt'));
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...request });
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('Prompt')]);
});

const depth = 100_000;
const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
const deeper = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const many = Array.from({ length: 50_000 }, (_, index) => `a${index}=1`).join('&');

const bodies: Readonly<Record<string, { readonly body: string | Uint8Array; readonly as?: SignedAs }>> = {
  'an event of a hundred thousand levels': { body: `{"type":"event_callback","event":${deeper}}` },
  'an interaction of a hundred thousand levels': {
    body: new URLSearchParams({ payload: `{"type":"block_actions","actions":${deep}}` }).toString(),
  },
  'a view of a hundred thousand levels': {
    body: new URLSearchParams({ payload: `{"type":"view_submission","view":${deep}}` }).toString(),
  },
  'brackets that nobody closes': { body: `{"type":"event_callback","event":${'['.repeat(depth)}` },
  'a field whose name has a hundred thousand brackets': { body: `${'a['.repeat(depth)}=1` },
  'fifty thousand fields': { body: many },
  'bytes that are no text': { body: new Uint8Array([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80]) },
  'a form that is said to be JSON': { body: adding('Forged'), as: { type: 'application/json' } },
  'a form that is said to be a picture': { body: adding('Forged'), as: { type: 'image/png' } },
  'a form in parts': { body: adding('Forged'), as: { type: 'multipart/form-data; boundary=x' } },
  'JSON that is said to be a form': { body: '{"command":"/lor"}', as: { type: 'application/x-www-form-urlencoded' } },
  'nothing at all': { body: '' },
  'nothing at all, as JSON': { body: '', as: { type: 'application/json' } },
  'a payload of nothing': { body: 'payload=' },
  'two payloads, of which the first is none': { body: 'payload=%7B&payload={}' },
  'names that every object has': { body: '__proto__=1&constructor=2&command=toString&payload' },
};

test.each(Object.entries(bodies))(
  'S5: %s, rightly signed, does nothing and keeps nobody waiting',
  async (_, { body, as }) => {
    const bot = await openSlackBot();
    const { headers } = signed(body, as);
    const response = await fetch(`${bot.url}/slack/events`, { method: 'POST', headers, body: Buffer.from(body) });
    expect([200, 400, 503]).toContain(response.status);
    expect(await response.text()).toBe('');
    expect(await listed(bot)).not.toContain('Forged');
    expect((await bot.post(adding('Honest'))).text).toContain('Honest');
  },
);

test('S5: a command with fifty thousand fields more is done all the same', async () => {
  const bot = await openSlackBot();
  expect((await bot.post(`${adding('Honest')}&${many}`)).text).toContain('Honest');
});

test('S5: of fields that come twice one is taken, and the command runs once', async () => {
  const bot = await openSlackBot();
  const said = await bot.post(`${adding('First')}&${adding('Second')}`);
  expect(said.status).toBe(200);
  expect((await listed(bot)).match(/First|Second/gu)).toHaveLength(1);
});

test('S5: broken bytes in what somebody typed are told, and nothing of it is kept', async () => {
  const bot = await openSlackBot();
  const [before, after] = adding('Chen').split('Chen', 2);
  const body = Buffer.concat([Buffer.from(before ?? ''), Buffer.from([0xff, 0xc0]), Buffer.from(after ?? '')]);
  const response = await fetch(`${bot.url}/slack/events`, { method: 'POST', ...signed(body) });
  expect(response.status).toBe(200);
  expect(await listed(bot)).toContain('not track any letters yet');
});
