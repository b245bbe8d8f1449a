import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

describe('S12: somebody of another organisation in a shared channel', () => {
  it('is answered questions, and nothing else', async () => {
    const bot = await openTestBot();
    const zoe = bot.as('zoe').in('#shared').guest();
    expect((await zoe.mentions('how many letters can one program get')).text).toMatch(/Most letters/u);
    expect((await zoe.says('/lor topics')).kind).toBe('replied');
    expect((await zoe.says('/lor help')).kind).toBe('replied');
    for (const line of ['/lor add Dr. Chen', '/lor list', '/lor today', '/lor remind on', '/lor data export']) {
      const { kind, text } = await zoe.says(line);
      expect([line, kind, text]).toEqual([line, 'denied', expect.stringContaining('/lor ask')]);
    }
    expect(bot.rows('select * from members')).toEqual([]);
  });

  it('administers nothing here, whatever they are at home or were granted', async () => {
    const bot = await openTestBot();
    const ana = bot.as('ana').admin();
    await ana.says('/lor-admin role grant @zoe role:admin');
    const zoe = bot.as('zoe').in('#shared').guest().admin();
    expect((await zoe.says('/lor-admin setup digests:#shared zone:denver')).kind).toBe('denied');
    expect((await zoe.says('/lor-admin role list')).kind).toBe('denied');
  });
});
