import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { listen } from './serve-routes.ts';

export const appToken = 'xapp-test';

/** What came back for an envelope: its payload, `{}` when it was only acknowledged. */
export type Acknowledged = Readonly<Record<string, unknown>>;

/**
 * The socket side of Slack, which no server on npm has: `apps.connections.open`, a hello for each
 * connection, envelopes that must be acknowledged, and the two messages that announce its end.
 * Anything else that is asked over HTTP goes to `webApi`. Shapes:
 * https://docs.slack.dev/apis/events-api/using-socket-mode.
 */
export async function openSocketServer(webApi: string) {
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, (payload: Acknowledged) => void>();
  const connected: (() => void)[] = [];
  const refusals: string[] = [];
  let opened = 0;
  let envelopes = 0;
  let asked = 0;

  const server = createServer((request, response) => {
    // The workspace behind it may have closed while the bot still asks.
    serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url === '/api/apps.connections.open') {
      asked += 1;
      response.end(JSON.stringify(openConnection(request.headers.authorization)));
      return;
    }
    const passed = await fetch(`${webApi}${request.url?.replace('/api/', '')}`, {
      method: 'POST',
      headers: {
        'content-type': request.headers['content-type'] ?? '',
        authorization: request.headers.authorization ?? '',
      },
      body: Buffer.concat(chunks).toString('utf8'),
    });
    response.end(await passed.text());
  }
  const url = await listen(server);
  const webSockets = new WebSocketServer({ server });

  function openConnection(authorization: string | undefined): object {
    const refused = refusals.shift() ?? (authorization === `Bearer ${appToken}` ? undefined : 'invalid_auth');
    if (refused !== undefined) return { ok: false, error: refused };
    return { ok: true, url: `${url.replace('http', 'ws')}/link/?ticket=${asked}` };
  }

  webSockets.on('connection', (socket) => {
    opened += 1;
    sockets.push(socket);
    socket.on('message', (data) => acknowledge(String(data)));
    socket.on('close', () => sockets.splice(sockets.indexOf(socket), 1));
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.length, connection_info: { app_id: 'A1' } }));
    for (const tell of connected.splice(0)) tell();
  });

  function acknowledge(text: string): void {
    const { envelope_id, payload = {} } = JSON.parse(text) as { envelope_id: string; payload?: Acknowledged };
    waiting.get(envelope_id)?.(payload);
    waiting.delete(envelope_id);
  }

  onTestFinished(() => {
    for (const socket of webSockets.clients) socket.terminate();
    webSockets.close();
    server.closeAllConnections();
    server.close();
  });

  return {
    apiUrl: `${url}/api/`,
    /** How many connections there are, have been, and were asked for. */
    counts: () => ({ open: sockets.length, opened, asked }),
    /** The next connections are refused with these codes, one each. */
    refuses(...codes: readonly string[]) {
      refusals.push(...codes);
    },
    /** Resolves at the next connection, or at once when there is one. */
    async connected(): Promise<void> {
      if (sockets.length === 0) await new Promise<void>((resolve) => connected.push(resolve));
    },
    /** Sends an envelope through one of the connections and gives what came back for it. */
    async deliver(type: 'slash_commands' | 'interactive' | 'events_api', payload: object): Promise<Acknowledged> {
      envelopes += 1;
      const envelope_id = `envelope-${envelopes}`;
      const socket = sockets[envelopes % sockets.length];
      if (!socket) throw new Error('nobody is connected');
      const answer = new Promise<Acknowledged>((resolve) => waiting.set(envelope_id, resolve));
      socket.send(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: type !== 'events_api' }));
      return answer;
    },
    /** Slack says that the connection is about to end; the client closes it and comes again. */
    async disconnects(reason: 'warning' | 'refresh_requested' | 'link_disabled'): Promise<void> {
      await endOf((socket) => socket.send(JSON.stringify({ type: 'disconnect', reason })));
    },
    /** The connection breaks without a word. */
    async breaks(): Promise<void> {
      await endOf((socket) => socket.terminate());
    },
  };

  async function endOf(end: (socket: WebSocket) => void): Promise<void> {
    const ends = sockets.map(
      (socket) =>
        new Promise<void>((resolve) => {
          socket.once('close', () => resolve());
          end(socket);
        }),
    );
    await Promise.all(ends);
  }
}

export type SocketServer = Awaited<ReturnType<typeof openSocketServer>>;
