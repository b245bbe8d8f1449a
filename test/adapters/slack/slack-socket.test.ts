import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { appToken, type SocketServer } from '../../support/slack-socket.ts';
import { openSocketServer } from '../../support/slack-workspace.ts';

const nowhere = 'http://127.0.0.1:9';

async function ask(server: SocketServer, token = appToken): Promise<Response> {
  return fetch(`${server.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
}

async function addressFrom(server: SocketServer, token = appToken) {
  return (await (await ask(server, token)).json()) as { ok: boolean; url: string; error?: string };
}

/** A client as simple as can be: it keeps what it hears. */
async function connect(server: SocketServer) {
  const socket = new WebSocket((await addressFrom(server)).url);
  const heard: Record<string, unknown>[] = [];
  let tell: () => void = () => undefined;
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    tell();
  });
  socket.on('error', () => undefined);
  return {
    socket,
    closed: new Promise<number>((resolve) => socket.on('close', resolve)),
    acknowledge: (envelope: Record<string, unknown>, payload?: object) =>
      socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload })),
    async next(): Promise<Record<string, unknown>> {
      if (heard.length === 0)
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      return heard.shift() ?? {};
    },
  };
}

test('the fake gives an address only for the right token, and goes wrong as it is told', async () => {
  const server = await openSocketServer(nowhere);
  expect(await addressFrom(server, 'xapp-other')).toEqual({ ok: false, error: 'invalid_auth' });
  expect((await addressFrom(server)).url).toMatch(/^ws:/u);
  server.refuses({ error: 'internal_error' }, { status: 503 }, 'no address');
  expect(await addressFrom(server)).toEqual({ ok: false, error: 'internal_error' });
  expect((await ask(server)).status).toBe(503);
  await expect(ask(server)).rejects.toThrow('fetch failed');
});

test('the fake says hello, delivers, and takes the acknowledgement with its payload', async () => {
  const server = await openSocketServer(nowhere);
  const { acknowledge, next } = await connect(server);
  expect(await next()).toMatchObject({ type: 'hello', num_connections: 1 });
  const answer = server.deliver('slash_commands', { command: '/lor' });
  const envelope = await next();
  expect(envelope).toMatchObject({ type: 'slash_commands', payload: { command: '/lor' } });
  acknowledge(envelope, { text: 'hi' });
  expect(await answer).toEqual({ text: 'hi' });
});

test('the fake delivers through one of two connections', async () => {
  const server = await openSocketServer(nowhere);
  const clients = [await connect(server), await connect(server)];
  const hellos = await Promise.all(clients.map(({ next }) => next()));
  expect(hellos.map(({ type }) => type)).toEqual(['hello', 'hello']);
  expect(server.counts()).toEqual({ open: 2, opened: 2, asked: 2 });
  const answers = [server.deliver('events_api', {}), server.deliver('events_api', {})];
  for (const { acknowledge, next } of clients) acknowledge(await next());
  expect(await Promise.all(answers)).toEqual([{}, {}]);
});

test('the fake sends an event again that was not acknowledged, and gives a command up', async () => {
  const server = await openSocketServer(nowhere);
  expect(await server.deliver('slash_commands', {})).toBeUndefined();
  const event = server.deliver('events_api', {});
  const first = await connect(server);
  await first.next();
  expect(await first.next()).toMatchObject({ type: 'events_api', envelope_id: 'envelope-2' });
  const command = server.deliver('slash_commands', {});
  await first.next();
  await server.breaks();
  expect(await command).toBeUndefined();
  const second = await connect(server);
  await second.next();
  expect(await second.next()).toMatchObject({ envelope_id: 'envelope-2', retry_attempt: 1 });
  server.losesPatience();
  const again = await second.next();
  expect(again).toMatchObject({ envelope_id: 'envelope-2', retry_attempt: 2 });
  second.acknowledge(again);
  expect(await event).toEqual({});
});

test('the fake tells that a connection ends, or ends it without a word', async () => {
  const server = await openSocketServer(nowhere);
  const first = await connect(server);
  await first.next();
  const ending = server.disconnects('refresh_requested');
  expect(await first.next()).toEqual({ type: 'disconnect', reason: 'refresh_requested' });
  first.socket.close();
  await ending;
  const second = await connect(server);
  await second.next();
  await server.breaks(1011);
  expect(await second.closed).toBe(1011);
  expect(server.counts().open).toBe(0);
});

test('the fake goes wrong between the address and the hello, too', async () => {
  const server = await openSocketServer(nowhere);
  server.refuses('no upgrade', 'closed before the hello', 'ended before the hello');
  expect(await (await connect(server)).closed).toBe(1006);
  expect(await (await connect(server)).closed).toBe(1011);
  expect(await (await connect(server)).next()).toEqual({ type: 'disconnect', reason: 'too_many_websockets' });
  expect(server.counts().opened).toBe(0);
});

test('the fake answers pings until it falls', async () => {
  const server = await openSocketServer(nowhere);
  const { next, socket } = await connect(server);
  await next();
  const pong = new Promise((resolve) => socket.once('pong', resolve));
  socket.ping();
  await pong;
  let heard = false;
  socket.on('pong', () => {
    heard = true;
  });
  const left = server.falls();
  socket.ping();
  socket.close();
  await left;
  expect(heard).toBe(false);
});
