import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The compiled bot; `npm test` builds it first. */
export const program = resolve('dist/src/main.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the bot in its terminal on a file, with a script on its standard input. */
export function play(
  lines: readonly string[],
  database: string,
  options: {
    readonly env?: Readonly<Record<string, string>>;
    /** SIGKILL as soon as the output has this many characters. */
    readonly killAt?: number;
  } = {},
): Running {
  const child = spawn(process.execPath, [program, 'start'], {
    env: { PATH: process.env.PATH, LORBOT_DATABASE: database, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (options.killAt !== undefined && output.length >= options.killAt) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  // A killed bot reads no more; that is what the test is about.
  child.stdin.on('error', () => undefined);
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, output, errors }));
  });
  return { child, ended };
}

/** A folder of its own for a test, with the path of a database in it. */
export function temporaryDatabase(): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'lorbot-'));
  return { path: join(folder, 'lorbot.db'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
