import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/dates/calendar.ts';
import type { Dossier } from '../../../src/letters/dossier.ts';
import type { Letter, LetterWithWriter, Writer } from '../../../src/letters/letter.ts';
import type { Program, ProgramNeeds } from '../../../src/letters/program.ts';
import { changesAnything, type Proposal, propose, proposeFor, withProposal } from '../../../src/letters/propose.ts';
import { aDossier, aProgram, packsWith, sourced, today, unconfirmed, written } from '../../support/dossier.ts';

const im = { specialty: 'Internal medicine', service: 'eras' } as const;
const unasked: ProgramNeeds = { letters: null, most: null, own: null, chair: null, form: null };

/** A letter by an internist, as most programs of the field want it. */
function internist(id: string, writer: Partial<Writer> = {}, letter: Partial<Letter> = {}): LetterWithWriter {
  return written(id, { specialty: 'IM', kind: 'attending', ...writer }, { service: 'eras', ...letter });
}

function surgeon(id: string, writer: Partial<Writer> = {}, letter: Partial<Letter> = {}): LetterWithWriter {
  return internist(id, { specialty: 'general surgery', ...writer }, letter);
}

const chair = internist('chair', { kind: 'chair' });
const mentor = internist('mentor', { kind: 'research-mentor' });

function proposal(program: Program, letters: readonly LetterWithWriter[], more: Partial<Dossier> = {}): Proposal {
  return proposeFor(program, aDossier({ letters, programs: [program], ...more }));
}

/** The letters proposed, by their ids. */
function chosen(...args: Parameters<typeof proposal>): string {
  return proposal(...args)
    .letters.map(({ letter }) => letter)
    .sort()
    .join(' ');
}

describe('a proposal', () => {
  it('sends the research letter to the academic program, and a clinical one in its place to the community program', () => {
    const letters = [internist('one'), internist('two'), chair, surgeon('three'), mentor];
    const programs = [
      aProgram('university', { ...im, setting: 'academic' }),
      aProgram('mercy', { ...im, setting: 'community' }),
    ];
    const [academic, community] = propose(aDossier({ letters, programs }));
    expect(academic?.letters.map(({ letter }) => letter)).toContain('mentor');
    expect(community?.letters.map(({ letter }) => letter)).toEqual(['one', 'two', 'chair', 'three']);
    expect(community?.aside).toEqual([
      { letter: 'mentor', reasons: expect.arrayContaining([{ code: 'research-at-community' }]) },
    ]);
  });

  it('leaves the fourth place open rather than fill it with a lukewarm letter', () => {
    const letters = [internist('one'), internist('two'), chair, surgeon('three', {}, { answer: 'lukewarm' })];
    expect(chosen(aProgram('mercy', im), letters)).toBe('chair one two');
  });

  it('takes a lukewarm letter where a number is asked for that is not reached without it', () => {
    const letters = [internist('one'), chair, surgeon('three', {}, { answer: 'lukewarm' })];
    expect(chosen(aProgram('mercy', im), letters)).toBe('chair one three');
  });

  it('never proposes a letter that nobody said yes to, and leaves one where the member put it', () => {
    const letters = [internist('asked', {}, { stage: 'asked' }), internist('planned', {}, { stage: 'planned' })];
    expect(chosen(aProgram('mercy', im), letters)).toBe('');
    const kept = proposal(aProgram('mercy', im, ['asked']), letters);
    expect(kept.letters).toEqual([
      { letter: 'asked', kept: true, reasons: expect.arrayContaining([{ code: 'put-by-hand', stage: 'asked' }]) },
    ]);
  });

  it('counts letters that are on the way, after those that are in', () => {
    const way = internist('way', {}, { stage: 'requested' });
    expect(chosen(aProgram('mercy', im), [way, internist('here')])).toBe('here way');
    const needs = { ...unasked, letters: 1, most: 1 };
    expect(chosen(aProgram('mercy', { ...im, needs }), [way, internist('here')])).toBe('here');
  });

  it('keeps what is locked, and says why', () => {
    const letters = [
      internist('weak', { knows: 'hardly' }),
      internist('one'),
      internist('two'),
      chair,
      surgeon('three'),
    ];
    const applied = aProgram('mercy', { ...im, applied: '2026-08-31' }, ['weak']);
    const [first] = proposal(applied, letters).letters;
    expect(first).toMatchObject({ letter: 'weak', kept: true, reasons: [{ code: 'locked' }, {}, {}, {}] });
    expect(proposal(applied, letters).off).toEqual([]);
    expect(proposal(aProgram('mercy', im, ['weak']), letters).off).toMatchObject([{ letter: 'weak' }]);
  });

  it('counts the place of a locked letter that is gone as lost', () => {
    const letters = [internist('gone', {}, { stage: 'dropped' }), ...['a', 'b', 'c', 'd'].map((id) => internist(id))];
    const applied = aProgram('mercy', { ...im, applied: '2026-08-31' }, ['gone']);
    expect(chosen(applied, letters)).toBe('a b c gone');
  });

  it('stays within a cap that is not confirmed as well', () => {
    const letters = ['a', 'b', 'c', 'd'].map((id) => written(id, {}, { service: 'carms' }));
    expect(chosen(aProgram('queen’s', { service: 'carms', specialty: 'IM' }), letters)).toBe('a b c');
  });

  it('goes beyond what is usual only as far as a program asks, where no cap is known', () => {
    const letters = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => internist(id));
    expect(chosen(aProgram('mercy', { specialty: 'IM' }), letters)).toBe('a b c d');
    expect(chosen(aProgram('mercy', { specialty: 'IM', needs: { ...unasked, letters: 5 } }), letters)).toBe(
      'a b c d e',
    );
    const given = packsWith('eras', { maxLettersPerProgram: unconfirmed });
    expect(chosen(aProgram('mercy', im), letters, { packs: given })).toBe('a b c d');
  });

  it('leaves out letters for another service, season or specialty, and takes General ones', () => {
    const letters = [
      internist('general'),
      internist('labelled', {}, { specialty: 'IM' }),
      internist('canadian', {}, { service: 'carms' }),
      internist('old', {}, { season: '2026' }),
      internist('other', {}, { specialty: 'Neurology' }),
      internist('declined', {}, { stage: 'declined' }),
    ];
    expect(chosen(aProgram('mercy', im), letters)).toBe('general labelled');
    const assigned = aProgram('mercy', im, ['canadian', 'old', 'other', 'declined', 'vanished']);
    expect(proposal(assigned, letters).off.map(({ letter, reasons }) => [letter, reasons[0]?.code])).toEqual([
      ['canadian', 'other-service'],
      ['old', 'other-season'],
      ['other', 'other-specialty'],
      ['declined', 'gone'],
      ['vanished', 'removed'],
    ]);
  });

  it('takes one letter of whoever writes the form of OB-GYN', () => {
    const field = { specialty: 'OB-GYN' };
    const letters = [
      written('sloe', { ...field, id: 'A' }, { form: 'ob-gyn-sloe' }),
      written('story', { ...field, id: 'A' }, { form: 'narrative' }),
      written('two', field),
    ];
    const program = aProgram('mercy', { specialty: 'OB-GYN', service: 'residencycas' });
    expect(chosen(program, letters)).toBe('sloe two');
    expect(
      proposal(program, letters).missing.map((one) => (one.code === 'sought' ? one.need.sought.kind : one.code)),
    ).toEqual(['own', 'other', 'letters']);
  });

  it('takes the forms of a discipline in CaRMS before free letters', () => {
    const program = aProgram('laval', { specialty: 'Family medicine', service: 'carms' });
    const letters = [
      written('free', { knows: 'well' }, { form: 'narrative' }),
      ...['a', 'b', 'c'].map((id) => written(id, {}, { form: 'carms-structured' })),
    ];
    expect(chosen(program, letters)).toBe('a b c');
  });

  it('prefers writers in the United States for an international graduate, and for nobody else', () => {
    const needs = { ...unasked, letters: 1, most: 1 };
    const program = aProgram('mercy', { ...im, needs });
    const letters = [internist('abroad', { inUs: false, knows: 'well' }), internist('here', { inUs: true })];
    expect(chosen(program, letters, { img: true })).toBe('here');
    expect(chosen(program, letters, { img: false })).toBe('abroad');
  });

  it('puts an imported letter behind one of this season', () => {
    const needs = { ...unasked, letters: 1, most: 1 };
    const letters = [internist('old', { knows: 'well' }, { original: '2024-09-10' }), internist('fresh')];
    expect(chosen(aProgram('mercy', { ...im, needs }), letters)).toBe('fresh');
  });

  it('keeps what is assigned where nothing else decides', () => {
    const needs = { ...unasked, letters: 2, most: 2 };
    const letters = ['a', 'b', 'c', 'd'].map((id) => internist(id));
    expect(chosen(aProgram('mercy', { ...im, needs }, ['c', 'd']), letters)).toBe('c d');
    expect(chosen(aProgram('mercy', { ...im, needs }), letters)).toBe('a b');
  });

  it('says what is asked for and not there, and who asks', () => {
    const needs = { ...unasked, own: 3, letters: 4 };
    const { missing } = proposal(aProgram('mercy', { ...im, needs }), [internist('one'), written('two')]);
    expect(missing).toMatchObject([
      { code: 'sought', need: { sought: { kind: 'own' }, by: 'program' }, have: 1, unsaid: 1 },
      { code: 'sought', need: { sought: { kind: 'department' }, by: { row: 'specialty/internal-medicine' } }, have: 0 },
      { code: 'letters', have: 2, min: 4, by: 'program' },
    ]);
    const nameless = aProgram('mercy', { service: 'eras', needs: { ...unasked, own: 1 } });
    expect(proposal(nameless, [internist('one')]).missing).toEqual([{ code: 'program-specialty-unsaid' }]);
  });

  it('adds with the day and keeps the days of what stays', () => {
    const program = aProgram('mercy', im, ['one', 'vanished']);
    const made = proposal(program, [internist('one'), internist('two')]);
    expect(changesAnything(made)).toBe(true);
    const on = addDays(today, 1);
    expect(withProposal(program, made, on).letters).toEqual([
      { letter: 'one', on: '2026-08-31' },
      { letter: 'two', on },
    ]);
  });

  it('keeps a completed letter where completing locks, and moves the others', () => {
    const given = packsWith('eras', { assignmentLock: sourced('on-completing', 'high') });
    const letters = [
      internist('done', {}, { answer: 'lukewarm' }),
      internist('way', {}, { answer: 'lukewarm', stage: 'requested' }),
      ...['a', 'b', 'c'].map((id) => internist(id)),
      chair,
    ];
    const program = aProgram('mercy', im, ['done', 'way']);
    expect(proposal(program, letters, { packs: given }).off.map(({ letter }) => letter)).toEqual(['way']);
  });
});
