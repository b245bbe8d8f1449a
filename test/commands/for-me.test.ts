import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

/** A digest was posted in W1; what its buttons call. */
async function posted() {
  const bot = await openTestBot();
  const ana = bot.as('ana').admin().in('#deadlines');
  await ana.says('/lor settings zone:new york');
  await ana.says('/lor-admin deadline add ERAS letters due date:"sep 22"');
  await ana.says('/lor-admin digest add 0 9 * * *');
  const { buttons } = await ana.says('/lor-admin digest preview');
  const call = buttons.find(({ label }) => label === 'What does it mean for me?')?.call;
  return { bot, ana, call: call ?? { path: '', args: {} } };
}

describe('“What does it mean for me?” under a digest', () => {
  it('shows to whoever presses their own letters at each date, with the next step, and to nobody else', async () => {
    const { bot, call } = await posted();
    const maya = bot.as('maya').in('#deadlines');
    await maya.says('/lor add Dr. Chen service:eras due:"sep 20"');
    await bot.as('ben').in('#deadlines').says('/lor add Dr. Secret due:"sep 20"');
    const answer = await maya.calls(call);
    expect(answer).toMatchObject({ kind: 'replied', visibility: 'private' });
    expect(answer.text).toMatch(/ERAS letters due: Wed 22 Sep 2027 \(in 28 days\).*Dr\. Chen/su);
    expect(answer.text).not.toContain('Secret');
    expect(answer.buttons.map(({ call: { path } }) => path)).toContain('lor next');
    expect(answer.text).toContain('Only you see this.');
  });

  it('says what to do when there is no letter yet, and when all are in', async () => {
    const { bot, call } = await posted();
    const noor = bot.as('noor').in('#deadlines');
    expect((await noor.calls(call)).text).toContain('You keep no letters here yet.');
    await noor.says('/lor add Dr. Chen');
    await noor.says('/lor next chen to:dropped');
    expect((await noor.calls(call)).text).toContain('None of your letters is still to come in');
  });

  it('tells nothing of a digest of another workspace, or of one that is gone', async () => {
    const { bot, ana, call } = await posted();
    const eve = bot.as('eve').of('W2').in('#x');
    await eve.says('/lor add Dr. Chen');
    expect((await eve.calls(call)).text).toContain('That digest is no more.');
    expect((await eve.calls(call)).text).not.toContain('ERAS letters due');
    await ana.says('/lor-admin digest remove 1');
    expect((await bot.as('maya').in('#x').calls(call)).text).toContain('That digest is no more.');
  });
});
