import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/drafts/address.ts';
import { mailString } from '../../../src/drafts/mail-text.ts';
import type { WriterKind } from '../../../src/letters/letter.ts';
import { mails as en } from '../../../src/words/en/mails/index.ts';
import { mails as fr } from '../../../src/words/fr/mails/index.ts';

function spoken(words: typeof en, name: string, title: string | null = null, kind: WriterKind | null = null): string {
  const { honorific, name: called } = addressOf({ name, title, kind });
  return honorific === null ? called : mailString(words.address(honorific, called));
}

describe('a writer is addressed', () => {
  it.each([
    ['Dr. Chen', 'Dr. Chen'],
    ['dr chen', 'Dr. chen'],
    ['Dr. Sarah Chen', 'Dr. Chen'],
    ['Dr. Sarah J. Chen, MD, PhD', 'Dr. Chen'],
    ['Sarah Chen, MD', 'Dr. Chen'],
    ['Sarah Chen MD', 'Dr. Chen'],
    ['Chen MD', 'Dr. Chen'],
    ['Sarah Chen, Ph.D.', 'Dr. Chen'],
    ['Chen, Sarah, MD', 'Dr. Chen'],
    ['Dr. Chen, Cardiology', 'Dr. Chen'],
    ['Doctor O’Brien', 'Dr. O’Brien'],
    ['Dre Élise Roy', 'Dr. Roy'],
    ['Prof. Núñez', 'Prof. Núñez'],
    ['Prof. Dr. Anna Müller', 'Prof. Müller'],
    ['Professor Maria Núñez', 'Professor Núñez'],
    ['Dr. John Smith Jr.', 'Dr. Smith'],
    ['Dr. Anh Do', 'Dr. Do'],
    ['Dr. ANH DO', 'Dr. DO'],
    ['Dr. J. R. Lee-Park', 'Dr. Lee-Park'],
    ['Dr. Maria de la Cruz', 'Dr. de la Cruz'],
    ['Dr. Ludwig van der Berg', 'Dr. van der Berg'],
  ])('%s as %s, by title and family name', (name, expected) => {
    expect(spoken(en, name)).toBe(expected);
  });

  it.each([
    ['Dr. Gabriel García Márquez', 'Dr. Gabriel García Márquez'],
    ['Dr. Nguyen Van An', 'Dr. Nguyen Van An'],
    ['Dr. Peter Van Houten', 'Dr. Peter Van Houten'],
    ['DR. ANA LOPEZ DIAZ', 'Dr. ANA LOPEZ DIAZ'],
  ])('%s by the whole name, where the family name is not sure', (name, expected) => {
    expect(spoken(en, name)).toBe(expected);
  });

  it.each([
    'Sarah Chen',
    'Chen',
    'Sarah Chen, RN',
    'Ms. Jane Lee',
    '陈伟',
    'Dr. 陈伟',
    'Д-р Анна Иванова',
    'Dr. Chen / Dr. Lee',
    'Dr. Chen (cards)',
    'Dr.',
    'constructor __proto__',
  ])('%s as the name is given, where no title is known or the name is of another kind', (name) => {
    expect(spoken(en, name)).toBe(name);
  });

  it('at once, however long the name is', () => {
    for (const part of ['x', 'Dr. ', 'MD, ', 'A.-', ',', 'de ']) {
      const name = part.repeat(10_000);
      expect(addressOf({ name, title: name, kind: null }).name.length).toBeLessThanOrEqual(name.length);
    }
  });

  it('with a title that the title field or the kind tells, and with no other', () => {
    expect(spoken(en, 'Sarah Chen', 'MD, Associate Professor')).toBe('Dr. Chen');
    expect(spoken(en, 'Sarah Chen', 'Professor of Medicine')).toBe('Professor Chen');
    expect(spoken(en, 'Sarah Chen', null, 'attending')).toBe('Dr. Chen');
    expect(spoken(en, 'Sarah Chen', 'Associate Professor', 'research-mentor')).toBe('Sarah Chen');
  });

  it('in French by the title that was typed, and with a gap where a gender would be guessed', () => {
    expect(spoken(fr, 'Dre Élise Roy')).toBe('Dre Roy');
    expect(spoken(fr, 'Dr Marc Roy')).toBe('Dr Roy');
    expect(spoken(fr, 'Docteure Roy')).toBe('Docteure Roy');
    expect(spoken(fr, 'Dra. Núñez')).toBe('Dre Núñez');
    expect(spoken(fr, 'Prof. Núñez')).toBe('Prof. Núñez');
    expect(spoken(fr, 'Professor Núñez')).toBe('Prof. Núñez');
    for (const name of ['Dr. Chen', 'Doctor Chen', 'Wei Chen, MD']) expect(spoken(fr, name)).toBe('[Dr ou Dre] Chen');
    expect(spoken(fr, 'Élise Roy')).toBe('Élise Roy');
  });
});
