import { expect } from 'vitest';
import type { Answer } from './bot.ts';

/**
 * Sees that an id which belongs to somebody else is answered, to the last character, as one that
 * never was.
 */
export async function expectAsUnknown(id: string, say: (id: string) => Promise<Answer>): Promise<void> {
  const unknown = 'x'.repeat(id.length);
  const answered = JSON.stringify(await say(id)).replaceAll(id, unknown);
  expect(answered).toBe(JSON.stringify(await say(unknown)));
}
