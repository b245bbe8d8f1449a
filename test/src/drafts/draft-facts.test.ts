import { describe, expect, it } from 'vitest';
import { gatherFacts, type Told } from '../../../src/drafts/draft-facts.ts';
import type { Letter, Writer } from '../../../src/letters/letter.ts';
import { loadPacks } from '../../../src/packs/load-packs.ts';
import { mails as en } from '../../../src/words/en/mails/index.ts';
import { mails as fr } from '../../../src/words/fr/mails/index.ts';

const packs = loadPacks(new URL('../../../src/packs/', import.meta.url));

const told: Told = {
  today: '2027-08-20',
  uploadBy: '2027-09-16',
  reason: null,
  retreat: null,
  outcome: null,
  name: 'Maya Lopez',
  closing: null,
};

const writer: Writer = {
  id: 'W1',
  member: 'M1',
  name: 'Dr. Chen',
  title: null,
  kind: 'attending',
  met: null,
  email: null,
  notes: null,
  specialty: null,
  inUs: null,
  knows: null,
  rotationEnds: null,
};

const letter: Letter = {
  id: 'L1',
  member: 'M1',
  writer: 'W1',
  service: 'eras',
  season: null,
  specialty: null,
  form: null,
  chair: null,
  waived: true,
  due: '2027-09-23',
  stage: 'agreed',
  answer: 'strong',
  reached: {},
  packet: {},
  sheet: null,
  nudges: [],
  thanked: null,
  told: null,
  original: null,
  backup: null,
};

function gathered(more: Partial<Letter>) {
  return gatherFacts({ letter: { ...letter, ...more }, writer }, packs, told);
}

describe('the facts of a mail', () => {
  it('are those of the letter and the writer, with what the member said', () => {
    expect(gathered({})).toMatchObject({ ...told, writer: { name: 'Dr. Chen' }, letter: { due: '2027-09-23' } });
  });

  it('have the way of the request in a season that there are rules for, and in no other', () => {
    expect(gathered({}).route).toEqual({ kind: 'aamc-portal', guest: true });
    expect(gathered({ season: '2027' }).route).toEqual({ kind: 'aamc-portal', guest: true });
    expect(gathered({ season: '2028' }).route).toEqual({ kind: 'aamc-portal', guest: true });
    expect(gathered({ season: '2026' }).route).toBeNull();
    expect(gathered({ service: 'sf-match' }).route).toBeNull();
    expect(gathered({ service: null }).route).toBeNull();
  });

  it('have a specialty in full where it is known, and else as the member calls it', () => {
    expect(gathered({ specialty: 'EM' }).specialty).toMatchObject({
      id: 'emergency-medicine',
      name: 'Emergency medicine',
    });
    expect(gathered({ specialty: 'Space medicine' }).specialty).toEqual({ id: null, name: 'Space medicine' });
    expect(gathered({}).specialty).toBeNull();
  });

  it('name a form where the letter is written on one', () => {
    expect(gathered({ form: 'em-esloe' }).form).toMatchObject({ id: 'em-esloe', name: 'EM eSLOE' });
    for (const form of ['narrative', 'unheard-of', null]) expect(gathered({ form }).form).toBeNull();
  });

  it('have a French name for every specialty and every form, and none for what there is not', () => {
    const standardized = packs.forms.filter(({ kind }) => kind === 'standardized').map(({ id }) => id);
    const specialties = packs.specialties.map(({ id }) => id);
    expect(Object.keys(fr.specialties).sort()).toEqual([...specialties].sort());
    expect(Object.keys(fr.forms).sort()).toEqual([...standardized].sort());
    expect(Object.keys(en.specialties).filter((id) => !specialties.includes(id))).toEqual([]);
  });

  it('know of a waiver only where the service has that choice', () => {
    expect(gathered({}).letter.waived).toBe(true);
    expect(gathered({ service: null }).letter.waived).toBe(true);
    expect(gathered({ service: 'carms' }).letter.waived).toBeNull();
  });
});
