import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/guard/check-text.ts';
import type { Finding } from '../../../src/guard/finding.ts';

interface Row {
  readonly label: 'certain' | 'doubtful' | 'harmless';
  readonly language: 'en' | 'fr';
  readonly text: string;
}

function rowsOf(file: string): readonly Row[] {
  const lines = readFileSync(new URL(`../../guard/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [label, language, text = ''] = line.split('\t');
    if (!isLabel(label) || (language !== 'en' && language !== 'fr')) throw new Error(`no such row: ${line}`);
    return { label, language, text: text.replaceAll('\\n', '\n') };
  });
}

function isLabel(text: string | undefined): text is Row['label'] {
  return text === 'certain' || text === 'doubtful' || text === 'harmless';
}

const table = rowsOf('texts.tsv');
/** Written in one go with the first of the table, before any rule; nothing is tuned on it. */
const unseen = rowsOf('unseen.tsv');

/** The share of the rows of a label that came out as one of these kinds. */
function share(rows: readonly Row[], label: Row['label'], ...kinds: readonly Finding['kind'][]): number {
  const found = rows.filter((row) => row.label === label).map(({ text }) => checkText(text).kind);
  return found.filter((kind) => kinds.includes(kind)).length / found.length;
}

function measure(name: string, rows: readonly Row[]) {
  const measured = {
    caught: share(rows, 'certain', 'patient'),
    noticed: share(rows, 'certain', 'patient', 'doubtful'),
    asked: share(rows, 'doubtful', 'patient', 'doubtful'),
    refusedInVain: share(rows, 'harmless', 'patient'),
    askedInVain: share(rows, 'harmless', 'doubtful'),
  };
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
  console.log(
    `guard, ${name} (${rows.length}): certain refused ${percent(measured.caught)}, refused or asked about ${percent(measured.noticed)}; ` +
      `doubtful refused or asked about ${percent(measured.asked)}; ` +
      `harmless refused ${percent(measured.refusedInVain)}, asked about ${percent(measured.askedInVain)}`,
  );
  return measured;
}

describe('the tables of texts', () => {
  it('have enough texts, half of them harmless, in both languages, and none twice', () => {
    expect(table.length).toBeGreaterThanOrEqual(240);
    expect(unseen.length).toBeGreaterThanOrEqual(60);
    expect(table.filter(({ label }) => label === 'harmless').length).toBeGreaterThanOrEqual(table.length / 2);
    expect(new Set([...table, ...unseen].map(({ text }) => text)).size).toBe(table.length + unseen.length);
    expect(new Set([...table, ...unseen].map(({ label, language }) => `${label} ${language}`)).size).toBe(6);
  });

  it('are told apart: what is certain is refused, what is harmless passes', () => {
    const { caught, asked, refusedInVain, askedInVain } = measure('table', table);
    expect(caught).toBeGreaterThanOrEqual(0.97);
    expect(asked).toBeGreaterThanOrEqual(0.95);
    expect(refusedInVain).toBeLessThanOrEqual(0.005);
    expect(askedInVain).toBeLessThanOrEqual(0.01);
  });

  it('are told apart nearly as well where nothing was tuned on them', () => {
    const { caught, asked, refusedInVain, askedInVain } = measure('unseen', unseen);
    expect(caught).toBeGreaterThanOrEqual(0.84);
    expect(asked).toBeGreaterThanOrEqual(0.8);
    expect(refusedInVain + askedInVain).toBeLessThanOrEqual(0.03);
  });
});

/** The kinds and texts of the parts. */
function partsOf(text: string): readonly string[] {
  const found = checkText(text);
  return found.kind === 'clean' ? [] : found.parts.map(({ what, from, to }) => `${what}: ${text.slice(from, to)}`);
}

function rewriteOf(text: string): string {
  const found = checkText(text);
  return found.kind === 'clean' ? text : found.rewrite;
}

describe('a text about a patient', () => {
  it('is refused with each part named by its kind and place', () => {
    expect(checkText('pt j.s. 67yo rm 412 w stemi')).toEqual({
      kind: 'patient',
      parts: [
        { what: 'initials', from: 3, to: 7 },
        { what: 'room', from: 13, to: 19 },
      ],
      rewrite: 'pt 67yo in the hospital w stemi',
    });
    expect(partsOf('Mrs. Olsen, MRN 00482913, admitted 3/14 with pneumonia')).toEqual([
      'name: Mrs. Olsen',
      'record-number: MRN 00482913',
      'date: 3/14',
    ]);
    expect(partsOf('Ma patiente de 94 ans, née le 4 mars 1932, chambre 412')).toEqual([
      'age: 94 ans',
      'date: 4 mars 1932',
      'room: chambre 412',
    ]);
  });

  it('names the parts of a text in which characters are joined, wide or unseen', () => {
    expect(partsOf('\u200bÉ\u0301cho 🩺 ｐｔ\u00a0ＭＲＮ：４４８２９１３')).toEqual([
      'record-number: ＭＲＮ：４４８２９１３',
    ]);
    expect(partsOf('Mrs. O’Neill’s stroke, “room 412”')).toEqual(['name: Mrs. O’Neill', 'room: room 412']);
    expect(partsOf('M\u200bR\u00adN 4482913')).toEqual(['record-number: M\u200bR\u00adN 4482913']);
  });

  it.each([
    ['MRN: 4482913', '[record number]'],
    ['SSN 078-05-1120', '[number]'],
    ['our patient Mr. Alvarez was the best story', 'our patient was the best story'],
    ['Mr. Alvarez with CHF thanked me', 'A patient with CHF thanked me'],
    ['a patient named Maria', 'a patient'],
    ['the lady in room 412 with sepsis', 'the lady in the hospital with sepsis'],
    ['Bed 7B, metastatic cancer', 'A patient, metastatic cancer'],
    ['pt admitted 3/14 with DKA', 'pt admitted [date] with DKA'],
    ['a 96-year-old man with pneumonia', 'a [age] man with pneumonia'],
    ['pt’s cell (312) 555-0188', 'pt’s cell [phone]'],
    ['- DKA pt R.M. 6/12\n- ask by Sep 23', '- DKA pt [date]\n- ask by Sep 23'],
    ['Mme Gagnon avec un AVC, dossier 448291', 'Une personne avec un AVC, [numéro de dossier]'],
    ['patiente, chambre 412, pneumonie', 'patiente, à l’hôpital, pneumonie'],
    ['The J.S. case (DKA), my best', 'The patient case (DKA), my best'],
    ['MRN 4482913, pt, pt 00482913', '[record number], pt, pt'],
  ])('gets a safe wording: %s', (text, safe) => {
    expect(rewriteOf(text)).toBe(safe);
    expect(checkText(safe)).toEqual({ kind: 'clean' });
  });

  it('is in doubt where only its writer can know', () => {
    const found = checkText('the only CJD patient in Fargo, I presented her');
    expect(found.kind).toBe('doubtful');
    expect(partsOf('the only CJD patient in Fargo, I presented her')).toEqual(['rare-diagnosis: CJD']);
    expect(rewriteOf('the only CJD patient in Fargo')).toBe('the only [rare diagnosis] patient in Fargo');
    expect(checkText('J.S. with the STEMI').kind).toBe('doubtful');
    expect(checkText('J.S. Wong with the STEMI team').kind).toBe('clean');
  });

  it('is in doubt where a name behind "pt" ends a sentence, and not where another sentence begins', () => {
    for (const text of ['Pt. Smith', 'Thanked by pt Smith.', 'Best day: pt Nguyen\nask in May', 'Pte Tremblay.'])
      expect(checkText(text).kind, text).toBe('doubtful');
    for (const text of [
      'Loved by every pt. Wonderful.',
      'I saw the pt. Attending agreed.',
      'PT Evaluation',
      '12 pt Arial',
    ])
      expect(checkText(text).kind, text).toBe('clean');
  });

  it('is refused for what is certain, and what is in doubt is named with it', () => {
    expect(partsOf('CJD patient in Fargo, MRN 4482913')).toEqual(['rare-diagnosis: CJD', 'record-number: MRN 4482913']);
    expect(checkText('CJD patient in Fargo, MRN 4482913').kind).toBe('patient');
  });
});

describe('what only looks like it', () => {
  it.each([
    ['ask by Sep 23', 'pt admitted Sep 23'],
    ['met in June 2026', 'pt died in June 2026'],
    ['sub-I, room for growth', 'pt in room 4'],
    ['Dr. Chen, office 412', 'the sick lady in room 412, septic'],
    ['Mr. Bean jokes on rounds', 'Mr. Bean was intubated'],
    ['patient and kind with J.S. Wong', 'patient J.S. was kind'],
    ['standardized patient Mr. Smith with chest pain', 'patient Mr. Smith with chest pain'],
    ['12 pt font, due 3/14', 'the pt died 3/14'],
    ['my 94-year-old grandmother', 'a 94-year-old lady, septic'],
    ['my DOB is 4/12/1998', 'DOB 4/12/1998'],
    ['I was diagnosed with lupus on 3/2, leave until May', 'she was diagnosed with lupus on 3/2'],
    ['my AAMC account 14412345', 'the account 14412345'],
    ['a record number of applicants: 52,431', 'record number 52431'],
    ['elle lit 12 articles', 'lit 12, choc septique'],
    ['M. Roy du décanat, AVC en 2019', 'M. Roy, AVC en 2019'],
  ])('passes: %s', (harmless, patient) => {
    expect(checkText(harmless)).toEqual({ kind: 'clean' });
    expect(checkText(patient).kind).not.toBe('clean');
  });

  it('is left alone in thirteen thousand questions that students ask about letters', () => {
    const folders = ['src/faq/phrasings/', 'test/faq/'];
    const files = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'tuning', 'unseen', 'everyday'];
    const questions = files.flatMap((file, index) => {
      const url = new URL(`../../../${folders[index < 7 ? 0 : 1]}${file}.tsv`, import.meta.url);
      return readFileSync(url, 'utf8').trimEnd().split('\n');
    });
    expect(questions.length).toBeGreaterThan(13_000);
    const found = questions
      .map((line) => line.slice(line.indexOf('\t') + 1))
      .filter((text) => checkText(text).kind !== 'clean');
    // Four of them do tell of somebody in a bed; one asks about an instagram post.
    expect(found.length).toBeLessThanOrEqual(5);
  });
});

describe('any text', () => {
  const odd = [
    ...[
      'a.',
      '1 ',
      '1',
      'Mr. A ',
      'mr a ',
      'patient ',
      'pt ',
      'a@b.',
      'room 1 ',
      '1/1 ',
      '1/1/',
      'J.S. ',
      'j.',
      'mrn 1',
    ],
    ...[
      'pt Maria ',
      'pt named ',
      'Maria Maria ',
      '94yo ',
      '((',
      '\n',
      'é',
      '\u0301',
      '😀',
      '\ud83e',
      '\u200b',
      'ﷺ',
      'İ',
    ],
    ...[
      'from 412 ',
      '555-',
      '555-555-5555 ',
      'CJD in A ',
      'pt works at A ',
      '12 A St ',
      'van ',
      'A B ',
      "l'",
      "''s",
      '+1-',
    ],
    ...['bed 1,', '[date] ', 'https://a ', '@a ', 'dob 1/1/11 ', 'A family ', 'initials AB ', 'grand mere 94 ans '],
  ];
  const pieces = [
    ...odd,
    ...table.map(({ text }) => text),
    ...[
      'pt',
      'patiente',
      'J.S.',
      'MRN',
      '4482913',
      '3/14',
      'with',
      'CHF',
      'in',
      'room',
      '412',
      'Maria',
      'Lopez',
      'Mr.',
      'her',
    ],
  ];
  const texts = fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ', ', '\n', '. ')), { maxLength: 12 })
    .map((parts) => parts.flat().join(''));
  const glued = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));

  it('gets a wording that is itself clean, and nothing that was certain stands in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = checkText(text);
        if (found.kind === 'clean') return;
        expect(checkText(found.rewrite)).toEqual({ kind: 'clean' });
        for (const { what, from, to } of found.parts) {
          expect(from).toBeLessThan(to);
          if (/number|social|phone|email/u.test(what)) expect(found.rewrite).not.toContain(text.slice(from, to));
        }
        const places = found.parts.flatMap(({ from, to }) => [from, to]);
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }),
      { numRuns: 400 },
    );
  });

  it('is read whatever it is made of', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), glued), (text) => {
        const found = checkText(text);
        if (found.kind !== 'clean') expect(checkText(found.rewrite).kind).toBe('clean');
      }),
      { numRuns: 200 },
    );
  });

  it('is read in a time that grows with its length and no faster', () => {
    for (const piece of odd) {
      const time = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        const started = performance.now();
        checkText(text);
        return performance.now() - started;
      };
      const least = (length: number) => Math.min(...[1, 2, 3].map(() => time(length)));
      const [short, long] = [least(2_500), least(10_000)];
      expect(long, piece).toBeLessThan(Math.max(10 * short, 400));
    }
  });
});
