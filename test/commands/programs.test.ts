import { describe, expect, it } from 'vitest';
import { expectAsUnknown } from '../support/as-unknown.ts';
import { openTestBot } from '../support/bot.ts';
import { everything, refused } from '../support/refused.ts';

/** Maya, who applies by ERAS, on Wednesday 25 August 2027 at nine in New York. */
async function maya() {
  const bot = await openTestBot();
  const person = bot.as('maya');
  await person.says('/lor settings zone:new york service:eras');
  return { bot, maya: person };
}

describe('/lor program add', () => {
  it('tracks a program with everything that was said', async () => {
    const { bot, maya: she } = await maya();
    const { text } = await she.says(
      '/lor program add Mercy Hospital specialty:IM letters:3 due:"sep 22" setting:private most:4 own:2 chair:yes notes:"Ask about electives"',
    );
    expect(text).toContain('Mercy Hospital is on your list of programs.');
    for (const line of [
      'Service: ERAS',
      'Specialty: Internal medicine',
      'Kind of program: community',
      'Due: Wed 22 Sep 2027',
      'Letters it asks for: 3',
      'Most it reads: 4',
      'Of these from its specialty: 2',
      'Asks for a department letter: yes',
      'Notes: Ask about electives',
      'No letter is assigned yet.',
    ])
      expect(text).toContain(line);
    expect(bot.bytes().toString('latin1')).not.toContain('Ask about electives');
  });

  it('does so by a form that a button opens', async () => {
    const { maya: she } = await maya();
    expect((await she.says('/lor program list')).text).toContain('You track no programs yet.');
    const form = await she.presses('Add a program');
    expect(form.opened?.fields.map(({ name, required }) => (required ? `${name}!` : name))).toEqual(
      'name! specialty letters due service setting most own chair notes'.split(' '),
    );
    const { text } = await she.fills({ name: 'State University', letters: '4', service: 'carms' });
    expect(text).toContain('Service: CaRMS');
    expect((await she.presses('My programs')).text).toContain(
      'Your program\n\nState University · CaRMS\n  0 of 4 letters',
    );
  });

  it('takes the only specialty of the settings, and none where there are several', async () => {
    const { maya: she } = await maya();
    await she.says('/lor settings specialty:neurology');
    expect((await she.says('/lor program add Mercy')).text).toContain('Specialty: Neurology');
    await she.says('/lor settings specialty:"neurology, IM"');
    expect((await she.says('/lor program add State')).text).not.toContain('Specialty:');
  });

  it.each([
    ['letters:eleven', 'takes a whole number from 1 to 10; “eleven” is none'],
    ['letters:0', 'takes a whole number from 1 to 10'],
    ['letters:4 most:3', 'A program that asks for 4 cannot read at most 3.'],
    ['due:2040-01-01', 'more than five years away'],
    ['setting:castle', 'is not one of the choices'],
    ['chair:perhaps', 'takes yes or no'],
  ])('refuses %s, stores nothing, and the form keeps the rest', async (options, sentence) => {
    const { bot, maya: she } = await maya();
    const answer = await refused(bot, () => she.says(`/lor program add Mercy specialty:IM ${options}`));
    expect(answer.text).toContain(sentence);
    const held = Object.fromEntries((answer.opened?.fields ?? []).map(({ name, value }) => [name, value]));
    expect(held).toMatchObject({ name: 'Mercy', specialty: 'IM' });
  });

  it('does not track the same one twice in a season, and shows the one that there is', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor program add Mercy Hospital');
    const again = await refused(bot, () => she.says('/lor program add mercy hospital letters:3'));
    expect(again.text).toContain('You track Mercy Hospital already.');
    expect((await she.presses('Show')).text).toContain('Mercy Hospital');
    await she.says('/lor program add mercy hospital');
    expect((await she.presses('Edit')).opened?.call.path).toBe('lor program edit');
  });

  it('keeps to the limit, and names it', async () => {
    const { bot, maya: she } = await maya();
    for (let number = 1; number <= 150; number += 1) await she.says(`/lor program add Program ${number}`);
    const answer = await refused(bot, () => she.says('/lor program add One More'));
    expect(answer.text).toContain('You track 150 programs already, and that is the most there can be.');
    await she.says('/lor undo');
    expect((await she.says('/lor program add One More')).kind).toBe('replied');
  });

  it.each([
    '<!channel> @everyone *x*',
    'CHU Sainte-Justine – Montréal',
    'مستشفى الرحمة',
    '=HYPERLINK("x")',
    "x'; drop table programs;--",
  ])('stores and shows what was typed as itself: %s', async (text) => {
    const { bot, maya: she } = await maya();
    const added = await she.calls({ path: 'lor program add', args: { name: text, notes: text } });
    expect(added.text).toContain(`${text} is on your list of programs.`);
    expect(added.text).toContain(`Notes: ${text}`);
    expect(bot.rows('select name from programs')).toEqual([{ name: text }]);
    expect((await she.says('/lor undo')).text).toContain(`added ${text}`);
  });
});

describe('/lor program edit', () => {
  it('opens a form with what stands, changes what was changed in it, and can be taken back', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor program add Mercy letters:3 due:"sep 22" setting:community notes:"Electives"');
    const shown = (await she.says('/lor program show mercy')).text;
    const { opened } = await she.presses('Edit');
    const values = Object.fromEntries((opened?.fields ?? []).map(({ name, value }) => [name, value]));
    expect(values).toEqual({
      letters: '3',
      due: '2027-09-22',
      specialty: undefined,
      setting: 'community',
      service: 'eras',
      most: undefined,
      own: undefined,
      chair: undefined,
      name: 'Mercy',
      notes: 'Electives',
    });
    const edited = await she.fills({ name: 'Mercy General', letters: '4', due: '' });
    expect(edited.text).toContain('Mercy General is changed.');
    expect(edited.text).toContain('Letters it asks for: 4');
    expect(edited.text).not.toContain('Due:');
    await bot.restarts();
    const undone = await she.presses('Undo');
    expect(undone.text).toContain(
      'Taken back: changed Mercy General: Program from Mercy to Mercy General; Due from Wed 22 Sep 2027 to nothing; ' +
        'Letters it asks for from 3 to 4',
    );
    expect(undone.buttons.map(({ label }) => label)).toContain('My programs');
    expect((await she.says('/lor program show mercy')).text).toBe(shown);
  });

  it('clears with none, says so when nothing changes, and refuses what does not fit what stands', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor program add Mercy letters:3 chair:yes service:eras');
    const { text } = await she.says('/lor program edit mercy chair:none service:none');
    for (const gone of ['department letter', 'Service:']) expect(text).not.toContain(gone);
    const before = everything(bot);
    expect((await she.says('/lor program edit mercy chair:none')).text).toContain('nothing was changed');
    expect(everything(bot)).toEqual(before);
    expect((await refused(bot, () => she.says('/lor program edit mercy most:2'))).text).toContain(
      'cannot read at most 2',
    );
  });

  it('asks which one is meant, and keeps what was said', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor program add Mercy North specialty:IM');
    await she.says('/lor program add Mercy South');
    const several = await refused(bot, () => she.says('/lor program edit mercy letters:3'));
    expect(several.choices.map(({ label }) => label)).toEqual(['Mercy North (Internal medicine)', 'Mercy South']);
    expect((await she.picks('Mercy South')).text).toContain('Letters it asks for: 3');
    const none = await refused(bot, () => she.says('/lor program show quetzalcoatl'));
    expect(none.text).toContain('You have no program that fits “quetzalcoatl”.');
    expect((await she.presses('My programs')).text).toContain('Your 2 programs');
  });
});

describe('/lor program remove', () => {
  it('removes a program, and undo brings it back with its letters', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    await she.says('/lor program add Mercy letters:1');
    await she.says('/lor program assign mercy letter:chen');
    const shown = (await she.says('/lor program show mercy')).text;
    expect((await she.says('/lor program remove mercy')).text).toContain('Mercy is removed from your programs.');
    expect(bot.counts()).toMatchObject({ programs: 0 });
    expect((await she.says('/lor show chen')).text).not.toContain('Mercy');
    await she.says('/lor undo');
    expect((await she.says('/lor program show mercy')).text).toBe(shown);
    expect((await she.says('/lor show chen')).text).toContain('Goes to: Mercy');
  });
});

describe('/lor program applied', () => {
  it('notes the day, by a button or typed, not one ahead', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor program add Mercy');
    const answer = await refused(bot, () => she.says('/lor program applied mercy on:2027-08-26'));
    expect(answer.text).toContain('Thu 26 Aug 2027 lies ahead.');
    expect((await she.fills({ on: 'yesterday' })).text).toContain('Mercy: applied on Tue 24 Aug 2027.');
    await she.says('/lor undo');
    await she.says('/lor program show mercy');
    expect((await she.presses('I applied')).text).toContain('Applied: Wed 25 Aug 2027');
    expect((await she.says('/lor program list')).text).toContain('applied on Wed 25 Aug 2027');
  });

  it('is taken back by a button also long after, which undo alone could not', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor program add Mercy');
    await she.says('/lor program applied mercy');
    await she.says('/lor program add State');
    const again = await refused(bot, () => she.says('/lor program applied mercy'));
    expect(again.text).toContain('Mercy is marked as applied on Wed 25 Aug 2027 already.');
    expect((await she.presses('Not applied after all')).text).toContain('Mercy is no longer marked as applied.');
    expect((await refused(bot, () => she.says('/lor program applied mercy on:none'))).text).toContain(
      'Mercy is not marked as applied.',
    );
    expect((await she.says('/lor program show mercy')).text).not.toContain('Applied:');
  });

  it('warns from then on that its letters may be fixed, and no longer once it is taken back', async () => {
    const { maya: she } = await maya();
    await she.says('/lor add Dr. Chen');
    await she.says('/lor program add Mercy');
    await she.says('/lor program assign mercy letter:chen');
    await she.says('/lor program applied mercy');
    const fixed = 'Look in the portal whether it lets you';
    expect((await she.says('/lor program unassign mercy letter:chen')).text).toContain(fixed);
    await she.presses('Undo');
    await she.says('/lor program applied mercy on:none');
    expect((await she.says('/lor program unassign mercy letter:chen')).text).not.toContain(fixed);
  });
});

describe('/lor program list', () => {
  it('turns pages, by name', async () => {
    const { maya: she } = await maya();
    for (let number = 20; number > 10; number -= 1) await she.says(`/lor program add Program ${number}`);
    expect((await she.says('/lor program list')).text.match(/Program \d+/gu)?.slice(0, 2)).toEqual([
      'Program 11',
      'Program 12',
    ]);
    expect((await she.presses('Next page')).text).toMatch(/Program 19[\s\S]*Program 20[\s\S]*Page 2 of 2\./u);
  });
});

describe('a program of somebody else', () => {
  it('is as one that never was, by every way', async () => {
    const { bot, maya: she } = await maya();
    await she.says('/lor program add Mercy notes:Secret');
    const ben = bot.as('ben');
    await ben.says('/lor program add State');
    await ben.says('/lor add Dr. Novak');
    const before = everything(bot);
    const id = bot.rows<{ id: string }>("select id from programs where name = 'Mercy'")[0]?.id ?? '';
    const paths = ['show', 'edit', 'remove', 'applied', 'assign', 'unassign', 'propose'].map(
      (path) => `lor program ${path}`,
    );
    const more = { name: 'Mine', letters: '3', letter: 'novak', on: 'today', apply: 'yes' };
    for (const path of paths) {
      await expectAsUnknown(id, (program) => ben.calls({ path, args: { program } }));
      await expectAsUnknown(id, (program) => ben.calls({ path, args: { program, ...more } }));
      await expectAsUnknown(id, (program) => ben.says(`/${path} ${program}`));
      expect(await ben.suggests(path, 'program', 'mercy')).toEqual([]);
    }
    expect((await ben.says('/lor program list')).text).not.toContain('Mercy');
    expect(everything(bot)).toEqual(before);
  });
});

describe('a program of which nothing is known yet', () => {
  it('leaves no gap where its details would stand', async () => {
    const bot = await openTestBot();
    const { text } = await bot.as('maya').says('/lor program add Mercy');
    expect(text).toContain('Mercy\n\nNo letter is assigned yet.');
  });
});
