import { browserLanguage, pageResponse } from '../../src/core/page.ts';
import type { AdapterStore, Clock, HttpRequest, HttpResponse, Logger, Random, Route } from '../../src/core/ports.ts';
import { platformCode, reasonOf } from './errors.ts';
import { installPaths } from './install-paths.ts';
import { installWithin, printState, readState } from './install-state.ts';
import type { Installations } from './installations.ts';
import type { Installed, Oauth } from './oauth.ts';
import { type InstallPage, installPage } from './pages.ts';

export interface InstallDeps {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where somebody is asked for their consent. */
  readonly authorizeUrl: string;
  /** The bot's own address from outside. */
  readonly publicUrl: string;
  readonly scopes: readonly string[];
  readonly oauth: Oauth;
  readonly installations: Pick<Installations, 'keep'>;
  readonly store: Pick<AdapterStore, 'once'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Pick<Random, 'secret'>;
  readonly logger: Logger;
  /** Called once a workspace has installed the app. */
  readonly installed: (made: Installed) => void;
}

const cookie = '__Host-lorbot-install';

/** How workspaces install the app by themselves: a page with a button, Slack's own, and what came of it. */
export function createInstallRoutes(deps: InstallDeps): readonly Route[] {
  const { clientId, clientSecret, clock, logger, random } = deps;
  const base = deps.publicUrl.replace(/\/+$/u, '');
  const redirectUri = `${base}${installPaths.end}`;

  async function begin(): Promise<HttpResponse> {
    const [nonce, browser] = [random.secret(), random.secret()];
    const state = printState(nonce, Date.parse(clock.now()) + installWithin, browser, clientSecret);
    const query = new URLSearchParams({
      client_id: clientId,
      scope: deps.scopes.join(','),
      redirect_uri: redirectUri,
      state,
    });
    return {
      status: 302,
      headers: {
        location: `${deps.authorizeUrl}?${query}`,
        'cache-control': 'no-store',
        'set-cookie': `${cookie}=${browser}; Max-Age=${installWithin / 1_000}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      },
    };
  }

  async function end({ query, headers }: HttpRequest): Promise<HttpResponse> {
    const say = (what: InstallPage, status = 400) => html(status, what, headers);
    if (query.get('error') !== null) return say({ kind: 'declined' }, 200);
    const nonce = readState(query.get('state') ?? '', browserOf(headers), clientSecret, Date.parse(clock.now()));
    if (nonce === undefined) return say({ kind: 'stale' });
    try {
      if (!(await deps.store.once(`install ${nonce}`, clock.now()))) return say({ kind: 'stale' });
      const made = await deps.oauth.install(query.get('code') ?? '', redirectUri);
      await deps.installations.keep(made.workspace, made.made);
      deps.installed(made);
      return say({ kind: 'installed', open: openIn(made) }, 200);
    } catch (error) {
      const reason = reasonOf(error);
      logger.warn('a workspace could not install the app', { platform: 'slack', reason });
      return platformCode(error) === 'invalid_code' ? say({ kind: 'stale' }) : say({ kind: 'failed', reason }, 502);
    }
  }

  return [
    {
      method: 'GET',
      path: installPaths.landing,
      handle: async ({ headers }) => html(200, { kind: 'landing', begin: `${base}${installPaths.begin}` }, headers),
    },
    { method: 'GET', path: installPaths.begin, handle: begin },
    { method: 'GET', path: installPaths.end, handle: end },
  ];
}

/** Opens the app in Slack. https://docs.slack.dev/interactivity/deep-linking */
function openIn({ appId, workspace, orgWide }: Installed): string | undefined {
  if (appId === undefined || orgWide) return undefined;
  return `https://slack.com/app_redirect?${new URLSearchParams({ app: appId, team: workspace })}`;
}

function browserOf(headers: HttpRequest['headers']): string {
  const all = String(headers.cookie ?? '').split(/;\s*/u);
  return all.find((one) => one.startsWith(`${cookie}=`))?.slice(cookie.length + 1) ?? '';
}

function html(status: number, what: InstallPage, headers: HttpRequest['headers']): HttpResponse {
  const language = browserLanguage(headers);
  return pageResponse(status, installPage(what, language), language);
}
