import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src/core/reply.ts';
import { lineText } from '../../../../src/core/reply-text.ts';
import type { ValueProblem } from '../../../../src/core/words.ts';
import { core, count, either } from '../../../../src/words/en/core.ts';

function choices(...values: string[]) {
  return values.map((value) => ({ value, label: value.toUpperCase() }));
}

/** One of each kind: a new kind does not compile until its sentence stands here. */
const sentences: {
  readonly [Kind in ValueProblem['kind']]: readonly [Omit<Extract<ValueProblem, { kind: Kind }>, 'kind'>, string];
} = {
  missing: [{}, 'Please fill in: Due date.'],
  'too-long': [
    { max: 1_000, length: 10_000 },
    'Due date is too long: 10,000 characters, and at most 1,000 fit. Please shorten it.',
  ],
  unkeepable: [
    { what: 'override' },
    'Due date holds a character that turns the text around it that cannot be kept. Type it again without it.',
  ],
  'not-a-number': [{ min: 1, max: 9 }, 'Due date takes a whole number from 1 to 9; “it” is none.'],
  'not-a-choice': [
    { choices: choices('a', 'b', 'c'), nearest: { value: 'b', label: 'B' } },
    'Due date: “it” is not one of the choices. Did you mean b? Choose a, b or c.',
  ],
  'not-a-flag': [{}, 'Due date takes yes or no; “it” is neither.'],
  'not-a-time': [{}, 'Due date takes a time such as 09:00 or 5:30 pm; “it” is none.'],
  'not-a-channel': [{}, 'Due date takes a channel such as #lor-help; “it” is none.'],
  'not-a-person': [{}, 'Due date takes a person, as in @maya; “it” is none.'],
  'not-a-group': [{}, 'Due date takes a role or a group, as in @helpers; “it” is none.'],
  'no-file': [{}, 'Please attach a file: Due date.'],
  'not-a-file': [{}, 'Due date takes a file; “it” is none. Attach the file itself.'],
  'bad-file': [
    { name: 'a.csv', trouble: 'too-large', max: 1_000_000 },
    'Due date: “a.csv” is too large. I take files of up to 1 MB.',
  ],
  'not-a-date': [{}, 'Due date: I cannot read “it” as a date. Try sep 23, 2027-09-23, in 3 weeks or next fri.'],
  'no-such-day': [
    { year: 2027, month: 2, days: 28 },
    'Due date: there is no such day as “it”. February 2027 has 28 days.',
  ],
};

function say(typed: string, problem: ValueProblem): string {
  return lineText(core.value('Due date', typed, problem));
}

describe('what is wrong with a value', () => {
  it.each(Object.entries(sentences))('is said with its field and what to do: %s', (kind, [facts, sentence]) => {
    expect(say(' it ', { kind, ...facts } as ValueProblem)).toBe(sentence);
  });

  it.each([
    ['packed', 'save “a.xlsx” as CSV and attach that. It is an Excel workbook or another packed file.'],
    ['not-text', '“a.xlsx” is not a text file. Attach one that is, such as CSV.'],
    ['empty', '“a.xlsx” is empty. Attach another one.'],
    ['unreachable', 'I could not fetch “a.xlsx”. Please attach it again.'],
    ['too-large', '“a.xlsx” is too large. I take files of up to 250 kB.'],
  ] as const)('is said of a file that is %s, and what to do fits where little is shown', (trouble, sentence) => {
    const problem = { kind: 'bad-file', name: 'a.xlsx', trouble, max: 250_000 } as const;
    expect(say('{}', problem)).toBe(`Due date: ${sentence}`);
    const long = say('{}', { ...problem, name: 'x'.repeat(100) }).slice(0, 100);
    expect(long).toMatch(/as CSV|text file|empty|attach it again|too large/u);
  });

  it('is said without a guess where nothing is near', () => {
    expect(say('x', { kind: 'not-a-choice', choices: choices('a', 'b') })).toBe(
      'Due date: “x” is not one of the choices. Choose a or b.',
    );
  });

  it('repeats no more of what was typed than fits a sentence', () => {
    expect(say('x'.repeat(10_000), { kind: 'not-a-date' }).length).toBeLessThan(200);
  });
});

describe('a sentence about', () => {
  it.each<[string, Line, string]>([
    ['a command that nobody knows', core.unknownCommand('lor x'), 'I do not know the command “lor x”.'],
    ['no command', core.unknownCommand(''), 'I do not know that command.'],
    ['a flood', core.tooFast(60, 1), 'more than 60 commands in a minute. Please wait 1 second and'],
    [
      'a failure',
      core.failed('ref1'),
      'nothing was changed. Please try again; if it stays, tell an admin the reference ref1.',
    ],
    ['an admin’s command', core.refused['not-admin']('lor-admin x'), '/lor-admin x is for admins'],
    ['a curator’s command', core.refused['not-curator']('lor x'), '/lor x is for curators'],
    [
      'a command for communities',
      core.refused['only-in-community']('lor x'),
      '/lor x works inside a workspace or server',
    ],
  ])('%s says what to do', (_, line, words) => {
    expect(lineText(line)).toContain(words);
  });
});

describe('a count', () => {
  it('goes with its noun', () => {
    expect([count(0, 'day'), count(1, 'day'), count(2, 'day'), count(1_000, 'day')]).toEqual([
      '0 days',
      '1 day',
      '2 days',
      '1,000 days',
    ]);
    expect(count(2, 'specialty', 'specialties')).toBe('2 specialties');
  });
});

describe('a choice of words', () => {
  it('has “or” before the last', () => {
    expect([either([]), either(['a']), either(['a', 'b']), either(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a or b',
      'a, b or c',
    ]);
  });
});
