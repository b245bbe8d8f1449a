import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

describe('S1: what a platform sends several times', () => {
  it('counts once, in parallel, in any order and after a restart', async () => {
    const bot = await openTestBot();
    const maya = bot.as('maya');
    await maya.says('/lor add Dr. Chen due:2027-09-30');
    const events = ['e1', 'e2', 'e3'].flatMap((id) => [id, id, id]);
    const shuffled = events.toSorted((a, b) => (a + events.indexOf(a)).localeCompare(b + events.lastIndexOf(b)));
    const kinds = await Promise.all(
      shuffled.map(async (id) => (await maya.says(`/lor add Dr. ${id} due:2027-09-30`, id)).kind),
    );
    expect(kinds.filter((kind) => kind === 'replied')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'repeated')).toHaveLength(6);
    await bot.restarts();
    for (const id of ['e3', 'e1', 'e2'])
      expect((await bot.as('maya').says(`/lor add Dr. ${id} due:2027-09-30`, id)).kind).toBe('repeated');
    expect(bot.rows('select id from letters')).toHaveLength(4);
  });
});
