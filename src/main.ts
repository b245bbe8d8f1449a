#!/usr/bin/env node
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createTerminalAdapter, type TerminalAdapter } from '../adapters/terminal/index.ts';
import { type Bot, loadKnowledge, openBot } from './bot.ts';
import { createProgram } from './cli/program.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import type { FileContent } from './core/reply.ts';
import { toPlainText } from './core/reply-text.ts';
import { dayIn } from './dates/calendar.ts';
import { readMoment } from './dates/read-moment.ts';
import { createClock } from './delivery/clock.ts';
import { batchAnswer, batchLine } from './faq/batch.ts';
import { serveHealth } from './http/health.ts';
import { createLogger } from './log.ts';
import { defaultZone, noPreferences } from './members/member.ts';
import { createRandom } from './random.ts';
import { DatabaseUnusable } from './storage/sqlite.ts';
import { answerReply, unsureReply } from './views/answer.ts';
import { caseOf } from './views/case.ts';
import { en } from './words/en/index.ts';

const clock = createClock(Date.now, () => performance.now());

/** Runs the bot until its input ends or it is told to stop. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { bot, terminal } = await openTerminalBot(config);
  const health = config.port === undefined ? undefined : await serveHealth(config.port, bot.health);
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await bot.start();
  await Promise.race([terminal.ended, told]);
  health?.close();
  await bot.stop();
}

/** The bot with the terminal as its platform: what runs when no account is configured. */
async function openTerminalBot(config: Config): Promise<{ bot: Bot; terminal: TerminalAdapter }> {
  const random = createRandom();
  const logger = createLogger(config.logLevel ?? 'warn');
  let made: TerminalAdapter | undefined;
  const bot = await openBot({
    database: config.database,
    clock,
    random,
    logger,
    adapters: (parts) => {
      made = createTerminalAdapter({
        ...parts,
        input: process.stdin,
        output: process.stdout,
        interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
        clock,
        random,
        zone: defaultZone,
        readMoment: (typed, usual) => readMoment(typed, usual, clock.now()),
        release: clock.release,
        saveFile: (file) => saveFile(file, join(dirname(config.database), 'files')),
        store: parts.store('terminal'),
        restore: clock.set,
      });
      return [made];
    },
  });
  if (!made) throw new Error('the terminal was not made');
  return { bot, terminal: made };
}

/** Writes a file into a folder under its own name, which can lead nowhere else; returns its path. */
function saveFile(file: FileContent, folder: string): string {
  const path = join(folder, file.name.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/u, '_'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, file.bytes);
  return path;
}

async function migrate(): Promise<void> {
  const config = readConfig(process.env);
  const bot = await openBot({
    database: config.database,
    clock,
    random: createRandom(),
    logger: createLogger(config.logLevel ?? 'warn'),
    adapters: () => [],
  });
  await bot.stop();
  const done = bot.migrated.map((name) => `  ${name}`).join('\n');
  process.stdout.write(
    bot.migrated.length > 0 ? `Migrated ${config.database}:\n${done}\n` : `${config.database} is up to date.\n`,
  );
}

async function ask(question: string, { json }: { readonly json: boolean }): Promise<void> {
  const { faq, packs } = loadKnowledge();
  if (json) {
    process.stdout.write(`${JSON.stringify(batchAnswer(faq, question))}\n`);
    return;
  }
  const decision = faq.decide(question);
  const about = caseOf({}, faq.mentions(question), noPreferences, packs);
  const today = dayIn(defaultZone, clock.now());
  const reply =
    decision.kind === 'answer'
      ? answerReply(decision.answer, about, decision.nearest, today, en)
      : unsureReply(decision, en);
  process.stdout.write(`${toPlainText(reply)}\n`);
}

async function askBatch(file: string): Promise<void> {
  const { faq } = loadKnowledge();
  const input = file === '-' ? process.stdin : createReadStream(file);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    process.stdout.write(`${batchLine(faq, line)}\n`);
  }
}

/** Expected trouble is told in a sentence; anything else keeps its trace. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseUnusable) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

try {
  await createProgram({ start, migrate, ask, askBatch }, version).parseAsync();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
