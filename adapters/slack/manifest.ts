import { listed } from '../../src/core/command.ts';
import { rootsOf, type SlackCommand } from './handlers.ts';
import { installPaths } from './install-paths.ts';
import { answerShortcut } from './receive.ts';

/** Everything that the app may do in a workspace, each with what stops working without it. */
export const scopes = [
  { scope: 'app_mentions:read', feature: 'hearing a mention in a channel' },
  { scope: 'chat:write', feature: 'posting digests, reminders and answers to mentions' },
  { scope: 'commands', feature: 'the slash commands' },
  { scope: 'files:write', feature: 'pictures and files of a reply' },
  { scope: 'im:history', feature: 'questions in a direct message, and looking whether a reminder has arrived' },
  { scope: 'im:write', feature: 'opening a direct message to remind somebody' },
  { scope: 'users:read', feature: 'telling who administers the workspace' },
] as const;

/** What it may do besides where a command takes a file. */
export const fileScopes = [{ scope: 'files:read', feature: 'reading a file that somebody puts into a form' }] as const;

/** What it may do besides where it reads channels: only where its operator says so. */
export const readingScopes = [
  { scope: 'channels:history', feature: 'hearing questions in public channels that do not mention it' },
  { scope: 'groups:history', feature: 'the same in private channels that it was invited to' },
] as const;

/** What happens that the bot wants to hear of. */
const events = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'] as const;

const readingEvents = ['message.channels', 'message.groups'] as const;

/** In the menu of every message. */
const shortcut = {
  name: 'Answer this',
  type: 'message',
  callback_id: answerShortcut,
  description: 'Answers what the message asks; only you see it',
} as const;

/** Characters, by https://docs.slack.dev/reference/app-manifest, read on 2026-11-22. */
const most = { usageHint: 1000, description: 2000 } as const;

const described = {
  lor: 'Letters of recommendation: ask, track, be reminded',
  'lor-admin': 'Letters of recommendation: what this workspace is told, for its admins and curators',
} as const;

export interface ManifestOptions {
  /** Where Slack can reach the bot; without it the app is for Socket Mode. */
  readonly publicUrl?: string | undefined;
  /** Whether it hears what people say to each other in channels. */
  readonly readChannels?: boolean;
  /** Whether many workspaces and whole organisations install it; it needs an address. */
  readonly many?: boolean;
}

/** The app as Slack creates it from one file: the commands of the declarations, the fewest scopes. */
export function slackManifest(commands: readonly SlackCommand[], options: ManifestOptions = {}) {
  const { readChannels = false, many = false } = options;
  const base = options.publicUrl?.replace(/\/+$/u, '');
  const url = base === undefined ? undefined : `${base}/slack/events`;
  const request = url === undefined ? {} : { request_url: url };
  return {
    display_information: {
      name: 'lorbot',
      description: 'Letters of recommendation for residency: answers, a tracker, reminders in time.',
      background_color: '#1f4e5f',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        // Or nobody could write to the bot in a DM.
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'lorbot', always_online: true },
      slash_commands: rootsOf(commands).map((root) => ({
        command: `/${root}`,
        description: (described[root as keyof typeof described] ?? root).slice(0, most.description),
        usage_hint: usageHint(root, commands),
        should_escape: true,
        ...(url !== undefined && { url }),
      })),
      shortcuts: [shortcut],
    },
    oauth_config: {
      ...(many && { redirect_urls: [`${base}${installPaths.end}`] }),
      scopes: { bot: scopesOf(commands, readChannels) },
    },
    settings: {
      event_subscriptions: { ...request, bot_events: [...events, ...(readChannels ? readingEvents : [])] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: many,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: many,
    },
  };
}

/** As few as do for these commands. */
export function scopesOf(commands: readonly SlackCommand[], readChannels: boolean): readonly string[] {
  const takeFiles = commands.some(({ options }) => Object.values(options).some(({ kind }) => kind === 'file'));
  const asked = [...scopes, ...(takeFiles ? fileScopes : []), ...(readChannels ? readingScopes : [])];
  return asked.map(({ scope }) => scope);
}

/** The first words behind the root: `ask | add | list`. */
function usageHint(root: string, commands: readonly SlackCommand[]): string {
  const paths = listed(commands)
    .map(({ path }) => path.split(' '))
    .filter(([first]) => first === root);
  return [...new Set(paths.map(([, second = '']) => second))].join(' | ').slice(0, most.usageHint);
}
