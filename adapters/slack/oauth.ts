import type { Clock } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import type { SlackApi, SlackApis } from './api.ts';
import { type Installation, oauthAnswer } from './schema.ts';

export interface OauthDeps {
  readonly apis: Pick<SlackApis, 'anonymous' | 'with'>;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** A token with what is needed to exchange it, where tokens expire. */
export type RefreshedToken = Pick<Installation, 'token' | 'refreshToken' | 'expiresAt'>;

/** What came of somebody's consent. */
export interface Installed {
  /** The workspace, or the organisation when all of it installed the app. */
  readonly workspace: string;
  readonly orgWide: boolean;
  readonly appId: string | undefined;
  /** Whoever installed it. */
  readonly installer: string;
  readonly made: Installation;
}

/** Slack's OAuth v2. https://docs.slack.dev/authentication/installing-with-oauth, read on 2026-11-27. */
export function createOauth({ apis, clientId, clientSecret, clock }: OauthDeps) {
  const secrets = { client_id: clientId, client_secret: clientSecret };

  /** Exchanges the code that Slack handed to somebody's browser. */
  async function install(code: string, redirectUri: string): Promise<Installed> {
    const answer = await ask(apis.anonymous, { ...secrets, code, redirect_uri: redirectUri });
    const { team, enterprise, is_enterprise_install: wide, authed_user: installer } = answer;
    const orgWide = wide === true;
    const workspace = orgWide ? enterprise?.id : team?.id;
    if (workspace === undefined || installer === undefined) throw new Error('Slack does not say who installed the app');
    const pair = pairOf(answer);
    // Who the bot is stands nowhere else.
    const { bot_id, url } = await apis.with(pair.token).call((client) => client.auth.test());
    return {
      workspace,
      orgWide,
      appId: answer.app_id,
      installer: installer.id,
      made: {
        ...pair,
        at: clock.now(),
        ...(answer.bot_user_id !== undefined && { botUserId: answer.bot_user_id }),
        ...(bot_id !== undefined && { botId: bot_id }),
        ...(url !== undefined && { home: url }),
      },
    };
  }

  /** Exchanges a token that is about to end. https://docs.slack.dev/authentication/using-token-rotation */
  async function refresh(refreshToken: string): Promise<RefreshedToken> {
    return pairOf(await ask(apis.anonymous, { ...secrets, grant_type: 'refresh_token', refresh_token: refreshToken }));
  }

  async function ask(api: SlackApi, form: Readonly<Record<string, string>>) {
    return oauthAnswer.parse(await api.call((client) => client.apiCall('oauth.v2.access', form)));
  }

  function pairOf(answer: ReturnType<typeof oauthAnswer.parse>): RefreshedToken {
    const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = answer;
    if (refreshToken === undefined || seconds === undefined) return { token };
    const expiresAt = new Date(Date.parse(clock.now()) + seconds * 1_000).toISOString() as Instant;
    return { token, refreshToken, expiresAt };
  }

  return { install, refresh };
}

export type Oauth = ReturnType<typeof createOauth>;
