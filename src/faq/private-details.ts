import { checkText } from '../guard/check-text.ts';

/**
 * Whether a text holds what should not stand in a channel: an id of an application, somebody's
 * e-mail address, or, by the guard's rules, who a patient is. It errs towards talking in private,
 * but a score, a count of letters or a word such as "patient" alone is nothing private. Nobody's
 * word is kept here.
 */
export function holdsPrivateDetails(text: string): boolean {
  return holdsId(text) || holdsAddress(text) || checkText(text).kind === 'patient';
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
