import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPacks } from '../../../src/packs/load-packs.ts';

const source = new URL('../../../src/packs/', import.meta.url);

/** What stands under `ends` in eras-2027.yaml. */
const endsOfEras =
  /\n {2}ends:\n((?: {4}.*\n)+?) {4}checked/u.exec(readFileSync(new URL('eras-2027.yaml', source), 'utf8'))?.[1] ?? '';

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
      /^eras-2027\.yaml:20: facts\.maxLetters.*number/u,
    ],
    [
      'an unknown confidence',
      'eras-2027.yaml',
      'confidence: high',
      'confidence: sure',
      /^eras-2027\.yaml:21: facts\./u,
    ],
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
      /^carms-2027\.yaml:22: .*source/u,
    ],
    ['a missing fact', 'rhythm.yaml', 'nudgesPerWriter', 'nudges', /^rhythm\.yaml:1: nudgesPerWriter: missing/u],
    ['bounds the wrong way round', 'rhythm.yaml', 'from: 42', 'from: 2', /^rhythm\.yaml:3: askLeadDays\.value: from/u],
    [
      'a season without a file',
      'seasons.yaml',
      "eras: ['2027', '2028']",
      "eras: ['2027', '2029']",
      'eras-2029.yaml:1: the file is missing',
    ],
    [
      'seasons out of order',
      'seasons.yaml',
      "eras: ['2027', '2028']",
      "eras: ['2028', '2027']",
      /^seasons\.yaml:3: eras: .*oldest first/u,
    ],
    [
      'a season that is no year',
      'seasons.yaml',
      "carms: ['2027'",
      "carms: ['soon'",
      /^seasons\.yaml:4: carms\.0: not the year/u,
    ],
    [
      'a service without a season',
      'seasons.yaml',
      "sf-match: ['2027', '2028']",
      'sf-match: []',
      /^seasons\.yaml:6: sf-match: empty/u,
    ],
    [
      'a day that does not exist',
      'eras-2027.yaml',
      '2027-05-31',
      '2027-05-32',
      /^eras-2027\.yaml:14: facts\.ends\.value: not a day/u,
    ],
    [
      'an end before the opening',
      'eras-2028.yaml',
      '2028-05-31',
      '2027-06-01',
      /^eras-2028\.yaml:15: facts\.ends\.value: the season ends before it opens/u,
    ],
    [
      'an end before that of the season before it',
      'sf-match-2027.yaml',
      '2027-05-31',
      '2028-05-31',
      /^sf-match-2028\.yaml:15: facts\.ends\.value: the season before it ends on 2028-05-31/u,
    ],
    [
      'a season without an end that another one follows',
      'eras-2027.yaml',
      endsOfEras,
      '    confidence: unconfirmed\n',
      /^eras-2027\.yaml:14: facts\.ends: a season that another one follows/u,
    ],
    [
      'a field of no request form',
      'eras-2027.yaml',
      'chair-requirement',
      'favourite-colour',
      /^eras-2027\.yaml:\d+: facts\.requestFields\.value\.4/u,
    ],
    [
      'a field that is there twice',
      'eras-2027.yaml',
      'writer-name, writer-email',
      'writer-name, writer-name',
      /^eras-2027\.yaml:\d+: .*there twice/u,
    ],
    [
      'a field left out that was never there',
      'eras-2027.yaml',
      'value: [letter-form]',
      'value: [cv]',
      /^eras-2027\.yaml:\d+: .*cv is not among the requestFields/u,
    ],
    [
      'a lock of no kind',
      'eras-2027.yaml',
      'value: on-applying',
      'value: on-tuesday',
      /^eras-2027\.yaml:\d+: facts\.assignmentLock\.value/u,
    ],
    [
      'a status without a meaning',
      'eras-2027.yaml',
      '        means: The import is done',
      '        says: The import is done',
      /^eras-2027\.yaml:\d+: facts\.statuses\.value\.3/u,
    ],
    [
      'a backup that comes too late',
      'rhythm.yaml',
      'lineUp: 21',
      'lineUp: 2',
      /^rhythm\.yaml:\d+: backupDays\.value: .*not in order/u,
    ],
    [
      'a core rotation of no specialty',
      'customs.yaml',
      '[internal-medicine',
      '[magic',
      /^customs\.yaml:\d+: coreRotations\.value\.0: unknown specialty/u,
    ],
    [
      'a form that nobody has',
      'specialties.yaml',
      'form: im-sel,',
      'form: im-cell,',
      /^specialties\.yaml:\d+: 0\.needs\.forms\.0\.form: unknown form im-cell/u,
    ],
    [
      "a chair's form that nobody has",
      'specialties.yaml',
      'chairForm: im-sel',
      'chairForm: im-cell',
      /^specialties\.yaml:15: 0\.needs\.chairForm: unknown form/u,
    ],
    [
      'people of no specialty',
      'specialties.yaml',
      'from: [internal-medicine]',
      'from: [magic]',
      /^specialties\.yaml:\d+: 1\.needs\.own\.from\.0: unknown specialty magic/u,
    ],
    [
      'needs that fall',
      'specialties.yaml',
      '{ min: 1, better: 2, atMost: 3 }',
      '{ min: 3, better: 2, atMost: 3 }',
      /^specialties\.yaml:\d+: \d+\.needs\.own: .*must rise/u,
    ],
    [
      'a chair that is asked for in a way of its own',
      'specialties.yaml',
      'chair: customary',
      'chair: adored',
      /^specialties\.yaml:14: 0\.needs\.chair/u,
    ],
    [
      'a specialty of no form',
      'letter-forms.yaml',
      'specialties: [psychiatry]',
      'specialties: [psychic]',
      /^letter-forms\.yaml:\d+: \d+\.specialties\.0: unknown specialty psychic/u,
    ],
    [
      'a form without a source',
      'letter-forms.yaml',
      '    - https://www.admsep.org/matchrelated.php\n',
      '',
      /^letter-forms\.yaml:\d+: \d+\.sources/u,
    ],
    [
      'one alias for two forms',
      'letter-forms.yaml',
      "'LOE', 'SNS LOE'",
      "'SEL', 'SNS LOE'",
      /^letter-forms\.yaml:\d+: .*im-sel and neurosurgery-loe are both called sel/u,
    ],
    [
      'one short name for two forms of a specialty',
      'letter-forms.yaml',
      'specialties: [diagnostic-radiology]',
      'specialties: [psychiatry]',
      /^letter-forms\.yaml:\d+: .*short: psychiatry-slor is called so in psychiatry already/u,
    ],
    [
      'a date in no month',
      'calendar.yaml',
      'day: 2026-06-24',
      'day: 2026-13-24',
      /^calendar\.yaml:\d+: \d+\.day: neither a day/u,
    ],
    [
      'a month with a time',
      'calendar.yaml',
      'day: 2026-06-24',
      "day: '2026-06'",
      /^calendar\.yaml:\d+: \d+\.time: a month has no time/u,
    ],
    [
      'an hour that does not exist',
      'calendar.yaml',
      "time: '09:00'",
      "time: '25:00'",
      /^calendar\.yaml:\d+: \d+\.time: not a time/u,
    ],
    [
      'a zone of no place',
      'calendar.yaml',
      'zone: America/New_York',
      'zone: America/Narnia',
      /^calendar\.yaml:\d+: \d+\.zone: not a zone/u,
    ],
    [
      'a pattern that sounds sure',
      'calendar.yaml',
      'confidence: low',
      'confidence: high',
      /^calendar\.yaml:\d+: \d+\.derived: what was worked out is of low confidence/u,
    ],
    [
      'a guess without its reason',
      'calendar.yaml',
      'confidence: high',
      'confidence: low',
      /^calendar\.yaml:11: 0\.confidence: a low row says how/u,
    ],
    [
      'a date under the id of another',
      'calendar.yaml',
      'id: eras-2026-submit',
      'id: eras-2026-opens',
      /^calendar\.yaml:\d+: \d+\.id: eras-2026-opens is there twice/u,
    ],
    [
      'a date under the id of another season',
      'calendar.yaml',
      'id: eras-2026-opens',
      'id: eras-2031-opens',
      /^calendar\.yaml:\d+: \d+\.id: does not begin with eras-2026-/u,
    ],
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
