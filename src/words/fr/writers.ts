import { code, day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { Words } from '../words.ts';
import { count, phrase } from './phrase.ts';

export const writers: Words['writers'] = {
  none: phrase`Vous n’avez encore noté aucun signataire. Commencez par les personnes qui connaissent le mieux votre travail.`,
  notFound: (typed: string): Line => phrase`Aucun de vos signataires ne correspond à « ${typed} ».`,
  several: (typed: string): Line => phrase`« ${typed} » correspond à plusieurs de vos signataires. Lequel?`,
  added: (name: string): Line =>
    phrase`${strong(name)} est parmi vos signataires. Ajoutez une lettre quand vous pensez la demander.`,
  known: (name: string): Line =>
    phrase`${strong(name)} est déjà parmi vos signataires. Modifiez sa fiche, ou ajoutez une lettre.`,
  edited: (name: string): Line => phrase`La fiche de ${strong(name)} est modifiée.`,
  removed: (name: string, letters: number): Line =>
    letters === 0
      ? phrase`La fiche de ${strong(name)} est supprimée. « Annuler » la ramène.`
      : phrase`La fiche de ${strong(name)} est supprimée, avec ${count(letters, 'lettre')}. « Annuler » ramène le tout.`,
  removeWith: (name: string, letters: number): Line =>
    phrase`${strong(name)} a ici ${count(letters, 'lettre')}, qui ${letters < 2 ? 'partirait' : 'partiraient'} aussi. « Annuler » peut ramener le tout.`,
  removeAll: (letters: number): string =>
    letters < 2 ? 'Supprimer avec la lettre' : `Supprimer avec ${letters} lettres`,
  listTitle: (number: number): string => (number < 2 ? 'Votre signataire' : `Vos ${number} signataires`),
  lettersOf: (number: number): string => (number === 0 ? 'pas encore de lettre' : count(number, 'lettre')),
  askOn: (on: Day): Line => phrase`dernier jour ensemble le ${day(on)} : demandez ce jour-là, en personne`,
  lettersTitle: 'Lettres',
  notAnEmail: (typed: string): Line =>
    phrase`« ${typed} » n’est pas une adresse de courriel. Elle ressemble à ${code('chen@hopital.org')}.`,
  buttons: {
    addLetter: 'Ajouter une lettre',
    list: 'Mes signataires',
    compare: 'Comparer des signataires',
    addWriter: 'Ajouter un signataire',
  },
};
