import { folded } from '../dates/read-names.ts';
import type { Field } from './field.ts';

/** Characters of a column's name that are read. */
const read = 120;

/** The words of a column's name, in small letters without accents: `authorName` is `author name`. */
export function headerWords(header: string): string {
  const name = header.slice(0, read).trim().replace(/LoR/gu, 'Lor');
  const apart = name.includes(' ') ? name : name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2');
  return folded(apart)
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

interface Names {
  /** Names that a column has whole. */
  readonly whole?: readonly string[];
  /** Names that may have other words around them. */
  readonly part?: readonly string[];
}

/**
 * How columns are called, in English and French: in what MyERAS, ResidencyCAS and CaRMS show, and in
 * the tables that people make themselves. A name that is whole wins; of names in part the first
 * field in this order wins, so what is told by fewer words (`author`) stands behind what has more
 * (`author e-mail`).
 */
const names = {
  email: { part: ['email', 'e mail', 'mail', 'courriel', 'adresse electronique'] },
  'name-reversed': {
    whole: ['last first', 'nom prenom'],
    part: ['last name first name', 'last name first', 'lastname firstname', 'name last first', 'nom et prenom'],
  },
  'first-name': { whole: ['first'], part: ['first name', 'firstname', 'given name', 'prenom'] },
  'last-name': { whole: ['last'], part: ['last name', 'lastname', 'surname', 'family name', 'nom de famille'] },
  'writer-specialty': {
    part: [
      'their specialty',
      'sa specialite',
      'writer specialty',
      'writer s specialty',
      'author specialty',
      'author s specialty',
      'evaluator specialty',
      'evaluator s specialty',
      'recommender specialty',
      'specialite du signataire',
    ],
  },
  director: { part: ['program director', 'pd letter', 'directeur de programme', 'direction de programme'] },
  kind: {
    whole: ['kind', 'role', 'fonction', 'type'],
    part: ['kind of writer', 'writer type', 'type of writer', 'author type', 'evaluator type', 'recommender type'],
  },
  title: {
    whole: ['titre', 'poste', 'rang'],
    part: ['title', 'position', 'credentials', 'academic rank', 'department', 'departement'],
  },
  sheet: { part: ['reminder sheet', 'talking points', 'aide memoire'] },
  nudges: { part: ['reminded on', 'nudges', 'nudged', 'reminders', 'relances', 'relance'] },
  'rotation-ends': {
    part: [
      'last day together',
      'rotation ends',
      'rotation end',
      'end of rotation',
      'dernier jour ensemble',
      'fin du stage',
    ],
  },
  knows: { part: ['can tell a story', 'knows me', 'how well', 'peut raconter une anecdote'] },
  'in-us': { whole: ['us', 'in us', 'us letter'], part: ['works in the us', 'us based', 'aux etats unis'] },
  original: {
    part: ['from an earlier season', 'original date', 'first upload date', 'watermark', 'd une saison passee'],
  },
  'stage-day': { part: ['status date', 'date of status', 'stage date', 'date du statut', 'date de l etape'] },
  'backup-since': { part: ['backup since', 'releve depuis'] },
  'backup-activated': { part: ['backup asked', 'backup activated', 'releve appelee'] },
  backup: { part: ['backup', 'releve'] },
  further: { whole: ['further letter', 'autre lettre'] },
  'needs-own': { part: ['from its specialty', 'from the specialty', 'dont de sa specialite'] },
  'needs-most': {
    part: ['most it reads', 'max letters', 'maximum letters', 'letters max', 'maximum lu', 'lettres au plus'],
  },
  'needs-letters': {
    part: [
      'letters it asks for',
      'letters required',
      'required letters',
      'letters needed',
      'number of letters',
      'min letters',
      'minimum letters',
      'lors required',
      'lettres exigees',
      'lettres demandees',
      'nombre de lettres',
    ],
  },
  setting: { part: ['kind of program', 'program type', 'type of program', 'setting', 'milieu'] },
  waived: { part: ['waived', 'waive', 'waiver', 'ferpa', 'right to read', 'right to view', 'renonciation', 'renonce'] },
  chair: {
    part: ['department letter', 'chair letter', 'department chair', 'chair requirement', 'lettre du departement'],
  },
  form: {
    whole: ['form', 'format', 'formulaire', 'standardized', 'narrative'],
    part: [
      'form of letter',
      'letter form',
      'letter type',
      'lor type',
      'type of letter',
      'type of lor',
      'evaluation type',
      'reference type',
      'recommendation type',
      'asks for the form',
      'standardized or narrative',
      'forme de la lettre',
      'type de lettre',
      'exige le formulaire',
    ],
  },
  due: {
    part: [
      'due',
      'deadline',
      'date needed',
      'needed by',
      'need by',
      'submit by',
      'date limite',
      'echeance',
      'a remettre',
      'pour le',
    ],
  },
  thanked: { part: ['thanked', 'thank you', 'thanks', 'remerciements', 'remercie', 'remerciee'] },
  told: { part: ['told the result', 'told result', 'match update', 'resultat annonce'] },
  answer: { whole: ['answer', 'reponse', 'strength'], part: ['they promised', 'promised', 'reponse obtenue'] },
  'on-planned': { part: ['planned', 'planned on', 'prevue'] },
  'on-agreed': { whole: ['confirmed'], part: ['agreed', 'said yes', 'accepted', 'acceptee', 'a dit oui'] },
  'on-packet-sent': {
    part: ['packet sent', 'packet sent on', 'materials sent', 'sent materials', 'cv sent', 'dossier envoye'],
  },
  'on-requested': {
    whole: ['requested'],
    part: [
      'requested in the portal',
      'requested on',
      'date requested',
      'request date',
      'request sent',
      'invitation sent',
      'invited on',
      'demandee dans le portail',
    ],
  },
  'on-asked': { part: ['asked', 'date asked', 'asked on', 'demandee', 'date de la demande', 'demande le'] },
  'on-uploaded': {
    part: ['uploaded', 'upload date', 'received', 'submitted', 'completed', 'televersee', 'recue', 'recu'],
  },
  'on-processed': { part: ['processed', 'traitee'] },
  'on-declined': { part: ['declined', 'refused', 'refusee'] },
  'on-dropped': { part: ['dropped', 'withdrawn', 'abandonnee'] },
  packet: { whole: ['packet', 'dossier'] },
  applied: { part: ['applied', 'application date', 'date applied', 'candidature envoyee', 'postule'] },
  stage: {
    whole: ['stage', 'state', 'etat', 'etape', 'progress', 'avancement'],
    part: ['status', 'statut'],
  },
  season: { whole: ['year', 'cycle', 'annee'], part: ['season', 'match year', 'application year', 'saison'] },
  service: {
    whole: ['system', 'portal', 'portail', 'plateforme', 'application', 'applying through'],
    part: ['application service', 'application system', 'service'],
  },
  program: { part: ['program', 'programs', 'programme', 'programmes', 'goes to', 'va a'] },
  specialty: {
    part: ['specialty', 'speciality', 'specialties', 'specialite', 'discipline'],
    whole: ['field', 'track'],
  },
  met: {
    whole: ['site', 'school', 'hopital', 'etablissement'],
    part: [
      'where you met',
      'where we met',
      'how we met',
      'met',
      'how i know',
      'relationship',
      'rotation',
      'clerkship',
      'institution',
      'hospital',
      'organization',
      'organisation',
      'affiliation',
      'employer',
      'lieu de rencontre',
      'milieu de stage',
      'lieu de stage',
      'rencontre',
    ],
  },
  notes: { part: ['notes', 'note', 'comments', 'comment', 'remarks', 'remarques', 'commentaires'] },
  name: {
    whole: [
      'name',
      'full name',
      'nom',
      'nom complet',
      'from',
      'who',
      'attending',
      'faculty',
      'physician',
      'doctor',
      'professor',
      'mentor',
      'medecin',
      'lor',
      'letter',
      'letter of recommendation',
      'lettre',
    ],
    part: [
      'writer',
      'letter writer',
      'author',
      'recommender',
      'evaluator',
      'referee',
      'reference',
      'referent',
      'referente',
      'repondant',
      'repondante',
      'evaluateur',
      'evaluatrice',
      'signataire',
      'auteur',
      'letter from',
      'lettre de',
    ],
  },
} as const satisfies Readonly<Record<Field, Names>>;

const ordered = Object.entries(names) as [Field, Names][];

const byWhole = firstOf(
  ordered.map(([field, { whole = [], part = [] }]) => [field, [field.replaceAll('-', ' '), ...whole, ...part]]),
);
const byPart = firstOf(ordered.map(([field, { part = [] }]) => [field, part]));

/** The first field that has each name, with its place in the order. */
function firstOf(lists: readonly (readonly [Field, readonly string[]])[]) {
  const found = new Map<string, { readonly field: Field; readonly place: number }>();
  for (const [place, [field, list]] of lists.entries())
    for (const name of list) if (!found.has(name)) found.set(name, { field, place });
  return found;
}

/** Words of the longest name. */
const longest = Math.max(...[...byPart.keys()].map((name) => name.split(' ').length));

/** Which field a column of this name stands for, and how plainly the name says it; the lower the plainer. */
export function readHeader(header: string): { readonly field: Field; readonly rank: number } | undefined {
  const words = headerWords(header);
  const whole = byWhole.get(words);
  if (whole) return { field: whole.field, rank: 0 };
  const list = words.split(' ');
  let best: { readonly field: Field; readonly place: number } | undefined;
  for (let start = 0; start < list.length; start += 1) {
    for (let length = 1; length <= longest && start + length <= list.length; length += 1) {
      const part = byPart.get(list.slice(start, start + length).join(' '));
      if (part && (!best || part.place < best.place)) best = part;
    }
  }
  return best && { field: best.field, rank: 1 };
}

/** Which field a column of this name stands for. */
export function fieldOfHeader(header: string): Field | undefined {
  return readHeader(header)?.field;
}

/** Columns whose names mean one thing or another, which their cells decide; the first where they do not. */
export const twofold: Readonly<Record<string, readonly [Field, Field]>> = {
  type: ['kind', 'form'],
  // A stage is a rotation in French.
  stage: ['stage', 'met'],
};
