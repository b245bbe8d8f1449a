import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startBot } from './support/child.ts';
import { speaker } from './support/slack-people.ts';
import { allScopes, botToken, signed, signingSecret } from './support/slack-server.ts';
import { openWorkspace } from './support/slack-workspace.ts';
import { tempFolder } from './support/temp-folder.ts';
import { temporaryDatabase } from './support/terminal.ts';

const patience = { timeout: 20_000, interval: 20 };

/** A library that makes fsync of the process fail while a file is there. */
function breakableDisk(): { readonly library: string; readonly flag: string } {
  const folder = tempFolder();
  const [library, flag] = [join(folder, 'broken-disk.so'), join(folder, 'broken')];
  const source = join(import.meta.dirname, 'fixtures/broken-disk.c');
  execFileSync('g++', ['-x', 'c', '-shared', '-fPIC', '-o', library, source, '-ldl']);
  return { library, flag };
}

test('Q4: a failed fsync ends the bot; the next start has all that was acknowledged, and goes on', async () => {
  const workspace = await openWorkspace(allScopes);
  const { library, flag } = breakableDisk();
  const slack = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: workspace.apiUrl };
  const env = { ...slack, LD_PRELOAD: library, LORBOT_TEST_BROKEN_DISK: flag };
  const file = temporaryDatabase();

  async function start() {
    const bot = await startBot(env, file);
    await expect.poll(bot.health, patience).toMatchObject({ status: 200 });
    const people = speaker(workspace, async (body) => {
      const response = await fetch(`${bot.url}/slack/events`, { method: 'POST', ...signed(body) });
      const text = await response.text();
      return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
    });
    return { ...bot, types: async (line: string) => String((await people.types(line)).body?.text) };
  }

  const first = await start();
  expect(await first.types('/lor add Dr. Chen')).toContain('is on your list');
  writeFileSync(flag, '');
  await expect(first.types('/lor add Dr. Okafor')).rejects.toThrow();
  expect(await first.ended).toEqual({ code: 74, signal: null });
  expect(first.log()).toContain('the database can be trusted no more');
  expect(first.log()).toContain('SQLITE_IOERR_FSYNC');

  rmSync(flag);
  const second = await start();
  expect(await second.types('/lor list')).toContain('Dr. Chen');
  expect(await second.types('/lor add Dr. Silva')).toContain('is on your list');
});
