import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { listen } from './listen.ts';

export const appToken = 'xapp-test';

/** What came back for an envelope: its payload, `{}` when it was only acknowledged. */
export type Acknowledged = Readonly<Record<string, unknown>>;

/** How Slack ends a connection that it has announced the end of. */
export type Farewell = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** How the next try to connect goes wrong, from asking for an address to the hello. */
export type Refusal =
  | { readonly error: string }
  | { readonly status: number }
  | 'no address'
  | 'no upgrade'
  | 'no hello'
  | 'closed before the hello'
  | 'ended before the hello';

interface Envelope {
  readonly id: string;
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: object;
  readonly settle: (answer: Acknowledged | undefined) => void;
  tries: number;
  /** Through which it went the last time. */
  through?: WebSocket | undefined;
}

/**
 * The socket side of Slack, which no server on npm has: `apps.connections.open`, a hello for each
 * connection, envelopes that must be acknowledged, and the messages that announce its end. An event
 * that was not acknowledged goes out again, through another connection; of a command or a button the
 * person reads that the app did not respond. Anything else that is asked over HTTP goes to `webApi`.
 * Shapes: https://docs.slack.dev/apis/events-api/using-socket-mode.
 */
export async function startSocketServer(webApi: string) {
  const sockets: WebSocket[] = [];
  const muted = new Set<WebSocket>();
  const waiting = new Map<string, Envelope>();
  const watching = new Set<() => void>();
  const refusals: Refusal[] = [];
  let opened = 0;
  let envelopes = 0;
  let asked = 0;
  let repeated = 0;
  let held: Promise<void> | undefined;

  const server = createServer((request, response) => {
    // The workspace behind it may have closed while the bot still asks.
    serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url === '/api/apps.connections.open') return giveAddress(request, response);
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

  /** The refusals of what follows are written into the address, so that each try has its own. */
  async function giveAddress({ headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    asked += 1;
    changed();
    await held;
    const refusal =
      refusals.shift() ?? (headers.authorization === `Bearer ${appToken}` ? '' : { error: 'invalid_auth' });
    if (refusal === 'no address') return void response.destroy();
    if (typeof refusal === 'object' && 'status' in refusal) return void response.writeHead(refusal.status).end();
    const address = new URL('/link/', url.replace('http', 'ws'));
    address.search = new URLSearchParams({ ticket: String(asked), refusal: String(refusal) }).toString();
    response.end(
      JSON.stringify(typeof refusal === 'object' ? { ok: false, ...refusal } : { ok: true, url: address.href }),
    );
  }

  const url = await listen(server);
  const webSockets = new WebSocketServer({ noServer: true, autoPong: false });

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refusal = new URL(request.url ?? '', url).searchParams.get('refusal');
    if (refusal === 'no upgrade') return void stream.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
    webSockets.handleUpgrade(request, stream, head, (socket) => welcome(socket, refusal as Refusal | ''));
  });

  function welcome(socket: WebSocket, refusal: Refusal | ''): void {
    socket.on('ping', (data) => {
      if (!muted.has(socket)) socket.pong(data);
    });
    if (refusal === 'closed before the hello') socket.close(1011);
    if (refusal === 'ended before the hello') say(socket, { type: 'disconnect', reason: 'too_many_websockets' });
    if (refusal !== '') return;
    opened += 1;
    sockets.push(socket);
    socket.on('message', (data) => acknowledge(socket, String(data)));
    socket.on('close', () => left(socket));
    say(socket, { type: 'hello', num_connections: sockets.length, connection_info: { app_id: 'A1' } });
    changed();
    for (const envelope of [...waiting.values()]) if (!envelope.through) send(envelope);
  }

  function say(socket: WebSocket, message: object): void {
    socket.send(JSON.stringify(message));
  }

  function acknowledge(socket: WebSocket, text: string): void {
    // What is muted is as good as gone: nothing arrives from there.
    if (muted.has(socket)) return;
    const { envelope_id, payload = {} } = JSON.parse(text) as { envelope_id: string; payload?: Acknowledged };
    waiting.get(envelope_id)?.settle(payload);
    waiting.delete(envelope_id);
  }

  /** What it took with it goes out again, or nobody will ever know. */
  function left(socket: WebSocket): void {
    sockets.splice(sockets.indexOf(socket), 1);
    muted.delete(socket);
    changed();
    for (const envelope of [...waiting.values()]) {
      if (envelope.through === socket) again(envelope);
    }
  }

  function again(envelope: Envelope): void {
    envelope.through = undefined;
    if (envelope.type === 'events_api') send(envelope);
    else {
      waiting.delete(envelope.id);
      envelope.settle(undefined);
    }
  }

  function send(envelope: Envelope): void {
    const socket = sockets[envelopes % sockets.length];
    if (!socket) return;
    const { id: envelope_id, type, payload, tries } = envelope;
    const again = tries > 0 && { retry_attempt: tries, retry_reason: 'timeout' };
    repeated += Number(tries > 0);
    envelope.tries += 1;
    envelope.through = socket;
    say(socket, { type, envelope_id, payload, accepts_response_payload: type !== 'events_api', ...again });
  }

  function changed(): void {
    for (const look of [...watching]) look();
  }

  const counts = () => ({ open: sockets.length, opened, asked });

  return {
    apiUrl: `${url}/api/`,
    /** How many connections there are, have been, and were asked for. */
    counts,
    /** How often an envelope was sent again. */
    again: () => repeated,
    /** Resolves when that can be said of the counts. */
    async until(holds: (now: ReturnType<typeof counts>) => boolean): Promise<void> {
      if (holds(counts())) return;
      await new Promise<void>((resolve) => {
        const look = () => {
          if (!holds(counts())) return;
          watching.delete(look);
          resolve();
        };
        watching.add(look);
      });
    },
    /** The next tries to connect go wrong in these ways, one each. */
    refuses(...ways: readonly Refusal[]) {
      refusals.push(...ways);
    },
    /** No address is given until the returned function is called. */
    holdsAddresses(): () => void {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    /**
     * Sends an envelope through one of the connections and gives what came back for it; `undefined`
     * when Slack gives it up. An event waits for a connection and for its acknowledgement.
     */
    async deliver(type: Envelope['type'], payload: object): Promise<Acknowledged | undefined> {
      envelopes += 1;
      const id = `envelope-${envelopes}`;
      return new Promise((settle) => {
        const envelope: Envelope = { id, type, payload, settle, tries: 0 };
        waiting.set(id, envelope);
        send(envelope);
        if (!envelope.through && type !== 'events_api') again(envelope);
      });
    },
    /** Sends this text through each connection, whatever it is. */
    sends(text: string) {
      for (const socket of sockets) socket.send(text);
    },
    /** Slack has waited long enough for acknowledgements. */
    losesPatience() {
      for (const envelope of [...waiting.values()]) if (envelope.through) again(envelope);
    },
    /** Slack says that a connection is about to end; the client closes it. Resolves when it did. */
    disconnects: (reason: Farewell) => ended((socket) => say(socket, { type: 'disconnect', reason })),
    /** A connection breaks without a word, or with a code. */
    breaks: (code?: number) => ended((socket) => (code === undefined ? socket.terminate() : socket.close(code))),
    /** Nothing comes from it and nothing goes there, though it looks open. Resolves when the client leaves it. */
    falls: () => ended((socket) => muted.add(socket)),
    close() {
      for (const socket of webSockets.clients) socket.terminate();
      webSockets.close();
      server.closeAllConnections();
      server.close();
    },
  };

  /** Ends the connection that has been there for longest. */
  async function ended(end: (socket: WebSocket) => unknown): Promise<void> {
    const [socket] = sockets;
    if (!socket) return;
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      end(socket);
    });
  }
}

export type SocketServer = Awaited<ReturnType<typeof startSocketServer>>;
