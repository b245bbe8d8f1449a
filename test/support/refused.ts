import { expect } from 'vitest';
import type { Answer, TestBot } from './bot.ts';

/** Says something that must be refused, and sees that the file is as it was. */
export async function refused(bot: TestBot, say: () => Promise<Answer>): Promise<Answer> {
  const before = everything(bot);
  const answer = await say();
  expect(['invalid', 'denied']).toContain(answer.kind);
  expect(everything(bot)).toEqual(before);
  return answer;
}

/** All that is kept of members. */
export function everything(bot: TestBot): unknown {
  const tables = ['members', 'writers', 'letters', 'programs', 'changes', 'shares', 'share_views'];
  return [bot.counts(), ...tables.map((table) => bot.rows(`select * from ${table}`))];
}
