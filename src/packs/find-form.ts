import type { LetterForm } from './letter-form.ts';
import { findNamed, plainName } from './named.ts';
import type { Packs } from './pack.ts';

/**
 * The letter form that somebody means by a name, a short form or an id; marks and case do not count.
 * `specialty` is the id of the letter's specialty, where it is known: several have a SLOR, and an
 * OB-GYN letter on a SLOE is not the one of emergency medicine. A SLOR of no known specialty is no form.
 */
export function findForm(
  { forms }: Pick<Packs, 'forms'>,
  text: string,
  specialty: string | null = null,
): LetterForm | undefined {
  const wanted = plainName(text);
  const theirs = forms.find(
    ({ short, specialties }) =>
      short !== undefined && plainName(short) === wanted && specialty !== null && specialties.includes(specialty),
  );
  return theirs ?? findNamed(forms, text);
}
