import { describe, expect, it } from 'vitest';
import { assign, markApplied, unassign } from '../../../src/letters/assignment.ts';
import type { Letter } from '../../../src/letters/letter.ts';
import type { Program } from '../../../src/letters/program.ts';
import type { Rules } from '../../../src/letters/program-rules.ts';
import type { Stage } from '../../../src/letters/stages.ts';
import type { Packs } from '../../../src/packs/pack.ts';
import type { ServiceId } from '../../../src/packs/service.ts';
import { aProgram, packs, packsWith, sourced, today, unconfirmed, written } from '../../support/dossier.ts';

const four = ['one', 'two', 'three', 'four'];

function rules(given: Packs = packs): Rules {
  return { packs: given, today };
}

function codes(outcome: ReturnType<typeof assign>): readonly string[] {
  return outcome.kind === 'refused' ? [`refused: ${outcome.refusal.code}`] : outcome.warnings.map(({ code }) => code);
}

/** What is said when one more letter goes to a program of a service. */
function assigned(
  service: ServiceId | null,
  { letter = {}, program = {}, letters = [] as readonly string[], given = packs } = {} as {
    letter?: Partial<Letter>;
    program?: Partial<Program>;
    letters?: readonly string[];
    given?: Packs;
  },
) {
  return assign(aProgram('mercy', { service, ...program }, letters), written('chen', {}, letter), rules(given));
}

describe('assigning a letter', () => {
  it('keeps it with the day, and changes nothing else', () => {
    const program = aProgram('mercy', { service: 'eras' }, ['one']);
    const outcome = assign(program, written('chen'), rules());
    expect(outcome).toMatchObject({
      kind: 'done',
      program: { ...program, letters: [...program.letters, { letter: 'chen', on: today }] },
    });
  });

  it('is refused above a cap that is sure, with the rule', () => {
    const outcome = assigned('eras', { letters: four });
    expect(outcome).toEqual({
      kind: 'refused',
      refusal: {
        code: 'full',
        cap: { letters: 4, confirmed: true, season: '2027', row: 'eras/max-letters-per-program' },
      },
    });
    expect(packs.rows.get('eras/max-letters-per-program')?.confidence).toBe('high');
    expect(codes(assigned('eras', { letters: four.slice(1) }))).not.toContain('refused: full');
  });

  it('is refused above the cap after the application as before it', () => {
    expect(codes(assigned('eras', { letters: four, program: { applied: '2026-08-31' } }))).toEqual(['refused: full']);
    expect(codes(assigned('eras', { letters: ['one'], program: { applied: '2026-08-31' } }))).toEqual(['locks']);
  });

  it('is only warned of above a cap that is not sure, with the season that its source spoke about', () => {
    const outcome = assigned('carms', { letters: four.slice(1) });
    expect(outcome).toMatchObject({
      kind: 'done',
      warnings: [{ code: 'over-unconfirmed-cap', have: 4, cap: { letters: 3, season: '2023 and 2024 matches' } }],
    });
    expect(codes(assigned('carms', { letters: four.slice(2) }))).toEqual([]);
  });

  it('has no cap where none is known, and says so', () => {
    const many = [...four, 'five', 'six'];
    expect(assigned(null, { letters: many })).toMatchObject({
      warnings: [{ code: 'cap-unknown', because: 'service-unsaid' }],
    });
    const given = packsWith('carms', { maxLettersPerProgram: unconfirmed });
    expect(assigned('carms', { letters: many, given })).toMatchObject({
      warnings: [{ code: 'cap-unknown', because: 'unconfirmed' }],
    });
  });

  it('goes by the rules of the season of the program', () => {
    const [first, second] = packs.seasons.eras;
    if (!second) throw new Error('two seasons of ERAS are expected');
    const later = { ...second, facts: { ...second.facts, maxLettersPerProgram: sourced(2, 'high') } };
    const given: Packs = { ...packs, seasons: { ...packs.seasons, eras: [first, later] } };
    const letters = ['one', 'two'];
    const letter = { season: second.season };
    expect(codes(assigned('eras', { letters, given, letter, program: letter }))).toEqual(['refused: full']);
    expect(codes(assigned('eras', { letters, given }))).toEqual(['locks']);
  });

  it('warns of more letters than the program reads', () => {
    const needs = { letters: 3, most: 3, own: null, chair: null, form: null };
    expect(assigned('eras', { letters: four.slice(1), program: { needs } })).toMatchObject({
      warnings: [
        { code: 'over-most', have: 4, most: 3 },
        { code: 'locks', closed: false },
      ],
    });
  });

  it('is refused twice, of a letter that is gone, and of one for another service or season', () => {
    expect(assigned('eras', { letters: ['chen'] })).toEqual({
      kind: 'refused',
      refusal: { code: 'already', on: '2026-08-31' },
    });
    expect(codes(assigned('eras', { letter: { stage: 'declined' } }))).toEqual(['refused: gone']);
    expect(codes(assigned('eras', { letter: { stage: 'dropped' } }))).toEqual(['refused: gone']);
    expect(assigned('eras', { letter: { service: 'carms' } })).toMatchObject({
      refusal: { code: 'other-service', letter: 'carms', program: 'eras' },
    });
    expect(assigned('eras', { letter: { service: 'eras', season: '2026' } })).toMatchObject({
      refusal: { code: 'other-season', letter: '2026', program: '2027' },
    });
  });

  it('takes a letter of no said service or season anywhere', () => {
    expect(codes(assigned('eras', { letter: { service: null } }))).toEqual(['locks']);
    expect(codes(assigned(null, { letter: { service: 'eras' } }))).toEqual(['cap-unknown']);
  });

  it.each([
    ['IM', 'Internal medicine', false],
    ['IM', 'IM prelim', false],
    ['Neurology', 'Transitional year', false],
    ['Neurology', 'Surgery, preliminary', false],
    [null, 'Internal medicine', false],
    ['IM', null, false],
    ['Neurology', 'Internal medicine', true],
    ['IM prelim', 'Internal medicine', true],
    ['Space medicine', 'space-medicine', false],
    ['Space medicine', 'Sea medicine', true],
  ])('of a letter for %s to a program in %s warns of the label: %s', (specialty, its, warns) => {
    const outcome = assigned('eras', { letter: { specialty }, program: { specialty: its } });
    expect(codes(outcome).includes('other-specialty')).toBe(warns);
  });

  it.each<[Stage, string | undefined]>([
    ['planned', 'no-yes-yet'],
    ['asked', 'no-yes-yet'],
    ['agreed', 'not-in-yet'],
    ['packet-sent', 'not-in-yet'],
    ['requested', 'not-in-yet'],
    ['uploaded', undefined],
    ['processed', undefined],
  ])('of a letter at “%s” says how far it is', (stage, code) => {
    const said = codes(assigned('eras', { letter: { stage } })).filter((one) => one.endsWith('-yet'));
    expect(said).toEqual(code === undefined ? [] : [code]);
  });

  it('says when it will lock, and that it does at once', () => {
    const locks = (service: ServiceId, letter: Partial<Letter>, program: Partial<Program> = {}) =>
      (assigned(service, { letter, program }) as { warnings: readonly { code: string; closed?: boolean }[] }).warnings
        .filter(({ code }) => code === 'locks')
        .map(({ closed }) => closed);
    expect(locks('eras', {})).toEqual([false]);
    expect(locks('eras', {}, { applied: '2026-08-31' })).toEqual([true]);
    expect(locks('residencycas', { stage: 'agreed' })).toEqual([false]);
    expect(locks('residencycas', { stage: 'uploaded' })).toEqual([true]);
    expect(locks('carms', {})).toEqual([]);
  });
});

describe('taking a letter off', () => {
  const off = (service: ServiceId | null, program: Partial<Program>, stage: Stage = 'uploaded', given: Packs = packs) =>
    unassign(
      aProgram('mercy', { service, ...program }, ['one', 'chen']),
      written('chen', {}, { stage }).letter,
      rules(given),
    );
  const surely = (when: 'on-applying' | 'on-completing') =>
    packsWith('eras', { assignmentLock: sourced(when, 'high') });
  const applied = { applied: '2026-08-31' } as const;

  it('is free before the application', () => {
    const outcome = off('eras', {});
    expect(outcome).toMatchObject({ kind: 'done', program: { letters: [{ letter: 'one' }] }, warnings: [] });
  });

  it('is refused after it where the rule is sure', () => {
    expect(off('eras', applied, 'uploaded', surely('on-applying'))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'locked', rule: { when: 'on-applying', row: 'eras/assignment-lock' } },
    });
  });

  it('only warns after it where the rule is not sure or not known', () => {
    expect(packs.seasons.eras[0].facts.assignmentLock.confidence).toBe('medium');
    expect(off('eras', applied)).toMatchObject({
      kind: 'done',
      warnings: [{ code: 'perhaps-locked', rule: { when: 'on-applying', confirmed: false } }],
    });
    expect(off('carms', applied)).toMatchObject({ warnings: [{ code: 'perhaps-locked', rule: null }] });
    expect(off(null, applied)).toMatchObject({ warnings: [{ code: 'perhaps-locked', rule: null }] });
  });

  it('is refused of a completed letter, and of no other, where completing locks', () => {
    expect(off('eras', {}, 'uploaded', surely('on-completing')).kind).toBe('refused');
    expect(off('eras', {}, 'processed', surely('on-completing')).kind).toBe('refused');
    expect(off('eras', applied, 'requested', surely('on-completing'))).toMatchObject({ kind: 'done', warnings: [] });
  });

  it('is refused of a letter that does not go there', () => {
    expect(unassign(aProgram('mercy', {}, ['one']), written('chen').letter, rules())).toEqual({
      kind: 'refused',
      refusal: { code: 'not-assigned' },
    });
  });
});

describe('noting an application', () => {
  const letters = [
    written('one').letter,
    written('two', {}, { stage: 'requested' }).letter,
    written('three', {}, { stage: 'declined' }).letter,
    written('four').letter,
  ];
  const applying = (program: Partial<Program>, sent: readonly string[]) =>
    markApplied(aProgram('mercy', { service: 'eras', ...program }, sent), today, letters, rules());
  const needs = { letters: 3, most: null, own: null, chair: null, form: null };

  it('keeps the day and all letters', () => {
    expect(applying({}, ['one', 'four'])).toMatchObject({
      kind: 'done',
      program: { applied: today, letters: [{ letter: 'one' }, { letter: 'four' }] },
      warnings: [{ code: 'letters-stay', rule: { when: 'on-applying', confirmed: false } }],
    });
  });

  it('says what is lacking, on the way or gone', () => {
    const outcome = applying({ needs }, ['one', 'two', 'three']);
    expect(outcome).toMatchObject({
      warnings: [
        { code: 'fewer-than-asked', have: 2, asked: 3 },
        { code: 'awaited', letters: ['two'] },
        { code: 'gone-assigned', letters: ['three'] },
        { code: 'letters-stay' },
      ],
    });
  });

  it('says that no letter goes there, and nothing of a lock', () => {
    expect(applying({ needs }, [])).toMatchObject({ warnings: [{ code: 'no-letters' }] });
  });

  it('is refused twice, and for a day ahead', () => {
    expect(applying({ applied: '2026-08-31' }, [])).toEqual({
      kind: 'refused',
      refusal: { code: 'applied-already', on: '2026-08-31' },
    });
    expect(markApplied(aProgram('mercy'), '2026-09-02', [], rules())).toMatchObject({
      refusal: { code: 'in-the-future' },
    });
  });
});
