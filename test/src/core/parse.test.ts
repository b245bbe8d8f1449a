import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { Call, RawArgs } from '../../../src/core/invocation.ts';
import { type Parseable, parseArgs, parseTyped, printCall } from '../../../src/core/parse.ts';

const add: Parseable = { path: 'lor add', options: { name: 0, kind: 0, due: 0, title: 0, service: 0 } };
const remind: Parseable = { path: 'lor remind', options: { when: 0 } };
const remindList: Parseable = { path: 'lor remind list', options: { page: 0 } };
const today: Parseable = { path: 'lor today', options: {} };
const some = [remind, add, remindList, today];

function read(text: string): Call | undefined {
  const parsed = parseTyped(text, some);
  return parsed.kind === 'call' ? { path: parsed.command.path, args: parsed.args } : undefined;
}

/** Pieces that a parser could trip over, among any other text. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '“',
        '”',
        '„',
        '«',
        '»',
        '‘',
        '’',
        "'",
        '\\',
        '\\"',
        '" ',
        ' "',
        ':',
        '：',
        '=',
        '--',
        '—',
        '–',
        ' ',
      ),
      fc.constantFrom(
        '\n',
        '\t',
        '\u00a0',
        'due:',
        ' due:',
        ' --kind ',
        ' —name ',
        '10:30',
        'https://a.b/?c=d',
        '/lor',
      ),
      fc.constantFrom('👩‍⚕️', '王医生', 'ד״ר לוי', 'د. علي', 'e\u0301', '\u200f', 'ſ', '\ud800'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));

const anyCall = fc.constantFrom(...commands).chain(({ path, options }) =>
  fc.record({
    path: fc.constant(path),
    args: fc
      .subarray(Object.keys(options))
      .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, anyText])))),
  }),
);

describe('single curly quotes', () => {
  it.each([
    ['lor add name:‘Dr. Chen’ due:‘sep 23’', { name: 'Dr. Chen', due: 'sep 23' }],
    ['lor add ‘Dr. O’Brien’ kind:chair', { name: 'Dr. O’Brien', kind: 'chair' }],
    ['lor add Dr. O’Brien kind:chair', { name: 'Dr. O’Brien', kind: 'chair' }],
    ['lor add "the students’ dean" kind:chair', { name: 'the students’ dean', kind: 'chair' }],
    ['lor add ’tis due:friday', { name: '’tis', due: 'friday' }],
  ])('%s', (typed, args) => {
    expect(read(typed)?.args).toEqual(args);
  });
});

describe('a printed call', () => {
  it('reads back as the same call, whatever its values hold', () => {
    fc.assert(
      fc.property(anyCall, (call) => {
        const parsed = parseTyped(printCall(call).slice(1), commands);
        expect(parsed.kind === 'call' && { path: parsed.command.path, args: { ...parsed.args } }).toEqual({
          path: call.path,
          args: { ...call.args },
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<[string, RawArgs, string]>([
    ['nothing to quote', { name: 'Chen', due: '2027-09-23' }, '/lor add name:Chen due:2027-09-23'],
    ['spaces', { name: 'Dr. Chen' }, '/lor add name:"Dr. Chen"'],
    ['an empty value', { due: '' }, '/lor add due:""'],
    ['quotes and backslashes', { name: 'a "b" \\' }, '/lor add name:"a \\"b\\" \\\\"'],
  ])('is as short as it can be: %s', (_, args, printed) => {
    expect(printCall({ path: 'lor add', args })).toBe(printed);
  });
});

describe('typed arguments', () => {
  it.each<[string, RawArgs]>([
    ["Dr. O'Brien", { name: "Dr. O'Brien" }],
    ["Dr. O'Brien kind:attending due:sep 23", { name: "Dr. O'Brien", kind: 'attending', due: 'sep 23' }],
    ['Dr. Chen due:"sep 23" kind:chair', { name: 'Dr. Chen', due: 'sep 23', kind: 'chair' }],
    ['Dr. Chen due:sep 23 kind:chair', { name: 'Dr. Chen', due: 'sep 23', kind: 'chair' }],
    ['“Dr. Chen” due:“sep 23”', { name: 'Dr. Chen', due: 'sep 23' }],
    ['„Dr. Müller“ due:„23 sep“', { name: 'Dr. Müller', due: '23 sep' }],
    ['«Dre Côté» title:«chef de service»', { name: 'Dre Côté', title: 'chef de service' }],
    ['Dr. Chen —kind attending', { name: 'Dr. Chen', kind: 'attending' }],
    ['Dr. Chen –kind attending', { name: 'Dr. Chen', kind: 'attending' }],
    ['Dr. Chen --kind attending --due sep 23', { name: 'Dr. Chen', kind: 'attending', due: 'sep 23' }],
    ['Dr. Chen --kind=attending --due:sep 23', { name: 'Dr. Chen', kind: 'attending', due: 'sep 23' }],
    ['Dr. Chen kind=attending', { name: 'Dr. Chen', kind: 'attending' }],
    ['Dr. Chen kind: attending', { name: 'Dr. Chen', kind: 'attending' }],
    ['Dr. Chen kind = attending', { name: 'Dr. Chen kind = attending' }],
    ['Dr. Chen KIND:chair Due:Sep 23', { name: 'Dr. Chen', kind: 'chair', due: 'Sep 23' }],
    ['王医生 due：9/23', { name: '王医生', due: '9/23' }],
    ['name：王医生 --due：9/23', { name: '王医生', due: '9/23' }],
    ['ד״ר לוי kind:chair', { name: 'ד״ר לוי', kind: 'chair' }],
    ['Dr. 👩‍⚕️ kind:chair', { name: 'Dr. 👩‍⚕️', kind: 'chair' }],
    ['see https://a.b/?c:d due:sep 23', { name: 'see https://a.b/?c:d', due: 'sep 23' }],
    ['call at 10:30 due:sep 23', { name: 'call at 10:30', due: 'sep 23' }],
    ['Dr. Chen title:head: of ward', { name: 'Dr. Chen', title: 'head: of ward' }],
    ['Dr. Chen overdue:yes', { name: 'Dr. Chen overdue:yes' }],
    ['Dr. Chen — the kind one', { name: 'Dr. Chen — the kind one' }],
    [
      'Dr. Chen title:"so-called due:date" due:sep 23',
      { name: 'Dr. Chen', title: 'so-called due:date', due: 'sep 23' },
    ],
    ['"Dr. Chen due:sep 23', { name: '"Dr. Chen', due: 'sep 23' }],
    ['Dr. Chen title:"head due:sep 23', { name: 'Dr. Chen', title: '"head', due: 'sep 23' }],
    ['Dr. Chen title:5" due:sep 23', { name: 'Dr. Chen', title: '5"', due: 'sep 23' }],
    ['Dr. Chen due: kind:chair', { name: 'Dr. Chen', due: '', kind: 'chair' }],
    ['Dr. Chen due:', { name: 'Dr. Chen', due: '' }],
    ['Dr. Chen due:""', { name: 'Dr. Chen', due: '' }],
    ['Dr. Chen due:may 1 due:may 2', { name: 'Dr. Chen', due: 'may 2' }],
    ['name:Chen', { name: 'Chen' }],
    ['Chen ſervice:eras', { name: 'Chen ſervice:eras' }],
    ['Chen service:\neras\n', { name: 'Chen', service: 'eras' }],
    ['', {}],
  ])('%s', (text, args) => {
    expect(read(`lor add ${text}`)).toEqual({ path: 'lor add', args });
  });

  it('have no other names than those declared', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const names = Object.keys(parseArgs(text, Object.keys(add.options)));
        expect(names.filter((name) => !(name in add.options))).toEqual([]);
      }),
    );
  });

  it('of a command that takes none are left alone', () => {
    expect(read('lor today please due:now')).toEqual({ path: 'lor today', args: {} });
  });

  it('are read at once, however many quotes nobody closed', () => {
    const started = performance.now();
    expect(read(`lor add${' "a due:'.repeat(5_000)}`)).toMatchObject({ path: 'lor add' });
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('a typed command', () => {
  it.each<[string, Call]>([
    ['LOR ADD Chen', { path: 'lor add', args: { name: 'Chen' } }],
    ['  lor   add    Chen   kind:chair  ', { path: 'lor add', args: { name: 'Chen', kind: 'chair' } }],
    ['lor\nadd\nChen', { path: 'lor add', args: { name: 'Chen' } }],
    ['lor add', { path: 'lor add', args: {} }],
    ['lor remind list', { path: 'lor remind list', args: {} }],
    ['lor remind list page:2', { path: 'lor remind list', args: { page: '2' } }],
    ['lor remind lists', { path: 'lor remind', args: { when: 'lists' } }],
    ['lor remind', { path: 'lor remind', args: {} }],
  ])('is found by the longest path that it starts with: %s', (text, call) => {
    expect(read(text)).toEqual(call);
  });

  it.each(['', '  ', 'lor', 'lor ad', 'lor addChen', 'add Chen', 'please lor add', 'lor-add'])(
    'is none in “%s”',
    (text) => {
      expect(parseTyped(text, some)).toEqual({ kind: 'unknown', text: text.trim() });
    },
  );
});
