import { describe, expect, it } from 'vitest';
import { UserProblem } from '../../../src/core/errors.ts';
import { type Block, buttons, reply, verbatim } from '../../../src/core/reply.ts';
import { lineText, toPlainText } from '../../../src/core/reply-text.ts';
import type { Pending } from '../../../src/views/choose.ts';
import { refusePatientData } from '../../../src/views/guard.ts';
import { en } from '../../../src/words/en/index.ts';
import { fr } from '../../../src/words/fr/index.ts';

const certain = 'pt j.s. 67yo rm 412 w stemi';
const safer = 'pt 67yo in the hospital w stemi';
const doubtful = 'the only CJD patient in Fargo';

/** The problem that the texts are refused with, if they are. */
function refused(texts: Readonly<Record<string, string | null>>, more: Pending['args'] = {}, words = en) {
  try {
    refusePatientData(texts, { path: 'lor packet', args: { ...texts, ...more } }, words);
  } catch (error) {
    if (error instanceof UserProblem) return error;
    throw error;
  }
  return undefined;
}

function buttonsOf(next: readonly Block[] = []) {
  return next.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

describe('a text that tells who a patient is', () => {
  it('is refused with its parts named, and the form holds a safer wording', () => {
    const problem = refused({ sheet: certain });
    expect(problem).toMatchObject({ code: 'bad-value', option: 'sheet', values: { sheet: safer } });
    expect(lineText(problem?.sentence ?? [])).toBe(
      'Nothing was kept: it holds initials beside a patient and a room or bed number. A safer wording stands in its place; please read it before you send it. This is a reminder and no certificate: I know common forms of such details, not all of them.',
    );
    expect(problem?.next).toContainEqual(verbatim(safer));
  });

  it('is nowhere repeated, neither in words nor in what a button carries', () => {
    const texts = { sheet: certain, notes: 'Mrs. Olsen, MRN 00482913, admitted 3/14 with pneumonia', met: doubtful };
    const problem = refused(texts, { letter: 'L1' });
    const everything = JSON.stringify([problem?.sentence, problem?.next, problem?.values]);
    for (const detail of ['j.s.', '412', 'Olsen', '00482913', '3/14', 'CJD']) expect(everything).not.toContain(detail);
    expect(problem?.values).toMatchObject({ sheet: safer, notes: expect.stringContaining('[record number]') });
  });

  it('is refused also when it is said not to be about a patient', () => {
    expect(refused({ sheet: certain }, { patient: false })?.values).toEqual({ sheet: safer });
  });

  it('of which hardly anything can stay still has a wording, to be filled in', () => {
    const problem = refused({ sheet: 'MRN 4482913' });
    expect(problem?.values).toEqual({ sheet: '[record number]' });
    expect(toPlainText(reply(...(problem?.next ?? [])))).toContain('[record number]');
  });

  it('is told in French to whoever reads French', () => {
    const problem = refused({ sheet: 'ma patiente de 94 ans, dossier 448291' }, {}, fr);
    expect(lineText(problem?.sentence ?? []).replaceAll('\u00a0', ' ')).toContain(
      'Rien n’a été gardé : on y trouve un âge de plus de 89 ans et un numéro de dossier.',
    );
    expect(problem?.values).toEqual({ sheet: 'ma patiente de [âge], [numéro de dossier]' });
  });
});

describe('a text in doubt', () => {
  it('stays in its form, which asks whether it is about a patient', () => {
    const problem = refused({ sheet: doubtful });
    expect(problem).toMatchObject({ code: 'bad-value', option: 'sheet', values: { patient: '' } });
    expect(lineText(problem?.sentence ?? [])).toContain('by a rare diagnosis with a place.');
  });

  it('has a button that says no and goes on with all that was told', () => {
    const problem = refused({ sheet: doubtful }, { letter: 'L1', ready: true, item: null, on: undefined });
    expect(problem?.next).toEqual([
      buttons({
        label: 'Not about a patient',
        call: {
          path: 'lor packet',
          args: { sheet: doubtful, letter: 'L1', ready: 'yes', item: 'none', patient: 'no' },
        },
      }),
    ]);
  });

  it('stands beside the button where it is too long for one of some platform', () => {
    const long = `${doubtful}. ${'I wrote all notes and led the family meeting. '.repeat(5)}`.trim();
    const next = refused({ sheet: long }, { letter: 'L1' })?.next ?? [];
    expect(next[0]).toEqual(verbatim(long));
    expect(buttonsOf(next)).toHaveLength(1);
  });

  it('is kept once the member said that it is not about a patient', () => {
    expect(refused({ sheet: doubtful }, { patient: false })).toBeUndefined();
  });

  it('gets a safer wording once the member said that it is', () => {
    expect(refused({ sheet: doubtful }, { patient: true })?.values).toEqual({
      sheet: 'the only [rare diagnosis] patient in Fargo',
    });
  });

  it('waits while another one is certain', () => {
    expect(refused({ notes: doubtful, sheet: certain })).toMatchObject({ option: 'sheet', values: { sheet: safer } });
  });
});

it('a text that tells nothing passes, whatever was said of it', () => {
  const harmless = 'Led the family meeting for a patient with sepsis. Ask by Sep 23, office 412.';
  for (const patient of [undefined, false, true]) {
    expect(refused({ sheet: harmless, notes: null }, { patient })).toBeUndefined();
  }
});
