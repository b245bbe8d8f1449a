import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attach, printAttachment, refused } from '../../../src/core/attachment.ts';
import {
  channel,
  choice,
  clearable,
  date,
  file,
  flag,
  group,
  integer,
  type Option,
  type Options,
  optional,
  person,
  text,
  time,
} from '../../../src/core/options.ts';
import { printArgs, readArgs } from '../../../src/core/read-args.ts';
import type { ValueProblem } from '../../../src/core/words.ts';
import { readDate } from '../../../src/dates/read-date.ts';

const today = '2027-03-18';

const kind = choice(
  'Kind of writer',
  { chair: 'Department chair', 'program-director': 'Program director' },
  { pd: 'program-director' },
);

function read(option: Option, typed: string | undefined): unknown {
  const result = readArgs({ it: option }, typed === undefined ? {} : { it: typed }, today, readDate);
  return result.ok ? result.args.it : result.problems.it;
}

const family = '👨‍👩‍👧';

describe('a value', () => {
  it.each<[Option, string, unknown]>([
    [text('Name', { max: 40 }), '  Dr.   Chen \n', 'Dr. Chen'],
    [text('Name', { max: 40 }), 'Jose\u0301', 'José'],
    [text('Name', { max: 40 }), `ד״ר לוי ${family}`, `ד״ר לוי ${family}`],
    [text('Name', { max: 40 }), 'a\tb', 'a b'],
    [text('Name', { max: 5 }), ' 12345 ', '12345'],
    [text('Note', { max: 40, paragraphs: true }), ' one\r\ntwo\rthree ', 'one\ntwo\nthree'],
    [integer('Page', { min: 1, max: 9 }), ' 9 ', 9],
    [integer('Shift', { min: -5, max: 5 }), '-3', -3],
    [integer('Shift', { min: -5, max: 5 }), '+3', 3],
    [kind, 'chair', 'chair'],
    [kind, 'Department Chair', 'chair'],
    [kind, 'PROGRAM director', 'program-director'],
    [kind, 'program_director', 'program-director'],
    [kind, 'PD', 'program-director'],
    [flag('IMG'), 'Yes', true],
    [flag('IMG'), 'off', false],
    [flag('IMG'), 'non', false],
    [date('Due'), 'sep 23', '2027-09-23'],
    [date('On', 'past'), 'sep 23', '2026-09-23'],
    [time('At'), '9:05', '09:05'],
    [time('At'), '09:05', '09:05'],
    [time('At'), '9am', '09:00'],
    [time('At'), '5:30 PM', '17:30'],
    [time('At'), '12am', '00:00'],
    [time('At'), '12 pm', '12:00'],
    [time('At'), '9h30', '09:30'],
    [time('At'), '9 h', '09:00'],
    [time('At'), '17\u00a0h\u00a030', '17:30'],
    [time('At'), '17H30', '17:30'],
    [flag('IMG'), 'Oui', true],
    [choice('Étape', { asked: 'Demandée' }), 'demandee', 'asked'],
    [clearable(text('Lieu', { max: 40 })), 'aucune', null],
    [clearable(text('Lieu', { max: 40 })), 'Aucun', null],
    [time('At'), '23:59', '23:59'],
    [channel('Where'), '#lor-help', '#lor-help'],
    [channel('Where'), 'C024BE91L', 'C024BE91L'],
    [person('Who'), '@maya', 'maya'],
    [person('Who'), ' U024BE7LH ', 'U024BE7LH'],
    [person('Who'), '<@!345626669114982402>', '345626669114982402'],
    [group('Who'), '<@&345626669114982402>', '345626669114982402'],
    [group('Who'), '@lor-helpers', 'lor-helpers'],
  ])('is understood: %o given %j', (option, typed, value) => {
    expect(read(option, typed)).toBe(value);
  });

  it.each<[Option, string | undefined, ValueProblem]>([
    [text('Name', { max: 40 }), undefined, { kind: 'missing' }],
    [text('Name', { max: 40 }), ' \n ', { kind: 'missing' }],
    [integer('Page', { min: 1, max: 9 }), undefined, { kind: 'missing' }],
    [kind, '', { kind: 'missing' }],
    [flag('IMG'), undefined, { kind: 'missing' }],
    [date('Due'), undefined, { kind: 'missing' }],
    [time('At'), undefined, { kind: 'missing' }],
    [channel('Where'), undefined, { kind: 'missing' }],
    [text('Name', { max: 5 }), '123456', { kind: 'too-long', max: 5, length: 6 }],
    [text('Name', { max: 80 }), 'a'.repeat(10_000), { kind: 'too-long', max: 80, length: 10_000 }],
    [text('Name', { max: 40 }), 'a\u0000b', { kind: 'unkeepable', what: 'control' }],
    [text('Name', { max: 40 }), 'a\u001b[31m', { kind: 'unkeepable', what: 'control' }],
    [text('Name', { max: 40 }), 'a\u202egnp.exe', { kind: 'unkeepable', what: 'override' }],
    [text('Name', { max: 40 }), 'a\ud83d', { kind: 'unkeepable', what: 'broken' }],
    [kind, 'chair\u0000', { kind: 'unkeepable', what: 'control' }],
    [date('Due'), 'sep\u202e 23', { kind: 'unkeepable', what: 'override' }],
    [integer('Page', { min: 1, max: 9 }), '0', { kind: 'not-a-number', min: 1, max: 9 }],
    [integer('Page', { min: 1, max: 9 }), '10', { kind: 'not-a-number', min: 1, max: 9 }],
    [integer('Page', { min: 1, max: 9 }), '1.5', { kind: 'not-a-number', min: 1, max: 9 }],
    [integer('Page', { min: 1, max: 9 }), '1e0', { kind: 'not-a-number', min: 1, max: 9 }],
    [integer('Page', { min: 1, max: 9 }), 'two', { kind: 'not-a-number', min: 1, max: 9 }],
    [
      kind,
      'chiar',
      { kind: 'not-a-choice', choices: kind.choices, nearest: { value: 'chair', label: 'Department chair' } },
    ],
    [
      kind,
      'progam director',
      {
        kind: 'not-a-choice',
        choices: kind.choices,
        nearest: { value: 'program-director', label: 'Program director' },
      },
    ],
    [kind, 'astronaut', { kind: 'not-a-choice', choices: kind.choices }],
    [kind, 'constructor', { kind: 'not-a-choice', choices: kind.choices }],
    [flag('IMG'), 'perhaps', { kind: 'not-a-flag' }],
    [date('Due'), 'whenever', { kind: 'not-a-date' }],
    [date('Due'), 'feb 30', { kind: 'no-such-day', year: 2027, month: 2, days: 28 }],
    [time('At'), '9', { kind: 'not-a-time' }],
    [time('At'), '24:00', { kind: 'not-a-time' }],
    [time('At'), '9:60', { kind: 'not-a-time' }],
    [time('At'), '13pm', { kind: 'not-a-time' }],
    [time('At'), '0am', { kind: 'not-a-time' }],
    [time('At'), 'noon', { kind: 'not-a-time' }],
    [channel('Where'), '#lor help', { kind: 'not-a-channel' }],
    [channel('Where'), '<!channel>', { kind: 'not-a-channel' }],
    [person('Who'), 'two words', { kind: 'not-a-person' }],
    [person('Who'), '@', { kind: 'not-a-person' }],
    [group('Who'), '<!here>', { kind: 'not-a-group' }],
  ])('is refused with its reason: %o given %j', (option, typed, problem) => {
    expect(read(option, typed)).toEqual(problem);
  });

  it.each([text('Name', { max: 80 }), integer('Page', { min: 1, max: 9 }), kind, flag('IMG'), date('Due'), time('At')])(
    'of 10,000 characters is refused at once: %o',
    (option) => {
      const started = performance.now();
      for (const typed of ['a'.repeat(10_000), '1 '.repeat(5_000), 'sep 23 '.repeat(1_428)]) {
        expect(read(option, typed)).toHaveProperty('kind');
      }
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});

describe('an option that may be left out', () => {
  it('is left out when nothing is given, and when it is empty', () => {
    const options = { due: optional(date('Due')) };
    expect(readArgs(options, {}, today, readDate)).toEqual({ ok: true, args: {} });
    expect(readArgs(options, { due: '  ' }, today, readDate)).toEqual({ ok: true, args: {} });
  });

  it.each(['', '  ', 'none', 'NONE', '-'])('is taken away by “%s” where an edit can clear it', (typed) => {
    const options = [
      clearable(date('Due')),
      clearable(kind),
      clearable(flag('IMG')),
      clearable(text('Title', { max: 9 })),
    ];
    for (const option of options) expect(read(option, typed)).toBeNull();
  });

  it('stays as it is in an edit that does not name it', () => {
    expect(readArgs({ due: clearable(date('Due')) }, {}, today, readDate)).toEqual({ ok: true, args: {} });
  });
});

describe('a file', () => {
  const table = file('Table', { max: 20 });
  const csv = (text: string) => printAttachment(attach('a.csv', new TextEncoder().encode(text), 20));

  it('is its name and its text, odd characters among it', () => {
    expect(read(table, csv('=a\u202e\u0007,b\r\n'))).toEqual({ name: 'a.csv', text: '=a\u202e\u0007,b\r\n' });
  });

  it('that is missing is asked for as a file', () => {
    expect(read(table, undefined)).toEqual({ kind: 'no-file' });
    expect(read(table, ' ')).toEqual({ kind: 'no-file' });
    expect(read(optional(table), undefined)).toBeUndefined();
  });

  it('is not what somebody types in its place', () => {
    for (const typed of ['a.csv', 'name,kind\nChen,chair', '{"rows":[]}']) {
      expect(read(table, typed)).toEqual({ kind: 'not-a-file' });
    }
  });

  it('that cannot be read says why, and how large one may be', () => {
    expect(read(table, csv('x'.repeat(21)))).toEqual({
      kind: 'bad-file',
      name: 'a.csv',
      trouble: 'too-large',
      max: 20,
    });
    const gone = printAttachment(refused('a.csv', 'unreachable'));
    expect(read(table, gone)).toEqual({ kind: 'bad-file', name: 'a.csv', trouble: 'unreachable', max: 20 });
  });

  it('that was understood reads back from a form to the same', () => {
    const first = readArgs({ table }, { table: csv('a,b') }, today, readDate);
    const raw = printArgs(first.ok ? first.args : {});
    expect(readArgs({ table }, raw, today, readDate)).toEqual(first);
    expect(first.ok).toBe(true);
  });
});

const all = {
  name: text('Name', { max: 10 }),
  kind: optional(kind),
  page: optional(integer('Page', { min: 1, max: 9 })),
  due: optional(date('Due')),
  img: clearable(flag('IMG')),
  at: optional(time('At')),
} satisfies Options;

describe('several values', () => {
  it('are told all their problems at once, beside what was understood', () => {
    expect(readArgs(all, { kind: 'x', page: '0', due: 'y', img: 'no', at: '9am' }, today, readDate)).toEqual({
      ok: false,
      problems: {
        name: { kind: 'missing' },
        kind: { kind: 'not-a-choice', choices: kind.choices },
        page: { kind: 'not-a-number', min: 1, max: 9 },
        due: { kind: 'not-a-date' },
      },
      understood: { img: false, at: '09:00' },
    });
  });

  it('have no other names than those declared', () => {
    expect(readArgs(all, { name: 'Chen', member: 'M1', ['__proto__']: 'x' }, today, readDate)).toEqual({
      ok: true,
      args: { name: 'Chen' },
    });
  });

  it('that were understood read back from a form to the same', () => {
    const typed = fc.record(
      {
        name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
        kind: fc.constantFrom('PD', 'Department Chair', 'chair'),
        page: fc.integer({ min: 1, max: 9 }).map(String),
        due: fc.constantFrom('sep 23', '9/23', 'tomorrow', 'next fri'),
        img: fc.constantFrom('yes', 'off', 'none', ''),
        at: fc.constantFrom('9am', '17:30'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(typed, (raw) => {
        const first = readArgs(all, raw, today, readDate);
        const understood = first.ok ? first.args : first.understood;
        const again = readArgs(all, printArgs(understood), today, readDate);
        expect(again.ok ? again.args : again.understood).toEqual(understood);
      }),
    );
  });
});
