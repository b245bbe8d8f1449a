import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startGateway } from './discord-gateway.ts';

const servers = 2_500;
const interactions = 3_000;
/** Before anything is measured: the compiler of the engine has done its work by then. */
const warmUp = 1_500;
const atOnce = 20;
/** Each is measured so often, in turn; medians are compared. */
const rounds = 3;

const keys = `bench:${Buffer.alloc(32, 7).toString('base64')}`;

interface Measured {
  /** Bytes that a server adds to what the process holds. */
  readonly bytes: number;
  /** Microseconds of the processor for an interaction, ours and the system's. */
  readonly cpu: number;
}

/**
 * What 2,500 servers on one connection cost in memory, and a command in processor time, beside a
 * bare discord.js client that answers with a constant.
 */
export async function* discordBench(): AsyncGenerator<object> {
  const [ours, bare]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await measure('dist/test/bench/bare-discord.js', {}));
    const folder = mkdtempSync(join(tmpdir(), 'lorbot-bench-'));
    const env = { LORBOT_DATABASE: join(folder, 'lorbot.db'), LORBOT_KEYS: keys, LOG_LEVEL: 'warn' };
    ours.push(await measure('dist/src/main.js', env));
    rmSync(folder, { recursive: true, force: true });
  }
  const common = { bench: 'discord', baseline: 'bare discord.js that answers a constant', runs: rounds };
  for (const [name, unit, of] of [
    ['memory of a server', 'bytes', ({ bytes }: Measured) => bytes],
    ['processor time of a command', 'microseconds', ({ cpu }: Measured) => cpu],
  ] as const) {
    const [value, baseline] = [median(ours.map(of)), median(bare.map(of))];
    const spread = ours.map(of).sort((a, b) => a - b);
    yield { ...common, case: name, unit, value, baseline_value: baseline, ratio: round2(value / baseline), spread };
  }
}

async function measure(program: string, env: Readonly<Record<string, string>>): Promise<Measured> {
  const gateway = await startGateway(servers);
  const account = {
    DISCORD_TOKEN: 'a-token-of-the-bench',
    DISCORD_APPLICATION_ID: gateway.bot,
    DISCORD_API_URL: `${gateway.url}/api`,
  };
  const child = spawn(process.execPath, [resolve(program), 'start', '--no-terminal'], {
    env: { PATH: process.env.PATH ?? '', ...account, ...env },
    stdio: 'inherit',
  });
  try {
    await gateway.connected;
    const before = await quietMemory(child);
    await gateway.fill();
    const after = await quietMemory(child);
    await gateway.ask(warmUp, atOnce);
    const from = processorTime(child);
    await gateway.ask(interactions, atOnce);
    const cpu = (processorTime(child) - from) / interactions;
    return { bytes: Math.round((after - before) / servers), cpu: Math.round(cpu) };
  } finally {
    child.kill('SIGKILL');
    gateway.close();
  }
}

/** Bytes that a process holds once that no longer changes much. */
async function quietMemory(child: ChildProcess): Promise<number> {
  let last = 0;
  for (let looks = 0; looks < 40; looks += 1) {
    await setTimeout(500);
    const now = memory(child);
    if (Math.abs(now - last) < 200_000) return now;
    last = now;
  }
  return last;
}

function memory({ pid }: ChildProcess): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}

/** Microseconds that a process has used; the system counts in hundredths of a second. */
function processorTime({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}

function round2(number: number): number {
  return Math.round(number * 100) / 100;
}
