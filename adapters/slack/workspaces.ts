import type { AdapterStore, Clock, Logger, Random, Route } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import { createApis, type SlackApis } from './api.ts';
import type { SlackCommand } from './handlers.ts';
import { createInstallRoutes } from './install.ts';
import { createInstallations, type Identity, type Origin } from './installations.ts';
import { scopesOf } from './manifest.ts';
import { createOauth, type Installed } from './oauth.ts';
import { createWhoAmI } from './one-workspace.ts';

/** What it takes for workspaces to install the app by themselves. */
export interface SlackAccess {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where somebody is asked for their consent; slack.com when it is left out. */
  readonly authorizeUrl?: string | undefined;
  /** The bot's own address from outside. */
  readonly publicUrl: string;
}

export interface WorkspacesDeps {
  /** Another Slack than slack.com: a gateway, a test. */
  readonly apiUrl?: string | undefined;
  /** Milliseconds after which a call counts as lost; the adapter's own when it is left out. */
  readonly callWithin?: number | undefined;
  readonly commands: readonly SlackCommand[];
  /** Whether messages in channels are read that do not mention the bot. */
  readonly readChannels?: boolean;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random: Pick<Random, 'secret'>;
  readonly store: AdapterStore;
}

/** Called once a workspace has installed the app. */
export type OnInstalled = (made: Installed) => void;

/** The workspaces that the bot is in, one or many, and its tokens for them. */
export interface Workspaces {
  readonly apis: SlackApis;
  readonly tokenOf: (workspace: string) => Promise<string>;
  readonly identify: (from: Origin) => Promise<Identity>;
  /** Asks whether Slack is there and takes what it is shown. Throws when it does not. */
  introduceOnce(): Promise<void>;
  /** Forgets the token of a workspace that removed the app. */
  forget(workspace: string, removedAt: Instant): Promise<void>;
  readonly routes: readonly Route[];
}

const usualAuthorizeUrl = 'https://slack.com/oauth/v2/authorize';

export function oneWorkspace(
  { apiUrl, callWithin, logger }: Pick<WorkspacesDeps, 'apiUrl' | 'callWithin' | 'logger'>,
  botToken: string,
): Workspaces {
  const tokenOf = async () => botToken;
  const apis = createApis({ tokenOf, oneToken: true, apiUrl, callWithin, logger });
  const whoAmI = createWhoAmI(apis.with(botToken));
  return {
    apis,
    tokenOf,
    identify: whoAmI,
    introduceOnce: async () => void (await whoAmI()),
    // The token comes from the operator, who sets another one.
    forget: async () => undefined,
    routes: [],
  };
}

export function manyWorkspaces(deps: WorkspacesDeps, access: SlackAccess, installed: OnInstalled): Workspaces {
  const { apiUrl, clock, commands, logger, random, readChannels = false, store } = deps;
  const apis = createApis({
    tokenOf: (workspace) => installations.tokenOf(workspace),
    oneToken: false,
    apiUrl,
    logger,
  });
  const oauth = createOauth({ ...access, apis, clock });
  const installations = createInstallations({ store, clock, logger, refresh: oauth.refresh });
  const routes = createInstallRoutes({
    ...access,
    authorizeUrl: access.authorizeUrl ?? usualAuthorizeUrl,
    scopes: scopesOf(commands, readChannels),
    ...{ oauth, installations, store, clock, random, logger, installed },
  });
  return {
    apis,
    tokenOf: installations.tokenOf,
    identify: installations.identify,
    introduceOnce: async () => void (await apis.anonymous.call((client) => client.api.test())),
    forget: installations.remove,
    routes,
  };
}
