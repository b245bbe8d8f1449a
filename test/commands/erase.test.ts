import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

/** Everything that maya types here, each with a word that nothing else has. */
const said = [
  '/lor settings zone:chicago service:eras specialty:"Qzx7specialty" language:en',
  '/lor add Dr. Qzx7chen kind:attending due:"sep 23" met:"Qzx7met rotation" title:"Qzx7title" specialty:"Qzx7label"',
  '/lor writer add Dr. Qzx7silva email:qzx7silva@hospital.org notes:"Qzx7notes"',
  '/lor packet qzx7chen sheet:"Qzx7sheet point"',
  '/lor program add Qzx7mercy notes:"Qzx7program"',
  '/lor next qzx7chen',
  '/lor remove qzx7chen',
  '/lor undo',
  '/lor remind on',
  '/lor share with @qzx7adviser',
  '/lor suggest question:"Qzx7question?" text:"Qzx7answer"',
  '/lor send qzx7sent question about parking',
  '/lor vote reuse-letter helped:no',
  '/lor ask can i reuse a letter',
];

describe('/lor data erase', () => {
  it('says what would go, and deletes nothing without its word', async () => {
    const bot = await openTestBot();
    const maya = bot.as('qzx7maya');
    for (const line of said) await maya.says(line);
    const before = bot.counts();
    const asked = await maya.says('/lor data erase');
    expect(asked.text).toContain('2 writers, 1 letter and 1 program');
    expect((await maya.says('/lor data erase yes')).text).toContain('nothing was deleted');
    expect(bot.counts()).toEqual(before);
  });

  it('leaves no row and no byte of a member in the file or its log, and everything of others', async () => {
    const bot = await openTestBot();
    const ben = bot.as('ben');
    await ben.says('/lor add Dr. Novak email:x');
    await ben.says('/lor share with @qzx7maya');
    await ben.says('/lor add Dr. Novak');
    const bens = (await ben.says('/lor show novak')).text;

    const maya = bot.as('qzx7maya').in('#help');
    for (const line of said) expect((await maya.says(line)).kind, line).not.toBe('failed');
    await bot.playTo('2027-09-10 12:00');
    const id = bot.rows<{ id: string }>("select id from members where account = 'qzx7maya'")[0]?.id ?? '';
    expect(bot.bytes().toString('latin1')).toContain('Qzx7chen');

    const { text } = await maya.says('/lor data erase delete');
    expect(text).toContain('Deleted: 2 writers, 1 letter and 1 program');
    expect(text).toContain('What stands in the chat, and files that I handed you, I do not delete.');
    const bytes = bot.bytes().toString('latin1');
    expect(bytes.toLowerCase()).not.toContain('qzx7');
    expect(bytes).not.toContain(id);
    expect((await ben.says('/lor show novak')).text).toBe(bens);
    expect((await bot.as('qzx7maya').says('/lor list')).text).toContain('You do not track any letters yet');
    expect(bot.log.map(({ fields }) => JSON.stringify(fields)).join()).not.toContain('qzx7');
  });

  it('can be confirmed in French', async () => {
    const bot = await openTestBot();
    await bot.as('luc').says('/lor add Dr. Roy');
    await bot.as('luc').speaking('fr').says('/lor data erase supprimer');
    expect(bot.rows('select * from members')).toEqual([]);
  });
});
