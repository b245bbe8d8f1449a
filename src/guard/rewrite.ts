import type { PatientDetail } from './finding.ts';
import type { Span } from './reading.ts';
import type { Filling } from './suspect.ts';

/** A piece of the text that goes, and what comes in its place. */
export interface Cut extends Span {
  readonly what: PatientDetail;
  readonly as: Filling | undefined;
}

type Wording = Readonly<Record<PatientDetail | Exclude<Filling, 'nothing'>, string>>;

/** The language is that of the text, not of a member: these words become part of what they wrote. */
const wordings: Readonly<Record<'en' | 'fr', Wording>> = {
  en: {
    'record-number': '[record number]',
    'account-number': '[account number]',
    'social-security': '[number]',
    'health-number': '[insurance number]',
    'other-number': '[number]',
    phone: '[phone]',
    email: '[e-mail]',
    online: '[page]',
    address: '[address]',
    room: '[room]',
    initials: '[initials]',
    name: '[name]',
    date: '[date]',
    age: '[age]',
    workplace: '[workplace]',
    'rare-diagnosis': '[rare diagnosis]',
    'public-detail': '[detail]',
    patient: 'a patient',
    hospital: 'in the hospital',
  },
  fr: {
    'record-number': '[numéro de dossier]',
    'account-number': '[numéro de compte]',
    'social-security': '[numéro]',
    'health-number': '[numéro d’assurance]',
    'other-number': '[numéro]',
    phone: '[téléphone]',
    email: '[courriel]',
    online: '[page]',
    address: '[adresse]',
    room: '[chambre]',
    initials: '[initiales]',
    name: '[nom]',
    date: '[date]',
    age: '[âge]',
    workplace: '[lieu de travail]',
    'rare-diagnosis': '[diagnostic rare]',
    'public-detail': '[détail]',
    patient: 'une personne',
    hospital: 'à l’hôpital',
  },
};

/** The text without the pieces, which may overlap. All else stays as it was typed. */
export function rewrite(text: string, cuts: readonly Cut[], language: 'en' | 'fr'): string {
  let made = '';
  let at = 0;
  for (const cut of merged(cuts)) {
    made += text.slice(at, cut.from);
    const filling = fillingOf(cut, text, made, language);
    made = put(made, filling);
    at = cut.to;
    if (filling !== '') continue;
    // Of the gaps on both sides one is left, and no brackets around nothing.
    const emptied = made.endsWith('(') && text[at] === ')';
    if (emptied) [made, at] = [made.slice(0, -1), at + 1];
    if (made === '' || made.endsWith('\n')) at += /^[ ,:;]*/u.exec(text.slice(at, at + 9))?.[0].length ?? 0;
    else if (made.endsWith(' ') && /^(?:[ ,.;:)\n]|$)/u.test(text.slice(at, at + 1))) made = made.slice(0, -1);
  }
  return (made + text.slice(at)).trim();
}

/** The text has an article, or its like, already. */
const article = /(?:^|\s)(?:an?|the|my|our|this|that|une?|l[ae]|m[ao]n?|notre|cette|ce) $/iu;

function fillingOf({ what, as, from }: Cut, text: string, made: string, language: 'en' | 'fr'): string {
  if (as === 'nothing') return '';
  const before = made.slice(-10);
  const full = wordings[language][as ?? what];
  const words = as === 'patient' && article.test(before) ? full.replace(/^\S+ /u, '') : full;
  const begins = /(?:^|[.!?\n]|[-•*]) ?$/u.test(before) && /^\p{Lu}/u.test(text.slice(from, from + 2));
  return begins ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** A word that comes behind another keeps its distance. */
function put(made: string, words: string): string {
  return words !== '' && /[\p{L}\p{N}]$/u.test(made) ? `${made} ${words}` : made + words;
}

/** In order; pieces that overlap become one. */
function merged(cuts: readonly Cut[]): readonly Cut[] {
  const found: Cut[] = [];
  for (const cut of [...cuts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = found.at(-1);
    if (last && cut.from < last.to) found[found.length - 1] = { ...last, to: Math.max(last.to, cut.to) };
    else found.push(cut);
  }
  return found;
}
