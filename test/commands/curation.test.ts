import { describe, expect, it } from 'vitest';
import { type Answer, openTestBot, type TestBot } from '../support/bot.ts';

/** Ana administers the workspace and made Cora a curator; Maya is a member. Wednesday 25 August 2027, nine. */
async function community() {
  const bot = await openTestBot();
  const ana = bot.as('ana').admin().in('#general');
  await ana.says('/lor-admin role grant @cora role:curator');
  return { bot, ana, cora: bot.as('cora').in('#general'), maya: bot.as('maya').in('#general') };
}

async function refused(bot: TestBot, say: () => Promise<Answer>): Promise<Answer> {
  const before = bot.counts();
  const answer = await say();
  expect(['invalid', 'denied']).toContain(answer.kind);
  expect(bot.counts()).toEqual(before);
  return answer;
}

const parking =
  '/lor-admin answer add parking title:Parking question:"Where do I park?" text:"In garage B." aliases:garage';

const curatorCommands = [
  parking,
  '/lor-admin answer edit parking text:x',
  '/lor-admin answer retire parking',
  '/lor-admin answer list',
  '/lor-admin answer pending',
  '/lor-admin answer approve 1',
  '/lor-admin answer reject 1',
  '/lor-admin answer history parking',
  '/lor-admin gaps',
  '/lor-admin done x',
];

describe('a curator’s command', () => {
  it.each(curatorCommands)('is refused to a member, who learns who can help: %s', async (command) => {
    const { bot, maya } = await community();
    const answer = await refused(bot, () => maya.says(command));
    expect(answer.kind).toBe('denied');
    expect(answer.text).toContain(
      'is for curators and admins of this community. An admin makes somebody a curator with /lor-admin role grant; ask one of them.',
    );
  });

  it.each(curatorCommands)('is not refused to a curator, nor to an admin: %s', async (command) => {
    const { ana, cora } = await community();
    expect((await cora.says(command)).kind).not.toBe('denied');
    expect((await ana.says(command)).kind).not.toBe('denied');
  });

  it('is refused to a curator of another workspace', async () => {
    const { bot } = await community();
    expect((await refused(bot, () => bot.as('cora').of('W2').says(parking))).kind).toBe('denied');
  });
});

describe('/lor-admin role', () => {
  it('makes a curator, who may not do what is for admins, until the role is taken back', async () => {
    const { bot, ana, cora } = await community();
    expect((await refused(bot, () => cora.says('/lor-admin digest list'))).kind).toBe('denied');
    expect((await refused(bot, () => cora.says('/lor-admin role grant @maya role:curator'))).kind).toBe('denied');
    expect((await ana.says('/lor-admin role list')).text).toContain('@cora: a curator, since Wed 25 Aug 2027');
    expect((await ana.says('/lor-admin role revoke @cora')).text).toContain('@cora is no longer a curator here');
    expect((await refused(bot, () => cora.says('/lor-admin answer list'))).kind).toBe('denied');
  });

  it('makes an admin, who may do all but make and unmake admins', async () => {
    const { bot, ana } = await community();
    await ana.says('/lor-admin role grant @adam role:admin');
    const adam = bot.as('adam').in('#general');
    expect((await adam.says('/lor-admin digest add 0 9 * * MON')).kind).toBe('replied');
    expect((await adam.says('/lor-admin role grant @noor role:curator')).kind).toBe('replied');
    await ana.says('/lor-admin role grant @eve role:admin');
    for (const line of ['grant @noor role:admin', 'grant @eve role:curator', 'revoke @eve']) {
      const answer = await refused(bot, () => adam.says(`/lor-admin role ${line}`));
      expect(answer.kind).toBe('denied');
      expect(answer.text).toContain('Only those who administer the workspace or server itself');
    }
    expect((await adam.says('/lor-admin role revoke @adam')).kind).toBe('replied');
    expect((await adam.says('/lor-admin role list')).kind).toBe('denied');
  });

  it('says what is wrong with a name, and that nobody held a role', async () => {
    const { bot, ana } = await community();
    expect((await refused(bot, () => ana.says('/lor-admin role grant "two words" role:curator'))).text).toContain(
      'takes a person, as in @maya',
    );
    expect((await refused(bot, () => ana.says('/lor-admin role revoke @noor'))).text).toContain(
      '@noor holds no role that was granted here',
    );
    const form = await ana.says('/lor-admin role grant');
    expect(form.opened?.fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['user', 'person'],
      ['role', 'choice'],
    ]);
  });

  it('shows curators their commands in help, and members none of them', async () => {
    const { cora, maya } = await community();
    const help = (await cora.says('/lor help')).text;
    expect(help).toContain('/lor-admin answer add');
    expect(help).not.toContain('/lor-admin digest add');
    expect((await maya.says('/lor help')).text).not.toContain('/lor-admin');
  });

  it('names its limit', async () => {
    const { bot, ana } = await community();
    for (let number = 2; number <= 100; number += 1) await ana.says(`/lor-admin role grant m${number} role:curator`);
    const answer = await refused(bot, () => ana.says('/lor-admin role grant onemore role:curator'));
    expect(answer.text).toContain('There are 100 grants already');
    expect((await ana.says('/lor-admin role grant m2 role:admin')).kind).toBe('replied');
  });
});

describe('an answer of a community', () => {
  it('is found at once by question, name, short form and misspelt, and says whose it is', async () => {
    const { cora, maya } = await community();
    await cora.says(parking);
    for (const line of ['/lor ask garage', '/lor ask wher do I park', '/lor ask Parking', '/lor topics parking']) {
      const { text } = await maya.says(line);
      expect(text).toContain('In garage B.');
      expect(text).toContain('An answer of this community’s curators, last changed on Wed 25 Aug 2027.');
    }
  });

  it('is invisible in another community, and where there is none', async () => {
    const { bot, cora } = await community();
    await cora.says(parking);
    const eve = bot.as('eve').of('W2').in('#general');
    for (const line of ['/lor ask garage', '/lor topics parking', '/lor topics', '/lor ask where do I park']) {
      const { text, choices } = await eve.says(line);
      expect(text).not.toContain('garage B');
      expect(choices.map(({ label }) => label)).not.toContain('Parking');
    }
    expect(await eve.suggests('lor topics', 'topic', 'park')).toEqual([]);
    expect(await bot.as('maya').suggests('lor topics', 'topic', 'park')).toEqual([
      { value: 'parking', label: 'Parking' },
    ]);
    const hers = eve.admin();
    await hers.says('/lor-admin answer add wifi title:Wifi question:"Is there wifi?" text:Yes.');
    for (const line of ['edit parking text:x', 'retire parking', 'history parking']) {
      expect((await refused(bot, () => hers.says(`/lor-admin answer ${line}`))).text).toContain(
        'has no answer “parking”',
      );
    }
  });

  it('is invisible in a DM without a community, where nothing is counted or offered', async () => {
    const { bot, cora } = await community();
    await cora.says(parking);
    const alone = bot.as('maya').outside();
    const before = bot.counts();
    for (const line of ['/lor ask garage', '/lor topics parking', '/lor topics', '/lor topics reuse-letter']) {
      const { text, choices, buttons } = await alone.says(line);
      expect(text).not.toContain('garage B');
      expect(choices.map(({ label }) => label)).not.toContain('Parking');
      for (const label of ['This helped', 'Send to curators'])
        expect(buttons.map((one) => one.label)).not.toContain(label);
    }
    // But which topic it was about, for those who ask on.
    expect(bot.counts()).toEqual({ ...before, conversations: 1 });
    expect((await alone.says('/lor vote reuse-letter helped:no')).kind).toBe('denied');
  });

  it('stands before the built-in answer, which is one tap away, and leads back', async () => {
    const { cora, maya } = await community();
    const add = 'question:"May I reuse a letter?" text:"Our office says no."';
    const added = await cora.says(`/lor-admin answer add reuse-letter title:Reuse ${add}`);
    expect(added.text).toContain('It stands before the built-in answer Using a letter from an earlier season');
    expect((await maya.says('/lor ask can i reuse a letter from last year')).text).toContain('Our office says no.');
    const built = await maya.presses('The built-in answer');
    expect(built.text).toContain('Using a letter from an earlier season');
    expect((await maya.presses('This community’s answer')).text).toContain('Our office says no.');
    expect((await maya.says('/lor topics reuse-letter service:eras')).text).toContain('In ERAS');
    await cora.says('/lor-admin answer retire reuse-letter');
    expect((await maya.says('/lor topics reuse-letter')).text).not.toContain('Our office');
    expect((await maya.says('/lor ask can i reuse a letter from last year')).text).toContain('Using a letter');
  });

  it('swallows no question about letters', async () => {
    const { cora, maya } = await community();
    await cora.says(
      '/lor-admin answer add parking title:"Parking at our hospital" question:"Where do I park at our hospital?" text:"In garage B."',
    );
    for (const question of [
      'who at our hospital should write my letter',
      'how many letters do i need',
      'can a resident at our hospital write my letter',
    ]) {
      expect((await maya.says(`/lor ask ${question}`)).text).not.toContain('garage B');
    }
  });

  it('shows what was typed as text, with paragraphs and bullets', async () => {
    const { cora, maya } = await community();
    const text = '*First* <!channel>\n\n- [one](https://x.y)\n- @everyone';
    await cora.calls({
      path: 'lor-admin answer add',
      args: { topic: 'Odd one!', title: 'Odd', question: 'Odd?', text, link: 'https://example.org/a' },
    });
    const answer = await maya.says('/lor topics odd-one');
    expect(answer).toMatchObject({
      reply: {
        blocks: expect.arrayContaining([
          { kind: 'paragraph', line: ['*First* <!channel>'] },
          { kind: 'list', style: 'bullets', items: [['[one](https://x.y)'], ['@everyone']] },
        ]),
      },
    });
    expect(answer.text).toContain('More: https://example.org/a');
  });

  it('is edited in a form that holds what stands; each version is kept with who made it', async () => {
    const { ana, cora, maya } = await community();
    await cora.says(parking);
    const { opened } = await ana.says('/lor-admin answer edit parking');
    expect(Object.fromEntries(opened?.fields.map(({ name, value }) => [name, value]) ?? [])).toEqual({
      title: 'Parking',
      question: 'Where do I park?',
      text: 'In garage B.',
      aliases: 'garage',
      link: undefined,
    });
    expect((await ana.fills({ text: 'In garage C.' })).text).toContain('The answer Parking is changed.');
    expect((await maya.says('/lor ask garage')).text).toContain('In garage C.');
    await cora.says('/lor-admin answer edit parking aliases:none');
    expect((await cora.says('/lor-admin answer edit parking title:Parking')).text).toContain('Nothing was changed.');
    await cora.says('/lor-admin answer retire parking');
    const { text } = await cora.says('/lor-admin answer history parking');
    const who = [...text.matchAll(/#\d, \w+ by @\w+/gu)].map(([one]) => one);
    expect(who).toEqual(['#4, retired by @cora', '#3, edited by @cora', '#2, edited by @ana', '#1, added by @cora']);
    expect(text).toContain('Text: In garage B.');
    expect(text).toContain('Text: In garage C.');
    expect(text).toContain('Short forms: none');
  });

  it('that was retired can be written anew, with its history', async () => {
    const { cora } = await community();
    await cora.says(parking);
    await cora.says('/lor-admin answer retire parking');
    expect((await cora.says(parking)).kind).toBe('replied');
    expect((await cora.says('/lor-admin answer history parking')).text).toContain('#3, added by @cora');
  });

  it.each([
    ['parking title:P question:Q text:T', 'There is an answer parking already.'],
    ['??? title:P question:Q text:T', 'A topic’s short name has letters or digits'],
    [`${'x'.repeat(41)} title:P question:Q text:T`, 'at most 40 characters'],
    ['x title:P question:Q text:T link:http://a.b', 'A link is an address that begins with https://'],
    ['x title:P question:Q text:T link:"https://a b"', 'A link is an address'],
    ['x title:P question:Q text:T link:javascript:alert(1)', 'A link is an address'],
    ['x title:P question:Q text:T aliases:a,b,c,d,e,f,g,h,i,j,k', 'At most 10 short forms fit'],
    [`x title:P question:Q text:T aliases:${'y'.repeat(61)}`, 'at most 60 characters fit'],
    ['x title:P question:Q text:T aliases:GARAGE', 'already leads to this community’s answer Parking'],
    [`x title:P question:Q text:${'y'.repeat(2_001)}`, 'is too long: 2,001 characters, and at most 2,000 fit'],
    ['x title:P question:Q', 'Please fill in'],
  ])('is refused with a sentence: %.60s', async (typed, sentence) => {
    const { bot, cora } = await community();
    await cora.says(parking);
    expect((await refused(bot, () => cora.says(`/lor-admin answer add ${typed}`))).text).toContain(sentence);
  });

  it('names the limit of all, and lists them in pages', async () => {
    const { bot, cora } = await community();
    const add = (number: number) =>
      cora.says(`/lor-admin answer add t${number} title:T${number} question:Q${number} text:A`);
    for (let number = 1; number <= 200; number += 1) await add(number);
    expect((await refused(bot, () => add(201))).text).toContain('There are 200 answers already');
    expect((await cora.says('/lor-admin answer list page:10')).text).toContain('Page 10 of 10');
    expect((await cora.presses('Earlier')).text).toContain('Page 9 of 10');
    expect((await refused(bot, () => cora.says('/lor-admin answer list page:11'))).text).toContain(
      'There are 10 pages.',
    );
  });
});

describe('/lor suggest', () => {
  const suggest = '/lor suggest question:"Where do I park?" text:"In garage B."';

  it('thanks, names the member to curators only, and is approved with an edit', async () => {
    const { bot, cora, maya } = await community();
    expect((await maya.says(suggest)).text).toContain('Thank you. The curators of this community decide about it');
    expect((await maya.says('/lor ask where do i park')).text).not.toContain('garage B');
    expect((await cora.says('/lor-admin answer pending')).text).toContain('From @maya');
    const { opened } = await cora.presses('Look and approve');
    expect(opened?.fields.map(({ name, value }) => [name, value])).toEqual([
      ['topic', 'where-do-i-park'],
      ['title', 'Where do I park'],
      ['question', 'Where do I park?'],
      ['text', 'In garage B.'],
      ['aliases', undefined],
      ['link', undefined],
    ]);
    expect((await cora.fills({ topic: 'parking', text: 'In garage B, from six.' })).text).toContain('Approved');
    const answer = await bot.as('noor').says('/lor ask where do i park');
    expect(answer.text).toContain('In garage B, from six.');
    expect(answer.text).not.toContain('maya');
    expect((await cora.says('/lor-admin answer history parking')).text).toContain('#1, approved by @cora');
    expect((await cora.says('/lor-admin answer pending')).text).toContain('No proposal is waiting.');
    expect(bot.adapter.arrived).toEqual([]);
  });

  it('stays when it is approved wrongly, and goes when it is rejected, without a word to the member', async () => {
    const { bot, cora, maya } = await community();
    await maya.says(suggest);
    const wrong = await refused(bot, () => cora.says('/lor-admin answer approve 1 topic:parking link:nowhere'));
    expect(wrong.text).toContain('A link is an address');
    expect((await cora.says('/lor-admin answer reject #1')).text).toContain('Proposal #1 is rejected and deleted.');
    expect(bot.counts()).toMatchObject({ submissions: 0, community_answers: 0 });
    expect(bot.adapter.arrived).toEqual([]);
    expect((await refused(bot, () => cora.says('/lor-admin answer approve 1'))).text).toContain(
      'No proposal is waiting.',
    );
  });

  it('takes five open ones of a member, and no more', async () => {
    const { bot, cora, maya } = await community();
    for (let number = 1; number <= 5; number += 1) await maya.says(suggest);
    expect((await refused(bot, () => maya.says(suggest))).text).toContain('You have 5 proposals open here');
    expect((await bot.as('noor').in('#general').says(suggest)).kind).toBe('replied');
    await cora.says('/lor-admin answer reject 2');
    expect((await maya.says(suggest)).kind).toBe('replied');
  });

  it('of another community cannot be approved or rejected, also by its id', async () => {
    const { bot, maya } = await community();
    await maya.says(suggest);
    const [row] = bot.rows<{ id: string }>('select id from submissions');
    const eve = bot.as('eve').of('W2').admin();
    for (const path of ['lor-admin answer approve', 'lor-admin answer reject']) {
      await refused(bot, () => eve.calls({ path, args: { proposal: row?.id ?? '', topic: 'x' } }));
    }
  });
});

describe('an answer of a community, shared', () => {
  it('is the curators’ one, not the built-in one that it stands for', async () => {
    const { bot, cora } = await community();
    await cora.says(
      '/lor-admin answer add packet title:"Our packet" question:"What do we send?" text:"Use our own form."',
    );
    const she = bot.as('maya').in('C1');
    expect((await she.says('/lor ask packet')).text).toContain('Use our own form.');
    const shared = await she.presses('Share in this channel');
    expect(shared).toMatchObject({ kind: 'replied', visibility: 'public' });
    expect(shared.text).toContain('Use our own form.');
  });

  it('shows nothing of the language of whoever shares it', async () => {
    const { bot } = await community();
    const she = bot.as('maya').in('C1');
    await she.says('/lor settings language:fr');
    const { text } = await she.says('/lor share answer reuse-letter');
    expect(text).toContain('Sources:');
    expect(text).toContain('Last checked');
    expect(text).not.toMatch(/Dernière|Vérifié/u);
  });
});

describe('what other people would read', () => {
  it.each([
    '/lor human my patient John Smith MRN 1234567 in room 4',
    '/lor send my patient John Smith MRN 1234567 in room 4',
    '/lor suggest question:"Who is he?" text:"My patient John Smith, MRN 1234567."',
  ])('holds no patient: %s', async (line) => {
    const { bot } = await community();
    const before = bot.counts().submissions;
    const { kind, text } = await bot.as('maya').says(line);
    expect(kind).toBe('invalid');
    expect(text).toContain('Take that out, please');
    expect(bot.counts().submissions).toBe(before);
  });
});
