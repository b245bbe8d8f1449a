import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/letters/dossier.ts';
import type { Finding, MixFact, Severity } from '../../../src/letters/finding.ts';
import { closenesses, type Letter, type LetterWithWriter, type Writer } from '../../../src/letters/letter.ts';
import { checkMix } from '../../../src/letters/mix.ts';
import { stages } from '../../../src/letters/stages.ts';
import { aDossier, aProgram, packs, written } from '../../support/dossier.ts';

/** A letter of which everything is said. */
function told(id: string, writer: Partial<Writer> = {}, letter: Partial<Letter> = {}): LetterWithWriter {
  const known = { kind: 'attending', specialty: 'IM', knows: 'well', inUs: true } as const;
  return written(id, { ...known, ...writer }, { form: 'narrative', chair: false, ...letter });
}

const surgeon = { specialty: 'General surgery' };
const chair = told('chair', { kind: 'chair' }, { chair: true, form: 'im-sel' });

function check(letters: readonly LetterWithWriter[], more: Partial<Dossier> = {}) {
  return checkMix(aDossier({ letters, specialties: ['IM'], img: false, ...more }));
}

/** What is found for the first specialty: the kind of finding, and how much it matters. */
function found(...args: Parameters<typeof check>): Readonly<Record<string, Severity>> {
  return bySort(check(...args).specialties[0]?.findings ?? []);
}

function general(...args: Parameters<typeof check>): Readonly<Record<string, Severity>> {
  return bySort(check(...args).general);
}

function bySort(findings: readonly Finding[]): Readonly<Record<string, Severity>> {
  return Object.fromEntries(findings.map(({ fact, severity }) => [nameOf(fact), severity]));
}

function nameOf(fact: MixFact): string {
  return fact.code === 'sort' || fact.code === 'too-many' ? `${fact.code} ${fact.need.sought.kind}` : fact.code;
}

function finding(code: string, ...args: Parameters<typeof check>): Finding | undefined {
  const { specialties, general: rest } = check(...args);
  return [...(specialties[0]?.findings ?? []), ...rest].find(({ fact }) => nameOf(fact) === code);
}

describe('the check of a set of letters', () => {
  it('finds nothing to do in a whole set', () => {
    const letters = [told('one'), told('two'), chair, told('three', surgeon)];
    expect(found(letters)).toEqual({
      count: 'fine',
      'sort form': 'fine',
      'sort own': 'fine',
      'sort department': 'fine',
      'sort core': 'fine',
    });
    expect(general(letters)).toEqual({ secured: 'fine' });
  });

  it('counts letters of the specialty, and names its row', () => {
    expect(finding('sort own', [told('one'), told('two', surgeon)])).toMatchObject({
      severity: 'missing',
      row: 'specialty/internal-medicine',
      fact: { wanted: 2, have: 1, unsaid: [] },
    });
    expect(packs.rows.has('specialty/internal-medicine')).toBe(true);
  });

  it('does not guess the field of a writer, and asks for it where it decides', () => {
    const unsaid = told('two', { specialty: null });
    expect(finding('sort own', [told('one'), unsaid])).toMatchObject({
      severity: 'unknown',
      fact: { have: 1, unsaid: ['two'] },
    });
    expect(found([unsaid])['sort own']).toBe('missing');
    expect(found([told('one'), told('three'), unsaid])['sort own']).toBe('fine');
  });

  it('finds fewer letters than are usual, planned ones counted and gone ones not', () => {
    const letters = [
      told('one'),
      told('two', {}, { stage: 'planned' }),
      told('no', {}, { stage: 'declined' }),
      told('gone', {}, { stage: 'dropped' }),
    ];
    expect(finding('count', letters)).toMatchObject({ severity: 'missing', fact: { have: 2, from: 3, to: 4 } });
  });

  it('finds the missing form, and asks where no form is said', () => {
    const em = { specialties: ['EM'] };
    const without = [told('one', { specialty: 'EM' }), told('two', { specialty: 'EM' })];
    expect(finding('sort form', without, em)).toMatchObject({
      severity: 'missing',
      row: 'specialty/emergency-medicine',
      fact: { need: { sought: { form: 'em-esloe' } }, have: 0, wanted: 1 },
    });
    expect(found([told('one', {}, { form: null })], em)['sort form']).toBe('unknown');
    const sloe = told('sloe', { specialty: 'EM' }, { form: 'em-esloe' });
    expect(finding('sort form', [sloe], em)).toMatchObject({ severity: 'consider', fact: { have: 1, wanted: 2 } });
  });

  it('finds more letters of a sort than are of use', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => told(id, { specialty: 'EM' }, { form: 'em-esloe' }));
    expect(found(four, { specialties: ['EM'] })['too-many own']).toBe('consider');
    const mentors = ['a', 'b'].map((id) => told(id, { kind: 'research-mentor' }));
    expect(found(mentors)['too-many research']).toBe('consider');
  });

  it('finds that a department letter is expected and none is planned', () => {
    expect(found([told('one')], { specialties: ['general surgery'] })['sort department']).toBe('missing');
    expect(found([told('one')], { specialties: ['psych'] })).not.toHaveProperty(['sort department']);
    const elsewhere = told('chair', { kind: 'chair', specialty: 'psychiatry' }, { chair: true });
    expect(found([elsewhere])['sort department']).toBe('missing');
  });

  it('holds a chair who hardly knows the member against a personal letter, and says where it is asked for anyway', () => {
    const distant = told('chair', { kind: 'chair', knows: 'hardly' }, { chair: null });
    const fact = (specialty: string) => finding('chair-hardly-knows', [distant], { specialties: [specialty] })?.fact;
    expect(fact('IM')).toMatchObject({ letters: ['chair'], asked: true });
    expect(fact('psych')).toMatchObject({ letters: ['chair'], asked: false });
    expect(general([distant])).not.toHaveProperty(['hardly-knows']);
    expect(general([told('one', { knows: 'hardly' })])).toHaveProperty(['hardly-knows'], 'consider');
  });

  it('says whether the set depends on a lukewarm letter', () => {
    const lukewarm = told('luke', {}, { answer: 'lukewarm' });
    const fact = (more: readonly LetterWithWriter[]) => finding('lukewarm', [lukewarm, ...more])?.fact;
    expect(fact([told('a'), told('b')])).toMatchObject({ letters: ['luke'], needed: true });
    expect(fact([told('a'), told('b'), told('c')])).toMatchObject({ needed: false });
  });

  it('finds the second letter of whoever writes the form of OB-GYN, and nowhere else', () => {
    const letters = [told('sloe', { id: 'A' }, { form: 'ob-gyn-sloe' }), told('story', { id: 'A' })];
    expect(finding('second-of-form-writer', letters, { specialties: ['OB-GYN'] })?.fact).toMatchObject({
      letters: ['story'],
    });
    expect(found(letters)).not.toHaveProperty(['second-of-form-writer']);
  });

  it('never calls missing what rests on a source of little weight', () => {
    expect(packs.rows.get('specialty/otolaryngology')?.confidence).toBe('low');
    const severities = Object.values(found([told('one')], { specialties: ['ENT'] }));
    expect(severities).toContain('consider');
    expect(severities).not.toContain('missing');
  });

  it('takes the general advice where nothing is known of a specialty, and says so', () => {
    const because = (specialty: string) => finding('no-advice', [told('one')], { specialties: [specialty] })?.fact;
    expect(because('neurology')).toMatchObject({ because: 'unconfirmed' });
    expect(because('alchemy')).toMatchObject({ because: 'unknown-specialty' });
    expect(finding('sort own', [told('one')], { specialties: ['neurology'] })).toMatchObject({ row: 'customs/mix' });
    expect(finding('count', [], { specialties: ['neurology'] })).toMatchObject({ row: 'customs/letter-count' });
  });

  it('says nothing of American customs to whoever applies in CaRMS', () => {
    const carms = { service: 'carms', specialties: ['FM'], img: null } as const;
    expect(found([told('one', {}, { service: 'carms' })], carms)).toEqual({
      'no-advice': 'unknown',
      'sort form': 'missing',
    });
    expect(general([told('one')], carms)).not.toHaveProperty(['img-unsaid']);
  });

  it('does not count letters for another service, specialty or season', () => {
    const letters = [
      told('eras', {}, { service: 'eras' }),
      told('carms', {}, { service: 'carms' }),
      told('neuro', {}, { specialty: 'Neurology' }),
      told('old', {}, { service: 'eras', season: '2026' }),
    ];
    expect(finding('count', letters)?.fact).toMatchObject({ have: 1 });
    expect(finding('secured', letters)?.fact).toMatchObject({ have: 3 });
  });

  it('looks for a writer in the United States only for an international graduate, and asks who is one', () => {
    const abroad = told('abroad', { inUs: false });
    expect(general([abroad], { img: true })['us-writers']).toBe('missing');
    expect(general([abroad, told('who', { inUs: null })], { img: true })['us-writers']).toBe('unknown');
    expect(general([abroad, told('here')], { img: true })['us-writers']).toBe('fine');
    expect(general([abroad], { img: null })).toMatchObject({ 'img-unsaid': 'unknown' });
    expect(general([abroad])).not.toHaveProperty(['us-writers']);
  });

  it('counts people who said yes, each once', () => {
    const letters = [told('one'), told('more', { id: 'ONE' }), told('asked', {}, { stage: 'asked' })];
    expect(finding('secured', letters)).toMatchObject({ severity: 'consider', fact: { have: 1, wanted: 4 } });
  });

  it('checks each specialty of the settings, else those of the programs, else asks', () => {
    const specialties = (more: Partial<Dossier>) => check([], more).specialties.map(({ specialty }) => specialty);
    expect(specialties({ specialties: ['IM', 'psych'] })).toEqual(['IM', 'psych']);
    const programs = ['IM', 'Internal medicine', null, 'EM'].map((specialty, index) =>
      aProgram(`p${index}`, { specialty }),
    );
    expect(specialties({ specialties: [], programs })).toHaveLength(2);
    expect(general([], { specialties: [] })['specialty-unsaid']).toBe('unknown');
  });

  it('decides nothing that turns on what is not said', () => {
    const bare = fc.record({
      stage: fc.constantFrom(...stages),
      knows: fc.option(fc.constantFrom(...closenesses), { nil: null }),
    });
    const specialty = fc.constantFrom(...packs.specialties.map(({ name }) => name), 'alchemy');
    fc.assert(
      fc.property(fc.array(bare, { maxLength: 6 }), specialty, (drawn, called) => {
        const letters = drawn.map(({ stage, knows }, index) => written(`l${index}`, { knows }, { stage }));
        const { specialties, general: rest } = check(letters, { specialties: [called], img: null });
        for (const { severity, fact } of [...(specialties[0]?.findings ?? []), ...rest]) {
          // Of these letters neither form nor field is known: what turns on them is asked for, never decided.
          if (fact.code !== 'sort') continue;
          if (fact.have >= fact.wanted) expect(severity).toBe('fine');
          else if (fact.have + fact.unsaid.length >= fact.wanted) expect(severity).toBe('unknown');
          else expect(['missing', 'consider']).toContain(severity);
        }
      }),
    );
  });
});
