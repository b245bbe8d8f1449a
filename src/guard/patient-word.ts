import { lexicon, likePatient, notOnePatient, virtues } from './lexicon.ts';
import { type Reading, wordAt } from './reading.ts';

const one: ReadonlySet<string> = new Set(['pt', 'pte', 'patient', 'patiente', 'usager', 'usagere']);
const several: ReadonlySet<string> = new Set(['pts', 'ptes', 'patients', 'patientes', 'usagers']);
const staged: ReadonlySet<string> = new Set(lexicon.staged);

/**
 * Whether a word means a patient, or several. Left out are those who are played, what somebody is
 * like ("patient and kind") and what is not about one person ("patient care").
 */
export function patientMark(reading: Reading, index: number): 'patient' | 'patients' | undefined {
  const word = wordAt(reading, index);
  const many = several.has(word);
  if (!many && !one.has(word)) return undefined;
  const before = wordAt(reading, index, -1);
  if (staged.has(before)) return undefined;
  if (many) return 'patients';
  if (word === 'pt') return isShortForPatient(reading, index) ? 'patient' : undefined;
  if (notOnePatient.has(wordAt(reading, index, 1)) || likePatient.has(before)) return undefined;
  return isVirtue(reading, index, 1) || isVirtue(reading, index, -1) ? undefined : 'patient';
}

/** `patient and kind`, `kind and patient`. */
function isVirtue(reading: Reading, index: number, way: 1 | -1): boolean {
  return /^(?:and|et)$/u.test(wordAt(reading, index, way)) && virtues.has(wordAt(reading, index, 2 * way));
}

/** `pt` is also physical therapy, a part-time job, the size of a font and Pacific time. */
function isShortForPatient(reading: Reading, index: number): boolean {
  const after = wordAt(reading, index, 1);
  if (/^(?:\d{1,2}[ap]m|[ap]m|part|work|works|worked|working)$/u.test(wordAt(reading, index, -1))) return false;
  if (/^(?:ot|font|times|time|consults?|eval|sessions?|arial)$/u.test(after)) return false;
  if (isSize(reading, index)) return false;
  const { cased } = reading.tokens[index] ?? {};
  return cased !== 'PT' || /^(?:[a-z]|\d{2,3}(?:yo)?|mr|mrs|ms)$/u.test(after);
}

/** `12 pt`, but neither `6/12 pt` nor `rm 7 pt`. */
function isSize(reading: Reading, index: number): boolean {
  const { from = 0 } = reading.tokens[index] ?? {};
  const number = /(?:^|[^\d/#-])\d{1,2} $/u.test(reading.plain.slice(Math.max(0, from - 4), from));
  return number && !/^(?:rm|room|bed|ch|chambre|lit)$/u.test(wordAt(reading, index, -2));
}
