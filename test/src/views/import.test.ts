import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/language.ts';
import type { Line } from '../../../src/core/reply.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import type { ChoiceProblem } from '../../../src/exchange/choose-columns.ts';
import type { Importing, Mine, RowProblem } from '../../../src/exchange/import-plan.ts';
import type { TableProblem } from '../../../src/exchange/table.ts';
import { importReply } from '../../../src/views/import.ts';
import { wordsIn } from '../../../src/words/words-in.ts';
import { importing, nobody, planned } from '../../support/importing.ts';
import { aLetter, aWriter } from '../../support/samples.ts';

function preview(text: string, mine: Mine = nobody, language: Language = 'en', more: Partial<Importing> = {}): string {
  return toPlainText(importReply(planned(text, mine, importing('maya', more)), wordsIn(language)));
}

const mine: Mine = {
  writers: [aWriter('maya', 'W1', { name: 'Dr. Chen' }), aWriter('maya', 'W2', { name: 'Dr. Roy' })],
  letters: [
    aLetter('maya', 'L1', 'W1', { due: '2027-09-23', waived: false, packet: { cv: '2027-08-01' } }),
    aLetter('maya', 'L2', 'W2'),
  ],
  programs: [],
};

describe('the preview of an import', () => {
  it('tells what changes from what to what, and where a letter goes', () => {
    const text = preview(
      'Writer,Due,Waived,Kind,Status,Thanked,Packet,Reminded on,Programs\nDr. Chen,2027-10-01,yes,PD,uploaded,2027-08-20,sheet 2027-08-02,2027-08-10,UCSF\n',
      mine,
    );
    expect(text).toContain(
      'Row 2: Dr. Chen: Kind from nothing to Program director; Right to read it waived from no to yes; Due from Thu 23 Sep 2027 to Fri 1 Oct 2027; Stage from planned to uploaded; Packet from CV to CV, Reminder sheet; Reminded on from nothing to Tue 10 Aug 2027; Thanked from nothing to Fri 20 Aug 2027; goes to UCSF',
    );
    expect(text).toContain('1 new program, 1 row that changes something');
  });

  it('shows ten rows and ten problems, and counts the rest', () => {
    const rows = Array.from({ length: 13 }, (_, index) => `Writer ${index},someday`).join('\n');
    const text = preview(`Writer,Due\n${rows}\n`);
    expect(text.match(/is new/gu)).toHaveLength(10);
    expect(text.match(/no date that I can read/gu)).toHaveLength(10);
    expect(text.match(/^And 3 more\.$/gmu)).toHaveLength(2);
  });

  it('says so when nothing would change', () => {
    const text = preview('Writer,Due\nDr. Chen,2027-09-23\nDr. Roy,\n', mine);
    expect(text).toContain('2 that say nothing new\n\nEverything in this file stands here already.');
    expect(text).not.toContain('What will happen');
  });

  it('names what is dropped and never what stands in it', () => {
    const text = preview('Writer,AAMC ID,Thing,Shoe size\nDr. Roy,12345678,LTR-0098123,9\n');
    expect(text).toContain('Dropped without reading them, because they hold ids or something as private: 2 AAMC ID');
    expect(text).toContain('Dropped, because what stands there looks like ids: 3 Thing');
    expect(text).toContain('Not used: 4 Shoe size');
    for (const secret of ['12345678', '0098123']) expect(text).not.toContain(secret);
  });

  it('repeats no text that speaks of a patient', () => {
    const text = preview('Writer,Notes\nDr. Roy,pt J.D. in bed 4\n', nobody, 'en', { check: () => 'refuse' });
    expect(text).toContain('Row 2: Dr. Roy, Notes: it seems to say who a patient is, so the text is left out');
    expect(text).not.toContain('bed 4');
  });

  it('is in French for whoever speaks it', () => {
    const text = preview(
      'Référent,Échéance,Étape,NAS\nDre Roy,10/9/2027,reçue,123\n,,,\nX,2037-01-01,,\n',
      nobody,
      'fr',
    );
    expect(text).toBe(
      [
        'Ce que 2 lignes feraient',
        '2 nouveaux signataires, 2 nouvelles lettres',
        'Les colonnes comme je les comprends',
        '- 1 Référent\u00a0: Signataire\n- 2 Échéance\u00a0: Échéance\n- 3 Étape\u00a0: Étape',
        'Laissées de côté sans être lues, car elles contiennent des identifiants ou quelque chose d’aussi privé\u00a0: 4 NAS',
        '2 Échéance\u00a0: rien ne montre si le mois ou le jour vient en premier. Je lis le mois d’abord; «\u00a010/9/2027\u00a0» est donc le Sat 9 Oct 2027. Sinon, dites columns:"dates=jour d’abord".',
        'Ce qui se passera',
        '- Ligne 2\u00a0: ajout de Dre Roy (téléversée, lettres attendues le Sat 9 Oct 2027)\n- Ligne 4\u00a0: ajout de X (prévue)',
        'Ce qui n’entre pas',
        '- Ligne 4\u00a0: X, Échéance\u00a0: «\u00a02037-01-01\u00a0» est dans plus de cinq ans',
        'Une erreur? Nommez les colonnes vous-même\u00a0: columns:"2=nom, 5=échéance, 7=rien"',
      ].join('\n\n'),
    );
  });
});

describe('the sentences about a file', () => {
  const cell = { typed: 'x' };
  const rows: readonly RowProblem[] = [
    { code: 'not-a-date', ...cell },
    { code: 'no-such-day', ...cell },
    { code: 'date-order', ...cell },
    { code: 'day-ahead', ...cell },
    { code: 'too-far', ...cell },
    { code: 'too-old', ...cell },
    { code: 'not-a-choice', ...cell },
    { code: 'not-a-flag', ...cell },
    { code: 'not-a-number', ...cell },
    { code: 'not-a-season', ...cell },
    { code: 'not-a-list', ...cell },
    { code: 'not-an-email', ...cell },
    { code: 'too-long', max: 1_000, length: 1_200 },
    { code: 'unkeepable' },
    { code: 'patient' },
    { code: 'patient-doubt' },
    { code: 'no-name' },
    { code: 'limit', what: 'letters', max: 120 },
    { code: 'several-letters', count: 2 },
    { code: 'repeats-unread', row: 3 },
    { code: 'says-otherwise', row: 3 },
    { code: 'behind', stage: 'asked', stands: 'uploaded' },
    { code: 'unknown-writer', ...cell },
    { code: 'not-assigned', program: 'UCSF' },
  ];
  const tables: readonly TableProblem[] = [
    { code: 'empty' },
    ...(['json', 'workbook', 'page', 'pdf'] as const).map((seems) => ({ code: 'not-a-table', seems }) as const),
    { code: 'too-long', max: 2_000_000 },
    { code: 'too-many-rows', max: 2_000 },
    { code: 'too-many-columns', max: 100 },
    { code: 'open-quote', row: 7 },
  ];
  const choices: readonly ChoiceProblem[] = (
    ['not-understood', 'no-such-column', 'no-such-field', 'private-column'] as const
  ).map((code) => ({ code, part: '9=x' }));
  const say = (line: Line) => toPlainText({ blocks: [{ kind: 'paragraph', line }] });

  it.each(['en', 'fr'] as const)('tell every problem from every other, in %s', (language) => {
    const { plan, tableProblem, choiceProblem } = wordsIn(language).exchange;
    const said = [...rows.map(plan.problem), ...tables.map(tableProblem), ...choices.map(choiceProblem)].map(say);
    expect(new Set(said).size).toBe(said.length);
    expect(said.every((sentence) => sentence.length > 5)).toBe(true);
  });

  it('name the limit that is passed', () => {
    const { tableProblem } = wordsIn('en').exchange;
    expect(say(tableProblem({ code: 'too-many-rows', max: 2_000 }))).toBe(
      'This file has more than 2,000 rows, the most that I read. Split it.',
    );
  });
});
