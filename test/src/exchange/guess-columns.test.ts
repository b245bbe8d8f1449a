import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/exchange/choose-columns.ts';
import { fieldOfHeader } from '../../../src/exchange/column-names.ts';
import { letterColumns, programColumns } from '../../../src/exchange/field.ts';
import { readTable } from '../../../src/exchange/read-table.ts';
import { wordsIn } from '../../../src/words/words-in.ts';

/** What each column of a text is taken for, in order: a field, or why it is none. */
function uses(text: string): readonly string[] {
  const read = readTable(text);
  if (!('table' in read)) throw new Error('no table');
  return understand(read.table).columns.map(({ use }) => (use.kind === 'field' ? use.field : `(${use.kind})`));
}

describe('the columns of a table', () => {
  it.each([
    [
      'MyERAS, 2027',
      'LoR Author Name,Author Email,Specialty,LoR Type,Chair Requirement,Waived',
      'name email specialty form chair waived',
    ],
    [
      'MyERAS, earlier',
      'Author,Title/Department,Program Director,Department Chair,FERPA',
      'name title director chair waived',
    ],
    [
      'ResidencyCAS',
      'Evaluator First Name,Evaluator Last Name,Evaluator Email,Evaluation Type,Due Date,Status',
      'first-name last-name email form due stage',
    ],
    ['CaRMS', 'Referee,Discipline,Request sent,Received', 'name specialty on-requested on-uploaded'],
    [
      'a sheet of one’s own',
      'Who,How we met,Asked?,Said yes,CV sent,Uploaded,Thank you note',
      'name met on-asked on-agreed on-packet-sent on-uploaded thanked',
    ],
    ['a recommender list', 'Recommender,Position,Institution,Deadline,Comments', 'name title met due notes'],
    ['French', 'Référent,Courriel,Spécialité,Échéance,Statut,Remarques', 'name email specialty due stage notes'],
    ['French, in halves', 'Nom;Prénom;Titre;Lieu de rencontre', 'last-name first-name title met'],
    ['names in one word', 'writerName,dueDate,eMail', 'name due email'],
    [
      'programs',
      'Program,Specialty,Application Service,Deadline,Letters required,Max letters,Applied',
      'program specialty service due needs-letters needs-most applied',
    ],
    ['names last first', '"Last Name, First Name",Due', 'name-reversed due'],
  ])('are guessed in the words of %s', (_, header, expected) => {
    expect(uses(`${header}\n`).join(' ')).toBe(expected);
  });

  it.each([
    'AAMC ID',
    'AAMCID',
    'ERAS ID',
    'CaRMS ID',
    'CaRMSID',
    'NRMP #',
    'Letter ID',
    'letter_id',
    'Request Number',
    'id',
    'SSN',
    'Social Security',
    'NAS',
    'DOB',
    'Date of Birth',
    'Date de naissance',
    'USMLE ID',
    'USMLE Step 1',
    'Step 2 score',
    'Medical License',
    'ACGME Program Code',
    'Matricule',
    'Applicant No.',
  ])('are dropped unread where their name is “%s”', (header) => {
    expect(uses(`Writer,${header}\nChen,attending\n`)).toEqual(['name', '(private)']);
  });

  it.each(['Ideal program', 'Valid until', 'Said yes', 'Did you ask', 'Saint', 'Pinned'])(
    'are not dropped for letters within a word: “%s”',
    (header) => {
      expect(uses(`Writer,${header}\nChen,x\n`)[1]).not.toBe('(private)');
    },
  );

  it.each([
    ['long numbers', '12345678', '23456789'],
    ['insurance numbers', '123-45-6789', '987-65-4321'],
    ['UUIDs', '123e4567-e89b-42d3-a456-426614174000', ''],
    ['letters with many digits', 'LTR-0098123', 'LTR-0098124'],
  ])('are dropped where their cells look like ids: %s', (_, one, other) => {
    expect(uses(`Writer,Title,Thing\nChen,${one},${one}\nRoy,${other},${other}\n`)).toEqual([
      'name',
      '(like-ids)',
      '(like-ids)',
    ]);
  });

  it('are not taken for ids where they hold dates as Excel keeps them, years or telephone numbers', () => {
    expect(uses('Writer,Due,Season,Phone\nChen,46653,2027,555-123-4567\n')).toEqual([
      'name',
      'due',
      'season',
      '(unused)',
    ]);
  });

  it('are told apart by their cells where their name means two things', () => {
    expect(uses('Writer,Type,Stage\nChen,Attending,asked\n')).toEqual(['name', 'kind', 'stage']);
    expect(uses('Writer,Type,Stage\nChen,SLOE,Chirurgie à Laval\n')).toEqual(['name', 'form', 'met']);
  });

  it('take a field from the column that says it most plainly, of equals from the first', () => {
    expect(uses('Author Name (full),Writer,Notes,Notes\nA,B,c,d\n')).toEqual(['(unused)', 'name', 'notes', '(unused)']);
  });

  it('hold one name, whole or in halves', () => {
    expect(uses('Writer,First name,Last name\nA B,A,B\n')).toEqual(['name', '(unused)', '(unused)']);
  });

  it('of letters say nothing of what programs need', () => {
    expect(uses('Writer,Program,Max letters\nA,UCSF,4\n')).toEqual(['name', 'program', '(unused)']);
  });

  it('are known by every name that our own tables give them, in each language', () => {
    for (const language of ['en', 'fr'] as const) {
      const { columns } = wordsIn(language).exchange.table;
      for (const field of [...letterColumns, ...programColumns])
        expect([field, fieldOfHeader(columns[field])]).toEqual([field, field]);
      expect(fieldOfHeader(columns.assigned)).toBeUndefined();
    }
  });

  it('are read in no time, however long a name is', () => {
    for (const sign of ['a', 'A', 'a ', 'é', '_', '\u0301', '1', '#']) {
      const start = performance.now();
      fieldOfHeader(sign.repeat(10_000));
      expect(performance.now() - start).toBeLessThan(100);
    }
  });
});
