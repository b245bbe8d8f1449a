import { describe, expect, it } from 'vitest';
import { type Answer, openTestBot } from '../support/bot.ts';

const certain = 'pt j.s. 67yo rm 412 w stemi, MRN 00482913';
const safer = 'pt 67yo in the hospital w stemi, [record number]';
const doubtful = 'the only CJD patient in Fargo, I presented her';

/** Maya, with a letter of Dr. Chen's and a program. */
async function maya() {
  const bot = await openTestBot();
  const she = bot.as('maya');
  await she.says('/lor add Dr. Chen');
  await she.says('/lor program add Mercy');
  return { bot, she };
}

/** What stands in the fields of the form that came back. */
function fields({ opened }: Answer): Record<string, string | undefined> {
  return Object.fromEntries((opened?.fields ?? []).map(({ name, value }) => [name, value]));
}

/** Each command that takes free text, and the option for it. */
const commands: readonly (readonly [string, string, string])[] = [
  ['/lor add Dr. Rao', 'met', '/lor show rao'],
  ['/lor edit chen', 'met', '/lor show chen'],
  ['/lor packet chen', 'sheet', '/lor packet chen'],
  ['/lor writer add Dr. Rao', 'met', '/lor writer show rao'],
  ['/lor writer add Dr. Rao', 'notes', '/lor writer show rao'],
  ['/lor writer edit chen', 'met', '/lor writer show chen'],
  ['/lor writer edit chen', 'notes', '/lor writer show chen'],
  ['/lor program add State', 'notes', '/lor program show state'],
  ['/lor program edit mercy', 'notes', '/lor program show mercy'],
];

describe.each(commands)('%s with %s', (command, option, shows) => {
  it('refuses what tells who a patient is, keeps nothing, and keeps the safer wording when that is sent', async () => {
    const { bot, she } = await maya();
    const before = [bot.counts(), bot.rows('select * from changes')];
    const refused = await she.says(`${command} ${option}:"${certain}"`);
    expect(refused.kind).toBe('invalid');
    expect(refused.text).toContain('it holds initials beside a patient, a room or bed number and a record number');
    expect(JSON.stringify(refused)).not.toMatch(/00482913|j\.s\.|412/u);
    expect([bot.counts(), bot.rows('select * from changes')]).toEqual(before);
    expect(fields(refused)).toMatchObject({ [option]: safer });
    expect((await she.fills({})).kind).toBe('replied');
    expect((await she.says(shows)).text).toContain(safer);
  });

  it('asks where it is in doubt, and keeps the text once it is not about a patient', async () => {
    const { she } = await maya();
    const asked = await she.says(`${command} ${option}:"${doubtful}"`);
    expect(asked.kind).toBe('invalid');
    expect(fields(asked)).toMatchObject({ [option]: doubtful, patient: '' });
    expect((await she.presses('Not about a patient')).kind).toBe('replied');
    expect((await she.says(shows)).text).toContain(doubtful);
  });
});

describe('the question about a patient', () => {
  it('can be answered in the form, and in the command at once', async () => {
    const { she } = await maya();
    await she.says(`/lor packet chen sheet:"${doubtful}"`);
    expect((await she.fills({ patient: 'no' })).kind).toBe('replied');
    expect((await she.says(`/lor writer edit chen notes:"${doubtful}" patient:no`)).kind).toBe('replied');
  });

  it('leads to a safer wording when the answer is yes', async () => {
    const { she } = await maya();
    await she.says(`/lor packet chen sheet:"${doubtful}"`);
    const refused = await she.fills({ patient: 'yes' });
    expect(fields(refused).sheet).toBe('the only [rare diagnosis] patient in Fargo, I presented her');
    expect((await she.fills({})).kind).toBe('replied');
  });

  it('is in no form before there is a reason for it', async () => {
    const { she } = await maya();
    for (const command of ['/lor add', '/lor writer add', '/lor writer edit chen', '/lor program edit mercy']) {
      expect(Object.keys(fields(await she.says(command)))).not.toContain('patient');
    }
  });

  it('is not asked again of a text that stands', async () => {
    const { she } = await maya();
    await she.says(`/lor writer edit chen notes:"${doubtful}" patient:no`);
    await she.says('/lor writer edit chen');
    const edited = await she.fills({ title: 'Chief' });
    expect(edited.kind).toBe('replied');
    expect(edited.text).toContain('Chief');
  });
});

describe('a text that is refused', () => {
  it('is repeated by no menu, also where it is not clear what the command is about', async () => {
    const { she } = await maya();
    await she.says('/lor add Dr. Chen service:carms');
    for (const command of ['/lor packet chen sheet', '/lor edit chen met', '/lor packet nobody sheet']) {
      const refused = await she.says(`${command}:"${certain}"`);
      expect(refused.kind).toBe('invalid');
      expect(JSON.stringify(refused)).not.toContain('00482913');
    }
  });
});

describe('contact fields', () => {
  it('are nobody’s patient', async () => {
    const { she } = await maya();
    const added = await she.says(
      '/lor writer add "Mrs. Olsen, MS" title:"Stroke program, room 412" email:pt.care@hospital.example.org',
    );
    expect(added.kind).toBe('replied');
  });
});

it('a text that is refused is in no line of the log', async () => {
  const { bot, she } = await maya();
  await she.says(`/lor packet chen sheet:"${certain}"`);
  await she.says(`/lor packet chen sheet:"${doubtful}"`);
  expect(JSON.stringify(bot.log)).not.toMatch(/00482913|j\.s\.|CJD|Fargo/u);
});
