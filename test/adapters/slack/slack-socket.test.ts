import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { appToken, openSocketServer } from '../../support/slack-socket.ts';

async function open(server: Awaited<ReturnType<typeof openSocketServer>>, token = appToken) {
  const response = await fetch(`${server.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  return (await response.json()) as { ok: boolean; url: string; error?: string };
}

/** A client as simple as can be: it keeps what it hears. */
async function connect(server: Awaited<ReturnType<typeof openSocketServer>>) {
  const socket = new WebSocket((await open(server)).url);
  const heard: Record<string, unknown>[] = [];
  let tell: () => void = () => undefined;
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    tell();
  });
  return {
    socket,
    async next(): Promise<Record<string, unknown>> {
      if (heard.length === 0)
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      return heard.shift() ?? {};
    },
  };
}

test('the fake gives an address only for the right token', async () => {
  const server = await openSocketServer('http://127.0.0.1:9');
  expect(await open(server, 'xapp-other')).toEqual({ ok: false, error: 'invalid_auth' });
  expect((await open(server)).url).toMatch(/^ws:/u);
  server.refuses('internal_error');
  expect(await open(server)).toEqual({ ok: false, error: 'internal_error' });
});

test('the fake says hello, delivers, and takes the acknowledgement with its payload', async () => {
  const server = await openSocketServer('http://127.0.0.1:9');
  const { socket, next } = await connect(server);
  expect(await next()).toMatchObject({ type: 'hello', num_connections: 1 });
  const answer = server.deliver('slash_commands', { command: '/lor' });
  const envelope = await next();
  expect(envelope).toMatchObject({ type: 'slash_commands', payload: { command: '/lor' } });
  socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload: { text: 'hi' } }));
  expect(await answer).toEqual({ text: 'hi' });
});

test('the fake delivers through one of two connections', async () => {
  const server = await openSocketServer('http://127.0.0.1:9');
  const clients = [await connect(server), await connect(server)];
  const hellos = await Promise.all(clients.map(({ next }) => next()));
  expect(hellos.map(({ type }) => type)).toEqual(['hello', 'hello']);
  expect(server.counts()).toEqual({ open: 2, opened: 2, asked: 2 });
  for (const { socket } of clients) {
    socket.on('message', (data) => socket.send(JSON.stringify({ envelope_id: JSON.parse(String(data)).envelope_id })));
  }
  expect(await server.deliver('events_api', {})).toEqual({});
  expect(await server.deliver('events_api', {})).toEqual({});
});

test('the fake tells that the connection ends, or ends it without a word', async () => {
  const server = await openSocketServer('http://127.0.0.1:9');
  const first = await connect(server);
  await first.next();
  const ending = server.disconnects('refresh_requested');
  expect(await first.next()).toEqual({ type: 'disconnect', reason: 'refresh_requested' });
  first.socket.close();
  await ending;
  const second = await connect(server);
  await second.next();
  await server.breaks();
  expect(server.counts().open).toBe(0);
});
