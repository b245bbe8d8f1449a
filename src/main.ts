#!/usr/bin/env node
import { setMaxListeners } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as timer } from 'node:timers/promises';
import { createTerminalAdapter, type TerminalAdapter } from '../adapters/terminal/index.ts';
import { commands } from '../commands/index.ts';
import { type BotParts, loadKnowledge, openBot } from './bot.ts';
import { createProgram } from './cli/program.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { inLanguage } from './core/in-language.ts';
import { usualLanguage } from './core/language.ts';
import type { ChatAdapter, Logger, Random, Vault } from './core/ports.ts';
import { toPlainText } from './core/reply-text.ts';
import { dayIn } from './dates/calendar.ts';
import { readMoment } from './dates/read-moment.ts';
import { createClock } from './delivery/clock.ts';
import type { Answer } from './faq/answer.ts';
import { batchAnswer, batchLine } from './faq/batch.ts';
import { healthRoute, serve } from './http/server.ts';
import { readLocalFile, saveFile } from './local-files.ts';
import { createLogger } from './log.ts';
import { defaultZone, noPreferences } from './members/member.ts';
import { createDrawingThread } from './pictures/drawing-thread.ts';
import { createRandom } from './random.ts';
import { keysOfFile } from './vault/keys.ts';
import { createVault } from './vault/vault.ts';
import { answerReply, relatedTo, unsureReply } from './views/answer.ts';
import { caseOf } from './views/case.ts';
import { wordsIn } from './words/words-in.ts';

/** Milliseconds that the work at hand may take once the bot is to stop, and that a wait takes then. */
const stopWithin = 15_000;
const hurriedWait = 50;

/** The exit code of a bot that must be started anew, as `sysexits` names an error of the disk. */
const brokenDisk = 74;

const stopping = new AbortController();
// Every wait that is under way listens to it.
setMaxListeners(0, stopping.signal);

/** A wait that does not keep the process alive when everything else has ended, and ends early in a stop. */
async function sleep(milliseconds: number): Promise<void> {
  const { signal } = stopping;
  if (!signal.aborted) await timer(milliseconds, undefined, { ref: false, signal }).catch(() => undefined);
  if (signal.aborted) await timer(Math.min(milliseconds, hurriedWait));
}

const clock = createClock(Date.now, () => performance.now());

/** Runs the bot until it is told to stop, or until the terminal's input ends. */
async function start({ terminal: wanted }: { readonly terminal: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const accounts = config.slack !== undefined || config.discord !== undefined;
  if (!accounts && !wanted) {
    throw new ConfigError([
      'No account is configured: set SLACK_BOT_TOKEN or DISCORD_TOKEN, or start without --no-terminal. The README explains how.',
    ]);
  }
  const random = createRandom();
  const logger = createLogger(config.logLevel ?? (accounts ? 'info' : 'warn'));
  let ended: Promise<void> | undefined;
  const bot = await openBot({
    database: config.database,
    clock,
    sleep,
    random,
    vault: vaultOf(config),
    logger,
    publicUrl: config.port === undefined ? undefined : config.publicUrl,
    readChannels: config.readChannels,
    draw: createDrawingThread(sleep),
    broken: (error) => {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      logger.error('the database can be trusted no more, so the bot ends; the next start recovers', { reason, error });
      process.exit(brokenDisk);
    },
    adapters: (parts) => {
      if (accounts) return connectedAdapters(config, parts, logger, random);
      const terminal = terminalAdapter(config, parts, random);
      ended = terminal.ended;
      return [terminal];
    },
  });
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const server =
    config.port === undefined ? undefined : await serve(config.port, [healthRoute(bot.health), ...bot.routes]);
  await bot.start();
  for (const reason of idleSettings(config)) logger.warn('a setting has no effect', { reason });
  if (accounts) logger.info('started', { reason: Object.keys(bot.health()).join(', ') });
  await (ended ? Promise.race([ended, told]) : told);
  server?.close();
  stopping.abort();
  const late = timer(stopWithin, 'late' as const, { ref: false });
  if ((await Promise.race([bot.stop(), late])) === 'late') {
    logger.warn('not all was finished in time', { milliseconds: stopWithin });
  }
  // All is done and stored; a library's timer to connect once more must not keep the process.
  if (accounts) process.exit();
}

/** Seals with the keys that are set, else with the one in the file beside the database. */
function vaultOf({ keys, database }: Config): Vault {
  return createVault(keys ?? keysOfFile(join(dirname(database), 'lorbot.key')));
}

/** Settings that lack another one, each with a sentence. Silence would say that they work. */
function idleSettings({ port, discord }: Config): readonly string[] {
  if (discord?.publicKey === undefined || port !== undefined) return [];
  return [
    'DISCORD_PUBLIC_KEY needs PORT: without it Discord cannot call the bot, and interactions come over the gateway',
  ];
}

/** The platforms with an account. Each one's library is loaded only where it is used. */
async function connectedAdapters(
  config: Config,
  parts: BotParts,
  logger: Logger,
  random: Random,
): Promise<readonly ChatAdapter[]> {
  const { slack, discord, readChannels } = config;
  const shared = { commands: parts.commands, clock, logger, sleep, readChannels };
  const adapters: ChatAdapter[] = [];
  if (slack) {
    const { createSlackAdapter } = await import('../adapters/slack/index.ts');
    adapters.push(createSlackAdapter({ ...slack, ...shared, random, store: parts.store('slack') }));
  }
  if (discord) {
    const { createDiscordAdapter } = await import('../adapters/discord/index.ts');
    adapters.push(createDiscordAdapter({ ...discord, ...shared, store: parts.store('discord') }));
  }
  return adapters;
}

/** The terminal as the platform: what runs when no account is configured. */
function terminalAdapter(config: Config, parts: BotParts, random: Random): TerminalAdapter {
  return createTerminalAdapter({
    ...parts,
    input: process.stdin,
    output: process.stdout,
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    clock,
    random,
    zone: defaultZone,
    readChannels: config.readChannels,
    readMoment: (typed, usual) => readMoment(typed, usual, clock.now()),
    release: clock.release,
    restore: clock.set,
    saveFile: (file) => saveFile(file, join(dirname(config.database), 'files')),
    readFile: readLocalFile,
    store: parts.store('terminal'),
  });
}

async function migrate(): Promise<void> {
  const config = readConfig(process.env);
  const bot = await openBot({
    database: config.database,
    clock,
    sleep,
    random: createRandom(),
    vault: vaultOf(config),
    logger: createLogger(config.logLevel ?? 'warn'),
    adapters: () => [],
  });
  await bot.stop();
  const done = bot.migrated.map((name) => `  ${name}`).join('\n');
  process.stdout.write(
    bot.migrated.length > 0 ? `Migrated ${config.database}:\n${done}\n` : `${config.database} is up to date.\n`,
  );
}

async function slackManifest({ many }: { readonly many: boolean }): Promise<void> {
  const { slackManifest: manifest } = await import('../adapters/slack/manifest.ts');
  const { publicUrl, readChannels } = readConfig(process.env);
  if (many && publicUrl === undefined)
    throw new ConfigError(['LORBOT_PUBLIC_URL is missing: Slack has to know where workspaces come back to.']);
  process.stdout.write(`${JSON.stringify(manifest(commands, { publicUrl, readChannels, many }), null, 2)}\n`);
}

async function discordRegister({ guild }: { readonly guild: string | undefined }): Promise<void> {
  const { discord } = readConfig(process.env);
  if (!discord) throw new ConfigError(['DISCORD_TOKEN and DISCORD_APPLICATION_ID are missing.']);
  const { createRest } = await import('../adapters/discord/api.ts');
  const { register } = await import('../adapters/discord/registration.ts');
  if (guild !== undefined && !/^\d{15,22}$/u.test(guild)) {
    throw new ConfigError([`--guild takes the id of a server, digits only; "${guild}" is none.`]);
  }
  const rest = createRest(discord.token, discord.apiUrl);
  const translations = { fr: wordsIn('fr').core.declarations };
  const { created, edited, removed } = await register(rest, discord.applicationId, guild, commands, translations);
  const told = [
    ['created', created],
    ['changed', edited],
    ['removed', removed],
  ] as const;
  const lines = told.flatMap(([what, names]) => (names.length > 0 ? [`${what}: ${names.join(', ')}`] : []));
  process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : 'Nothing had changed.\n');
}

async function ask(question: string, { json }: { readonly json: boolean }): Promise<void> {
  const today = dayIn(defaultZone, clock.now());
  const { faq, packs } = loadKnowledge(today);
  if (json) {
    process.stdout.write(`${JSON.stringify(batchAnswer(faq, question, 'asked'))}\n`);
    return;
  }
  const language = faq.asked(question) ?? usualLanguage;
  const words = wordsIn(language);
  const tell = (answer: Answer) => faq.told(answer, language);
  const decision = faq.decide(question, 'asked');
  const about = caseOf({}, faq.mentions(question), noPreferences, packs);
  const reply =
    decision.kind === 'answer'
      ? answerReply(
          tell(decision.answer),
          about,
          relatedTo(decision.answer, decision.nearest, faq.answers).map(tell),
          today,
          words,
        )
      : unsureReply({ nearest: decision.nearest.map(tell) }, words);
  process.stdout.write(`${toPlainText(inLanguage(reply, language))}\n`);
}

async function askBatch(file: string, { unprompted }: { readonly unprompted: boolean }): Promise<void> {
  const { faq } = loadKnowledge(dayIn(defaultZone, clock.now()));
  const input = file === '-' ? process.stdin : createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    process.stdout.write(`${batchLine(faq, line, unprompted ? 'unprompted' : 'asked')}\n`);
  }
}

/** Errors whose message says all. By name, because adapters are loaded only where they are used. */
const expected: readonly string[] = [
  'ConfigError',
  'DatabaseUnusable',
  'KeyFileUnusable',
  'DataFileError',
  'RegistrationError',
];

/** Expected trouble is told in a sentence; anything else keeps its trace. */
function explain(error: unknown): string {
  if (error instanceof Error && expected.includes(error.name)) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `PORT is in use by another program (${error.message}). Choose another one.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// Whoever read the output has gone (`| head`): there is nobody left to tell.
process.stdout.on('error', () => process.exit(0));

try {
  await createProgram({ start, migrate, slackManifest, discordRegister, ask, askBatch }, version).parseAsync();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
