import { onTestFinished } from 'vitest';
import { spawnBot } from './spawn-bot.ts';
import { temporaryDatabase } from './terminal.ts';

/** The compiled bot in a process that ends with the test. */
export async function startBot(env: Readonly<Record<string, string>>, file = temporaryDatabase()) {
  const bot = await spawnBot(file.path, env);
  onTestFinished(async () => {
    await bot.stop();
    file.remove();
  });
  return { ...bot, file };
}
