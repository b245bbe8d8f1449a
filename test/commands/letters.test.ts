import { describe, expect, it } from 'vitest';
import { openTestBot } from '../support/bot.ts';
import { everything, refused } from '../support/refused.ts';

/** Maya, known to the bot, on Wednesday 25 August 2027 at nine in New York. */
async function maya() {
  const bot = await openTestBot();
  const person = bot.as('maya');
  await person.says('/lor settings zone:new york');
  return { bot, maya: person };
}

describe('/lor add', () => {
  it('puts a writer on the list with everything that was said', async () => {
    const { maya: she } = await maya();
    const added = await she.says(
      `/lor add Dr. O'Brien kind:pd due:"sep 23" service:eras specialty:IM title:"Chief of Medicine" met:"sub-I"`,
    );
    expect(added.kind).toBe('replied');
    expect(added.text).toContain("Dr. O'Brien is on your list.");
    expect(added.text).toContain('planned · due Thu 23 Sep 2027 (in 29 days)');
    const shown = await she.says('/lor show obrien');
    for (const line of [
      'Title: Chief of Medicine',
      'Kind: Program director',
      'Where you met: sub-I',
      'Service: ERAS',
      'Specialty: IM',
    ])
      expect(shown.text).toContain(line);
  });

  it('is private', async () => {
    const { maya: she } = await maya();
    expect(await she.in('#general').says('/lor add Dr. Chen')).toMatchObject({ visibility: 'private' });
  });

  it('takes the same writer, however spelled, for a further letter', async () => {
    const { bot, maya: she } = await maya();
    await she.says("/lor add Dr. O'Brien");
    const again = await she.says('/lor add dr obrien service:carms');
    expect(again.text).toContain("A further letter of Dr. O'Brien is on your list; you track 2 of theirs now.");
    expect(bot.counts()).toMatchObject({ writers: 1, letters: 2 });
  });

  it('opens a form when the name is missing, and adds what the form says', async () => {
    const { maya: she } = await maya();
    const form = await she.says('/lor add');
    expect(form.opened?.fields.map(({ name, required }) => (required ? `${name}!` : name))).toEqual([
      'name!',
      'kind',
      'due',
      'service',
      'specialty',
      'met',
      'title',
      'email',
      'form',
      'original',
    ]);
    const added = await she.fills({ name: 'Dr. Chen', due: 'next fri' });
    expect(added.text).toContain('due Fri 3 Sep 2027');
  });

  it('uses the service of the settings unless told another', async () => {
    const { maya: she } = await maya();
    await she.says('/lor settings service:carms');
    expect((await she.says('/lor add Dr. Chen')).text).toContain('Dr. Chen · CaRMS');
    expect((await she.says('/lor add Dr. Park service:eras')).text).toContain('Dr. Park · ERAS');
  });

  it('says of an impossible date how many days the month has, and keeps what was typed in a form', async () => {
    const { bot, maya: she } = await maya();
    const answer = await refused(bot, () => she.says('/lor add Dr. Chen due:"feb 30" kind:chair'));
    expect(answer.text).toContain('there is no such day as “feb 30”. February 2027 has 28 days.');
    expect(answer.opened?.fields.find(({ name }) => name === 'due')).toMatchObject({
      value: 'feb 30',
      problem: expect.stringContaining('no such day'),
    });
    expect(answer.opened?.fields.find(({ name }) => name === 'name')?.value).toBe('Dr. Chen');
    expect((await she.fills({ due: 'feb 28' })).text).toContain('due Mon 28 Feb 2028');
  });

  it.each([
    ['due:"the day after Christmas"', 'I cannot read'],
    ['due:2040-01-01', 'more than five years away'],
    ['due:2024-01-01', 'more than a year ago'],
    ['kind:king', 'is not one of the choices'],
    ['service:eros', 'Did you mean eras?'],
  ])('refuses %s with a sentence and stores nothing', async (option, sentence) => {
    const { bot, maya: she } = await maya();
    const answer = await refused(bot, () => she.says(`/lor add Dr. Chen ${option}`));
    expect(answer.text).toContain(sentence);
  });

  it('names every problem at once', async () => {
    const { bot, maya: she } = await maya();
    const answer = await refused(bot, () => she.says('/lor add Dr. Chen due:"feb 30" kind:king service:eros'));
    for (const part of ['no such day', 'king', 'eros']) expect(answer.text).toContain(part);
  });

  it('names the limit of writers and the limit of letters, and keeps to them', async () => {
    const { bot, maya: she } = await maya();
    for (let number = 1; number <= 60; number += 1) await she.says(`/lor add Writer ${number}`);
    const writers = await refused(bot, () => she.says('/lor add One More'));
    expect(writers.text).toContain('You track 60 writers already, and that is the most there can be.');
    for (let number = 1; number <= 60; number += 1) await she.says(`/lor add Writer ${number}`);
    const letters = await refused(bot, () => she.says('/lor add Writer 1'));
    expect(letters.text).toContain('You track 120 letters already');
    await she.says('/lor undo');
    expect((await she.says('/lor add Writer 1')).kind).toBe('replied');
  });
});

describe('what somebody types', () => {
  const hostile = [
    '<!channel> @everyone *x* [a](b)',
    '<@U123> <https://evil.example|click>',
    '_a_ ~b~ `c` ||d|| > e # f',
    '=HYPERLINK("x")',
    'חנה לוי',
    'محمد الأمين',
    '陳大文 🦉',
    'Zoë “the Great” Núñez-O’Brien',
    "Robert'); drop table letters;--",
    'null',
    '\\',
    'constructor __proto__',
  ];

  it.each(hostile)('is stored and shown as itself: %s', async (text) => {
    const { bot, maya: she } = await maya();
    const added = await she.calls({ path: 'lor add', args: { name: text, met: text, title: text } });
    expect(added.text).toContain(`${text} is on your list.`);
    expect(bot.rows('select name, met, title from writers')).toEqual([{ name: text, met: text, title: text }]);
    const { buttons } = added;
    const show = buttons.find(({ label }) => label === 'Show');
    const shown = await she.calls(show?.call ?? { path: '', args: {} });
    expect(shown.text).toContain(`Title: ${text}`);
    expect((await she.says('/lor list')).text).toContain(text);
    expect((await she.says('/lor undo')).text).toContain(`added ${text}`);
  });

  it('is stored and shown as itself when it was typed in a line', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add <!channel> @everyone *x* [a](b) due:"oct 1"');
    expect(bot.rows('select name from writers')).toEqual([{ name: '<!channel> @everyone *x* [a](b)' }]);
  });

  it.each([
    ['a NUL', 'Dr. \u0000Chen', 'holds a control character'],
    ['an escape sequence', 'Dr. \u001b[31mChen', 'holds a control character'],
    ['a character that turns the text around', 'Dr. \u202eChen', 'a character that turns the text around it'],
    ['half of an emoji', 'Dr. \ud83e', 'half of a character'],
    ['10,000 characters', 'x'.repeat(10_000), 'is too long: 10,000 characters, and at most 80 fit'],
    ['one character too many', 'x'.repeat(81), 'is too long: 81 characters, and at most 80 fit'],
  ])('is refused with a sentence when it is %s', async (_, text, sentence) => {
    const { bot, maya: she } = await maya();
    for (const say of [() => she.calls({ path: 'lor add', args: { name: text } }), () => she.says(`/lor add ${text}`)])
      expect((await refused(bot, say)).text).toContain(sentence);
  });

  it('may fill its field to the last character', async () => {
    const { bot, maya: she } = await maya();
    const args = { name: 'n'.repeat(80), title: 't'.repeat(120), met: 'm'.repeat(120), specialty: 's'.repeat(60) };
    expect((await she.calls({ path: 'lor add', args })).kind).toBe('replied');
    expect(bot.counts()).toMatchObject({ letters: 1 });
  });

  it('of 10,000 characters finds no letter, and that is said', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    const answer = await refused(bot, () => she.says(`/lor show ${'chen '.repeat(2_000)}`));
    expect(answer.text).toContain('is too long: 9,999 characters, and at most 120 fit');
  });
});

describe('/lor list', () => {
  it('invites somebody who has nothing yet', async () => {
    const { maya: she } = await maya();
    const list = await she.says('/lor list');
    expect(list.text).toContain('You do not track any letters yet.');
    await she.presses('Add a letter');
    await she.fills({ name: 'Dr. Chen' });
    expect((await she.says('/lor list')).text).toContain('Dr. Chen');
  });

  it('shows what is due first on top', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Late due:"nov 1"');
    await she.says('/lor add Dr. Never');
    await she.says('/lor add Dr. Soon due:"sep 1"');
    const { text } = await she.says('/lor list');
    expect(text).toContain('Your 3 letters');
    const order = ['Dr. Soon', 'Dr. Late', 'Dr. Never'].map((name) => text.indexOf(name));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('turns pages, and says how many there are', async () => {
    const { bot, maya: she } = await maya();
    for (let number = 10; number < 30; number += 1) await she.says(`/lor add Writer ${number}`);
    const seen: string[] = [];
    seen.push((await she.says('/lor list')).text);
    seen.push((await she.presses('Next page')).text);
    seen.push((await she.presses('Next page')).text);
    expect(seen.map((text) => text.match(/Writer \d+/gu)?.length)).toEqual([8, 8, 4]);
    expect(seen[1]).toContain('Page 2 of 3.');
    expect((await she.presses('Earlier page')).text).toBe(seen[1]);
    expect((await refused(bot, () => she.says('/lor list page:4'))).text).toContain('There are 3 pages.');
    expect((await refused(bot, () => she.says('/lor list page:0'))).text).toContain('a whole number from 1 to 1000');
  });
});

describe('/lor show', () => {
  it('tells the history with its dates, without what was taken back', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    await she.says('/lor next chen on:yesterday');
    await she.says('/lor next chen to:declined');
    await she.says('/lor undo');
    await she.says('/lor next chen to:agreed answer:lukewarm');
    const { text } = await she.says('/lor show chen');
    expect(text).toContain('●●●○○○○ agreed (3 of 7)');
    expect(text).toContain('They promised: a lukewarm yes');
    expect(text).toContain('A lukewarm letter can hurt more than none.');
    expect(text).toContain('- planned on Wed 25 Aug 2027\n- asked on Tue 24 Aug 2027\n- agreed on Wed 25 Aug 2027');
    expect(text).not.toContain('declined on');
  });

  it('tells letters apart that are for the same, by stage and date and in the end by number', async () => {
    const she = (await openTestBot()).as('maya');
    await she.says('/lor add Dr. Chen service:eras due:2027-10-01');
    await she.says('/lor add Dr. Chen service:eras due:2027-11-01');
    await she.says('/lor add Dr. Wu');
    await she.says('/lor add Dr. Wu');
    const several = await she.says('/lor show chen');
    expect(several.choices.map(({ label }) => label)).toEqual([
      'Dr. Chen (ERAS, planned, Fri 1 Oct 2027)',
      'Dr. Chen (ERAS, planned, Mon 1 Nov 2027)',
    ]);
    const twins = await she.says('/lor show wu');
    expect(twins.choices.map(({ label }) => label)).toEqual(['Dr. Wu (planned) #1', 'Dr. Wu (planned) #2']);
  });

  it.each(['\u200b', '\u3164', '  \u00ad '])('a name of nothing that can be seen is none: %j', async (name) => {
    const she = (await openTestBot()).as('maya');
    expect((await she.says(`/lor add name:"${name}"`)).kind).toBe('invalid');
    expect((await she.says('/lor list')).text).toContain('do not track any letters');
  });

  it('offers the letters that fit when there are several, and the nearest when there is none', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen service:eras');
    await she.says('/lor add Dr. Chen service:carms');
    const several = await she.says('/lor show chen');
    expect(several.text).toContain('“chen” fits several of your letters. Which one?');
    expect(several.choices.map(({ label }) => label)).toEqual(['Dr. Chen (ERAS)', 'Dr. Chen (CaRMS)']);
    expect((await she.picks('Dr. Chen (CaRMS)')).text).toContain('Service: CaRMS');

    const typo = await she.says('/lor show chne');
    expect(typo.text).toContain('You have no letter that fits “chne”.');
    expect(typo.choices).toHaveLength(2);
  });

  it('does not tell of a writer of somebody else', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    const ben = bot.as('ben');
    await ben.says('/lor add Dr. Silva');
    const answer = await refused(bot, () => ben.says('/lor show Dr. Chen'));
    expect(answer.text).toContain('You have no letter that fits “Dr. Chen”.');
    expect(answer.choices).toEqual([]);
    expect((await ben.says('/lor list')).text).not.toContain('Chen');
  });

  it('does not tell somebody in another workspace who has the same name', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    expect((await bot.as('maya').of('W2').says('/lor list')).text).toContain('You do not track any letters yet.');
  });
});

describe('/lor edit', () => {
  it('opens a form with what stands, and changes what was changed in it', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen due:"oct 1" service:eras kind:chair');
    const { opened } = await she.says('/lor edit chen');
    const values = Object.fromEntries((opened?.fields ?? []).map(({ name, value }) => [name, value]));
    expect(values).toEqual({
      due: '2027-10-01',
      service: 'eras',
      specialty: undefined,
      form: undefined,
      chair: undefined,
      waived: undefined,
      original: undefined,
      season: undefined,
      name: 'Dr. Chen',
      kind: 'chair',
      title: undefined,
      met: undefined,
    });
    const edited = await she.fills({ name: 'Dr. Mei Chen', due: '', title: 'Chair' });
    expect(edited.text).toContain('Dr. Mei Chen is changed.');
    expect(edited.text).toContain('Due: no due date');
    expect(edited.text).toContain('Kind: Department chair');
    expect(edited.text).toContain('Title: Chair');
  });

  it('changes nothing when nothing was changed, and leaves nothing to take back', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen due:"oct 1"');
    const before = everything(bot);
    await she.says('/lor edit chen');
    expect((await she.fills({})).text).toContain('nothing was changed');
    expect((await she.says('/lor edit chen due:"oct 1"')).text).toContain('nothing was changed');
    expect(everything(bot)).toEqual(before);
  });

  it('clears with none or a dash', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen due:"oct 1" service:eras specialty:IM kind:chair met:clinic');
    const { text } = await she.says('/lor edit chen due:none service:none specialty:- kind:none met:none');
    expect(text).toContain('Dr. Chen is changed.');
    for (const gone of ['Service:', 'Kind:', 'Where you met:', 'Oct']) expect(text).not.toContain(gone);
    expect(text).toContain('Specialty: General');
  });

  it('refuses a bad value with everything else as it was', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen due:"oct 1"');
    const answer = await refused(bot, () => she.says('/lor edit chen name:"Dr. Mei" due:2040-01-01'));
    expect(answer.text).toContain('more than five years away');
  });

  it('does not mind a due date of long ago that nobody touched', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen due:"sep 23"');
    bot.clock.set('2029-01-01T12:00:00.000Z');
    await she.says('/lor edit chen');
    expect((await she.fills({ title: 'Chair' })).text).toContain('Dr. Chen is changed.');
    expect((await she.says('/lor edit chen due:2027-09-22')).text).toContain('more than a year ago');
  });

  it('keeps what was said when it has to ask which letter', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen service:eras due:"oct 1"');
    await she.says('/lor add Dr. Chen service:carms due:"oct 1"');
    await she.says('/lor edit chen due:none title:"Chair, Medicine"');
    const edited = await she.picks('Dr. Chen (CaRMS)');
    expect(edited.text).toContain('Due: no due date');
    expect(edited.text).toContain('Title: Chair, Medicine');
    expect((await she.says('/lor show chen eras')).text).toContain('Due: Fri 1 Oct 2027');
  });

  it('renames the writer in all letters of theirs', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen service:eras');
    await she.says('/lor add Dr. Chen service:carms');
    await she.says('/lor edit chen eras name:"Dr. Mei Lin"');
    expect((await she.says('/lor list')).text.match(/Dr\. Mei Lin/gu)).toHaveLength(2);
  });
});

describe('/lor next', () => {
  it('goes up the ladder with a button for each step', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    await she.presses('I asked');
    await she.presses('A strong yes');
    await she.presses('Packet sent');
    await she.presses('Requested in the portal');
    await she.presses('It is uploaded');
    const last = await she.presses('It is processed');
    expect(last.text).toContain('●●●●●●● processed (7 of 7)');
    expect(last.text).toContain('They promised: a strong letter');
    expect(last.buttons.map(({ label }) => label)).toEqual(['Draft the thanks', 'Edit', 'Undo', 'My letters']);
  });

  it('refuses a jump, says where the letter may go, and moves nothing', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    const answer = await refused(bot, () => she.says('/lor next chen to:uploaded'));
    expect(answer.text).toContain('stands at “planned” and cannot go to “uploaded” in one step');
    expect(answer.text).toContain('From here it goes to asked or dropped. To go back, use /lor undo.');
  });

  it('refuses to stay, to go on from the end, and to go back', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    expect((await refused(bot, () => she.says('/lor next chen to:planned'))).text).toContain(
      'stands at “planned” already',
    );
    await she.says('/lor next chen to:dropped');
    expect((await refused(bot, () => she.says('/lor next chen'))).text).toContain('there is no further step');
    await she.says('/lor next chen to:planned');
    await she.says('/lor next chen');
    expect((await refused(bot, () => she.says('/lor next chen to:planned'))).text).toContain('use /lor undo');
  });

  it('takes the day on which it happened, not one ahead and not one before the last step', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    expect((await she.says('/lor next chen on:"aug 20"')).text).toContain('asked, on Fri 20 Aug 2027');
    const ahead = await refused(bot, () => she.says('/lor next chen to:agreed on:2027-08-26'));
    expect(ahead.text).toContain('Thu 26 Aug 2027 lies ahead');
    const before = await refused(bot, () => she.says('/lor next chen to:agreed on:2027-08-19'));
    expect(before.text).toContain('is before “asked” on Fri 20 Aug 2027');
  });

  it('takes what they promised only with a yes', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    const answer = await refused(bot, () => she.says('/lor next chen answer:strong'));
    expect(answer.text).toContain('add to:agreed');
  });

  it('keeps what was said when it has to ask which letter', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen service:eras');
    await she.says('/lor add Dr. Chen service:carms');
    await she.says('/lor next chen eras');
    await she.says('/lor next chen to:agreed answer:strong');
    const { text } = await she.picks('Dr. Chen (ERAS)');
    expect(text).toContain('Dr. Chen: agreed, on');
    expect(text).toContain('They promised: a strong letter');
  });

  it('works from an old message: a button that was pressed already says how it stands', async () => {
    const { bot, maya: she } = await maya();
    const { buttons } = await she.says('/lor add Dr. Chen');
    const asked = buttons.find(({ label }) => label === 'I asked')?.call ?? { path: '', args: {} };
    await she.calls(asked);
    await bot.restarts();
    expect((await refused(bot, () => she.calls(asked))).text).toContain('stands at “asked” already');
  });

  it('does one thing for one press, however often the platform sends it', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    expect((await she.says('/lor next chen', 'press-1')).kind).toBe('replied');
    expect((await she.says('/lor next chen', 'press-1')).kind).toBe('repeated');
    await bot.restarts();
    expect((await she.says('/lor next chen', 'press-1')).kind).toBe('repeated');
    expect(bot.rows('select stage from letters')).toEqual([{ stage: 'asked' }]);
  });
});

describe('/lor remove and /lor undo', () => {
  it('remove a letter with its writer and bring both back exactly', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen due:"oct 1" kind:chair');
    await she.says('/lor next chen');
    const before = await she.says('/lor show chen');
    const removed = await she.says('/lor remove chen');
    expect(removed.text).toContain('The letter of Dr. Chen is removed');
    expect(bot.counts()).toMatchObject({ letters: 0, writers: 0 });
    expect((await she.presses('Undo')).text).toContain('Taken back: removed Dr. Chen');
    expect((await she.says('/lor show chen')).text).toBe(before.text);
  });

  it('keep the writer while there is another letter of theirs', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen service:eras');
    await she.says('/lor add Dr. Chen service:carms');
    await she.says('/lor remove chen eras');
    expect(bot.counts()).toMatchObject({ letters: 1, writers: 1 });
    await she.says('/lor remove chen');
    expect(bot.counts()).toMatchObject({ letters: 0, writers: 0 });
    await she.says('/lor undo');
    await she.says('/lor undo');
    expect((await she.says('/lor list')).text).toContain('Your 2 letters');
  });

  it('take back one change after the other, and say what each was', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    await she.says('/lor next chen');
    await she.says('/lor edit chen name:"Dr. Mei"');
    expect((await she.says('/lor undo')).text).toContain(
      'Taken back: changed Dr. Mei: Writer from Dr. Chen to Dr. Mei',
    );
    expect((await she.says('/lor undo')).text).toContain('Taken back: Dr. Chen from “planned” to “asked”');
    expect((await she.presses('Undo')).text).toContain('Taken back: added Dr. Chen');
    expect((await refused(bot, () => she.says('/lor undo'))).text).toContain('There is nothing to take back.');
    expect(bot.counts()).toMatchObject({ letters: 0, writers: 0 });
  });

  it('say which fields went from what to what', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen due:"oct 1" title:"Professor"');
    await she.says('/lor edit chen due:none service:eras specialty:Neurology kind:chair title:none');
    expect((await she.says('/lor undo')).text).toContain(
      'Taken back: changed Dr. Chen: Title from “Professor” to nothing; Kind from nothing to Department chair; ' +
        'Due from Fri 1 Oct 2027 to nothing; Service from nothing to ERAS; Specialty from nothing to “Neurology”',
    );
    await she.says('/lor next chen');
    await she.says('/lor next chen to:agreed answer:lukewarm');
    expect((await she.says('/lor undo')).text).toContain(
      'Taken back: Dr. Chen from “asked” to “agreed”; They promised from nothing to a lukewarm yes',
    );
  });

  it('by a button take back the change that it stands under, once and no other', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Wu');
    const { buttons } = await she.says('/lor add Dr. Chen');
    const undo = buttons.find(({ label }) => label === 'Undo')?.call ?? { path: '', args: {} };
    await she.says('/lor next chen');
    const tooEarly = await refused(bot, () => she.calls(undo));
    expect(tooEarly.text).toContain('Something newer stands: Dr. Chen from “planned” to “asked”.');
    expect((await she.presses('Undo')).text).toContain('Taken back: Dr. Chen from “planned” to “asked”');
    expect((await she.calls(undo)).text).toContain('Taken back: added Dr. Chen');
    expect((await refused(bot, () => she.calls(undo))).text).toContain('That was taken back already.');
    expect(bot.counts()).toMatchObject({ letters: 1 });
  });

  it('by a button that says no more than others may know', async () => {
    const { bot, maya: she } = await maya();
    const { buttons } = await she.says('/lor add Dr. Chen');
    const undo = buttons.find(({ label }) => label === 'Undo')?.call ?? { path: '', args: {} };
    const stranger = await refused(bot, () => bot.as('ben').calls(undo));
    expect(stranger.text).toBe('That was taken back already.');
    expect(bot.counts()).toMatchObject({ letters: 1 });
  });

  it('say that there is nothing when nothing was done', async () => {
    const { bot, maya: she } = await maya();
    expect((await refused(bot, () => she.says('/lor undo'))).text).toContain('There is nothing to take back.');
    expect((await refused(bot, () => she.says('/lor remove chen'))).text).toContain('You do not track any letters yet');
  });

  it('take back what was one’s own, never what another did', async () => {
    const { bot, maya: she } = await maya();
    await bot.as('ben').says('/lor add Dr. Silva');
    expect((await refused(bot, () => she.says('/lor undo'))).text).toContain('There is nothing to take back.');
  });
});

describe('/lor settings', () => {
  it('keeps what was said and shows all of it', async () => {
    const { maya: she } = await maya();
    const { text } = await she.says('/lor settings zone:chicago service:carms specialty:"IM, neurology; IM" img:yes');
    expect(text).toContain('Saved.');
    expect(text).toContain('Time zone: America/Chicago');
    expect(text).toContain('Application service: CaRMS');
    expect(text).toContain('Specialties: Internal medicine; Neurology');
    expect(text).toContain('International graduate: yes');
    expect(text).toContain('Reminders by DM: off');
    expect((await she.says('/lor settings')).text).not.toContain('Saved.');
  });

  it('says which zone counts until somebody names one', async () => {
    const bot = await openTestBot();
    expect((await bot.as('ben').says('/lor settings')).text).toContain('America/New_York (until you say otherwise)');
  });

  it.each([
    ['chicgo', 'I know no time zone “chicgo”. Did you mean America/Chicago?'],
    ['America', 'I know no time zone “America”. Did you mean'],
    ['Atlantis', 'Name a large city in it'],
    ['../etc', 'Name a large city in it'],
  ])('refuses the zone %s and names what is near', async (zone, sentence) => {
    const { bot, maya: she } = await maya();
    const answer = await refused(bot, () => she.says(`/lor settings zone:${zone} img:yes`));
    expect(answer.text).toContain(sentence);
  });

  it.each([
    ['Kathmandu', 'Asia/Kathmandu'],
    ['US/Eastern', 'America/New_York'],
    ['est', 'America/New_York'],
    ['st johns', 'America/St_Johns'],
    ['seattle', 'America/Los_Angeles'],
  ])('knows %s as %s', async (typed, zone) => {
    const { maya: she } = await maya();
    expect((await she.says(`/lor settings zone:${typed}`)).text).toContain(`Time zone: ${zone}`);
  });

  it('forgets what is cleared, and refuses more specialties than fit', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor settings service:eras specialty:IM img:no reapplicant:yes');
    const { text } = await she.says('/lor settings service:none specialty:none img:none reapplicant:none');
    expect(text.match(/not said yet/gu)).toHaveLength(4);
    const answer = await refused(bot, () => she.says('/lor settings specialty:"a,b,c,d,e,f"'));
    expect(answer.text).toContain('At most 5 specialties fit.');
  });

  it('moves the day with the zone', async () => {
    const { bot, maya: she } = await maya();
    bot.clock.set('2027-08-25T20:00:00.000Z');
    await she.says('/lor add Dr. Chen due:tomorrow');
    expect((await she.says('/lor show chen')).text).toContain('Due: Thu 26 Aug 2027 (tomorrow)');
    await she.says('/lor settings zone:kathmandu');
    expect((await she.says('/lor show chen')).text).toContain('Due: Thu 26 Aug 2027 (today)');
  });
});

describe('/lor privacy', () => {
  it('tells what is kept, in numbers of one’s own', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen service:eras');
    await she.says('/lor add Dr. Chen service:carms');
    const { text, buttons } = await she.says('/lor privacy');
    expect(text).toContain('At present I keep 1 writer, 2 letters and 0 programs for you.');
    expect((await bot.as('ben').says('/lor privacy')).text).toContain('0 writers, 0 letters and 0 programs');
    expect(buttons.map(({ call }) => call.path)).toEqual(['lor data export', 'lor share list', 'lor data erase']);
    for (const { label } of buttons) {
      await she.says('/lor privacy');
      expect((await she.presses(label)).kind, label).toBe('replied');
    }
  });

  it('tells what becomes of it when the bot goes, and when the member does', async () => {
    const bot = await openTestBot();
    const { text } = await bot.as('maya').says('/lor privacy');
    expect(text).toMatch(/removed from a community, I keep everything for 30 days/u);
    expect(text).toMatch(/When you leave a community, I do not notice.*\/lor data erase/u);
  });

  it('tells from about which day on letters may go, and only where there are some', async () => {
    const { bot, maya: she } = await maya();
    const told = async () =>
      /about (.*) on yours are deleted, .* after two warnings/u.exec((await she.says('/lor privacy')).text)?.[1];
    expect(await told()).toBeUndefined();
    await she.says('/lor add Dr. Chen');
    // The end of ERAS 2028 as the packs have it, and 180 days.
    expect(await told()).toBe('Mon 27 Nov 2028');
    await she.says('/lor settings season:2027');
    expect(await told()).toBe('Mon 21 Feb 2028');
    bot.clock.set('2027-09-10T12:00:00.000Z');
    await she.says('/lor next chen');
    expect(await told()).toBe('Wed 8 Mar 2028');
    expect((await bot.as('maya').speaking('fr').says('/lor privacy')).text).not.toContain('27 nov');
  });

  it('keeps nothing of somebody who only reads', async () => {
    const bot = await openTestBot();
    for (const line of ['/lor privacy', '/lor list', '/lor today', '/lor help', '/lor show chen', '/lor remind list'])
      await bot.as('ben').says(line);
    expect(Object.values(bot.counts()).every((count) => count === 0)).toBe(true);
    expect(bot.rows('select * from receipts')).toEqual([]);
  });
});

describe('/lor today', () => {
  it('shows the next deadlines and counts the rest', async () => {
    const bot = await openTestBot();
    const admin = bot.as('ana').admin().in('C1');
    for (let day = 10; day < 20; day += 1)
      await admin.says(`/lor-admin deadline add Deadline ${day} date:2027-09-${day}`);
    const { text } = await bot.as('maya').in('C1').says('/lor today');
    expect(text).toContain('Deadline 17');
    expect(text).not.toContain('Deadline 18');
    expect(text).toContain('And 2 more later.');
  });

  it('sorts letters by how soon they are due', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Overdue due:"aug 20 2027"');
    await she.says('/lor add Dr. Soon due:"sep 8"');
    await she.says('/lor add Dr. Later due:"sep 9"');
    const { text } = await she.says('/lor today');
    expect(text).toMatch(
      /Overdue\n[\s\S]*Dr\. Overdue[\s\S]*Due in the next 14 days[\s\S]*Dr\. Soon[\s\S]*Next steps[\s\S]*Dr\. Later/u,
    );
    expect(text).toContain('was due Fri 20 Aug 2027, 5 days ago');
    expect((await she.says('/lor show overdue')).text).toContain('Due: Fri 20 Aug 2027, overdue by 5 days');
    for (const name of ['overdue', 'soon', 'later']) {
      await she.says(`/lor next ${name} to:dropped`);
    }
    expect((await she.says('/lor today')).text).toContain('Nothing needs you today.');
    expect(bot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('the log', () => {
  it('holds no word of what anybody typed', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Quetzalcoatl met:"Secret Clinic"');
    await she.says('/lor show quetzalcoat');
    await she.says('/lor add Quetzalcoatl due:"feb 30"');
    await she.says('/lor quetzalcoatl');
    expect(bot.log.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(bot.log)).not.toMatch(/quetzalcoatl|secret|maya/iu);
  });
});
