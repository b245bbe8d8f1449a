import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Importing, ImportPlan, Mine, PlannedRow, RowProblem } from '../../../src/exchange/import-plan.ts';
import { planCounts } from '../../../src/exchange/plan-counts.ts';
import { inverse } from '../../../src/letters/change.ts';
import { memberLimits } from '../../../src/letters/letter.ts';
import { newProgram } from '../../../src/letters/new-records.ts';
import { importDay, importing, nobody, planned, written } from '../../support/importing.ts';
import { aLetter, aWriter } from '../../support/samples.ts';
import { told } from '../../support/told.ts';

const today = importDay;

function rows(plan: ImportPlan): readonly string[] {
  return plan.rows.map(({ number, does, name }) => `${number} ${does} ${name ?? ''}`.trim());
}

function problems(plan: ImportPlan): readonly (readonly [number, string | null, RowProblem])[] {
  return plan.rows.flatMap(({ number, troubles }) =>
    troubles.map(({ field, problem }) => [number, field, problem] as const),
  );
}

/** Rows that were read into an account, and what stands then. */
function read(text: string, mine: Mine = nobody, more: Partial<Importing> = {}) {
  const plan = planned(text, mine, importing('maya', more));
  return { plan, rows: rows(plan), mine: written(mine, plan.records), problems: problems(plan) };
}

const chen = aWriter('maya', 'W1', { name: 'Dr. Wei Chen', title: 'Chief', kind: 'chair' });
const im = aLetter('maya', 'L1', 'W1', {
  service: 'eras',
  specialty: 'Internal medicine',
  due: '2027-09-23',
  stage: 'agreed',
  answer: 'strong',
  reached: { planned: '2027-08-01', asked: '2027-08-02', agreed: '2027-08-03' },
});
const mine: Mine = { writers: [chen], letters: [im], programs: [] };

describe('a row of a letter', () => {
  it('makes a writer with a letter, for the service of whoever imports', () => {
    const { mine: stands } = read('Writer,Due\nDr. Roy,2027-10-01\n', nobody, { service: 'carms' });
    expect(told(stands)).toEqual([
      'Dr. Roy: ',
      `letter of Dr. Roy: service carms, due 2027-10-01, stage planned, reached {planned ${today}}`,
    ]);
  });

  it.each([
    ['the same name', 'Dr. Wei Chen'],
    ['a name written otherwise', 'wei chen, MD'],
    ['a name that is turned', '"Chen, Wei"'],
    ['a name without its marks', 'DR WEI CHÉN'],
  ])('is about a known writer by %s', (_, name) => {
    const { rows: done, plan } = read(`Writer\n${name.includes('"') ? name : `"${name}"`}\n`, mine);
    expect(done).toEqual(['2 same Dr. Wei Chen']);
    expect(plan.records).toEqual([]);
  });

  it('changes what it says otherwise, of letter and writer, and names each field', () => {
    const { plan, mine: stands } = read(
      'Writer,Title,Due,Status,Waived,Specialty\nDr. Wei Chen,Professor,2027-10-01,Requested,yes,IM\n',
      mine,
    );
    expect(plan.rows[0]?.changes).toEqual([
      { field: 'title', from: 'Chief', to: 'Professor' },
      { field: 'waived', from: null, to: true },
      { field: 'due', from: '2027-09-23', to: '2027-10-01' },
      { field: 'stage', from: 'agreed', to: 'requested' },
    ]);
    expect(told(stands)).toEqual([
      'Dr. Wei Chen: title Professor, kind chair',
      `letter of Dr. Wei Chen: service eras, specialty Internal medicine, waived true, due 2027-10-01, stage requested, answer strong, reached {planned 2027-08-01, asked 2027-08-02, agreed 2027-08-03, requested ${today}}`,
    ]);
  });

  it('takes nothing away by an empty cell', () => {
    expect(read('Writer,Title,Due,Status,Notes\nDr. Wei Chen,,,,\n', mine).plan.records).toEqual([]);
  });

  it('is a further letter where it is for something else', () => {
    const { rows: done, mine: stands } = read('Writer,Specialty\nDr. Wei Chen,Neurology\n', mine, { service: 'eras' });
    expect(done).toEqual(['2 further-letter Dr. Wei Chen']);
    expect(stands.letters.map(({ specialty }) => specialty)).toEqual(['Internal medicine', 'Neurology']);
  });

  it('fills in a letter that says less, and none that another row names exactly', () => {
    const plain = { ...mine, letters: [{ ...im, service: null, specialty: null }] };
    const { rows: done, mine: stands } = read(
      'Writer,Service,Specialty\nDr. Wei Chen,ERAS,IM\nDr. Wei Chen,CaRMS,IM\n',
      plain,
    );
    expect(done).toEqual(['2 changes Dr. Wei Chen', '3 further-letter Dr. Wei Chen']);
    expect(stands.letters.map(({ service }) => service)).toEqual(['eras', 'carms']);
  });

  it('does not guess between two letters that it may mean', () => {
    const two = { ...mine, letters: [im, { ...im, id: 'L2', specialty: 'Neurology' }] };
    const { rows: done, problems: why, plan } = read('Writer,Due\nDr. Wei Chen,2027-10-01\n', two);
    expect(done).toEqual(['2 unread Dr. Wei Chen']);
    expect(why).toEqual([[2, null, { code: 'several-letters', count: 2 }]]);
    expect(plan.records).toEqual([]);
  });

  it('names the first of two equal rows, and keeps what came first where they differ', () => {
    const {
      rows: done,
      problems: why,
      mine: stands,
    } = read('Writer,Due,Title,Kind\nRoy,2027-10-01,,PD\nRoy,2027-10-02,Dean,\nRoy,2027-10-01,Dean,PD\n');
    expect(done).toEqual(['2 new-writer Roy', '3 repeats Roy', '4 repeats Roy']);
    expect(why).toEqual([[3, 'due', { code: 'says-otherwise', row: 2 }]]);
    expect(told(stands)[0]).toBe('Roy: title Dean, kind program-director');
    expect(stands.letters[0]?.due).toBe('2027-10-01');
  });

  it('keeps two letters that are for the same apart when it says that they are two', () => {
    const { mine: stands } = read('Writer,Due,Further letter\nRoy,2027-10-01,\nRoy,2027-10-02,2\n');
    expect(stands.letters.map(({ due }) => due)).toEqual(['2027-10-01', '2027-10-02']);
    expect(read('Writer,Due,Further letter\nRoy,2027-10-03,2\n', stands).mine.letters.map(({ due }) => due)).toEqual([
      '2027-10-01',
      '2027-10-03',
    ]);
  });

  it('is left out without a name, or with one that cannot be kept', () => {
    const long = 'x'.repeat(81);
    const { rows: done, problems: why } = read(`Writer,Title\n,Dean\n${long},Dean\nDr.\u202eChen,Dean\n`);
    expect(done).toEqual(['2 unread', '3 unread', '4 unread']);
    expect(why).toEqual([
      [2, null, { code: 'no-name' }],
      [3, 'name', { code: 'too-long', max: 80, length: 81 }],
      [4, 'name', { code: 'unkeepable' }],
    ]);
  });

  it('comes in without a cell that cannot be read, and says so', () => {
    const { problems: why, mine: stands } = read(
      `Writer,Kind,Due,E-mail,Waived,Notes,Season\nRoy,friend,2037-01-01,nobody,perhaps,${'n'.repeat(1_001)},soon\n`,
    );
    expect(why).toEqual([
      [2, 'kind', { code: 'not-a-choice', typed: 'friend' }],
      [2, 'due', { code: 'too-far', typed: '2037-01-01' }],
      [2, 'email', { code: 'not-an-email', typed: 'nobody' }],
      [2, 'waived', { code: 'not-a-flag', typed: 'perhaps' }],
      [2, 'notes', { code: 'too-long', max: 1_000, length: 1_001 }],
      [2, 'season', { code: 'not-a-season', typed: 'soon' }],
    ]);
    expect(told(stands)).toEqual(['Roy: ', `letter of Roy: stage planned, reached {planned ${today}}`]);
  });

  it('comes in without a text that speaks of a patient, which nothing repeats', () => {
    const {
      problems: why,
      mine: stands,
      plan,
    } = read('Writer,Notes,Met\nRoy,MRN 123456,bed 5\nAli,fine,fine\n', nobody, {
      check: (text) => (text.includes('MRN') ? 'refuse' : text.includes('bed') ? 'doubt' : 'keep'),
    });
    expect(why).toEqual([
      [2, 'notes', { code: 'patient' }],
      [2, 'met', { code: 'patient-doubt' }],
    ]);
    expect(told(stands).slice(0, 2)).toEqual(['Roy: ', 'Ali: met fine, notes fine']);
    expect(JSON.stringify(plan)).not.toContain('MRN');
  });

  it('does not read a cell of a column with ids', () => {
    const { plan } = read('Writer,AAMC ID\nRoy,12345678\n');
    expect(JSON.stringify(plan)).not.toContain('12345678');
  });
});

describe('the stage of a row', () => {
  const stands = (stage: 'asked' | 'uploaded' | 'declined') => ({
    ...mine,
    letters: [{ ...im, stage, reached: { [stage]: '2027-08-10' } as const }],
  });

  it.each([
    ['Status\nuploaded', 'uploaded', { uploaded: today }],
    ['Status,Status date\nuploaded,2027-08-20', 'uploaded', { uploaded: '2027-08-20' }],
    ['Status,Uploaded on\nuploaded,2027-08-21', 'uploaded', { uploaded: '2027-08-21' }],
    ['Asked,Requested,Uploaded\n2027-08-01,2027-08-05,', 'requested', { asked: '2027-08-01', requested: '2027-08-05' }],
    ['Asked,Requested,Uploaded\nx,x,', 'requested', { requested: today }],
    ['Asked,Declined\n2027-08-01,2027-08-05', 'declined', { asked: '2027-08-01', declined: '2027-08-05' }],
    ['Status,Uploaded\nasked,2027-08-05', 'asked', { uploaded: '2027-08-05', asked: today }],
  ])('of %j is known with its days', (text, stage, reached) => {
    const [header, cells] = text.split('\n');
    const [letter] = read(`Writer,${header}\nRoy,${cells}\n`).mine.letters;
    expect([letter?.stage, letter?.reached]).toEqual([stage, reached]);
  });

  it('goes on from what stands, and forgets an answer when they said no', () => {
    const { mine: now } = read('Writer,Status,Status date\nWei Chen,declined,2027-08-20\n', mine);
    expect(now.letters[0]).toMatchObject({
      stage: 'declined',
      answer: null,
      reached: { ...im.reached, declined: '2027-08-20' },
    });
  });

  it.each([
    ['uploaded', 'Asked', 'asked'],
    ['uploaded', 'Not requested', 'planned'],
    ['declined', 'Uploaded', 'uploaded'],
  ] as const)('stays at “%s” where the file says “%s”', (stage, typed, read_) => {
    const { problems: why, plan } = read(`Writer,Status\nWei Chen,${typed}\n`, stands(stage));
    expect(why).toEqual([[2, 'stage', { code: 'behind', stage: read_, stands: stage }]]);
    expect(plan.records).toEqual([]);
  });

  it('may get a better day than the one that stands', () => {
    const { plan, mine: now } = read('Writer,Status,Status date\nWei Chen,asked,2027-08-02\n', stands('asked'));
    expect(plan.rows[0]?.changes).toEqual([{ field: 'on-asked', from: '2027-08-10', to: '2027-08-02' }]);
    expect(now.letters[0]?.reached.asked).toBe('2027-08-02');
  });
});

describe('what else a row says', () => {
  it('names a backup who stands anywhere in the file', () => {
    const { mine: now, problems: why } = read(
      'Writer,Backup,Backup since\nRoy,Dr. Ali,2027-08-01\nAli,Nobody,\nLiu,Liu,\n',
    );
    const ali = now.writers.find(({ name }) => name === 'Ali');
    expect(now.letters.map(({ backup }) => backup)).toEqual([
      { writer: ali?.id, since: '2027-08-01', activated: null },
      null,
      null,
    ]);
    expect(why).toEqual([
      [3, 'backup', { code: 'unknown-writer', typed: 'Nobody' }],
      [4, 'backup', { code: 'unknown-writer', typed: 'Liu' }],
    ]);
  });

  it('sends a letter to programs as far as the rules let it', () => {
    const full = { ...newProgram('P1', 'maya', 'UCSF'), letters: [{ letter: 'L1', on: '2027-08-01' as const }] };
    const { plan, mine: now } = read(
      'Writer,Service,Programs\nRoy,ERAS,"UCSF; Mount Sinai"\nAli,ERAS,Mount Sinai\n',
      { ...mine, programs: [full] },
      { mayAssign: (_, { name }) => name !== 'UCSF' },
    );
    expect(plan.rows.map(({ assigned }) => assigned)).toEqual([['Mount Sinai'], ['Mount Sinai']]);
    expect(problems(plan)).toEqual([[2, 'program', { code: 'not-assigned', program: 'UCSF' }]]);
    expect(now.programs.map(({ name, letters, service }) => [name, letters.length, service])).toEqual([
      ['UCSF', 1, null],
      ['Mount Sinai', 2, 'eras'],
    ]);
  });

  it('keeps to the rules of the service: the fifth letter of ERAS goes nowhere', () => {
    const five = ['A', 'B', 'C', 'D', 'E'].map((name) => `${name},ERAS,2027,uploaded,UCSF`).join('\n');
    const { problems: why, mine: now } = read(`Writer,Service,Season,Status,Program\n${five}\n`);
    expect(now.programs[0]?.letters).toHaveLength(4);
    expect(why).toEqual([[6, 'program', { code: 'not-assigned', program: 'UCSF' }]]);
  });

  it('ticks off a packet and notes reminders, as our own tables write them', () => {
    const { mine: now, problems: why } = read(
      'Writer,Packet,Reminded on\nRoy,cv 2027-08-01; sheet 2027-08-02,2027-08-10; 2027-08-17 (no-answer)\nAli,cv,soon\n',
    );
    expect(now.letters[0]).toMatchObject({
      packet: { cv: '2027-08-01', sheet: '2027-08-02' },
      nudges: [
        { on: '2027-08-10', reason: null },
        { on: '2027-08-17', reason: 'no-answer' },
      ],
    });
    expect(why.map(([row, field, { code }]) => [row, field, code])).toEqual([
      [3, 'packet', 'not-a-list'],
      [3, 'nudges', 'not-a-list'],
    ]);
  });
});

describe('a table of programs', () => {
  const ucsf = { ...newProgram('P1', 'maya', 'UCSF Medical Center'), specialty: 'Internal medicine' };
  const text =
    'Program,Specialty,Letters required,Applied\nucsf medical center,IM,3,2027-08-20\nUCSF Medical Center,,4,\nMGH,,,\n';

  it('changes those that are known by name, adds the others, and names what repeats', () => {
    const { rows: done, plan, problems: why, mine: now } = read(text, { ...nobody, programs: [ucsf] });
    expect(done).toEqual(['2 changes UCSF Medical Center', '3 repeats UCSF Medical Center', '4 new-program MGH']);
    expect(plan.rows[0]?.changes).toEqual([
      { field: 'applied', from: null, to: '2027-08-20' },
      { field: 'needs-letters', from: null, to: 3 },
    ]);
    expect(why).toEqual([[3, 'needs-letters', { code: 'says-otherwise', row: 2 }]]);
    expect(now.programs.map(({ name, specialty }) => [name, specialty])).toEqual([
      ['UCSF Medical Center', 'Internal medicine'],
      ['MGH', null],
    ]);
  });

  it('changes nothing a second time', () => {
    const { mine: now } = read(text, { ...nobody, programs: [ucsf] });
    expect(read(text, now).plan.records).toEqual([]);
  });
});

describe('the limits of a member', () => {
  it('hold for writers, letters and programs, and are named', () => {
    const { writers, letters, programs } = memberLimits;
    const names = Array.from({ length: writers + 2 }, (_, index) => `Writer ${index}`);
    const many = read(`Writer\n${names.join('\n')}\n`);
    expect(many.mine.writers).toHaveLength(writers);
    expect(many.problems).toEqual(
      [writers + 2, writers + 3].map((row) => [row, null, { code: 'limit', what: 'writers', max: writers }]),
    );

    const specialties = Array.from({ length: letters + 1 }, (_, index) => `Roy,field ${index}`);
    const further = read(`Writer,Specialty\n${specialties.join('\n')}\n`);
    expect(further.mine.letters).toHaveLength(letters);
    expect(further.problems).toEqual([[letters + 2, null, { code: 'limit', what: 'letters', max: letters }]]);

    const places = Array.from({ length: programs + 1 }, (_, index) => `Hospital ${index}`);
    const listed = read(`Program\n${places.join('\n')}\n`);
    expect(listed.mine.programs).toHaveLength(programs);
    expect(listed.problems).toEqual([[programs + 2, null, { code: 'limit', what: 'programs', max: programs }]]);
  });

  it('leave no writer behind who would come without a letter', () => {
    const full: Mine = {
      ...nobody,
      writers: [chen],
      letters: Array.from({ length: memberLimits.letters }, (_, index) => ({
        ...im,
        id: `L${index}`,
        specialty: `field ${index}`,
      })),
    };
    expect(read('Writer\nRoy\n', full).plan.records).toEqual([]);
  });
});

describe('any table of letters', () => {
  const cell = {
    writer: fc.constantFrom('Dr. Wei Chen', 'chen wei', 'Roy', '"Ali, Sam"', 'Ana Núñez', '陳大文', '', '🦉'),
    service: fc.constantFrom('ERAS', 'CaRMS', '', 'ResidencyCAS', 'none'),
    specialty: fc.constantFrom('IM', 'Internal medicine', 'Neurology', 'General', '', 'woodwork'),
    form: fc.constantFrom('', 'narrative', 'SLOE', 'x'),
    further: fc.constantFrom('', '', '', '2', '3'),
    due: fc.constantFrom('2027-09-23', '9/23/2027', '10/1/2027', '', 'soon'),
    status: fc.constantFrom('asked', 'uploaded', 'declined', 'Not requested', '', 'weird'),
    asked: fc.constantFrom('2027-08-01', 'x', '', 'no'),
    thanked: fc.constantFrom('2027-08-02', 'x', ''),
    backup: fc.constantFrom('', 'Roy', 'Nobody'),
    program: fc.constantFrom('', 'UCSF', 'UCSF; MGH'),
    title: fc.constantFrom('', 'Chief', 'Dean'),
  };
  const line = fc.record(cell).map((row) =>
    Object.values(row)
      .map((text) => (text.startsWith('"') ? text : `"${text}"`))
      .join(','),
  );
  const header = 'Writer,Service,Specialty,Form,Further letter,Due,Status,Asked,Thanked,Backup,Programs,Title';
  const table = fc.array(line, { maxLength: 12 }).map((lines) => `${header}\n${lines.join('\n')}\n`);
  const service = fc.constantFrom(null, 'eras' as const);
  const start = fc.oneof(
    fc.constantFrom(nobody, mine, { ...mine, letters: [im, { ...im, id: 'L2', specialty: null, service: null }] }),
    // What another file left behind.
    table.map((text) => written(nobody, planned(text, nobody, importing('amy')).records)),
  );

  it('changes nothing a second time, says what it did, and is taken back by one undo', () => {
    fc.assert(
      fc.property(table, service, start, (text, usual, stands) => {
        const first = planned(text, stands, importing('maya', { service: usual }));
        const now = written(stands, first.records);
        const again = planned(text, now, importing('zoe', { service: usual }));
        expect(again.records).toEqual([]);
        expect(again.rows.every(({ does }) => does === 'same' || does === 'repeats' || does === 'unread')).toBe(true);
        expect(written(now, inverse(first.records))).toEqual(stands);

        const counts = planCounts(first);
        expect(now.writers.length - stands.writers.length).toBe(counts.newWriters);
        expect(now.letters.length - stands.letters.length).toBe(counts.newLetters);
        const does = (deed: PlannedRow['does']) => first.rows.filter((row) => row.does === deed).length;
        expect(does('new-writer') + does('further-letter')).toBe(counts.newLetters);
      }),
      { numRuns: 200 },
    );
  });

  it('of a thousand rows is planned well within a second', () => {
    const lines = Array.from(
      { length: 1_000 },
      (_, index) =>
        `Dr. Writer ${index % 50},${index % 2 ? 'ERAS' : 'CaRMS'},9/${(index % 28) + 1}/2027,"note, ${index % 50}"`,
    );
    const text = `Writer,Service,Due,Notes\n${lines.join('\n')}\n`;
    planned(text, nobody, importing('maya'));
    const start = performance.now();
    const plan = planned(text, nobody, importing('maya'));
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(planCounts(plan)).toEqual({
      newWriters: 50,
      newLetters: 50,
      newPrograms: 0,
      changed: 0,
      same: 950,
      unread: 0,
    });
    expect(plan.records).toHaveLength(100);
  });
});
