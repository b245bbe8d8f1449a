import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { createFakeState, type FakeAnswer, type FakeFile, type FakeRequest } from './discord-fake-routes.ts';
import { createApplicationKey, createEndPoint, type EndPoint, type Signing } from './discord-signed.ts';

/** What becomes of a request: an answer of the test's, Discord's usual one, a connection that breaks, or silence. */
export type Fate = FakeAnswer | 'pass' | 'drop' | 'silence';

export interface DiscordFakeOptions {
  readonly token?: string;
  readonly bot?: string;
  /** Milliseconds, for the three seconds that an interaction waits. */
  readonly now?: () => number;
  /** Whether a history hands the nonces back. */
  readonly nonces?: boolean;
  /** How many connections a client shall make, and how many logins it has left. */
  readonly shards?: number;
  readonly loginsLeft?: number;
  /** Milliseconds between two heartbeats of a client. */
  readonly heartbeat?: number;
}

interface Waiter {
  readonly matches: (request: FakeRequest) => boolean;
  readonly resolve: (request: FakeRequest) => void;
}

/**
 * A Discord of our own for what other test servers lack: direct messages and people who closed
 * theirs, files in both directions, rate limits, answers that get lost, nonces, the three seconds
 * of an interaction. The real discord.js connects to it; whoever starts it closes it.
 */
export async function startDiscord(options: DiscordFakeOptions = {}) {
  const {
    token = 'fake-token',
    bot = '100000000000000001',
    now = Date.now,
    nonces = true,
    heartbeat = 45_000,
    shards = 1,
    loginsLeft = 999,
  } = options;
  const state = createFakeState({ bot, now, nonces });
  const requests: FakeRequest[] = [];
  const waiters: Waiter[] = [];
  const fates: { readonly start: string; readonly fate: Fate }[] = [];
  const sockets = new Set<WebSocket>();
  const intents: number[] = [];
  /** All that was dispatched, for whoever resumes. */
  const past: string[] = [];
  const onShard = new Map<number, WebSocket>();
  let resumed = 0;
  let deaf = false;
  const uploads = new Map<string, FakeFile>();
  const { publicKey, privateKey } = createApplicationKey();
  /** Interactions that are under way to the end point, by their tokens. */
  const called = new Map<string, Promise<void>>();
  const failed: { readonly id: string; readonly status: number }[] = [];
  let endPoint: EndPoint | undefined;
  let sequence = 0;

  const server = createServer((request, response) => {
    void handle(request, response);
  });
  const gateway = new WebSocketServer({ server });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    const at = fates.findIndex(({ start }) => `${request.method} ${request.path}`.startsWith(start));
    const [told] = at === -1 ? [] : fates.splice(at, 1);
    const fate = told?.fate ?? 'pass';
    // What follows a first response comes over another connection; here it does not overtake it.
    await called.get(request.path.split('/')[3] ?? '');
    note(request);
    if (fate === 'drop') incoming.socket.destroy();
    else if (fate !== 'silence') write(response, fate === 'pass' ? answerTo(request) : fate);
    tell(request);
  }

  function note(request: FakeRequest): void {
    requests.push(request);
  }

  function tell(request: FakeRequest): void {
    for (const waiter of waiters.filter(({ matches }) => matches(request))) {
      waiters.splice(waiters.indexOf(waiter), 1);
      waiter.resolve(request);
    }
  }

  function answerTo(request: FakeRequest): FakeAnswer {
    const kept = uploads.get(request.path);
    if (kept) return { status: 200, body: kept.bytes, headers: { 'content-type': kept.type } };
    const open = /^\/(?:interactions|webhooks)\//u.test(request.path);
    if (!open && request.authorization !== `Bot ${token}`) {
      return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
    }
    if (request.path === '/gateway/bot') {
      // With as many in a bucket of their own, they need not wait five seconds for each other.
      const limit = { total: 1000, remaining: loginsLeft, reset_after: 3_600_000, max_concurrency: shards };
      return { status: 200, body: { url: `ws://127.0.0.1:${port}`, shards, session_start_limit: limit } };
    }
    return state.answer(request);
  }

  gateway.on('connection', (socket) => {
    sockets.add(socket);
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: heartbeat } }));
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw)) as {
        op: number;
        d: { token?: string; intents?: number; seq?: number; shard?: [number, number] };
      };
      if (op === 1 && !deaf) socket.send(JSON.stringify({ op: 11 }));
      if (op === 6) return resume(socket, d.seq ?? 0);
      if (op !== 2) return;
      deaf = false;
      intents.push(d.intents ?? 0);
      const number = d.shard?.[0] ?? 0;
      if (d.token !== token) return socket.close(4004, 'Authentication failed');
      onShard.set(number, socket);
      only(socket, 'READY', {
        v: 10,
        user: { id: bot, username: 'lorbot', discriminator: '0', bot: true },
        guilds: [],
        session_id: 'session',
        resume_gateway_url: `ws://127.0.0.1:${port}`,
        application: { id: bot, flags: 0 },
      });
    });
    socket.on('close', () => sockets.delete(socket));
  });

  function dispatch(event: string, data: unknown): void {
    dispatchJson(event, JSON.stringify(data));
  }

  function dispatchJson(event: string, json: string, to: Iterable<WebSocket> = sockets): void {
    sequence += 1;
    const frame = `{"op":0,"t":${JSON.stringify(event)},"s":${sequence},"d":${json}}`;
    past.push(frame);
    for (const socket of to) socket.send(frame);
  }

  /** To one connection alone. */
  function only(socket: WebSocket, event: string, data: unknown): void {
    dispatchJson(event, JSON.stringify(data), [socket]);
  }

  /** What happened since then comes first: https://docs.discord.com/developers/events/gateway#resuming */
  function resume(socket: WebSocket, since: number): void {
    resumed += 1;
    deaf = false;
    for (const frame of past.slice(since)) socket.send(frame);
    dispatch('RESUMED', {});
  }

  /**
   * An interaction to the end point. A response with a status of 200 is taken for the request that
   * would have said the same, https://docs.discord.com/developers/interactions/receiving-and-responding:
   * its first response. After 202 that request is still to come.
   */
  async function call(to: EndPoint, payload: Readonly<Record<string, unknown>>): Promise<void> {
    const { status, body } = await to.post(payload);
    const { id, token: its } = payload as { id: string; token: string };
    if (status === 202 && body === undefined) return;
    const path = `/interactions/${id}/${its}/callback`;
    const request = { method: 'POST', path, query: new URLSearchParams(), authorization: undefined, files: new Map() };
    const response = status === 200 && body ? { ...request, body } : undefined;
    const taken = response && state.answer(response).status === 204;
    if (!taken) return void failed.push({ id, status });
    note(response);
    tell(response);
  }

  async function close(): Promise<void> {
    for (const socket of sockets) socket.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return {
    token,
    bot,
    apiUrl: `http://127.0.0.1:${port}/api`,
    requests,
    /** What each login asked to hear of. */
    intents: () => intents,
    state,
    /** Something that happens on Discord. */
    dispatch,
    /** The same with its data in JSON, such as no object is printed to. */
    dispatchJson: (event: string, json: string) => dispatchJson(event, json),
    /** What verifies interactions over HTTP. */
    publicKey,
    /** Interactions over HTTP whose first response was none: people read that they failed. */
    failed,
    /**
     * Sets the Interactions Endpoint URL: from now on interactions come there and not over the
     * gateway, https://docs.discord.com/developers/interactions/overview. Discord tries it first;
     * an address that does not stand the trial throws.
     */
    async setEndPoint(url: string, signing: Omit<Signing, 'privateKey'>): Promise<void> {
      const tried = createEndPoint(url, { privateKey, ...signing });
      await tried.try(bot);
      endPoint = tried;
    },
    /** An interaction that somebody begins now, with a token of its own. */
    interact(interaction: { readonly id: string; readonly token: string } & Record<string, unknown>): void {
      state.begin(interaction.id, interaction.token);
      const payload = { application_id: bot, version: 1, ...interaction };
      if (endPoint) called.set(interaction.token, call(endPoint, payload));
      else dispatch('INTERACTION_CREATE', payload);
    },
    /** A file that somebody attached, as Discord tells of it; its bytes are at its `url`. */
    attach(name: string, content: string | Uint8Array, type = 'text/csv') {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const id = String(700_000_000_000_000_000n + BigInt(uploads.size));
      const path = `/attachments/${id}/${name}`;
      uploads.set(path, { name, type, bytes });
      const url = `http://127.0.0.1:${port}${encodeURI(path)}?ex=1&is=2&hm=3`;
      return { id, filename: name, size: bytes.length, url, proxy_url: url, content_type: type, ephemeral: true };
    },
    /** What becomes of the next request that begins so: `POST /channels/`. */
    next(start: string, fate: Fate): void {
      fates.push({ start, fate });
    },
    /** The first request from now on that matches. */
    request: (matches: Waiter['matches']) => new Promise<FakeRequest>((resolve) => waiters.push({ matches, resolve })),
    /** How often a session was taken up again. */
    resumed: () => resumed,
    /** Discord knows the session no more, or says that it can be taken up again. */
    invalidate(resumable: boolean): void {
      for (const socket of sockets) socket.send(JSON.stringify({ op: 9, d: resumable }));
    },
    /** Discord asks clients to connect anew. */
    reconnect(): void {
      for (const socket of sockets) socket.send(JSON.stringify({ op: 7 }));
    },
    /** Heartbeats find no answer until a client comes anew, though the connection looks open. */
    falls(): void {
      deaf = true;
    },
    /** Tells something to one of several connections, or breaks it. */
    toShard: (shard: number, event: string, data: unknown) => {
      const socket = onShard.get(shard);
      if (socket) only(socket, event, data);
    },
    breakShard: (shard: number, code: number) => onShard.get(shard)?.close(code),
    /** Breaks every gateway connection with a close code. */
    disconnect(code: number): void {
      for (const socket of sockets) socket.close(code);
    },
    close,
  };
}

export type DiscordFake = Awaited<ReturnType<typeof startDiscord>>;

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const url = new URL(incoming.url ?? '/', 'http://fake');
  const type = incoming.headers['content-type'] ?? '';
  const { text, files } = type.startsWith('multipart/form-data')
    ? await readParts(raw, type)
    : { text: raw.toString('utf8'), files: new Map() };
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/u, ''),
    query: url.searchParams,
    authorization: incoming.headers.authorization,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {},
    files,
  };
}

/** The JSON and the files of a request that has both. */
async function readParts(raw: Buffer, type: string): Promise<{ text: string; files: ReadonlyMap<number, FakeFile> }> {
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData();
  const files = new Map<number, FakeFile>();
  for (const [part, value] of form.entries()) {
    const number = /^files\[(\d)\]$/u.exec(part)?.[1];
    if (number === undefined || typeof value === 'string') continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    files.set(Number(number), { name: value.name, type: value.type, bytes });
  }
  return { text: String(form.get('payload_json') ?? '{}'), files };
}

function write(response: ServerResponse, { status, body, headers = {} }: FakeAnswer): void {
  if (body === undefined) return void response.writeHead(status, headers).end();
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, { 'content-type': raw ? 'text/plain' : 'application/json', ...headers });
  response.end(raw ? body : JSON.stringify(body));
}
