import type { Language } from '../../core/language.ts';
import { code, day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { Stage } from '../../letters/stages.ts';
import type { Words } from '../words.ts';
import { formNames } from './mails/names.ts';
import { count, either, phrase } from './phrase.ts';
import { kinds, services } from './values.ts';

/** As a letter stands: « la lettre est prévue, demandée, acceptée ». */
const stage: Words['letters']['stage'] = {
  planned: 'prévue',
  asked: 'demandée',
  agreed: 'acceptée',
  'packet-sent': 'dossier envoyé',
  requested: 'demandée dans le portail',
  uploaded: 'téléversée',
  processed: 'traitée',
  declined: 'refusée',
  dropped: 'abandonnée',
};

/** `dans 12 jours`, `aujourd’hui`, `il y a 3 jours`. */
function daysLeft(days: number): string {
  if (days === 0) return 'aujourd’hui';
  if (days === 1) return 'demain';
  return days > 0 ? `dans ${count(days, 'jour')}` : `il y a ${count(-days, 'jour')}`;
}

export const letters: Words['letters'] = {
  stage,
  formNames,
  service: services,
  kind: kinds,
  daysLeft,
  knows: {
    well: 'oui, une anecdote précise',
    somewhat: 'peut-être',
    hardly: 'à peine, on connaît votre nom',
  },
  packetItem: {
    cv: 'CV',
    statement: 'Lettre d’intention',
    request: 'Comment la lettre arrive au portail',
    sheet: 'Aide-mémoire',
    programs: 'Liste des programmes (facultative)',
    photo: 'Photo',
  },
  nudgeReason: {
    'no-answer': 'Pas de réponse à la première',
    'date-changed': 'La date a changé',
    'they-asked': 'On me l’a demandé',
    'portal-trouble': 'Ennuis avec le portail',
  },
  answer: { strong: 'une lettre très favorable', lukewarm: 'un oui tiède' },
  nextStep: {
    planned: 'J’ai demandé',
    asked: 'C’est oui',
    agreed: 'Dossier envoyé',
    'packet-sent': 'Demandée dans le portail',
    requested: 'Elle est téléversée',
    uploaded: 'Elle est traitée',
  },
  advice: {
    planned: phrase`Demandez en personne si possible, de 4 à 6 semaines à l’avance, et demandez une lettre très favorable.`,
    asked: phrase`En attente d’une réponse. Une hésitation vaut un non : remerciez, et demandez à quelqu’un d’autre.`,
    agreed: phrase`Envoyez un seul dossier bien rangé : CV, lettre d’intention, aide-mémoire, et comment la lettre arrive au portail.`,
    'packet-sent': phrase`Faites la demande dans le portail, pour que la personne reçoive le lien.`,
    requested: phrase`Regardez une fois par semaine si elle y est. Une seule relance polie convient, de 14 à 7 jours avant l’échéance.`,
    uploaded: phrase`Remerciez la personne, et vérifiez que la lettre est assignée à vos programmes.`,
    processed: phrase`Prête à être assignée. Après le jour du jumelage, racontez comment cela s’est terminé.`,
    declined: phrase`Remerciez tout de même, et demandez à quelqu’un d’autre.`,
    dropped: phrase`Gardée ici pour mémoire.`,
  },
  adviceAfter: {
    nudge: phrase`La relance est faite. Si rien ne vient, demandez à l’adjointe ou à l’adjoint, et faites appel à la relève.`,
    thanks: phrase`Vérifiez que la lettre est assignée à vos programmes.`,
    result: phrase`Tout est fait pour celle-ci.`,
  },
  lukewarm: phrase`Une lettre tiède peut nuire plus que l’absence de lettre. Pensez à remercier, et à demander à quelqu’un d’autre.`,
  fields: {
    writer: 'Signataire',
    kind: 'Fonction',
    title: 'Titre',
    met: 'Lieu de rencontre',
    service: 'Service',
    specialty: 'Spécialité',
    due: 'Échéance',
    stage: 'Étape',
    answer: 'Réponse obtenue',
    email: 'Courriel',
    notes: 'Notes',
    field: 'Sa spécialité',
    inUs: 'Travaille aux États-Unis',
    knows: 'Peut raconter une anecdote sur vous',
    rotationEnds: 'Dernier jour ensemble',
    season: 'Saison',
    form: 'Forme de la lettre',
    chair: 'Lettre du département',
    waived: 'Renonciation au droit de la lire',
    original: 'D’une saison passée, datée du',
    packet: 'Dossier',
    sheet: 'Aide-mémoire',
    nudges: 'Relances',
    thanked: 'Remerciements',
    told: 'Résultat annoncé',
    backup: 'Relève',
    programs: 'Va à',
  },
  requestField: {
    'writer-name': 'Nom de la personne qui écrit',
    'writer-title': 'Titre de la personne qui écrit',
    'writer-email': 'Courriel de la personne qui écrit',
    specialty: 'Spécialité',
    discipline: 'Discipline',
    'letter-form': 'Forme de la lettre',
    'chair-requirement': 'Répond à l’exigence d’un département',
    'program-director': 'Dirige votre programme actuel',
    waiver: 'Renonciation au droit de la lire',
    cv: 'CV',
    photo: 'Photo',
  },
  request: {
    title: (service: string): string => `Ce que la demande dans ${service} exige`,
    yours: 'à vous de décider',
    attach: 'à joindre',
    gets: (how: Readonly<Record<Language, string>>): Line => phrase`Ensuite, la personne qui écrit ${how.fr}.`,
  },
  uploadBy: (on: Day, days: number): Line =>
    phrase`Doit être téléversée au plus tard le ${day(on)} : l’ECFMG prend jusqu’à ${count(days, 'jour ouvrable', 'jours ouvrables')}, sans compter les jours fériés.`,
  uploadByShort: (on: Day): Line => phrase`à téléverser au plus tard le ${day(on)}`,
  standsBy: (name: string): Line => phrase`${strong(name)} est en relève`,
  steppedIn: (name: string, on: Day): Line => phrase`${strong(name)} prend la relève depuis le ${day(on)}`,
  packetOf: (ready: number, all: number): Line => phrase`${ready} sur ${all} en place`,
  watermark: phrase`Les programmes voient la date de son premier téléversement en filigrane, et donc que vous avez déjà postulé. Une version mise à jour par la même personne est en général le meilleur choix.`,
  unknownForm: (typed: string): Line =>
    phrase`Je ne connais pas la forme de lettre « ${typed} ». Essayez ${code('narrative')}, ${code('SLOE')}, ${code('eSLOR')}, ${code('SEL')} ou ${code('LOE')}; un SLOR a besoin de sa spécialité à côté.`,
  unknownSeason: (typed: string, known: readonly string[]): Line =>
    phrase`Je n’ai pas de règles pour une saison « ${typed} ». Donnez l’année du jumelage : ${either(known)}.`,
  general: 'Générale',
  noDue: 'sans échéance',
  history: 'Historique',
  dueValue: (on: Day, days: number): Line =>
    days < 0 ? phrase`${day(on)}, en retard de ${count(-days, 'jour')}` : phrase`${day(on)} (${daysLeft(days)})`,
  due: (on: Day, days: number): Line =>
    days < 0 ? phrase`attendue le ${day(on)}, ${daysLeft(days)}` : phrase`attendue le ${day(on)} (${daysLeft(days)})`,
  added: (name: string): Line => phrase`${strong(name)} est sur votre liste.`,
  takenFor: (typed: string, name: string): Line =>
    phrase`J’ai pris « ${typed} » pour ${strong(name)}. S’il s’agit de quelqu’un d’autre, annulez et donnez le nom au complet.`,
  addedAnother: (name: string, number: number): Line =>
    phrase`Une autre lettre de ${strong(name)} est sur votre liste; vous en suivez maintenant ${number} de cette personne.`,
  moved: (name: string, to: Stage, on: Day): Line => phrase`${strong(name)} : ${stage[to]}, le ${day(on)}.`,
  alreadyThere: (name: string, at: Stage): Line =>
    phrase`La lettre de ${strong(name)} en est déjà à l’étape « ${stage[at]} ».`,
  atTheEnd: (name: string, at: Stage): Line =>
    phrase`La lettre de ${strong(name)} en est à l’étape « ${stage[at]} »; il n’y a plus d’étape ensuite. ${code('to:')} en nomme une autre.`,
  illegalMove: (name: string, from: Stage, to: Stage, allowed: readonly Stage[]): Line =>
    phrase`La lettre de ${strong(name)} en est à l’étape « ${stage[from]} » et ne peut pas passer à « ${stage[to]} » d’un seul coup, car chaque étape garde sa date. D’ici, elle peut passer à ${either(allowed.map((one) => `«\u00a0${stage[one]}\u00a0»`))}. Pour revenir en arrière : ${code('/lor undo')}.`,
  inTheFuture: (on: Day): Line => phrase`Le ${day(on)} est à venir. Donnez le jour où c’est arrivé.`,
  beforeLast: (on: Day, at: Stage, last: Day): Line =>
    phrase`Le ${day(on)} est avant « ${stage[at]} », le ${day(last)}. Donnez ce jour-là ou un jour plus tard.`,
  answerOnlyWhenAgreed: phrase`La réponse obtenue va avec l’étape « acceptée » : ajoutez ${code('to:acceptée')}.`,
  dueTooFar: (on: Day): Line => phrase`Le ${day(on)} est dans plus de cinq ans. Vérifiez l’année.`,
  dueTooOld: (on: Day): Line =>
    phrase`Le ${day(on)} est passé depuis plus d’un an. Donnez peut-être une nouvelle échéance.`,
  edited: (name: string): Line => phrase`La fiche de ${strong(name)} est modifiée.`,
  nothingChanged: phrase`C’est déjà ainsi; rien n’a changé.`,
  removed: (name: string): Line =>
    phrase`La lettre de ${strong(name)} est supprimée, avec son historique. « Annuler » la ramène.`,
  removedOnly: (name: string): Line =>
    phrase`La lettre de ${strong(name)} est supprimée, avec son historique; la personne reste parmi vos signataires. « Annuler » ramène la lettre.`,
  undone: (what: Line): Line => phrase`Annulé : ${what}`,
  takenBackAlready: phrase`C’est déjà annulé.`,
  newerStands: (what: Line): Line =>
    phrase`Un changement plus récent est en place : ${what}. Annulez-le d’abord; celui-ci pourra suivre.`,
  nothingToUndo: phrase`Il n’y a rien à annuler.`,
  change: {
    added: (name: string): Line => phrase`ajout de ${strong(name)}`,
    removed: (name: string): Line => phrase`suppression de ${strong(name)}`,
    many: (number: number): Line => phrase`changements à ${number} fiches`,
    moved: (name: string, from: Stage, to: Stage): Line =>
      phrase`${strong(name)}, de « ${stage[from]} » à « ${stage[to]} »`,
    edited: (name: string, how: Line): Line => phrase`modification de ${strong(name)} (${how})`,
    touched: (name: string): Line => phrase`modification de ${strong(name)}`,
    field: (label: string, before: Line | null, after: Line | null): Line =>
      phrase`${label} : ${before ?? 'rien'}, puis ${after ?? 'rien'}`,
  },
  step: (to: Stage, on: Day): Line => phrase`${stage[to]}, le ${day(on)}`,
  notFound: (typed: string): Line => phrase`Aucune de vos lettres ne correspond à « ${typed} ».`,
  noLetters: phrase`Vous ne suivez encore aucune lettre. Commencez par la personne qui connaît le mieux votre travail.`,
  several: (typed: string): Line => phrase`« ${typed} » correspond à plusieurs de vos lettres. Laquelle?`,
  limit: (kind: 'writers' | 'letters', max: number): Line =>
    phrase`Vous suivez déjà ${max} ${kind === 'writers' ? 'signataires' : 'lettres'}, le maximum. Supprimez d’abord ce dont vous n’avez plus besoin.`,
  list: {
    ofSeason: (season: string): string => `Saison ${season}`,
    title: (number: number) => (number < 2 ? 'Votre lettre' : `Vos ${number} lettres`),
    titleOf: (number: number, season: string) =>
      `${number < 2 ? 'Votre lettre' : `Vos ${number} lettres`} de la saison ${season}`,
    noneOf: (season: string): Line => phrase`Vous n’avez aucune lettre de la saison ${season}.`,
    page: (page: number, pages: number): Line => phrase`Page ${page} de ${pages}.`,
    noSuchPage: (pages: number): Line => phrase`Il y a ${count(pages, 'page')}.`,
    previous: 'Page précédente',
    next: 'Page suivante',
  },
  today: {
    title: 'Aujourd’hui',
    overdue: 'En retard',
    soon: 'Attendues d’ici 14 jours',
    nextSteps: 'Prochaines étapes',
    programs: 'Lettres et programmes',
    moreAlarms: (number: number): Line => phrase`Et ${number} de plus : ${code('/lor program propose')}`,
    deadlines: 'Échéances à venir',
    quiet: phrase`Rien ne presse aujourd’hui.`,
    remindersOff: phrase`Les rappels par message privé sont désactivés. Ils ne viennent que si vous les demandez.`,
    more: (number: number): Line => phrase`Et ${number} de plus : ${code('/lor list')}`,
    moreDeadlines: (number: number): Line => phrase`Et ${number} de plus par la suite.`,
    seasonOver: (season: string): Line =>
      phrase`La saison ${season} est finie. Passer à la suivante laisse là ce qui en fait partie, à revoir et à réutiliser.`,
    goOn: (season: string) => `Passer à ${season}`,
    start: phrase`Bienvenue. Je fais le suivi de vos lettres : qui les écrit, où en est chacune, et ce qui vient ensuite. Personne d’autre ne les voit.`,
  },
  buttons: {
    add: 'Ajouter une lettre',
    addAnother: 'En ajouter une autre',
    show: 'Voir',
    edit: 'Modifier',
    undo: 'Annuler',
    list: 'Mes lettres',
    remindMe: 'Me le rappeler',
    declined: 'C’est non',
    lukewarm: 'Un oui tiède',
    strongYes: 'Un oui franc',
    useIn: (season: string): string => `Utiliser pour la saison ${season}`,
    packet: 'Dossier',
    draftAsk: 'Ébauche de la demande',
    draftNudge: 'Ébauche d’une relance',
    draftStepBack: 'Ébauche pour se retirer',
    draftThanks: 'Ébauche des remerciements',
    draftResult: 'Annoncer le résultat',
    backup: 'Relève',
  },
};
