import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createEmulator } from 'emulate';
import { fileScopes, readingScopes, scopes } from '../../adapters/slack/manifest.ts';
import { listen } from './listen.ts';

export const botToken = 'xoxb-test';
export const signingSecret = 'a-secret-of-the-tests';
export const clientId = '1.1';
export const clientSecret = 'a-client-secret-of-the-tests';
export const team = 'T000000001';
export const botUser = 'U0LORBOT01';

export const allScopes: readonly string[] = scopes.map(({ scope }) => scope);

/** Those of a bot that takes files. */
export const scopesForFiles: readonly string[] = [...scopes, ...fileScopes].map(({ scope }) => scope);

/** Those of a bot that reads channels. */
export const scopesToRead: readonly string[] = [...scopes, ...readingScopes].map(({ scope }) => scope);

/** A call that the bot made to the Web API, and what came back. */
export interface ApiCall {
  readonly method: string;
  readonly sent: Readonly<Record<string, string>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** What a `response_url` was told. */
export type Told = Readonly<Record<string, unknown>>;

/** How the next call of a method goes wrong: a status with headers, an error code, or a dropped connection. */
export type Fault =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | { readonly error: string }
  | 'drop'
  /** Slack does it, and the answer is lost. */
  | 'lose'
  /** Slack does it and does not answer. */
  | 'hang';

/** Sees a call at a moment of it, and may have the connection end there. */
export type Watcher = (method: string, moment: 'arrived' | 'accepted') => 'go on' | 'drop';

/**
 * A Slack workspace on loopback: the Web API is `emulate`, which is not ours, behind a proxy that
 * notes each call and can break one; requests to the bot are signed as Slack signs them.
 */
export async function startWorkspace(
  scopes: readonly string[],
  people: readonly string[] = ['maya', 'noah'],
  redirectUris: readonly string[] = [],
) {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        users: people.map((name) => ({ name })),
        oauth_apps: [
          {
            app_id: 'A0LORBOT',
            client_id: clientId,
            client_secret: clientSecret,
            name: 'lorbot',
            redirect_uris: [...redirectUris],
            scopes,
            bot_user_id: botUser,
            bot_id: 'B0LORBOT01',
          },
        ],
        channels: [{ name: 'letters' }],
        tokens: [
          {
            token: botToken,
            user: botUser,
            scopes,
            type: 'bot',
            app_id: 'A0LORBOT',
            bot_user_id: botUser,
            bot_id: 'B0LORBOT01',
          },
          ...people.map((name) => ({ token: `xoxp-${name}`, user: name, app_id: 'A0LORBOT' })),
          { token: 'xoxp-admin', user: 'U000000001', app_id: 'A0LORBOT' },
        ],
      },
    },
  });
  const calls: ApiCall[] = [];
  const told: Told[] = [];
  const faults = new Map<string, Fault[]>();
  const uploads = new Map<string, Buffer>();
  let watcher: Watcher = () => 'go on';

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const path = request.url ?? '';
    if (path.startsWith('/hooks/')) {
      const fault = faults.get('response_url')?.shift();
      if (fault === 'drop') return void response.destroy();
      if (typeof fault === 'object' && 'status' in fault) {
        response.writeHead(fault.status, fault.headers).end(fault.body);
        return;
      }
      told.push(JSON.parse(body.toString('utf8')));
      response.end('ok');
      return;
    }
    if (path.startsWith('/oauth/')) {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const sentOn = await fetch(`${emulator.url}${path}`, { method: 'POST', redirect: 'manual', headers, body });
      response.writeHead(sentOn.status, { location: sentOn.headers.get('location') ?? '' }).end();
      return;
    }
    // Bytes go to and come from addresses of their own.
    const [, kind = ''] = /^\/(upload|files-pri)\//u.exec(path) ?? [];
    const method = kind === '' ? path.replace('/api/', '') : kind;
    const sent = kind === '' ? Object.fromEntries(new URLSearchParams(body.toString('utf8'))) : { path };
    const fault = watcher(method, 'arrived') === 'drop' ? 'drop' : faults.get(method)?.shift();
    if (fault === 'drop') return void response.destroy();
    if (typeof fault === 'object' && 'status' in fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body);
      return;
    }
    if (typeof fault === 'object') {
      response.end(JSON.stringify({ ok: false, error: fault.error }));
      return;
    }
    const passed = await fetch(`${emulator.url}${path}`, {
      method: request.method ?? 'POST',
      headers: {
        'content-type': request.headers['content-type'] ?? '',
        authorization: request.headers.authorization ?? '',
      },
      ...(request.method !== 'GET' && { body }),
    });
    if (kind === 'upload') uploads.set(path.slice(path.lastIndexOf('/') + 1), body);
    if (kind !== '') {
      const content = Buffer.from(await passed.arrayBuffer());
      calls.push({ method, sent, answer: { ok: passed.ok, authorization: request.headers.authorization } });
      response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? '' }).end(content);
      return;
    }
    // The addresses that Slack names lead through here, too.
    const answer = JSON.parse((await passed.text()).replaceAll(emulator.url, url)) as Record<string, unknown>;
    calls.push({ method, sent, answer });
    if (watcher(method, 'accepted') === 'drop' || fault === 'lose') return void response.destroy();
    if (fault === 'hang') return;
    response.end(JSON.stringify(answer));
  }

  const url = await listen(server);

  async function close(): Promise<void> {
    server.closeAllConnections();
    server.close();
    await emulator.close();
  }

  /** Asks Slack as somebody else than the bot. */
  async function ask(token: string, method: string, body: Record<string, string> = {}) {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(body).toString(),
    });
    return (await response.json()) as Record<string, unknown>;
  }

  /** A file that somebody has put into a form, as the form tells of it. The bot may see it, as it may there. */
  async function upload(token: string, name: string, content: string | Uint8Array) {
    const bytes = Buffer.from(content);
    const begun = await ask(token, 'files.getUploadURLExternal', { filename: name, length: String(bytes.length) });
    await fetch(String(begun.upload_url), { method: 'POST', body: bytes });
    const { channel } = await ask(token, 'conversations.open', { users: botUser });
    const { files } = await ask(token, 'files.completeUploadExternal', {
      files: JSON.stringify([{ id: begun.file_id, title: name }]),
      channel_id: (channel as { id: string }).id,
    });
    const [file] = files as { url_private_download: string }[];
    if (!file) throw new Error(`${name} was not uploaded`);
    return { ...file, url_private_download: file.url_private_download.replace(emulator.url, url) };
  }

  /** The bytes of a file, as somebody who can see it reads them. */
  async function read(token: string, file: string): Promise<Buffer | undefined> {
    const { file: info } = await ask(token, 'files.info', { file });
    const address = (info as { url_private_download?: string } | undefined)?.url_private_download;
    if (address === undefined) return undefined;
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
  }

  async function idOf(list: string, field: string, name: string): Promise<string> {
    const { [field]: all } = await ask('xoxp-admin', list);
    const found = (all as { id: string; name: string }[]).find((one) => one.name === name);
    if (!found) throw new Error(`no ${name} in ${list}`);
    return found.id;
  }

  const person = (name: string) => idOf('users.list', 'members', name);
  const [maya, noah] = [await person('maya'), await person('noah')];
  const letters = await idOf('conversations.list', 'channels', 'letters');

  return {
    person,
    apiUrl: `${url}/api/`,
    calls,
    told,
    maya,
    noah,
    admin: 'U000000001',
    letters,
    responseUrl: `${url}/hooks/answer`,
    close,
    ask,
    upload,
    read,
    /** The bytes that the bot sent for a file. */
    uploaded: (file: string) => uploads.get(file) ?? Buffer.from(''),
    /** Of all files. */
    allUploaded: (): readonly Buffer[] => [...uploads.values()],
    /** The next calls of a method, or answers at a `response_url`, go wrong, one each. */
    breaks(method: string, ...next: readonly Fault[]) {
      faults.set(method, [...(faults.get(method) ?? []), ...next]);
    },
    /** Looks at every call from now on, as it comes and when Slack has done what it asks. */
    watch(look: Watcher) {
      watcher = look;
    },
    /** How many calls of a method are still to go wrong. */
    left: (method: string) => faults.get(method)?.length ?? 0,
    of: (method: string) => calls.filter((call) => call.method === method),
    async trigger(user: string): Promise<string> {
      const { trigger_id } = await ask(botToken, 'views.generateTriggerId', { user_id: user });
      return String(trigger_id);
    },
  };
}

export type Workspace = Awaited<ReturnType<typeof startWorkspace>>;

/** What somebody types, as Slack hands it on. */
export function escapedBySlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export interface SignedAs {
  readonly secret?: string;
  /** Seconds from now. */
  readonly shift?: number;
  readonly type?: string;
}

/** Sends a body as Slack sends it, with its signature over the raw bytes. */
export function signed<B extends string | Uint8Array>(
  body: B,
  { secret = signingSecret, shift = 0, type }: SignedAs = {},
) {
  const timestamp = String(Math.floor(Date.now() / 1_000) + shift);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const isJson = typeof body === 'string' ? body.startsWith('{') : body[0] === 0x7b;
  return {
    headers: {
      'content-type': type ?? (isJson ? 'application/json' : 'application/x-www-form-urlencoded'),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
