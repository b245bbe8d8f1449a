import { typeset } from '../../core/typeset.ts';
import type { Words } from '../words.ts';

export const calendar: Words['calendar'] = {
  name: 'Lettres de recommandation',
  letter: {
    due: (who) => typeset(`Échéance de la lettre : ${who}`),
    'upload-by': (who) => typeset(`Lettre à téléverser au plus tard : ${who}`),
    'ask-opens': (who) => typeset(`Bon moment pour demander : ${who}`),
    'ask-by': (who) => typeset(`Dernier bon jour pour demander : ${who}`),
    'last-day': (who) => typeset(`Dernier jour avec ${who} : demandez en personne`),
    'nudge-opens': (who) => typeset(`Une relance polie convient : ${who}`),
    'nudge-closes': (who) => typeset(`Dernier bon jour pour la relance : ${who}`),
    'backup-line-up': (who) => `Prévoir une relève pour ${who}`,
    'backup-nudge': (who) => `Relancer ${who}, une fois`,
    'backup-activate': (who) => `Demander à la relève de ${who}`,
    'backup-submit': (who) => `Postuler sans la lettre de ${who} et l’ajouter plus tard`,
  },
  program: (name) => typeset(`Lettres attendues : ${name}`),
  stage: (stage) => typeset(`Pour l’instant : ${stage}.`),
  holidays: 'Les jours ouvrables vont du lundi au vendredi; les jours fériés ne sont pas comptés.',
};
