import { createServer, type IncomingMessage } from 'node:http';
import { listen } from './listen.ts';
import { startWorkspace, type Workspace } from './slack-server.ts';

/** A call that reached Slack, with the workspace whose token it had. */
export interface WorldCall {
  readonly team: string | undefined;
  readonly token: string;
  readonly method: string;
  readonly sent: Readonly<Record<string, string>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

interface Issued {
  readonly team: string;
  /** As the emulator of the workspace knows it. */
  readonly inner: string;
  dead?: string;
}

type Answer = Record<string, unknown>;

/** The id that every emulator gives its workspace. */
const emulated = 'T000000001';

/**
 * A Slack of several workspaces: an emulator for each, behind one address that tells them apart by
 * their tokens. What the emulator lacks is done here: tokens that end and are exchanged, an
 * organisation that installs the app for all of its workspaces, and Slack being away.
 */
export async function startSlackWorld(teams: readonly string[], scopes: readonly string[], redirectUri: string) {
  const workspaces = new Map<string, Workspace>();
  for (const team of teams) workspaces.set(team, await startWorkspace(scopes, ['maya', 'noah'], [redirectUri]));
  const issued = new Map<string, Issued>();
  const refreshes = new Map<string, Issued>();
  const codes = new Map<string, { readonly team: string; readonly organisation: string | undefined }>();
  const calls: WorldCall[] = [];
  let count = 0;
  let rotates = false;
  let away: ((method: string) => boolean) | undefined;

  const server = createServer((request, response) => {
    serve(request)
      .then((answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)))
      .catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const method = String(request.url).replace('/api/', '');
    if (away?.(method)) throw new Error('away');
    const form = new URLSearchParams(body.toString('utf8'));
    if (method === 'api.test') return { ok: true };
    if (method === 'oauth.v2.access') {
      const answer = form.has('refresh_token') ? exchange(form) : await install(form);
      calls.push({ team: undefined, token: '', method, sent: Object.fromEntries(form), answer });
      return answer;
    }
    const token = String(request.headers.authorization ?? '').replace('Bearer ', '');
    const holder = issued.get(token);
    const answer = holder?.dead ? { ok: false, error: holder.dead } : await passOn(method, body, request, holder);
    calls.push({ team: holder?.team, token, method, sent: Object.fromEntries(form), answer });
    return answer;
  }

  async function passOn(method: string, body: Buffer, request: IncomingMessage, holder?: Issued): Promise<Answer> {
    const workspace = workspaces.get(holder?.team ?? '');
    if (!holder || !workspace) return { ok: false, error: 'invalid_auth' };
    const headers = {
      authorization: `Bearer ${holder.inner}`,
      'content-type': String(request.headers['content-type'] ?? ''),
    };
    const response = await fetch(`${workspace.apiUrl}${method}`, { method: 'POST', headers, body });
    return JSON.parse((await response.text()).replaceAll(emulated, holder.team)) as Answer;
  }

  async function install(form: URLSearchParams): Promise<Answer> {
    const { team = '', organisation } = codes.get(form.get('code') ?? '') ?? {};
    const workspace = workspaces.get(team);
    if (!workspace) return { ok: false, error: 'invalid_code' };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(`${workspace.apiUrl}oauth.v2.access`, {
      ...{ method: 'POST', headers, body: form.toString() },
    });
    const answer = JSON.parse((await response.text()).replaceAll(emulated, team)) as Answer;
    if (answer.ok !== true) return answer;
    const pair = issue({ team, inner: String(answer.access_token) });
    const whose = organisation === undefined ? {} : { enterprise: { id: organisation }, is_enterprise_install: true };
    return { ...answer, ...pair, ...whose, ...(organisation !== undefined && { team: null }) };
  }

  function exchange(form: URLSearchParams): Answer {
    const refresh = form.get('refresh_token') ?? '';
    const holder = refreshes.get(refresh);
    if (!holder) return { ok: false, error: 'invalid_refresh_token' };
    refreshes.delete(refresh);
    return { ok: true, ...issue(holder) };
  }

  function issue({ team, inner }: Issued): Answer {
    count += 1;
    const token = `${rotates ? 'xoxe.' : ''}xoxb-world-${count}`;
    issued.set(token, { team, inner });
    if (!rotates) return { access_token: token };
    const refresh = `xoxe-1-refresh-${count}`;
    refreshes.set(refresh, { team, inner });
    return { access_token: token, refresh_token: refresh, expires_in: 43_200 };
  }

  const url = await listen(server);

  return {
    apiUrl: `${url}/api/`,
    authorizeUrl: `${url}/oauth/v2/authorize`,
    calls,
    issued,
    workspace(team: string): Workspace {
      const found = workspaces.get(team);
      if (!found) throw new Error(`no workspace ${team}`);
      return found;
    },
    /** From now on tokens end after twelve hours, and can be exchanged once. */
    rotate() {
      rotates = true;
    },
    /** A token is worth nothing from now on. */
    kills(token: string, error: string) {
      const holder = issued.get(token);
      if (holder) holder.dead = error;
    },
    /** Whether Slack breaks off a call. */
    goesAway(when: ((method: string) => boolean) | undefined) {
      away = when;
    },
    /** Somebody agrees on Slack's page, for a workspace or all of an organisation: where their browser is sent. */
    async consents(asked: URL, team: string, organisation?: string): Promise<URL> {
      const workspace = workspaces.get(team);
      if (!workspace) throw new Error(`no workspace ${team}`);
      const { client_id = '', scope = '', state = '', redirect_uri = '' } = Object.fromEntries(asked.searchParams);
      const form = { user_id: workspace.admin, client_id, scope, state, redirect_uri };
      const response = await fetch(new URL('/oauth/v2/authorize/callback', workspace.apiUrl), {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
      const back = new URL(String(response.headers.get('location')));
      codes.set(back.searchParams.get('code') ?? '', { team, organisation });
      return back;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      for (const workspace of workspaces.values()) await workspace.close();
    },
  };
}
