import { describe, expect, it } from 'vitest';
import { hasReply } from '../../src/core/ports.ts';
import { filesOf } from '../../src/core/reply.ts';
import { expectAsUnknown } from '../support/as-unknown.ts';
import { type Answer, openTestBot, type TestBot } from '../support/bot.ts';
import { refused } from '../support/refused.ts';

/** Words of which each is somewhere among Maya's letters, and none may be seen by anybody else. */
const secrets = [
  'Qzxchen',
  'Qzxsilva',
  'Qzxmet',
  'Qzxtitle',
  'Qzxnotes',
  'qzxmail',
  'Qzxsheet',
  'Qzxmercy',
  'Qzxneeds',
  'backup',
  'lukewarm',
  'Where you met',
];

/** Maya with letters of all kinds, on Wednesday 2 December 2026. */
async function maya() {
  const bot = await openTestBot({ now: '2026-12-02 09:00' });
  const she = bot.as('maya');
  for (const line of [
    '/lor settings zone:new york service:eras img:yes',
    '/lor writer add Dr. Mei Qzxchen met:"Qzxmet rotation" title:Qzxtitle email:qzxmail@hospital.org notes:"Qzxnotes" knows:hardly',
    '/lor writer add Dr. Qzxsilva',
    '/lor add qzxchen specialty:IM due:"feb 1"',
    '/lor next qzxchen',
    '/lor next qzxchen to:agreed answer:lukewarm',
    '/lor packet qzxchen sheet:"Qzxsheet point"',
    '/lor backup qzxchen writer:qzxsilva',
    '/lor program add Qzxmercy notes:"Qzxneeds"',
    '/lor program assign qzxmercy letter:qzxchen',
  ])
    expect((await she.says(line)).kind, line).toBe('replied');
  return { bot, she };
}

/** All of a reply: its words, its data, the text of its pictures, and their bytes. */
function allOf(answer: Answer): string {
  const files = hasReply(answer) ? filesOf(answer.reply) : [];
  return [
    answer.text,
    JSON.stringify(answer),
    ...files.map(({ bytes }) => Buffer.from(bytes).toString('latin1')),
  ].join();
}

function shareId(bot: TestBot, viewer: string): string {
  return bot.rows<{ id: string }>('select id from shares where viewer = ? order by since desc', viewer)[0]?.id ?? '';
}

describe('/lor share with', () => {
  it('says what the other sees and until when, and that nobody is written to', async () => {
    const { bot, she } = await maya();
    const { text } = await she.says('/lor share with @ana');
    expect(text).toContain(
      '@ana can look at your board until Fri 1 Jan 2027: initials, what each letter is for, stages',
    );
    expect(text).toContain('I write to nobody by myself.');
    await bot.playTo('2026-12-10 09:00');
    expect(bot.adapter.arrived).toEqual([]);
  });

  it('does so by a form, and shares again for a further 30 days', async () => {
    const { bot, she } = await maya();
    await she.says('/lor share list');
    const form = await she.presses('Share with an adviser');
    expect(form.opened?.fields.map(({ name, kind }) => [name, kind])).toEqual([['person', 'person']]);
    await she.fills({ person: 'ana' });
    bot.clock.set('2026-12-22T14:00:00.000Z');
    expect((await she.says('/lor share with @ana')).text).toContain('until Thu 21 Jan 2027 now');
    const open = (await bot.as('ana').says('/lor share view')).text;
    expect(open).toContain('to look at until Thu 21 Jan 2027');
  });

  it('refuses oneself, and more than ten people at a time', async () => {
    const { bot, she } = await maya();
    expect((await refused(bot, () => she.says('/lor share with @maya'))).text).toContain('always open to you');
    for (let number = 1; number <= 10; number += 1) await she.says(`/lor share with @adviser${number}`);
    const answer = await refused(bot, () => she.says('/lor share with @adviser11'));
    expect(answer.text).toContain('You share your board with 10 people already');
    expect((await she.says('/lor share with @adviser3')).kind).toBe('replied');
    await she.says('/lor share stop @adviser4');
    expect((await she.says('/lor share with @adviser11')).kind).toBe('replied');
  });
});

describe('a shared board', () => {
  it('shows initials, purpose, stage and day of each letter, and nothing else of its member', async () => {
    const { bot, she } = await maya();
    await she.says('/lor share with @ana');
    const seen = await bot.as('ana').says('/lor share view');
    expect(seen.text).toContain('The board of @maya');
    // The day is that of the upload: an international graduate's letter passes through ECFMG.
    expect(seen.text).toContain('1. M. Q. (ERAS, IM): agreed, step 3 of 7, in 54 days, upload by Mon 25 Jan');
    const all = allOf(seen);
    for (const word of secrets) expect(all.toLowerCase(), word).not.toContain(word.toLowerCase());
    expect(seen.buttons).toEqual([]);
    expect(seen).toMatchObject({ visibility: 'private' });
    const letter = bot.rows<{ id: string }>('select id from letters')[0]?.id ?? 'none';
    expect(all).not.toContain(letter);
  });

  it('shows nothing of a name whose first sign is a name by itself', async () => {
    const bot = await openTestBot();
    const she = bot.as('maya');
    for (const name of ['陳美玲', 'Dr. 王 小明', '김 민수', 'さくら', '🦉'])
      expect((await she.says(`/lor add ${name}`)).kind).toBe('replied');
    await she.says('/lor share with @ana');
    const seen = await bot.as('ana').says('/lor share view');
    expect(seen.text.match(/\d\. A writer: planned/gu)).toHaveLength(5);
    expect(allOf(seen)).not.toMatch(/[陳王小김민さ🦉]/u);
    expect((await she.says('/lor board')).text).toContain('陳美玲');
  });

  it('follows what its member changes, also after a restart', async () => {
    const { bot, she } = await maya();
    await she.says('/lor share with @ana');
    await bot.restarts();
    await she.says('/lor next qzxchen to:packet');
    expect((await bot.as('ana').says('/lor share view')).text).toContain('packet sent, step 4 of 7');
    await she.says('/lor remove qzxchen');
    expect((await bot.as('ana').says('/lor share view')).text).toContain('No letters yet.');
  });

  it('is told apart from others by whose it is, and speaks the language of whoever looks', async () => {
    const { bot, she } = await maya();
    const ben = bot.as('ben');
    await ben.says('/lor add Dr. Novak');
    await ben.says('/lor share with @ana');
    await she.says('/lor share with @ana');
    const offered = await bot.as('ana').says('/lor share view');
    expect(offered.text).toContain('Boards that are shared with you\n\n@maya · until Fri 1 Jan 2027');
    expect((await bot.as('ana').presses('Look')).text).toContain('M. Q. (ERAS, IM)');
    const bens = {
      path: 'lor share view',
      args: { board: bot.rows<{ id: string }>('select id from shares order by id')[0]?.id ?? '' },
    };
    const french = await bot.as('ana').speaking('fr').calls(bens);
    expect(french.text).toContain('Le tableau de @ben');
    expect(french.text).toContain('N.');
    expect(french.text).toContain('prévue');
  });

  it('is looked at by whom it was shared with, and by nobody else, not even an admin', async () => {
    const { bot, she } = await maya();
    await she.says('/lor share with @ana');
    const id = shareId(bot, 'ana');
    const others = [
      bot.as('carl'),
      bot.as('root').admin(),
      bot.as('ana').of('W2'),
      bot.as('carl').in('#general').admin(),
    ];
    const shares = () => ['shares', 'share_views', 'letters'].map((table) => bot.rows(`select * from ${table}`));
    const before = shares();
    for (const other of others) {
      await expectAsUnknown(id, (board) => other.calls({ path: 'lor share view', args: { board } }));
      await expectAsUnknown(id, (board) => other.says(`/lor share view board:${board}`));
      expect((await other.says('/lor share view')).text).toContain('Nobody shares a board with you at present.');
    }
    expect(shares()).toEqual(before);
  });

  it('opens nothing but itself: letters, writers and programs stay as if they never were', async () => {
    const { bot, she } = await maya();
    await she.says('/lor share with @ana');
    const ana = bot.as('ana');
    await ana.says('/lor share view');
    const ids = ['letters', 'writers', 'programs', 'changes'].flatMap((table) =>
      bot.rows<{ id: string }>(`select id from ${table}`).map(({ id }) => id),
    );
    const paths = [
      ['lor show', 'letter'],
      ['lor packet', 'letter'],
      ['lor draft', 'letter'],
      ['lor writer show', 'writer'],
      ['lor program show', 'program'],
      ['lor take-back', 'change'],
    ] as const;
    for (const id of ids)
      for (const [path, option] of paths)
        await expectAsUnknown(id, (value) => ana.calls({ path, args: { [option]: value } }));
  });

  it('is as one that never was once it is stopped, after 30 days, and when its member is gone', async () => {
    const { bot, she } = await maya();
    const ana = bot.as('ana');
    const look = (board: string) => ana.calls({ path: 'lor share view', args: { board } });
    await she.says('/lor share with @ana');
    const stopped = shareId(bot, 'ana');
    await she.presses('Stop');
    await expectAsUnknown(stopped, look);
    expect((await ana.says('/lor share view')).text).toContain('Nobody shares a board with you at present.');

    bot.clock.set('2026-12-02T15:00:00.000Z');
    await she.says('/lor share with @ana');
    const ended = shareId(bot, 'ana');
    bot.clock.set('2027-01-01T14:59:59.999Z');
    expect((await look(ended)).text).toContain('The board of @maya');
    bot.clock.set('2027-01-01T15:00:00.000Z');
    await expectAsUnknown(ended, look);

    await she.says('/lor share with @ana');
    const erased = shareId(bot, 'ana');
    await she.says('/lor data erase DELETE');
    await expectAsUnknown(erased, look);
  });
});

describe('/lor share list', () => {
  it('tells its member who looked, how often and when, and what has ended', async () => {
    const { bot, she } = await maya();
    expect((await she.says('/lor share list')).text).toContain('Nobody but you sees your board.');
    await she.says('/lor share with @ana');
    expect((await she.says('/lor share list')).text).toContain('@ana\n  until Fri 1 Jan 2027\n  not looked at yet');
    await bot.as('ana').says('/lor share view');
    expect((await she.says('/lor share list')).text).toContain('looked at once, last Wed 2 Dec 2026, 09:00 (New York)');
    bot.clock.set('2026-12-03T20:30:00.000Z');
    await bot.as('ana').says('/lor share view');
    // Tries of others are not looks.
    await bot.as('carl').calls({ path: 'lor share view', args: { board: shareId(bot, 'ana') } });
    await bot.restarts();
    expect((await she.says('/lor share list')).text).toContain(
      'looked at 2 times, last Thu 3 Dec 2026, 15:30 (New York)',
    );
    await she.presses('Stop');
    expect((await she.presses('Who may look')).text).toContain('ended on Thu 3 Dec 2026\n  looked at 2 times');
  });

  it('shows nobody the shares of somebody else', async () => {
    const { bot, she } = await maya();
    await she.says('/lor share with @ana');
    for (const other of [bot.as('ana'), bot.as('root').admin()])
      expect((await other.says('/lor share list')).text).toContain('Nobody but you sees your board.');
  });
});

describe('/lor share stop', () => {
  it('ends one’s own share with a person, never that of somebody else', async () => {
    const { bot, she } = await maya();
    await she.says('/lor share with @ana');
    const bens = await refused(bot, () => bot.as('ben').says('/lor share stop @ana'));
    expect(bens.text).toContain('You do not share your board with @ana.');
    expect((await bot.as('ana').says('/lor share view')).text).toContain('The board of @maya');
    expect((await she.says('/lor share stop @ana')).text).toContain('@ana can no longer look at your board.');
    await refused(bot, () => she.says('/lor share stop @ana'));
  });
});
