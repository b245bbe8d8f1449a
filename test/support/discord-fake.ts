import { onTestFinished } from 'vitest';
import { type DiscordFake, type DiscordFakeOptions, startDiscord } from './discord-server.ts';

/** A Discord of our own that closes with the test. */
export async function startDiscordFake(options: DiscordFakeOptions = {}): Promise<DiscordFake> {
  const fake = await startDiscord(options);
  onTestFinished(fake.close);
  return fake;
}
