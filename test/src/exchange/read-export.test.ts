import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../../src/core/reply-text.ts';
import { exportJson, type MemberData } from '../../../src/exchange/member-data.ts';
import { type ExportProblem, readExport } from '../../../src/exchange/read-export.ts';
import { newProgram } from '../../../src/letters/new-records.ts';
import { noPreferences } from '../../../src/members/member.ts';
import { wordsIn } from '../../../src/words/words-in.ts';
import { arbitraryData } from '../../support/arbitrary-data.ts';
import { aLetter, aWriter, now } from '../../support/samples.ts';

const chen = aWriter('maya', 'W1', { name: 'Dr. Chen', notes: 'kind' });
const letter = aLetter('maya', 'L1', 'W1', { due: '2027-09-23' });
const data: MemberData = {
  settings: { ...noPreferences, zone: 'America/Toronto', specialties: ['IM'] },
  writers: [chen],
  letters: [letter],
  programs: [{ ...newProgram('P1', 'maya', 'UCSF'), letters: [{ letter: 'L1', on: '2027-08-20' }] }],
  changes: [
    {
      id: 'C1',
      member: 'maya',
      number: 1,
      at: now,
      command: 'lor add',
      records: [{ kind: 'writer', before: null, after: chen }],
      undoes: null,
    },
  ],
};

const text = exportJson(data, now);

/** The file after somebody changed it at a path. */
function changed(path: string, value: unknown): string {
  const whole = JSON.parse(text) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, whole);
  if (value === undefined) delete place[last];
  else Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(whole);
}

function problem(file: string): ExportProblem | undefined {
  const read = readExport(file);
  return 'problem' in read ? read.problem : undefined;
}

describe('a file of all data', () => {
  it('names no owner, and says its format, version and moment', () => {
    expect(text).not.toContain('maya');
    expect(JSON.parse(text)).toMatchObject({ format: 'lorbot', version: 1, exported: now });
  });

  it('is read back as it was, without its owner', () => {
    const read = readExport(text);
    if (!('exported' in read)) throw new Error(JSON.stringify(read.problem));
    const { settings, writers, letters, changes } = read.exported;
    expect(settings).toEqual(data.settings);
    expect({ ...writers[0], member: 'maya' }).toEqual(chen);
    expect({ ...letters[0], member: 'maya' }).toEqual(letter);
    expect(changes[0]).toMatchObject({ id: 'C1', at: now, command: 'lor add', undoes: null });
  });

  it('is read with a byte order mark, as an editor may have left it', () => {
    expect(problem(`\ufeff${text}`)).toBeUndefined();
  });

  it('is read whatever somebody keeps', () => {
    fc.assert(
      fc.property(arbitraryData('maya'), (kept) => {
        expect(problem(exportJson(kept, now))).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, string, ExportProblem]>([
    ['no JSON', 'Writer,Due\n', { code: 'not-json' }],
    ['cut off', text.slice(0, -20), { code: 'not-json' }],
    ['other JSON', '{"name":"Chen"}', { code: 'not-ours' }],
    ['a list', '[]', { code: 'not-ours' }],
    ['nothing', 'null', { code: 'not-ours' }],
    ['a later version', changed('version', 2), { code: 'newer', version: 2 }],
    ['a missing part', changed('letters', undefined), { code: 'wrong', path: 'letters', reason: 'missing' }],
    [
      'a missing field',
      changed('letters.0.due', undefined),
      { code: 'wrong', path: 'letters[0].due', reason: 'missing' },
    ],
    [
      'a stranger among the fields',
      changed('writers.0.phone', '555'),
      { code: 'wrong', path: 'writers[0].phone', reason: 'unknown' },
    ],
    [
      'a key of every object',
      changed('writers.0.__proto__', {}),
      { code: 'wrong', path: 'writers[0].__proto__', reason: 'unknown' },
    ],
    [
      'a key with tricks in it',
      changed('writers.0.x\u202e<!channel>', 1),
      { code: 'wrong', path: 'writers[0].x???channel?', reason: 'unknown' },
    ],
    ['another type', changed('writers.0.name', 7), { code: 'wrong', path: 'writers[0].name', reason: 'type' }],
    [
      'text that is too long',
      changed('writers.0.name', 'x'.repeat(81)),
      { code: 'wrong', path: 'writers[0].name', reason: 'long' },
    ],
    [
      'text that cannot be seen',
      changed('writers.0.name', '\u200b'),
      { code: 'wrong', path: 'writers[0].name', reason: 'value' },
    ],
    [
      'text that turns what is around it',
      changed('letters.0.sheet', 'a\u202eb'),
      { code: 'wrong', path: 'letters[0].sheet', reason: 'value' },
    ],
    [
      'half of a character',
      changed('letters.0.sheet', 'a\ud800'),
      { code: 'wrong', path: 'letters[0].sheet', reason: 'value' },
    ],
    [
      'a day that is none',
      changed('letters.0.due', '2027-02-30'),
      { code: 'wrong', path: 'letters[0].due', reason: 'value' },
    ],
    [
      'a day of no time',
      changed('letters.0.due', '0001-01-01'),
      { code: 'wrong', path: 'letters[0].due', reason: 'value' },
    ],
    [
      'a stage that is none',
      changed('letters.0.stage', 'lost'),
      { code: 'wrong', path: 'letters[0].stage', reason: 'value' },
    ],
    [
      'a stage that is none, reached',
      changed('letters.0.reached.lost', '2027-08-01'),
      { code: 'wrong', path: 'letters[0].reached.lost', reason: 'unknown' },
    ],
    [
      'a zone that is none',
      changed('settings.zone', 'Mars/Olympus'),
      { code: 'wrong', path: 'settings.zone', reason: 'value' },
    ],
    [
      'an id that is none',
      changed('letters.0.id', "'; drop table letters"),
      { code: 'wrong', path: 'letters[0].id', reason: 'value' },
    ],
    [
      'a writer who is not there',
      changed('letters.0.writer', 'W9'),
      { code: 'wrong', path: 'letters[0].writer', reason: 'reference' },
    ],
    [
      'a letter that is not there',
      changed('programs.0.letters.0.letter', 'L9'),
      { code: 'wrong', path: 'programs[0].letters[0].letter', reason: 'reference' },
    ],
    [
      'an id that stands twice',
      changed('letters.0.id', 'W1'),
      { code: 'wrong', path: 'letters[0].id', reason: 'twice' },
    ],
    [
      'more than there may be',
      changed(
        'writers',
        Array.from({ length: 61 }, (_, index) => ({ ...chen, id: `W${index}`, member: undefined })),
      ),
      { code: 'wrong', path: 'writers', reason: 'many' },
    ],
    [
      'a change of something else',
      changed('changes.0.records.0.kind', 'admin'),
      { code: 'wrong', path: 'changes[0].records[0].kind', reason: 'value' },
    ],
    [
      'a command that is none',
      changed('changes.0.command', '<!channel>'),
      { code: 'wrong', path: 'changes[0].command', reason: 'value' },
    ],
  ])('is refused with its place: %s', (_, file, expected) => {
    expect(problem(file)).toEqual(expected);
  });

  it('is refused when it is larger than the fullest account', () => {
    expect(problem(' '.repeat(10_000_001))).toEqual({ code: 'too-big', max: 10_000_000 });
  });

  it('is refused quickly however deep or wide it is', () => {
    const deep = changed('notes', 0).replace('"notes":0', `"notes":${'['.repeat(500_000)}${']'.repeat(500_000)}`);
    const wide = changed(
      'letters.0.reached',
      Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, '2027-01-01'])),
    );
    for (const file of [
      deep,
      wide,
      '['.repeat(1_000_000),
      `{"format":"lorbot","version":1,"x":${'{"a":'.repeat(100_000)}`,
    ]) {
      const start = performance.now();
      expect(problem(file)).toBeDefined();
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });

  it('never does anything but come in or be refused, whatever is in it', () => {
    const paths = [
      'settings',
      'writers',
      'writers.0',
      'writers.0.name',
      'letters.0.reached',
      'letters.0.nudges',
      'letters.0.backup',
      'programs.0.needs',
      'changes',
      'changes.0.records',
      'changes.0.records.0.after',
      'exported',
      'version',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const read = readExport(changed(path, value));
        expect('problem' in read || 'exported' in read).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (file) => problem(file) !== undefined));
  });

  it('has a sentence for every problem, in every language', () => {
    const problems: readonly ExportProblem[] = [
      { code: 'too-big', max: 10 },
      { code: 'not-json' },
      { code: 'not-ours' },
      { code: 'newer', version: 2 },
      { code: 'wrong', path: 'letters[0].due', reason: 'value' },
    ];
    for (const language of ['en', 'fr'] as const) {
      const say = (one: ExportProblem) =>
        toPlainText({ blocks: [{ kind: 'paragraph', line: wordsIn(language).exchange.exportProblem(one) }] });
      expect(new Set(problems.map(say)).size).toBe(problems.length);
      expect(say({ code: 'wrong', path: 'letters[0].due', reason: 'value' })).toContain('letters[0].due');
    }
  });
});
