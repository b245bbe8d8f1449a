import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { program } from './terminal.ts';

/** A port that nobody had a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/**
 * The compiled bot as an operator runs it, in a process of its own. `hook` is a module that the
 * process loads before the bot.
 */
export async function spawnBot(database: string, env: Readonly<Record<string, string>>, hook?: string) {
  const port = await freePort();
  const before = hook === undefined ? [] : ['--import', hook];
  const child = spawn(process.execPath, [...before, program, 'start', '--no-terminal'], {
    env: { PATH: process.env.PATH, LORBOT_DATABASE: database, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const ended = once(child, 'exit').then(() => ({ code: child.exitCode, signal: child.signalCode }));
  const url = `http://127.0.0.1:${port}`;

  async function stop(): Promise<number | null> {
    if (child.exitCode === null) child.kill('SIGTERM');
    return (await ended).code;
  }

  /** What `/healthz` says; `undefined` while nothing listens yet. */
  async function health() {
    const response = await fetch(`${url}/healthz`).catch(() => undefined);
    if (!response) return undefined;
    const { links } = (await response.json()) as { links: Record<string, { up: boolean; reason?: string }> };
    return { status: response.status, links };
  }

  return { url, health, stop, ended, kill: () => child.kill('SIGKILL'), log: () => log };
}
