import { day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import { typeset } from '../../core/typeset.ts';
import type { Words } from '../words.ts';
import { count, phrase } from './phrase.ts';

export const programs: Words['programs'] = {
  setting: { academic: 'universitaire', community: 'communautaire' },
  fields: {
    name: 'Programme',
    setting: 'Milieu',
    letters: 'Lettres exigées',
    most: 'Maximum lu',
    own: 'Dont de sa spécialité',
    chair: 'Exige une lettre du département',
    form: 'Exige le formulaire',
    applied: 'Candidature envoyée',
    assigned: 'Lettres assignées',
  },
  none: phrase`Vous ne suivez encore aucun programme. Ajoutez le premier, et je veille à quelle lettre va où.`,
  noneAssigned: phrase`Aucune lettre n’y est encore assignée.`,
  added: (name: string): Line => phrase`${strong(name)} est dans votre liste de programmes.`,
  edited: (name: string): Line => phrase`La fiche du programme ${strong(name)} est modifiée.`,
  removed: (name: string): Line => phrase`${strong(name)} n’est plus dans vos programmes. « Annuler » le ramène.`,
  known: (name: string): Line =>
    phrase`Vous suivez déjà ${strong(name)}. Un deuxième volet du même hôpital prend un nom à lui.`,
  notFound: (typed: string): Line => phrase`Aucun de vos programmes ne correspond à « ${typed} ».`,
  several: (typed: string): Line => phrase`« ${typed} » correspond à plusieurs de vos programmes. Lequel?`,
  limit: (max: number): Line =>
    phrase`Vous suivez déjà ${max} programmes, le maximum. Supprimez d’abord ce dont vous n’avez plus besoin.`,
  mostBelowLetters: (letters: number, most: number): Line =>
    phrase`Un programme qui exige ${count(letters, 'lettre')} ne peut pas en lire au plus ${most}. Corrigez l’un des deux.`,
  ofSeason: (season: string): string => `saison ${season}`,
  due: (on: Day): Line => phrase`lettres attendues le ${day(on)}`,
  assignedOf: (number: number, wanted: number | null): string =>
    wanted === null ? count(number, 'lettre') : `${number} sur ${count(wanted, 'lettre')}`,
  appliedOn: (on: Day): Line => phrase`candidature envoyée le ${day(on)}`,
  assigned: (writer: string, program: string): Line => phrase`La lettre de ${strong(writer)} va à ${strong(program)}.`,
  unassigned: (writer: string, program: string): Line =>
    phrase`La lettre de ${strong(writer)} ne va plus à ${strong(program)}.`,
  notAssigned: (writer: string, program: string): Line =>
    phrase`La lettre de ${strong(writer)} n’était pas assignée à ${strong(program)}.`,
  applied: (program: string, on: Day): Line => phrase`${strong(program)} : candidature envoyée le ${day(on)}.`,
  unapplied: (program: string): Line => phrase`La candidature à ${strong(program)} n’est plus notée comme envoyée.`,
  notApplied: (program: string): Line => phrase`Aucune candidature à ${strong(program)} n’est notée.`,
  asProposed: phrase`C’est déjà comme proposé; rien n’a changé.`,
  proposalDone: (programs: number): Line =>
    programs < 2
      ? phrase`Assigné comme proposé.`
      : phrase`Assigné comme proposé, pour ${count(programs, 'programme')}.`,
  onlyMine: phrase`Je tiens cette liste pour vous; le portail a la sienne. Faites-y la même chose.`,
  listTitle: (number: number): string => (number < 2 ? 'Votre programme' : `Vos ${number} programmes`),
  buttons: {
    add: 'Ajouter un programme',
    addAnother: 'Ajouter un autre programme',
    list: 'Mes programmes',
    show: 'Voir',
    edit: 'Modifier',
    propose: 'Proposer des lettres',
    applied: 'Candidature envoyée',
    notApplied: 'Pas encore envoyée',
    assign: 'Assigner une lettre',
    takeOff: (writer: string): string => typeset(`Retirer ${writer}`),
  },
  pickLetter: 'Assigner une lettre',
};
