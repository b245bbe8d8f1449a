import { createLatest } from '../../src/core/latest.ts';
import type { AdapterStore, Clock, Logger } from '../../src/core/ports.ts';
import type { Instant } from '../../src/core/time.ts';
import { NotInstalled, platformCode, reasonOf } from './errors.ts';
import type { RefreshedToken } from './oauth.ts';
import { type Installation, readInstallation } from './schema.ts';

/** What Bolt has to know of the bot where a request came from. */
export interface Identity {
  readonly botId?: string;
  readonly botUserId?: string;
  /** The address of the workspace. */
  readonly home?: string;
}

/** Where a request came from. Of an app that a whole organisation installed, the token is the organisation's. */
export interface Origin {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall?: boolean;
}

/** The tokens of the workspaces that installed the app. */
export interface Installations {
  /** The token for a workspace, good for a while. Throws `NotInstalled` where there is none. */
  tokenOf(workspace: string): Promise<string>;
  /** Nothing of a workspace that has not installed the app, or no longer. */
  identify(from: Origin): Promise<Identity>;
  keep(workspace: string, made: Installation): Promise<void>;
  /** Forgets the token of a workspace, unless the app was installed there again since. */
  remove(workspace: string, removedAt: Instant): Promise<void>;
}

export interface InstallationsDeps {
  readonly store: AdapterStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Asks Slack for the next pair of tokens. */
  readonly refresh: (refreshToken: string) => Promise<RefreshedToken>;
}

/** Milliseconds before its end at which a token is exchanged: enough for many tries while Slack is away. */
const ahead = 2 * 60 * 60_000;

/** Milliseconds before another try at an exchange that failed. */
const tryAgainAfter = 60_000;

/** Milliseconds for which what was read is taken for true: another process may have exchanged the token. */
const fresh = 60_000;

const rememberedAtMost = 10_000;

const [entry, organisation] = ['installation', 'organisation'] as const;

/** Keeps the installations in the adapter's own store, where they lie sealed. */
export function createInstallations({ store, clock, logger, refresh }: InstallationsDeps): Installations {
  const known = createLatest<string, { readonly made: Installation | undefined; readonly until: number }>(
    rememberedAtMost,
  );
  const organisations = createLatest<string, string>(rememberedAtMost);
  const exchanges = new Map<string, Promise<Installation>>();
  const failedAt = createLatest<string, number>(rememberedAtMost);
  /** Pairs that the store could not take yet. The one that it has is worth nothing any more. */
  const unsaved = new Map<string, Installation>();

  function note(workspace: string, made: Installation | undefined): void {
    known.set(workspace, { made, until: clock.monotonic() + fresh });
  }

  async function read(workspace: string): Promise<Installation | undefined> {
    await saveLate(workspace);
    const before = known.get(workspace);
    if (before && before.until > clock.monotonic()) return before.made;
    const made = readInstallation(await store.get(workspace, entry));
    note(workspace, made);
    return made;
  }

  /** Unless the app was installed again since, or removed. */
  async function saveLate(workspace: string): Promise<void> {
    const made = unsaved.get(workspace);
    if (!made) return;
    note(workspace, made);
    try {
      const stored = readInstallation(await store.get(workspace, entry));
      if (stored?.at === made.at) await keep(workspace, made);
      else note(workspace, stored);
      unsaved.delete(workspace);
    } catch {
      // The next call tries it again.
    }
  }

  async function keep(workspace: string, made: Installation): Promise<void> {
    await store.set(workspace, entry, JSON.stringify(made));
    note(workspace, made);
  }

  /** The workspace or organisation that has the token for a workspace. */
  async function holderOf(workspace: string): Promise<string> {
    if (await read(workspace)) return workspace;
    return organisations.get(workspace) ?? (await store.get(workspace, organisation)) ?? workspace;
  }

  async function current(workspace: string): Promise<Installation> {
    const holder = await holderOf(workspace);
    const made = await read(holder);
    if (!made) throw new NotInstalled();
    return isDue(made) && mayTry(holder) ? exchangeOnce(holder, made) : made;
  }

  function isDue({ expiresAt, refreshToken }: Installation): boolean {
    if (expiresAt === undefined || refreshToken === undefined) return false;
    return Date.parse(expiresAt) - Date.parse(clock.now()) < ahead;
  }

  function mayTry(workspace: string): boolean {
    const last = failedAt.get(workspace);
    return last === undefined || clock.monotonic() - last >= tryAgainAfter;
  }

  /** One exchange, however many calls want the token: the pair before is worth nothing afterwards. */
  function exchangeOnce(workspace: string, made: Installation): Promise<Installation> {
    const running = exchanges.get(workspace);
    if (running) return running;
    const exchange = exchanged(workspace, made).finally(() => exchanges.delete(workspace));
    exchanges.set(workspace, exchange);
    return exchange;
  }

  /** The next pair is stored before it is used. While there is none, the old token is good until its end. */
  async function exchanged(workspace: string, made: Installation): Promise<Installation> {
    let next: Installation;
    try {
      next = { ...made, ...(await refresh(made.refreshToken ?? '')) };
    } catch (error) {
      const other = await store.get(workspace, entry).then(readInstallation, () => undefined);
      // Another process was quicker.
      if (other && other.refreshToken !== made.refreshToken) {
        note(workspace, other);
        return other;
      }
      failedAt.set(workspace, clock.monotonic());
      const lost = platformCode(error) === 'invalid_refresh_token';
      const what = lost ? 'a workspace has to install the app again' : 'a token could not be exchanged';
      logger.warn(what, { platform: 'slack', reason: reasonOf(error) });
      return made;
    }
    failedAt.delete(workspace);
    unsaved.set(workspace, next);
    await saveLate(workspace);
    return next;
  }

  async function identify({ teamId, enterpriseId, isEnterpriseInstall }: Origin): Promise<Identity> {
    const holder = isEnterpriseInstall ? enterpriseId : teamId;
    if (holder === undefined) return {};
    try {
      if (teamId !== undefined && holder !== teamId) await noteOrganisation(teamId, holder);
      const { botId, botUserId, home } = (await read(holder)) ?? {};
      return { ...(botId && { botId }), ...(botUserId && { botUserId }), ...(home && { home }) };
    } catch {
      // Whoever asks is told by the store itself that it is busy.
      return {};
    }
  }

  /** What is posted into a workspace later goes with the token of its organisation. */
  async function noteOrganisation(team: string, holder: string): Promise<void> {
    if (organisations.get(team) === holder) return;
    if ((await store.get(team, organisation)) !== holder) await store.set(team, organisation, holder);
    organisations.set(team, holder);
  }

  return {
    tokenOf: async (workspace) => (await current(workspace)).token,
    identify,
    keep,
    async remove(workspace, removedAt) {
      const made = readInstallation(await store.get(workspace, entry));
      if (!made || Date.parse(made.at) > Date.parse(removedAt)) return;
      await store.delete(workspace, entry);
      note(workspace, undefined);
    },
  };
}
