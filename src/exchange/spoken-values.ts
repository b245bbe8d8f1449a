import { folded } from '../dates/read-names.ts';
import { type Closeness, type WriterKind, writerKinds } from '../letters/letter.ts';
import type { ProgramSetting } from '../letters/program.ts';
import { kindAliases, stageAliases } from '../letters/spoken.ts';
import type { Answer, Stage } from '../letters/stages.ts';
import { type ServiceId, serviceAliases, serviceIds, serviceNames } from '../packs/service.ts';

/** Characters of a cell that are read as a word of ours. */
const longest = 120;

/** The words of a cell, in small letters without accents and signs; `✓` and `#` stay. */
function plain(text: string): string {
  return folded(text.slice(0, longest))
    .replace(/[^\p{L}\p{N}✓✔☑☒✗✘]+/gu, ' ')
    .trim();
}

function vocabulary<V extends string>(...lists: readonly Readonly<Record<string, V>>[]): ReadonlyMap<string, V> {
  return new Map(lists.flatMap((list) => Object.entries(list).map(([word, value]) => [plain(word), value] as const)));
}

/** Names as they are shown become words that mean their value. */
function byName<V extends string>(names: Readonly<Record<V, string>>): Readonly<Record<string, V>> {
  return Object.fromEntries((Object.entries(names) as [V, string][]).map(([value, name]) => [name, value]));
}

function same<V extends string>(values: readonly V[]): Readonly<Record<string, V>> {
  return Object.fromEntries(values.map((value) => [value, value]));
}

/**
 * The value whose word the cell is; else the one value whose words are part of it, the longest first:
 * `ERAS 2027`, `Attending, cardiology`. Two values at once are none. Words that mean something else
 * in company are read alone: a clerkship director directs no program.
 */
function find<V extends string>(
  words: ReadonlyMap<string, V>,
  text: string,
  alone: ReadonlySet<string> = new Set(),
): V | undefined {
  const cell = plain(text);
  const whole = words.get(cell);
  if (whole !== undefined || cell === '') return whole;
  let rest = ` ${cell} `;
  const found = new Set<V>();
  for (const [word, value] of [...words].sort(([a], [b]) => b.length - a.length)) {
    if (alone.has(word) || !rest.includes(` ${word} `)) continue;
    found.add(value);
    rest = rest.replaceAll(` ${word} `, '  ');
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

const kinds = vocabulary<WriterKind>(
  kindAliases.fr,
  kindAliases.en,
  {
    'chef de département': 'chair',
    'direction de programme': 'program-director',
    'médecin superviseur(e)': 'attending',
    'mentorat de recherche': 'research-mentor',
    'médecin en milieu communautaire': 'community-physician',
    autre: 'other',
    chairman: 'chair',
    chairperson: 'chair',
    chairwoman: 'chair',
    chief: 'chair',
    'department chief': 'chair',
    apd: 'program-director',
    supervisor: 'attending',
    'attending physician': 'attending',
    clinical: 'attending',
    'research supervisor': 'research-mentor',
    'principal investigator': 'research-mentor',
    'community doctor': 'community-physician',
    'family doctor': 'community-physician',
  },
  byName(writerKinds),
  same(Object.keys(writerKinds) as WriterKind[]),
);

const aloneOfKinds: ReadonlySet<string> = new Set([
  'director',
  'directeur',
  'directrice',
  'chief',
  'chef',
  'cheffe',
  'research',
  'recherche',
  'clinical',
  'community',
  'communautaire',
  'other',
  'autre',
]);

/** What a writer is to the member. */
export function readKind(text: string): WriterKind | undefined {
  return find(kinds, text, aloneOfKinds);
}

/**
 * Words for stages in tables and portals. A request that is out and not answered yet is "requested",
 * whichever way that is said; "received" and "submitted" speak of the letter itself. The portals' own
 * words are read for what they say and never kept.
 */
const stageWords = vocabulary<Stage | 'no-letter'>(
  stageAliases.fr,
  stageAliases.en,
  {
    'no letter yet': 'no-letter',
    'no letter': 'no-letter',
    'pas encore de lettre': 'no-letter',
    'not requested': 'planned',
    'not asked': 'planned',
    'not started': 'planned',
    'not yet': 'planned',
    'not sent': 'planned',
    'not confirmed for upload': 'planned',
    'to ask': 'planned',
    'to request': 'planned',
    'to do': 'planned',
    todo: 'planned',
    draft: 'planned',
    'à demander': 'planned',
    'pas demandée': 'planned',
    'non demandée': 'planned',
    'asked in person': 'asked',
    'waiting for an answer': 'asked',
    'waiting for answer': 'asked',
    'waiting for reply': 'asked',
    'awaiting response': 'asked',
    accepted: 'agreed',
    'said yes': 'agreed',
    confirmed: 'agreed',
    committed: 'agreed',
    'sent packet': 'packet-sent',
    'materials sent': 'packet-sent',
    'request sent': 'requested',
    'invitation sent': 'requested',
    invited: 'requested',
    'confirmed for upload': 'requested',
    waiting: 'requested',
    'waiting for letter': 'requested',
    awaiting: 'requested',
    pending: 'requested',
    outstanding: 'requested',
    'in progress': 'requested',
    'not received': 'requested',
    'not uploaded': 'requested',
    'not submitted': 'requested',
    'en attente': 'requested',
    'en cours': 'requested',
    received: 'uploaded',
    'lor received': 'uploaded',
    'letter received': 'uploaded',
    submitted: 'uploaded',
    complete: 'uploaded',
    completed: 'uploaded',
    in: 'uploaded',
    processing: 'uploaded',
    reçu: 'uploaded',
    soumise: 'uploaded',
    soumis: 'uploaded',
    'non reçue': 'requested',
    'non téléversée': 'requested',
    assigned: 'processed',
    imported: 'processed',
    available: 'processed',
    assignée: 'processed',
    refused: 'declined',
    'said no': 'declined',
    'turned down': 'declined',
    withdrawn: 'dropped',
    cancelled: 'dropped',
    canceled: 'dropped',
    expired: 'dropped',
    annulée: 'dropped',
  },
  {
    prévue: 'planned',
    demandée: 'asked',
    acceptée: 'agreed',
    'dossier envoyé': 'packet-sent',
    'demandée dans le portail': 'requested',
    téléversée: 'uploaded',
    traitée: 'processed',
    refusée: 'declined',
    abandonnée: 'dropped',
    'packet sent': 'packet-sent',
    'requested in the portal': 'requested',
  },
  same(['planned', 'asked', 'agreed', 'packet-sent', 'requested', 'uploaded', 'processed', 'declined', 'dropped']),
);

/**
 * How far a letter is. Only a whole cell is read: of "asked, not uploaded" nobody knows which it
 * means, nor of a bare yes or no what was asked.
 */
export function readStage(text: string): Stage | 'no-letter' | undefined {
  const cell = plain(text);
  return /^(?:yes|no|oui|non)$/u.test(cell) ? undefined : stageWords.get(cell);
}

const services = vocabulary<ServiceId>(
  serviceAliases,
  { 'eras myeras': 'eras', liaison: 'residencycas', rescas: 'residencycas' },
  byName(serviceNames),
  same(serviceIds),
);

/** The service of a cell such as `ERAS 2027`. */
export function readService(text: string): ServiceId | undefined {
  return find(services, text);
}

const answers = vocabulary<Answer>({
  strong: 'strong',
  'a strong letter': 'strong',
  'strong yes': 'strong',
  favorable: 'strong',
  'une lettre très favorable': 'strong',
  forte: 'strong',
  lukewarm: 'lukewarm',
  'a lukewarm yes': 'lukewarm',
  weak: 'lukewarm',
  hesitant: 'lukewarm',
  'un oui tiède': 'lukewarm',
  tiède: 'lukewarm',
});

/** What the writer promised. */
export function readAnswer(text: string): Answer | undefined {
  return find(answers, text);
}

const closeness = vocabulary<Closeness>({
  well: 'well',
  'very well': 'well',
  yes: 'well',
  'yes, a specific one': 'well',
  oui: 'well',
  bien: 'well',
  'oui, une anecdote précise': 'well',
  somewhat: 'somewhat',
  perhaps: 'somewhat',
  maybe: 'somewhat',
  'peut-être': 'somewhat',
  hardly: 'hardly',
  'hardly: they know my name': 'hardly',
  'not well': 'hardly',
  no: 'hardly',
  non: 'hardly',
  'à peine': 'hardly',
  'à peine : on connaît mon nom': 'hardly',
});

/** Whether a writer can tell a story about the member. */
export function readCloseness(text: string): Closeness | undefined {
  return closeness.get(plain(text));
}

const settings = vocabulary<ProgramSetting>({
  academic: 'academic',
  university: 'academic',
  universitaire: 'academic',
  community: 'community',
  communautaire: 'community',
});

/** Whether a program is academic or a community one; of "community, university affiliated" nobody knows. */
export function readSetting(text: string): ProgramSetting | undefined {
  return find(settings, text);
}

const flags = vocabulary<'yes' | 'no'>({
  yes: 'yes',
  y: 'yes',
  true: 'yes',
  1: 'yes',
  x: 'yes',
  '✓': 'yes',
  '✔': 'yes',
  '☑': 'yes',
  done: 'yes',
  waived: 'yes',
  'yes waived': 'yes',
  'i waive': 'yes',
  'i waive my right': 'yes',
  signed: 'yes',
  oui: 'yes',
  o: 'yes',
  vrai: 'yes',
  fait: 'yes',
  no: 'no',
  n: 'no',
  false: 'no',
  0: 'no',
  '✗': 'no',
  '✘': 'no',
  '☒': 'no',
  'not waived': 'no',
  'not yet': 'no',
  'did not waive': 'no',
  'do not waive': 'no',
  'i do not waive': 'no',
  'no not waived': 'no',
  non: 'no',
  faux: 'no',
});

/** Yes or no, as a tick, a word or what a checkbox of a spreadsheet exports. */
export function readFlag(text: string): boolean | undefined {
  const said = flags.get(plain(text));
  return said === undefined ? undefined : said === 'yes';
}

/** What people write where they do not know yet. */
const unknown = /^(?:n ?a|tbd|tba|none|unknown|inconnu|a determiner|aucune?|s o)?$/u;

/** Whether a cell says that there is nothing to say. Not for free text, where every word counts. */
export function isUnknown(text: string): boolean {
  return text.length <= 20 && unknown.test(plain(text));
}
