import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';

/** Everything that maya types here, each with a word that nothing else has. */
const said = [
  '/lor settings zone:chicago service:eras specialty:"Zzspecialty" language:en',
  '/lor add Dr. Zzchen kind:attending due:"sep 23" met:"Zzmet rotation" title:"Zztitle" specialty:"Zzlabel"',
  '/lor writer add Dr. Zzsilva email:zzsilva@hospital.org notes:"Zznotes"',
  '/lor packet zzchen sheet:"Zzsheet point"',
  '/lor program add Zzmercy notes:"Zzprogram"',
  '/lor next zzchen',
  '/lor remove zzchen',
  '/lor undo',
  '/lor remind on',
  '/lor share with @zzadviser',
  '/lor suggest question:"Zzquestion?" text:"Zzanswer"',
  '/lor send zzsent question about parking',
  '/lor vote reuse-letter helped:no',
  '/lor ask can i reuse a letter',
];

describe('/lor data erase', () => {
  it('says what would go, and deletes nothing without its word', async () => {
    const bot = await openTestBot();
    const maya = bot.as('zzmaya');
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
    await ben.says('/lor share with @zzmaya');
    await ben.says('/lor add Dr. Novak');
    const bens = (await ben.says('/lor show novak')).text;

    const maya = bot.as('zzmaya').in('#help');
    for (const line of said) expect((await maya.says(line)).kind, line).not.toBe('failed');
    await bot.playTo('2027-09-10 12:00');
    const id = bot.rows<{ id: string }>("select id from members where account = 'zzmaya'")[0]?.id ?? '';
    expect(bot.bytes().toString('latin1')).toContain('Zzchen');

    expect((await maya.says('/lor data erase delete')).text).toContain('Deleted: 2 writers, 1 letter and 1 program');
    const bytes = bot.bytes().toString('latin1');
    expect(bytes.toLowerCase()).not.toContain('zz');
    expect(bytes).not.toContain(id);
    expect((await ben.says('/lor show novak')).text).toBe(bens);
    expect((await bot.as('zzmaya').says('/lor list')).text).toContain('You do not track any letters yet');
    expect(bot.log.map(({ fields }) => JSON.stringify(fields)).join()).not.toContain('zz');
  });

  it('can be confirmed in French', async () => {
    const bot = await openTestBot();
    await bot.as('luc').says('/lor add Dr. Roy');
    await bot.as('luc').speaking('fr').says('/lor data erase supprimer');
    expect(bot.rows('select * from members')).toEqual([]);
  });
});
