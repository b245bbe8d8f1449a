import type { Declarations } from '../../core/localise.ts';
import type { Closeness } from '../../letters/letter.ts';
import type { ProgramSetting } from '../../letters/program.ts';
import { kindAliases } from '../../letters/spoken.ts';
import { aboutPatient, kinds, services } from './values.ts';

const letter = 'Lettre, par son signataire';
const writer = 'Signataire, par son nom';
const program = 'Programme, par son nom';
const page = 'Page';

const knows: Readonly<Record<Closeness, string>> = {
  well: 'Oui, une anecdote précise',
  somewhat: 'Peut-être',
  hardly: 'À peine : on connaît mon nom',
};
const knowsAliases: Readonly<Record<string, Closeness>> = {
  oui: 'well',
  'peut être': 'somewhat',
  non: 'hardly',
  'à peine': 'hardly',
};

const setting: Readonly<Record<ProgramSetting, string>> = { academic: 'Universitaire', community: 'Communautaire' };

/** What is asked of a writer. */
const aboutWriter = {
  name: 'Nom du signataire',
  kind: 'Fonction',
  knows: 'Peut-elle raconter une anecdote sur vous?',
  met: 'Lieu de rencontre',
  rotation: 'Dernier jour ensemble',
  specialty: 'Sa spécialité',
  email: 'Courriel',
  title: 'Titre ou poste',
  us: 'Travaille-t-elle aux États-Unis?',
  notes: 'Notes pour vous',
  patient: aboutPatient,
};

/** What is asked of a program. */
const aboutProgram = {
  name: 'Nom du programme',
  specialty: 'Spécialité',
  letters: 'Nombre de lettres exigées',
  due: 'Dernier jour pour les lettres',
  service: 'Service',
  setting: 'Milieu',
  most: 'Nombre maximal de lettres lues',
  own: 'Nombre de lettres de sa spécialité',
  chair: 'Exige-t-il une lettre du département?',
  notes: 'Notes pour vous',
  patient: aboutPatient,
};

/** What the declarations of tracking say, in French. */
export const trackingDeclarations: Declarations = {
  'lor packet': {
    summary: 'Ce qui va à la personne après un oui, à cocher',
    options: {
      letter,
      item: 'Ce qui est prêt',
      ready: 'Est-ce prêt? Oui par défaut',
      sheet: 'Aide-mémoire, un point par ligne ou par ;',
      patient: aboutPatient,
    },
    choices: {
      item: {
        cv: 'CV',
        statement: 'Lettre d’intention',
        request: 'Comment la lettre arrive au portail',
        sheet: 'Aide-mémoire',
        programs: 'Liste des programmes',
        photo: 'Photo',
      },
    },
    aliases: { item: { 'lettre de motivation': 'statement', 'aide memoire': 'sheet', programmes: 'programs' } },
    examples: ['/lor packet tremblay', '/lor packet tremblay item:cv'],
  },
  'lor sheet': {
    summary: 'L’aide-mémoire d’une lettre',
    options: { letter, sheet: 'Ce que vous avez fait ensemble : un point par ligne', patient: aboutPatient },
    examples: ['/lor sheet tremblay sheet:"Projet qualité sur le sepsis"'],
  },
  'lor backup': {
    summary: 'Qui prend la relève si une lettre tarde',
    options: { letter, writer: 'Qui est en relève', activate: 'Lui demander maintenant?' },
    examples: ['/lor backup tremblay', '/lor backup tremblay writer:roy', '/lor backup tremblay activate:oui'],
  },
  'lor board': {
    summary: 'Toutes vos lettres en image et en mots',
    options: { initials: 'Des initiales au lieu des noms?' },
    examples: ['/lor board', '/lor board initials:oui'],
  },
  'lor share view': {
    summary: 'Regarder un tableau partagé avec vous',
    options: { board: 'Le tableau de qui; tous par défaut' },
  },
  'lor writer add': {
    summary: 'Noter une personne qui pourrait écrire',
    options: aboutWriter,
    choices: { kind: kinds, knows },
    aliases: { kind: kindAliases.fr, knows: knowsAliases },
    examples: ['/lor writer add Dre Tremblay kind:superviseure met:"Stage de médecine" knows:oui'],
  },
  'lor writer list': {
    summary: 'Qui écrit pour vous, ou le pourrait',
    options: { page },
  },
  'lor writer show': {
    summary: 'Une personne et ses lettres',
    options: { writer },
    examples: ['/lor writer show tremblay'],
  },
  'lor writer edit': {
    summary: 'Modifier ce que je sais d’un signataire',
    options: { writer, ...aboutWriter },
    choices: { kind: kinds, knows },
    aliases: { kind: kindAliases.fr, knows: knowsAliases },
    examples: ['/lor writer edit tremblay rotation:"9 oct" knows:oui'],
  },
  'lor writer compare': {
    summary: 'À qui demander : vos signataires côte à côte',
    options: { specialty: 'Pour quelle spécialité' },
  },
  'lor writer remove': {
    summary: 'Supprimer un signataire; « Annuler » le ramène',
    options: { writer, letters: 'Ses lettres aussi?' },
    examples: ['/lor writer remove tremblay'],
  },
  'lor program add': {
    summary: 'Suivre un programme où vous postulez',
    options: aboutProgram,
    choices: { service: services, setting },
    examples: ['/lor program add Hôpital Maisonneuve letters:3 setting:universitaire'],
  },
  'lor program list': { summary: 'Vos programmes et les lettres qui y vont', options: { page } },
  'lor program show': {
    summary: 'Un programme et ce qui y va',
    options: { program },
    examples: ['/lor program show maisonneuve'],
  },
  'lor program edit': {
    summary: 'Modifier ce que je sais d’un programme',
    options: { program, ...aboutProgram },
    choices: { service: services, setting },
    examples: ['/lor program edit maisonneuve letters:4', '/lor program edit maisonneuve due:aucune'],
  },
  'lor program remove': {
    summary: 'Supprimer un programme; « Annuler » le ramène',
    options: { program },
    examples: ['/lor program remove maisonneuve'],
  },
  'lor program assign': {
    summary: 'Envoyer une lettre à un programme',
    options: { program, letter },
    examples: ['/lor program assign maisonneuve letter:tremblay'],
  },
  'lor program unassign': {
    summary: 'Retirer une lettre d’un programme',
    options: { program, letter },
    examples: ['/lor program unassign maisonneuve letter:tremblay'],
  },
  'lor program propose': {
    summary: 'Quelles lettres iraient où, et pourquoi',
    options: { program: 'Programme; tous par défaut', apply: 'Assigner comme proposé?', page },
    examples: ['/lor program propose', '/lor program propose maisonneuve apply:oui'],
  },
  'lor check': { summary: 'Vos lettres face aux attentes de la spécialité', options: {} },
  'lor program applied': {
    summary: 'Noter votre candidature',
    options: { program, on: 'Le jour; aujourd’hui par défaut' },
    examples: ['/lor program applied maisonneuve on:hier', '/lor program applied maisonneuve on:aucun'],
  },
  'lor share with': {
    summary: 'Montrer votre tableau pendant 30 jours',
    options: { person: 'Qui peut regarder' },
  },
  'lor share list': { summary: 'Qui peut regarder votre tableau, et qui l’a fait', options: {} },
  'lor share stop': {
    summary: 'Ne plus montrer votre tableau',
    options: { person: 'Qui ne peut plus regarder' },
  },
  'lor data import': {
    summary: 'Prendre un tableau CSV ou une exportation',
    options: { file: 'Fichier CSV ou JSON', columns: 'Colonnes, si je devine mal : 2=nom' },
  },
  'lor data columns': {
    summary: 'Dire ce que sont les colonnes d’un fichier',
    options: { file: 'Fichier', columns: 'Colonnes : 2=nom, 5=échéance, 7=aucune' },
  },
  'lor data take': { summary: 'Prendre le fichier qui attend', options: { file: 'Fichier' } },
  'lor data export': { summary: 'Tout ce que je garde de vous', options: {} },
  'lor data calendar': { summary: 'Vos dates en fichier de calendrier', options: {} },
  'lor data feed': {
    summary: 'Une adresse pour votre calendrier',
    options: { do: 'Que faire' },
    choices: { do: { make: 'Faire une nouvelle adresse', end: 'Mettre fin à l’adresse' } },
    aliases: { do: { nouvelle: 'make', fin: 'end' } },
    examples: ['/lor data feed', '/lor data feed do:fin'],
  },
  'lor data confirm': {
    summary: 'Supprimer tout ce que je garde à votre sujet',
    options: { confirm: 'Tapez SUPPRIMER pour confirmer' },
    examples: ['/lor data confirm SUPPRIMER'],
  },
  'lor data erase': {
    summary: 'Supprimer tout ce que je garde à votre sujet',
    options: { confirm: 'Tapez SUPPRIMER pour confirmer' },
    examples: ['/lor data erase', '/lor data erase SUPPRIMER'],
  },
};
