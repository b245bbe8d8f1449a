import type { Words } from '../words.ts';
import { phrase } from './phrase.ts';

export const board: Words['board'] = {
  title: 'Vos lettres',
  button: 'Tableau',
  check: 'Vérifier l’ensemble',
  initials: phrase`Avec des initiales et sans vos remarques, pour pouvoir le montrer. Ce à quoi sert chaque lettre y reste écrit.`,
  unnamed: 'Une personne',
  shared: 'Un tableau partagé avec vous',
  empty: phrase`Le tableau est encore vide. Ajoutez la première lettre.`,
};
