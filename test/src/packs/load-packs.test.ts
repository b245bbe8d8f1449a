import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSpecialty, loadPacks } from '../../../src/packs/load-packs.ts';
import { serviceIds } from '../../../src/packs/service.ts';

const source = new URL('../../../src/packs/', import.meta.url);
const packs = loadPacks(source);

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
  });

  it('ask for no more letters than the service of the specialty lets through', () => {
    for (const { id, service, letters } of packs.specialties)
      expect([id, (letters?.to ?? 0) <= (packs.services[service].facts.maxLettersPerProgram.value ?? 0)]).toEqual([
        id,
        true,
      ]);
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

describe('a wrong pack', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'packs-'));
    cpSync(source, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = () => loadPacks(pathToFileURL(`${folder}/`));
  const change = (file: string, find: string, by: string) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(find);
    writeFileSync(join(folder, file), text.replace(find, by));
  };

  it.each([
    [
      'a number as a word',
      'eras-2027.yaml',
      'value: 4',
      'value: four',
      /^eras-2027\.yaml:7: facts\.maxLetters.*number/u,
    ],
    ['an unknown confidence', 'eras-2027.yaml', 'confidence: high', 'confidence: sure', /^eras-2027\.yaml:8: facts\./u],
    [
      'a value nobody could confirm',
      'sf-match-2027.yaml',
      'confidence: medium',
      'confidence: unconfirmed',
      /unknown key/u,
    ],
    [
      'a source without https',
      'carms-2027.yaml',
      'https://www.afmc',
      'http://www.afmc',
      /^carms-2027\.yaml:8: .*source/u,
    ],
    ['a missing fact', 'rhythm.yaml', 'nudgesPerWriter', 'nudges', /^rhythm\.yaml:1: nudgesPerWriter: missing/u],
    ['bounds the wrong way round', 'rhythm.yaml', 'from: 42', 'from: 2', /^rhythm\.yaml:3: askLeadDays\.value: from/u],
    ['another season', 'seasons.yaml', "eras: '2027'\n", "eras: '2028'\n", 'eras-2028.yaml:1: the file is missing'],
    ['the wrong pack', 'eras-2027.yaml', 'id: eras', 'id: carms', /^eras-2027\.yaml:1: this is the pack carms 2027/u],
    ['a form of no specialty', 'eras-2027.yaml', '[dermatology,', '[skin,', /unknown specialty skin/u],
    ['one alias for two', 'specialties.yaml', "'ENT'", "'EM'", /both called em/u],
    [
      'a service of no name',
      'specialties.yaml',
      'service: sf-match',
      'service: sf',
      /^specialties\.yaml:\d+: \d+\.service/u,
    ],
    [
      'a row under the id of another',
      'facts/eras.yaml',
      'id: eras/writer-email-link',
      'id: eras/portal-replaced',
      'facts/eras.yaml:9: 1.id: eras/portal-replaced is there twice',
    ],
    [
      "a row under the id of a pack's fact",
      'facts/eras.yaml',
      'id: eras/writer-email-link',
      'id: eras/waiver-choice',
      'facts/eras.yaml:9: 1.id: eras/waiver-choice is there twice',
    ],
    [
      'a row in the file of another subject',
      'facts/eras.yaml',
      'id: eras/writer-email-link',
      'id: carms/writer-email-link',
      'facts/eras.yaml:9: 1.id: carms/writer-email-link does not begin with eras/, the name of its file',
    ],
    ['a row without a source', 'facts/eras.yaml', '  source: https', '  origin: https', /^facts\/eras\.yaml:\d+: .*/u],
    [
      'an unconfirmed row that sounds sure',
      'facts/sf-match.yaml',
      'is not confirmed',
      'is known',
      /says: an unconfirmed row says what is "not confirmed"/u,
    ],
    ['broken YAML', 'rhythm.yaml', 'value: {', 'value: { {', /^rhythm\.yaml:\d+: /u],
  ])('is refused with file and reason: %s', (_, file, find, by, message) => {
    change(file, find, by);
    expect(load).toThrow(message);
  });
});
