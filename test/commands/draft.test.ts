import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

describe('/lor draft', () => {
  it('writes a reminder with what is known, and brackets for what is not', async () => {
    const she = (await openTestBot()).as('maya');
    await she.says('/lor add Dr. Chen service:eras due:2027-09-23');
    for (const to of ['asked', 'agreed']) await she.says(`/lor next chen to:${to}`);
    const { text } = await she.says('/lor draft chen');
    expect(text).toContain('Subject: My letter of recommendation (ERAS)');
    expect(text).toContain('by Thu 23 Sep 2027');
    expect(text).toContain('[your name]');
    expect(text).not.toContain('[date]');
    await she.says('/lor edit chen due:none');
    expect((await she.says('/lor draft chen')).text).toContain('by [date]');
  });

  it('is not for who has not said yes, nor for a letter that is in, and says so', async () => {
    const she = (await openTestBot()).as('maya');
    await she.says('/lor add Dr. Chen');
    expect((await she.says('/lor draft chen')).text).toContain('has not said yes yet');
    for (const to of ['asked', 'agreed', 'packet', 'requested', 'uploaded']) await she.says(`/lor next chen to:${to}`);
    expect((await she.says('/lor draft chen')).text).toContain('needs no reminder');
  });

  it('is offered where somebody asks about a late writer', async () => {
    const she = (await openTestBot()).as('maya');
    await she.says('/lor add Dr. Chen');
    await she.says('/lor next chen to:asked');
    await she.says('/lor next chen to:agreed');
    await she.says('/lor ask my writer is late, what can i do');
    expect((await she.presses('Draft a reminder')).opened?.call.path).toBe('lor draft');
  });
});
