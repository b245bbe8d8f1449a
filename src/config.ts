import { z } from 'zod';
import { readKeys } from './vault/keys.ts';
import type { VaultKey } from './vault/vault.ts';

/** How the bot is connected to a Slack workspace. */
export interface SlackConfig {
  /** The token of the one workspace, or what it takes for workspaces to install the app by themselves. */
  readonly access: { readonly botToken: string } | SlackInstallConfig;
  /** Socket Mode; without it Slack calls us over HTTP. */
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
  readonly apiUrl: string | undefined;
}

/** How workspaces install the app by themselves (OAuth). */
export interface SlackInstallConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address under which the bot is reached from outside. */
  readonly publicUrl: string;
  /** Where somebody is asked for their consent; slack.com when it is left out. */
  readonly authorizeUrl: string | undefined;
}

export interface DiscordConfig {
  readonly token: string;
  readonly applicationId: string;
  /** Verifies interactions that Discord sends over HTTP, as 64 hexadecimal digits; without it, or a port, none come so. */
  readonly publicKey: string | undefined;
  readonly apiUrl: string | undefined;
}

/** Everything that can be set from outside, read once. */
export interface Config {
  /** Path of the SQLite file. */
  readonly database: string;
  /** What seals; without them the key file beside the database does. */
  readonly keys: readonly VaultKey[] | undefined;
  readonly logLevel: (typeof logLevels)[number] | undefined;
  /** The one port: `/healthz` and what the platforms call. Without it nothing listens. */
  readonly port: number | undefined;
  /** The address under which the bot is reached from outside. */
  readonly publicUrl: string | undefined;
  /** Whether the bot may read messages in channels that do not mention it. */
  readonly readChannels: boolean;
  readonly slack: SlackConfig | undefined;
  readonly discord: DiscordConfig | undefined;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const address = z.url({ protocol: /^https?$/u, error: 'takes an address that begins with https:// or http://' });

/** An address to which paths are added. */
const base = address.refine((text) => !/[?#]/u.test(text), 'takes an address without ? and #');

const schema = z.object({
  LORBOT_DATABASE: z
    .string()
    .refine((path) => !/^[a-z][a-z0-9+.-]*:\/\//iu.test(path), 'takes the path of a SQLite file, not an address')
    .default('data/lorbot.db'),
  LORBOT_KEYS: z
    .string()
    .transform((text, context) => {
      const keys = readKeys(text);
      if (typeof keys !== 'string') return keys;
      context.addIssue({ code: 'custom', message: keys });
      return z.NEVER;
    })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `takes one of ${logLevels.join(', ')}`).optional(),
  PORT: z
    .string()
    .regex(/^\d+$/u, 'takes a port number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'takes a port number from 1 to 65535')
    .optional(),
  LORBOT_PUBLIC_URL: base.optional(),
  LORBOT_READ_CHANNELS: z.enum(['on', 'off'], 'takes on or off').default('off'),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'takes a bot token, which begins with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'takes an app-level token, which begins with xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(16, 'takes the signing secret of the app').optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/u, 'takes the client id of the app, two numbers with a dot between them')
    .optional(),
  SLACK_CLIENT_SECRET: z.string().min(16, 'takes the client secret of the app').optional(),
  SLACK_API_URL: address.optional(),
  SLACK_AUTHORIZE_URL: address.optional(),
  DISCORD_TOKEN: z.string().min(16, 'takes the token of the bot').optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{15,22}$/u, 'takes the id of the application, digits only')
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/iu, 'takes the public key of the application, 64 hexadecimal digits')
    // No key of Discord's, but a valid one, and anybody can sign for it.
    .refine((key) => !/^0+$/u.test(key), 'takes the public key of the application; zeros would let in anybody')
    .optional(),
  DISCORD_API_URL: address.optional(),
});

type Settings = z.infer<typeof schema>;

/** Variables whose value is not repeated in a message. */
const secrets: readonly string[] = [
  'LORBOT_KEYS',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'DISCORD_TOKEN',
];

/** All that is wrong with the configuration, each problem by the name of its variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration has problems:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Reads the environment. An empty variable counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // A secret that comes from a file ends with a line break.
  const set = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const read = schema.safeParse(set);
  const wrong = read.success
    ? []
    : read.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        // An address may hold a password.
        return secrets.includes(name) || set[name]?.includes('://')
          ? `${name} ${message}.`
          : `${name} is "${set[name]}"; it ${message}.`;
      });
  const problems = [...wrong, ...missing(set)];
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  return toConfig(read.data);
}

/** What one variable needs of the others. */
function missing(set: Readonly<Record<string, string | undefined>>): readonly string[] {
  const problems: string[] = [];
  const slack = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].filter((name) => set[name] !== undefined);
  if (set.SLACK_CLIENT_ID !== undefined) problems.push(...missingToInstall(set));
  else if (slack.length > 0 && set.SLACK_BOT_TOKEN === undefined)
    problems.push(`SLACK_BOT_TOKEN is missing; ${slack.join(' and ')} alone cannot connect.`);
  if (set.SLACK_BOT_TOKEN !== undefined && slack.length === 0)
    problems.push('SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is missing beside SLACK_BOT_TOKEN.');
  if (
    set.SLACK_BOT_TOKEN !== undefined &&
    set.SLACK_APP_TOKEN === undefined &&
    slack.length > 0 &&
    set.PORT === undefined
  )
    problems.push('PORT is missing: without SLACK_APP_TOKEN Slack calls the bot over HTTP.');
  for (const [one, other] of [
    ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
    ['SLACK_CLIENT_SECRET', 'SLACK_CLIENT_ID'],
  ] as const) {
    if (set[one] !== undefined && set[other] === undefined) problems.push(`${other} is missing beside ${one}.`);
  }
  if (set.DISCORD_TOKEN !== undefined && set.DISCORD_APPLICATION_ID === undefined)
    problems.push('DISCORD_APPLICATION_ID is missing beside DISCORD_TOKEN.');
  if (set.DISCORD_TOKEN === undefined && set.DISCORD_APPLICATION_ID !== undefined)
    problems.push('DISCORD_TOKEN is missing beside DISCORD_APPLICATION_ID.');
  if (set.DISCORD_TOKEN === undefined && set.DISCORD_PUBLIC_KEY !== undefined)
    problems.push('DISCORD_TOKEN is missing beside DISCORD_PUBLIC_KEY.');
  return problems;
}

/** What it takes for workspaces to install the app by themselves. */
function missingToInstall(set: Readonly<Record<string, string | undefined>>): readonly string[] {
  const needed = ['SLACK_SIGNING_SECRET', 'PORT', 'LORBOT_PUBLIC_URL'].filter((name) => set[name] === undefined);
  const against = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'].filter((name) => set[name] !== undefined);
  return [
    ...needed.map((name) => `${name} is missing: with SLACK_CLIENT_ID, workspaces install the app over HTTP.`),
    ...against.map((name) => `${name} is for one workspace and SLACK_CLIENT_ID for many; set one of the two.`),
  ];
}

function toConfig(read: Settings): Config {
  return {
    database: read.LORBOT_DATABASE,
    keys: read.LORBOT_KEYS,
    logLevel: read.LOG_LEVEL,
    port: read.PORT,
    publicUrl: read.LORBOT_PUBLIC_URL,
    readChannels: read.LORBOT_READ_CHANNELS === 'on',
    slack: toSlackConfig(read),
    discord:
      read.DISCORD_TOKEN === undefined || read.DISCORD_APPLICATION_ID === undefined
        ? undefined
        : {
            token: read.DISCORD_TOKEN,
            applicationId: read.DISCORD_APPLICATION_ID,
            publicKey: read.DISCORD_PUBLIC_KEY,
            apiUrl: read.DISCORD_API_URL,
          },
  };
}

function toSlackConfig(read: Settings): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = read;
  const publicUrl = read.LORBOT_PUBLIC_URL;
  const ways = {
    appToken: read.SLACK_APP_TOKEN,
    signingSecret: read.SLACK_SIGNING_SECRET,
    apiUrl: read.SLACK_API_URL,
  };
  if (botToken !== undefined) return { ...ways, access: { botToken } };
  if (clientId === undefined || clientSecret === undefined || publicUrl === undefined) return undefined;
  return { ...ways, access: { clientId, clientSecret, publicUrl, authorizeUrl: read.SLACK_AUTHORIZE_URL } };
}
