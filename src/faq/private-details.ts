/**
 * Whether a text holds what should not stand in a channel: an id of an application, somebody's
 * e-mail address, or who a patient is. It errs towards talking in private, but a score, a count of
 * letters or a word such as "patient" alone is nothing private. Nobody's word is kept here.
 */
export function holdsPrivateDetails(text: string): boolean {
  return [holdsId, holdsAddress, holdsRecord, holdsBed, holdsPatient].some((holds) => holds(text));
}

/** Ids of applicants and letters have seven digits or more; years, scores and phone extensions have fewer. */
function holdsId(text: string): boolean {
  return (
    /\b(?:ids?|aamc|ecfmg|usmle|nrmp|nbome|lrf)\b/iu.test(text) && /(?<![\d./])\d(?:[ -]?\d){6,}(?![\d/])/u.test(text)
  );
}

/** Where everybody may write to: the services' own help. */
const helpDesk =
  /^(?:support|help|info|contact|my?eras|admissions|residency|gme)\b|@(?:[\w-]+\.)*(?:aamc|carms|ecfmg|intealth|nrmp|sfmatch|acog)\.(?:org|ca)$/iu;

function holdsAddress(text: string): boolean {
  const addresses = text.match(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gu) ?? [];
  return addresses.some((address) => !helpDesk.test(address));
}

const date = String.raw`(?:\d{1,4}[./-]\d{1,2}|\d{1,2} ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2})`;
const record = /\b(?:mrn|medical record(?: (?:number|no))?)\b\D{0,15}\d{4,}/iu;
const birth = new RegExp(String.raw`\b(?:dob|date of birth)\b\W{0,3}(?:is |was )?${date}`, 'iu');

function holdsRecord(text: string): boolean {
  return record.test(text) || birth.test(text);
}

/** What people have who are in a bed. */
const illness =
  /\b(?:patients?|pts?|diagnos\w+|dx|admitted|cancer|carcinoma|leuka?emia|lymphoma|tumou?r|metasta\w+|stroke|stemi|sepsis|septic|pneumonia|chf|copd|dka|overdose|fracture|hiv|cirrhosis|seizures?|psychosis|pregnan\w+|dementia)\b/iu;

function holdsBed(text: string): boolean {
  return /\b(?:room|rm|bed)\.? ?#?\d{1,4}[a-d]?\b/iu.test(text) && illness.test(text);
}

/** Initials with their dots, a title with a name, or a first and a last name. */
const name = String.raw`(?:\p{Lu}\. ?\p{Lu}\.?(?!\p{L})|(?:Mr|Mrs|Ms|Miss)\.? \p{Lu}|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)`;
const named = new RegExp(
  String.raw`\b(?:[Pp]atient|[Pp]t)s?(?:['’]s name)?,?(?: is| was)?(?: named| called|:)? ${name}`,
  'u',
);
const calledSo = /\b(?:[Pp]atient|[Pp]t)(?: is| was)? (?:named|called) \p{Lu}/u;
const initials = /\b(?:[Pp]atient|[Pp]t)\.? \p{Lu}{2}(?=,| \d| (?:with|had|has|who)\b)/u;
const inCare =
  /\b(?:Mr|Mrs|Ms|Miss)\.? \p{Lu}[\p{L}'’-]*[^.?!]{0,40}\b(?:with|had|has|diagnosed|admitted|presented)\b([^.?!]{0,60})/u;

function holdsPatient(text: string): boolean {
  const care = inCare.exec(text);
  return (
    named.test(text) || calledSo.test(text) || initials.test(text) || (care !== null && illness.test(care[1] ?? ''))
  );
}
