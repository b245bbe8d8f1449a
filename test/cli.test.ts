import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { program, temporaryDatabase } from './support/terminal.ts';

function lorbot(args: readonly string[], input = '', env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  return { status, stdout, stderr };
}

describe('the command line', () => {
  let database: ReturnType<typeof temporaryDatabase>;
  beforeEach(() => {
    database = temporaryDatabase();
  });
  afterEach(() => database.remove());

  test.each([[[]], [['start']], [['migrate']], [['ask']]])('%j explains itself with --help', (args) => {
    const { status, stdout } = lorbot([...args, '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain(['Usage: lorbot', ...args].join(' '));
  });

  test('answers one question in words', () => {
    const { status, stdout } = lorbot(['ask', 'how many letters may one program get on CaRMS']);
    expect(status).toBe(0);
    expect(stdout).toContain('In CaRMS');
    expect(stdout).toContain('Last checked');
  });

  test('answers a batch: one line out for one line in, blank ones included', () => {
    const lines = [
      'how many letters do i need',
      '',
      '{"question":"can i reuse my letter from last year","service":"eras","img":true}',
      'who won the game last night',
      '{broken',
    ];
    const { status, stdout } = lorbot(['ask', '--batch', '-', '--json'], lines.join('\n'));
    expect(status).toBe(0);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map(
        (line) => JSON.parse(line) as { question: string; decision: string; topic: string | null; nearest: string[] },
      );
    expect(answers).toHaveLength(lines.length);
    expect(answers[0]).toMatchObject({ decision: 'answer', topic: 'how-many-letters' });
    expect(answers[1]).toMatchObject({ question: '', decision: 'unsure', topic: null });
    expect(answers[2]).toMatchObject({
      question: 'can i reuse my letter from last year',
      decision: 'answer',
      topic: 'reuse-letter',
    });
    expect(answers[3]).toMatchObject({ decision: 'unsure', topic: null });
    for (const { nearest } of answers) expect(nearest.length).toBeLessThanOrEqual(3);
  });

  test('tells how sure it is in a batch, and keeps silent where nobody asked', () => {
    const lines = ['should i waive my right to see my letters of recommendation?', 'i waived all of mine', 'hello'];
    const decided = (...more: readonly string[]) =>
      lorbot(['ask', '--batch', '-', '--json', ...more], lines.join('\n'))
        .stdout.trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { decision: string; topic: string | null; confidence: number });
    const unprompted = decided('--unprompted');
    expect(unprompted.map(({ decision }) => decision)).toEqual(['answer', 'silent', 'silent']);
    expect(unprompted.map(({ topic }) => topic)).toEqual(['waive-rights', null, null]);
    for (const { confidence } of [...unprompted, ...decided()]) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  test('says what is missing or too much', () => {
    expect(lorbot(['ask']).stderr).toContain('what is the question?');
    expect(lorbot(['ask', '--batch', 'x']).stderr).toContain('add --json');
    expect(lorbot(['ask', 'q', '--unprompted']).stderr).toContain('for a --batch');
    expect(lorbot(['ask', 'q', '--batch', 'x', '--json']).stderr).toContain('not both');
    const missing = lorbot(['ask', '--batch', 'no-such-file', '--json']);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('no-such-file');
  });

  test('migrates, and says so once', () => {
    const env = { LORBOT_DATABASE: database.path };
    expect(lorbot(['migrate'], '', env).stdout).toContain('0001-members');
    expect(lorbot(['migrate'], '', env).stdout).toContain('is up to date');
  });

  test('names every wrong setting at once', () => {
    const env = { LOG_LEVEL: 'loud', PORT: '99999', LORBOT_DATABASE: 'postgres://x' };
    const { status, stderr } = lorbot(['start'], '', env);
    expect(status).toBe(1);
    for (const name of Object.keys(env)) expect(stderr).toContain(name);
  });

  test('registers on Discord only in a server that can be one', () => {
    const env = { DISCORD_TOKEN: 'a-token-of-the-tests', DISCORD_APPLICATION_ID: '1'.repeat(18) };
    const { status, stderr } = lorbot(['discord', 'register', '--guild', 'my server'], '', env);
    expect(status).toBe(1);
    expect(stderr).toContain('--guild takes the id of a server');
    expect(stderr).not.toContain('    at ');
  });

  test('refuses a file that another lorbot has open, and ends cleanly on SIGTERM', async () => {
    const env = { PATH: process.env.PATH, LORBOT_DATABASE: database.path };
    const first = spawn(process.execPath, [program, 'start'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    await once(first.stdout, 'data');
    const second = lorbot(['start'], '', { LORBOT_DATABASE: database.path });
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('Another lorbot is using');
    first.kill('SIGTERM');
    const [code] = await once(first, 'exit');
    expect(code).toBe(0);
    expect(lorbot(['migrate'], '', { LORBOT_DATABASE: database.path }).status).toBe(0);
  });

  test('refuses a link to a file that another lorbot has open', async () => {
    const link = `${database.path}.link`;
    lorbot(['migrate'], '', { LORBOT_DATABASE: database.path });
    symlinkSync(database.path, link);
    const env = { PATH: process.env.PATH, LORBOT_DATABASE: database.path };
    const first = spawn(process.execPath, [program, 'start'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    await once(first.stdout, 'data');
    expect(lorbot(['start'], '', { LORBOT_DATABASE: link }).stderr).toContain('Another lorbot is using');
    first.stdin.end();
    await once(first, 'exit');
  });

  test('tells its health on PORT', async () => {
    const port = 10_000 + (process.pid % 20_000);
    const env = { PATH: process.env.PATH, LORBOT_DATABASE: database.path, PORT: String(port) };
    const bot = spawn(process.execPath, [program, 'start'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    await once(bot.stdout, 'data');
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ up: true, links: { terminal: { up: true } } });
    expect((await fetch(`http://127.0.0.1:${port}/else`)).status).toBe(404);
    bot.stdin.end();
    await once(bot, 'exit');
  });
});
