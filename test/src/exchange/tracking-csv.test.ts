import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/core/language.ts';
import type { Mine } from '../../../src/exchange/import-plan.ts';
import { readTable } from '../../../src/exchange/read-table.ts';
import { lettersCsv, programsCsv } from '../../../src/exchange/tracking-csv.ts';
import { newProgram } from '../../../src/letters/new-records.ts';
import { wordsIn } from '../../../src/words/words-in.ts';
import { arbitraryLetter, arbitraryProgram, arbitraryWriter } from '../../support/arbitrary-data.ts';
import { importing, nobody, planned, written } from '../../support/importing.ts';
import { aLetter, aWriter } from '../../support/samples.ts';
import { told } from '../../support/told.ts';

const english = wordsIn('en').exchange.table;
const { specialty: fullName } = importing('maya');

/** The cells of a written table, by the names of its columns; what is empty is left out. */
function cells(csv: string): readonly Readonly<Record<string, string>>[] {
  const read = readTable(csv);
  if (!('table' in read)) throw new Error('no table');
  const { header, rows } = read.table;
  return rows.map((row) =>
    Object.fromEntries(header.flatMap((name, index) => (row.cells[index] ? [[name, row.cells[index]]] : []))),
  );
}

describe('a table of letters', () => {
  const chen = aWriter('maya', 'W1', {
    name: 'Dr. Wei Chen',
    kind: 'program-director',
    notes: '=first\nsecond',
    inUs: true,
  });
  const roy = aWriter('maya', 'W2', { name: 'Dr. Roy' });
  const letter = aLetter('maya', 'L1', 'W1', {
    service: 'sf-match',
    stage: 'requested',
    reached: { asked: '2027-08-01', requested: '2027-08-10' },
    waived: false,
    due: '2027-09-23',
    packet: { cv: '2027-08-02' },
    nudges: [{ on: '2027-08-20', reason: 'no-answer' }],
    backup: { writer: 'W2', since: '2027-08-21', activated: null },
  });
  const ucsf = {
    ...newProgram('P1', 'maya', 'UCSF, Parnassus'),
    letters: [{ letter: 'L1', on: '2027-08-22' as const }],
  };
  const mine: Mine = {
    writers: [roy, chen],
    letters: [letter, { ...letter, id: 'L2', backup: null, nudges: [], packet: {} }],
    programs: [ucsf],
  };

  it('has a row for each letter and for each writer without one, in words that people read, and no formula', () => {
    expect(cells(lettersCsv(mine, english, fullName))).toEqual([
      {
        Writer: 'Dr. Wei Chen',
        Kind: 'Program director',
        'Works in the US': 'yes',
        Notes: '=first\nsecond',
        Service: 'SF Match',
        'Right to read it waived': 'no',
        Due: '2027-09-23',
        Stage: 'requested in the portal',
        'Asked on': '2027-08-01',
        'Requested in the portal on': '2027-08-10',
        Packet: 'cv 2027-08-02',
        'Reminded on': '2027-08-20 (no-answer)',
        Backup: 'Dr. Roy',
        'Backup since': '2027-08-21',
        Program: 'UCSF, Parnassus',
      },
      expect.objectContaining({ Writer: 'Dr. Wei Chen', 'Further letter': '2' }),
      { Writer: 'Dr. Roy', Stage: 'no letter yet' },
    ]);
    expect(lettersCsv(mine, english, fullName)).toContain(`"'=first\nsecond"`);
  });

  it('is in French for whoever speaks it', () => {
    const [first] = cells(lettersCsv(mine, wordsIn('fr').exchange.table, fullName));
    expect(first).toMatchObject({
      Signataire: 'Dr. Wei Chen',
      Fonction: 'Direction de programme',
      Étape: 'demandée dans le portail',
    });
  });

  it('begins with a byte order mark and ends its lines as Excel does', () => {
    expect(lettersCsv(nobody, english, fullName)).toMatch(/^\ufeffWriter,.*\r\n$/u);
  });

  it('comes back as it was into an empty account, in either language, without changing anything where it stands', () => {
    const account = fc
      .tuple(
        fc.tuple(...['W1', 'W2', 'W3'].map((id) => arbitraryWriter(id, 'maya'))),
        fc.tuple(...['L1', 'L2', 'L3', 'L4'].map((id) => arbitraryLetter(id, 'maya', ['W1', 'W2', 'W3']))),
      )
      .chain(([writers, letters]) =>
        fc
          .tuple(
            ...['P1', 'P2'].map((id) =>
              arbitraryProgram(
                id,
                'maya',
                letters.map((one) => one.id),
              ),
            ),
          )
          .map(
            (programs): Mine => ({
              writers,
              letters,
              programs,
            }),
          ),
      );
    fc.assert(
      fc.property(account, fc.constantFrom(...languages), (mine, language) => {
        const words = wordsIn(language).exchange.table;
        // Dates that something was given to a program are not in a table; they are the day of the import.
        const by = (member: string) => importing(member, { mayAssign: () => true });
        const [letters, programs] = [lettersCsv(mine, words, fullName), programsCsv(mine, words)];
        expect(planned(letters, mine, by('zoe')).records).toEqual([]);
        expect(planned(programs, mine, by('zoe')).records).toEqual([]);

        const listed = planned(programs, nobody, by('amy'));
        const half = written(nobody, listed.records);
        const plan = planned(letters, half, by('ben'));
        expect([...listed.rows, ...plan.rows].flatMap(({ troubles }) => troubles)).toEqual([]);
        expect(told(written(half, plan.records)).toSorted()).toEqual(told(mine).toSorted());
      }),
      { numRuns: 100 },
    );
  });
});

describe('a table of programs', () => {
  it('names whose letters go there', () => {
    const mine: Mine = {
      writers: [aWriter('maya', 'W1', { name: 'Chen' }), aWriter('maya', 'W2', { name: 'Roy' })],
      letters: [aLetter('maya', 'L1', 'W1'), aLetter('maya', 'L2', 'W2')],
      programs: [
        {
          ...newProgram('P1', 'maya', 'UCSF'),
          setting: 'academic',
          needs: { letters: 3, most: null, own: null, chair: true, form: 'narrative' },
          letters: [
            { letter: 'L1', on: '2027-08-22' },
            { letter: 'L2', on: '2027-08-22' },
          ],
        },
      ],
    };
    expect(cells(programsCsv(mine, english))).toEqual([
      {
        Program: 'UCSF',
        'Kind of program': 'academic',
        'Letters it asks for': '3',
        'Department letter': 'yes',
        'Form of letter': 'narrative',
        'Letters assigned': 'Chen\nRoy',
      },
    ]);
  });
});
