import { z } from 'zod';

/** Everything that can be set from outside, read once. */
export interface Config {
  /** Path of the SQLite file. */
  readonly database: string;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent' | undefined;
  /** The port of `/healthz`; without it nothing listens. */
  readonly port: number | undefined;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const schema = z.object({
  LORBOT_DATABASE: z
    .string()
    .refine((path) => !/^[a-z][a-z0-9+.-]*:\/\//iu.test(path), 'takes the path of a SQLite file, not an address')
    .default('data/lorbot.db'),
  LOG_LEVEL: z.enum(logLevels, `takes one of ${logLevels.join(', ')}`).optional(),
  PORT: z
    .string()
    .regex(/^\d+$/u, 'takes a port number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'takes a port number from 1 to 65535')
    .optional(),
});

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
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(set);
  if (!read.success) {
    throw new ConfigError(
      read.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return `${name} is "${set[name]}"; it ${message}.`;
      }),
    );
  }
  const { LORBOT_DATABASE, LOG_LEVEL, PORT } = read.data;
  return { database: LORBOT_DATABASE, logLevel: LOG_LEVEL, port: PORT };
}
