import { describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from '../support/bot.ts';

type Speaker = ReturnType<TestBot['as']>;

/** A letter that has come in, of a writer of the specialty who knows the member. */
async function arrived(who: Speaker, name: string, more = ''): Promise<void> {
  await who.says(`/lor add ${name} ${more}`);
  await who.says(`/lor writer edit "${name}" specialty:IM knows:yes`);
  for (const to of ['asked', 'agreed', 'packet', 'requested', 'uploaded'])
    await who.says(`/lor next "${name}" to:${to}`);
}

/** In the season that is in force, whose cap is confirmed. */
async function open() {
  const bot = await openTestBot({ now: '2026-09-01 09:00' });
  const maya = bot.as('maya');
  await maya.says('/lor settings service:eras specialty:IM img:no');
  return { bot, maya };
}

const names = ['Dr. Adams', 'Dr. Brook', 'Dr. Cole', 'Dr. Dunn', 'Dr. Evans'];

describe('/lor program assign', () => {
  it('sends letters by name, by menu and by button, and says what is worth knowing', async () => {
    const { maya } = await open();
    await arrived(maya, 'Dr. Adams');
    await maya.says('/lor add Dr. Brook');
    await maya.says('/lor program add Mercy letters:3');
    const assigned = await maya.says('/lor program assign mercy letter:adams');
    expect(assigned.text).toContain('The letter of Dr. Adams goes to Mercy.');
    const planned = await maya.picks('Dr. Brook (ERAS)');
    expect(planned.text).toContain('has not said yes yet');
    expect((await maya.says('/lor show adams')).text).toContain('Goes to: Mercy');
    expect((await maya.says('/lor program list')).text).toContain('2 of 3 letters');
    await maya.says('/lor program show mercy');
    expect((await maya.presses('Take off Dr. Brook')).text).toContain('no longer goes to Mercy');
    await maya.says('/lor undo');
    expect((await maya.says('/lor program list')).text).toContain('2 of 3 letters');
  });

  it('refuses the fifth letter in ERAS, and only warns where a cap is not confirmed', async () => {
    const { maya } = await open();
    for (const name of names) await arrived(maya, name);
    await maya.says('/lor program add Mercy');
    for (const name of names.slice(0, 4))
      expect((await maya.says(`/lor program assign mercy letter:"${name}"`)).kind).toBe('replied');
    const fifth = await maya.says('/lor program assign mercy letter:evans');
    expect([fifth.kind, fifth.text]).toEqual(['invalid', expect.stringContaining('its service takes no more')]);
    expect((await maya.says('/lor program show mercy')).text).not.toContain('Dr. Evans ·');

    const ben = (await openTestBot({ now: '2026-09-01 09:00' })).as('ben');
    await ben.says('/lor settings service:carms');
    for (const name of names.slice(0, 4)) await arrived(ben, name);
    await ben.says('/lor program add Toronto');
    for (const name of names.slice(0, 3)) await ben.says(`/lor program assign toronto letter:"${name}"`);
    const fourth = await ben.says('/lor program assign toronto letter:dunn');
    expect([fourth.kind, fourth.text]).toEqual(['replied', expect.stringContaining('not confirmed for this season')]);
  });

  it('says that a letter is there already, is for another service, or was declined', async () => {
    const { maya } = await open();
    await arrived(maya, 'Dr. Adams');
    await maya.says('/lor add Dr. Brook service:carms');
    await maya.says('/lor add Dr. Cole');
    for (const to of ['asked', 'declined']) await maya.says(`/lor next cole to:${to}`);
    await maya.says('/lor program add Mercy');
    await maya.says('/lor program assign mercy letter:adams');
    for (const [letter, why] of [
      ['adams', 'already'],
      ['brook', 'CaRMS'],
      ['cole', 'declined'],
    ]) {
      const { kind, text } = await maya.says(`/lor program assign mercy letter:${letter}`);
      expect([kind, text]).toEqual(['invalid', expect.stringContaining(why ?? '')]);
    }
  });
});

describe('/lor program propose', () => {
  it('shows what it would change, changes nothing before a yes, and one undo takes a yes back', async () => {
    const { bot, maya } = await open();
    for (const name of names.slice(0, 3)) await arrived(maya, name);
    for (const program of ['Mercy', 'State']) await maya.says(`/lor program add ${program} letters:3`);
    const before = bot.rows('select letters from programs');
    const proposal = await maya.says('/lor program propose');
    for (const name of names.slice(0, 3)) expect(proposal.text).toContain(`+ ${name}`);
    expect(bot.rows('select letters from programs')).toEqual(before);
    expect((await maya.presses('Do it for all')).text).toContain('Assigned as proposed at 2 programs.');
    expect((await maya.says('/lor program list')).text.match(/3 of 3 letters/gu)).toHaveLength(2);
    expect((await maya.says('/lor program propose apply:yes')).text).toContain('as proposed already');
    await maya.says('/lor undo');
    expect(bot.rows('select letters from programs')).toEqual(before);
  });
});

describe('/lor today', () => {
  it('says which letters go nowhere and which programs lack some', async () => {
    const { maya } = await open();
    await arrived(maya, 'Dr. Adams');
    await maya.says('/lor program add Mercy letters:3 due:"sep 10"');
    const { text } = await maya.says('/lor today');
    expect(text).toContain('Letters and programs');
    expect(text).toContain('Dr. Adams');
    expect(text).toMatch(/Mercy.*0 of 3|0 of 3.*Mercy/u);
    await maya.says('/lor program assign mercy letter:adams');
    expect((await maya.says('/lor today')).text).toMatch(/1 of 3/u);
  });
});

describe('/lor check and /lor writer compare', () => {
  it('judge what is known, ask for what is not, and guess nothing', async () => {
    const { maya } = await open();
    await maya.says('/lor add Dr. Adams kind:chair');
    const check = await maya.says('/lor check');
    expect(check.text).toContain('For Internal medicine');
    expect(check.text).toContain('Can Dr. Adams tell a story about you?');
    await maya.says('/lor add Dr. Brook kind:attending');
    await maya.says('/lor writer edit brook knows:yes');
    await maya.says('/lor writer edit adams knows:no');
    const { text } = await maya.says('/lor writer compare');
    expect(text.indexOf('Dr. Brook')).toBeLessThan(text.indexOf('Dr. Adams'));
    expect(text).toContain('hardly knows you');
  });
});
