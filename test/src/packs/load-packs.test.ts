import { describe, expect, it } from 'vitest';
import { findSpecialty, loadPacks } from '../../../src/packs/load-packs.ts';
import { serviceIds } from '../../../src/packs/service.ts';

const packs = loadPacks(new URL('../../../src/packs/', import.meta.url));

describe('the packs', () => {
  it('have the caps of the services', () => {
    expect(serviceIds.map((id) => packs.services[id].facts.maxLettersPerProgram.value)).toEqual([4, 3, 4, 3]);
    expect(packs.services.carms.facts.maxLettersPerProgram).toMatchObject({ season: '2023 and 2024 matches' });
  });

  it('have the figures of ERAS', () => {
    const { imgProcessingBusinessDays, processingBusinessDays, importLookBackYears } = packs.services.eras.facts;
    expect([imgProcessingBusinessDays.value, importLookBackYears.value]).toEqual([5, 7]);
    expect(processingBusinessDays).toMatchObject({ confidence: 'unconfirmed' });
    expect(processingBusinessDays.value).toBeUndefined();
  });

  it('have the rhythm of asking', () => {
    const { askLeadDays, nudgeWindowDays, nudgesPerWriter, statusCheckDays } = packs.rhythm;
    expect(askLeadDays.value).toEqual({ from: 42, to: 28 });
    expect(nudgeWindowDays.value).toEqual({ from: 14, to: 7 });
    expect([nudgesPerWriter.value, statusCheckDays.value]).toEqual([1, 7]);
    expect(packs.rhythm.backupDays.value).toEqual({ lineUp: 21, nudge: 14, activate: 7 });
    expect(packs.rhythm.nudgeAgainDays.value).toBe(7);
  });

  it('have the general advice about a set of letters', () => {
    const { letterCount, writersToSecure, mix, coreRotations } = packs.customs;
    expect([letterCount.value, writersToSecure.value]).toEqual([{ from: 3, to: 4 }, 4]);
    expect(mix).toMatchObject({ value: { own: 2, core: 1, optionalResearch: 1 }, source: 'common advice' });
    expect(coreRotations.value).toContain('internal-medicine');
  });

  it('have the fields of the request form of ERAS 2027, and leave out one for a general letter', () => {
    const { requestFields, omittedForGeneral, writerGetsRequest } = packs.services.eras.facts;
    expect(requestFields.value).toEqual([
      'writer-name',
      'writer-email',
      'specialty',
      'letter-form',
      'chair-requirement',
      'waiver',
    ]);
    expect(omittedForGeneral.value).toEqual(['letter-form']);
    expect(`The writer ${writerGetsRequest.value?.en}.`).toMatch(/^The writer gets an e-mail with a link/u);
  });

  it('know of each service what locks a letter, or that nobody could confirm it', () => {
    expect(serviceIds.map((id) => packs.services[id].facts.assignmentLock.value)).toEqual([
      'on-applying',
      undefined,
      'on-completing',
      undefined,
    ]);
  });

  it('have only the words that official pages show for a status', () => {
    const words = serviceIds.flatMap((id) => packs.services[id].facts.statuses.value?.map(({ word }) => word) ?? []);
    expect(words).toContain('Confirmed for Upload');
    expect(words).not.toContain('Not Uploaded');
    expect(words).not.toContain('Not Received');
  });

  it('ask for no more letters than the service of the specialty lets through', () => {
    for (const { id, service, letters } of packs.specialties)
      expect([id, (letters?.to ?? 0) <= (packs.services[service].facts.maxLettersPerProgram.value ?? 0)]).toEqual([
        id,
        true,
      ]);
  });

  it('want no more letters of a sort than a specialty commonly takes', () => {
    const tooMany = packs.specialties.filter(({ letters, needs }) => {
      const { own, forms = [], other = 0 } = needs ?? {};
      const most = Math.max(own?.better ?? own?.min ?? 0, ...forms.map(({ min, better = min }) => better));
      return letters !== undefined && most + other > letters.to;
    });
    expect(tooMany.map(({ id }) => id)).toEqual([]);
  });

  it('count what their sentences say', () => {
    const needsOf = (called: string) => findSpecialty(packs, called)?.needs;
    expect(needsOf('IM')).toMatchObject({ own: { min: 2 }, chair: 'customary', chairForm: 'im-sel' });
    expect(needsOf('EM')).toMatchObject({ own: { atMost: 3 }, forms: [{ form: 'em-esloe', min: 1, better: 2 }] });
    expect(needsOf('OB')).toMatchObject({ own: { min: 3 }, other: 1, oneLetterOfFormWriter: true });
    expect(needsOf('surgery')).toMatchObject({ own: { min: 2, better: 3 }, chair: 'expected' });
    expect(needsOf('psych')?.own).toEqual({ min: 1, better: 2 });
    expect(needsOf('ophtho')).toBeUndefined();
  });

  it('state nothing about a specialty that nobody could confirm', () => {
    expect(findSpecialty(packs, 'neurology')).toMatchObject({ confidence: 'unconfirmed' });
    expect(findSpecialty(packs, 'plastics')?.letters).toBeUndefined();
  });
});

describe('the rows', () => {
  it('have what services, customs and specialties say', () => {
    expect(packs.rows.get('eras/max-letters-per-program')).toMatchObject({
      confidence: 'high',
      sources: ['https://www.aamc.org/services/eras-institutions/eras-letter-writers-faq'],
      season: '2027',
      checked: '2026-11-22',
    });
    expect(packs.rows.get('rhythm/nudges-per-writer')).toMatchObject({ confidence: 'medium', sources: [] });
    expect(packs.rows.get('specialty/ob-gyn')?.sources).toHaveLength(2);
    expect(packs.rows.get('sf-match/waiver-choice')).toMatchObject({ confidence: 'unconfirmed', sources: [] });
  });

  it('have the sentences of the plain rows', () => {
    expect(packs.rows.get('eras/import-free')).toMatchObject({ confidence: 'high', says: 'An import costs nothing.' });
    expect(packs.rows.get('eras/file-limits')).toMatchObject({ confidence: 'unconfirmed', sources: [] });
  });
});

describe('findSpecialty', () => {
  it.each([
    ['IM', 'internal-medicine'],
    [' em ', 'emergency-medicine'],
    ['FM', 'family-medicine'],
    ['OBGYN', 'ob-gyn'],
    ['OB/GYN', 'ob-gyn'],
    ['ob-gyn', 'ob-gyn'],
    ['Ortho', 'orthopedic-surgery'],
    ['ENT', 'otolaryngology'],
    ['PM&R', 'physical-medicine'],
    ['peds', 'pediatrics'],
    ['General Surgery', 'general-surgery'],
    ['internal-medicine', 'internal-medicine'],
  ])('%s is %s', (text, id) => {
    expect(findSpecialty(packs, text)?.id).toBe(id);
  });

  it.each(['', '  ', '&', 'astrology', 'medicine woman'])('does not know "%s"', (text) => {
    expect(findSpecialty(packs, text)).toBeUndefined();
  });
});
