import { headerWords } from './column-names.ts';

/**
 * Columns that name a person to a portal or an office, or say what is nobody's business here: ids of
 * every kind, numbers of registration and insurance, birthdays, and scores. They are dropped by
 * their name, before anybody looks at a cell.
 */
const privateWords =
  /(?:^| )(?:ids?|identifiant|identifier|uuid|guid|aamc|nrmp|ssn|sin|nas|social security|assurance sociale|matricule|dob|birth ?(?:date|day)?|date of birth|naissance|ddn|usmle|comlex|nbme|mccqe|step [123]|mrn|npi|licen[cs]e|licence|passport|passeport|acgme|pin|password)(?: |$)/u;

/** A number of something, rather than a number of things: `request number`, `student no`. */
const privateNumbers =
  /(?:^| )(?:aamc|eras|applicant|student|person|letter|request|reference|record|registration|program|account|member|etudiant|dossier|demande|permis)s? (?:number|no|nr|num|numero|code|#)(?: |$)/u;

/** Ids that are written in one word: `AAMCID`, `letterid`. */
const gluedId =
  /(?:^| )(?:aamc|eras|carms|ca rms|rms|nrmp|lor|letter|request|applicant|student|person|writer|author)id(?: |$)/u;

/** Whether a column of this name is dropped without a look at its cells. */
export function isPrivateHeader(header: string): boolean {
  const words = headerWords(header);
  return privateWords.test(words) || privateNumbers.test(words) || gluedId.test(words);
}

/** Shapes of ids: long numbers, insurance numbers, UUIDs, ULIDs, letters with many digits. */
const idShapes = [
  /^\d{6,20}$/u,
  /^\d{3}-\d{2}-\d{4}$/u,
  /^\d{3} \d{3} \d{3}$/u,
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu,
  /^(?=.*\d)[0-9A-HJKMNP-TV-Z]{26}$/iu,
  /^(?=.*\d)[0-9a-f]{16,64}$/iu,
  /^[A-Z]{1,6}[-_ ]?\d{5,}$/iu,
];

/** The part of the filled cells that must look like ids. */
const most = 0.8;

/** Whether the cells of a column look like ids, whatever its name says. */
export function lookLikeIds(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const ids = filled.filter((cell) => cell.length <= 64 && idShapes.some((shape) => shape.test(cell)));
  return filled.length > 0 && ids.length >= filled.length * most;
}
