import type { PatientDetail } from './finding.ts';
import { pieceOf, spansOf } from './reading.ts';
import { gapBehind, hasMark, isNear, type Scene } from './scene.ts';
import { judgeTokens, type Rule, type Suspect } from './suspect.ts';

/** Between a label and its number: `: `, ` # `, ` number is `. */
const between = `[ .:#=-]{0,4}(?:(?:is|was|est|id|number|numbers|num|nbr|numero|nos?|n°|ending|ends|in)[ .:#=-]{1,4}){0,2}[a-z]{0,3}[ -]?`;

/** Between a label that is a word of its own, and its number, which must say that it is one. */
const numbered = `(?: ?#| ?:|[ .]{1,2}(?:is )?(?:number|num|nbr|numero|nos?|n°|#))[ .:#]{0,3}(?:is |was |est )?[a-z]{0,3}[ -]?`;

/** So many digits or more, in groups or not, with a letter or two behind them. */
function digits(least: number): string {
  return String.raw`\d(?:[ -]?\d){${least - 1},}(?:-?[a-z]{1,2}\b)?`;
}

interface Labelled {
  readonly what: PatientDetail;
  readonly pattern: RegExp;
  /** It counts only where a patient is spoken of. */
  readonly besidePatient?: boolean;
}

const labelled: readonly Labelled[] = [
  labelledBy(
    'record-number',
    String.raw`(?:mrn|m\.r\.n|medical rec(?:ord)?s?|hosp(?:ital)?\.? (?:number|num|no|id)|(?:pt|patiente?)(?:'s)? (?:number|num|no|id)|numero de patiente?)`,
    between,
    4,
  ),
  labelledBy(
    'record-number',
    '(?:chart|record|(?:(?:numero|no|n°) de )?dossier|encounter|visit|accession|specimen)',
    numbered,
    4,
  ),
  labelledBy('record-number', '(?:chart|(?:(?:numero|no|n°) de )?dossier|encounter)', ' {1,2}', 5),
  labelledBy('record-number', '(?:csn|fin|har|empi|ipp)', between, 6),
  labelledBy('account-number', '(?:account|acct|compte)', between, 5),
  labelledBy('social-security', '(?:ssn|social security|social insurance|sin|nas|assurance sociale)', between, 9),
  labelledBy(
    'health-number',
    '(?:ohip|ramq|nam|nhs|medicare|medicaid|health card|carte soleil|assurance maladie)',
    between,
    8,
  ),
  { what: 'social-security', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu },
  // Québec: four letters of the name, the year, month (plus 50 for women) and day of birth, two more.
  {
    what: 'health-number',
    pattern:
      /\b(?!aamc|nrmp|pmid|usml|ecfm)[a-z]{4}(?:(?= \d{4} )|(?=\d)) ?\d\d(?:[05][1-9]|[16][0-2]) ?(?:0[1-9]|[12]\d|3[01])\d\d\b/gu,
  },
  // Medicare: digits and letters in a fixed order.
  { what: 'health-number', pattern: /\b[1-9][a-z][a-z\d]\d-?[a-z][a-z\d]\d-?[a-z]{2}\d\d\b/gu },
  labelledBeside(
    'health-number',
    '(?:member|subscriber|policy|insurance|plan|police)',
    String.raw`(?: id| policy| number| no\.?| #)`,
  ),
  labelledBeside(
    'other-number',
    '(?:serial|sn|device|lot|plate|license plate|plaque|serie)',
    String.raw`(?: number| no\.?| #| id)?`,
  ),
];

function labelledBy(what: PatientDetail, label: string, joint: string, least: number): Labelled {
  return { what, pattern: new RegExp(String.raw`\b${label}s?${joint}${digits(least)}`, 'gu') };
}

/** Numbers that are a patient's only beside one; they have letters among their digits. */
function labelledBeside(what: PatientDetail, label: string, joint: string): Labelled {
  const pattern = new RegExp(
    String.raw`\b${label}${joint}(?: no\.?| number)?[ :#.]{1,3}(?=[a-z\d-]{0,12}\d{3})[a-z\d][a-z\d-]{4,20}\b`,
    'gu',
  );
  return { what, pattern, besidePatient: true };
}

/** Numbers of records, accounts, insurances, devices. Those of applicants are their own. */
export const findNumbers: Rule = (scene) => [
  ...labelled.flatMap((one) => labelledNumbers(scene, one)),
  ...judgeTokens(scene, (index) => numberOfPatient(scene, index)),
  ...numbersOfCases(scene),
];

function labelledNumbers(scene: Scene, { what, pattern, besidePatient }: Labelled): readonly Suspect[] {
  return spansOf(scene.plain, pattern)
    .filter((span) => !isYear(pieceOf(scene.plain, span)))
    .filter((span) => !isNear(scene, span, ['applicant'], { before: 3, after: 0 }))
    .filter((span) => !besidePatient || isNear(scene, span, ['patient', 'illness', 'aged'], { within: 'line' }))
    .map((span) => ({ ...span, what, sure: true }));
}

function isYear(piece: string): boolean {
  return /(?<!\d)(?:19|20)\d\d$/u.test(piece);
}

/** `patient 00482913`, `pt #4482913`. */
function numberOfPatient(scene: Scene, index: number): Suspect | undefined {
  const [token, next] = [scene.tokens[index], scene.tokens[index + 1]];
  if (!token || !next || !hasMark(scene, index, 'patient')) return undefined;
  if (!/^\d{5,}$/u.test(next.word) || !/^ ?#? ?$/u.test(gapBehind(scene, index))) return undefined;
  const cut = { from: token.to, to: next.to };
  return { what: 'record-number', from: next.from, to: next.to, sure: true, cut, as: 'nothing' };
}

/** `case 448291`, with an illness: it may be a list of cases, or a record. */
function numbersOfCases(scene: Scene): readonly Suspect[] {
  return spansOf(scene.plain, /\b(?:case|cas) ?(?:number |no |#)?\d{5,}\b/gu)
    .filter((span) => isNear(scene, span, ['illness', 'patient']))
    .map((span) => ({ ...span, what: 'record-number', sure: false }));
}
