import { code } from '../../core/reply.ts';
import type { Words } from '../words.ts';
import { phrase } from './phrase.ts';

export const home: Words['home'] = {
  welcome: 'Lettres de recommandation',
  intro: phrase`Je tiens le suivi de vos lettres, je réponds aux questions à leur sujet et je vous préviens à temps. Ce que vous notez ici, vous seul ou vous seule le voyez : aucun autre membre, aucun admin. On peut aussi tout taper : ${code('/lor help')}.`,
  mayI: phrase`Puis-je vous écrire? Au plus un message par jour, le matin chez vous, quand il y a quelque chose à faire pour une lettre. Vous pouvez y mettre fin à tout moment.`,
  reminders: 'Rappels',
  remindersOn: (hours, zone) => phrase`Activés : au plus un message par jour, ${hours} (${zone}).`,
  you: 'Vous',
  profile: (service, specialties, img) =>
    phrase`Service : ${service} · spécialités : ${specialties} · diplôme international : ${img}`,
  buttons: {
    yes: 'Oui, prévenez-moi',
    ask: 'Poser une question',
    settings: 'Paramètres',
    topics: 'Réponses',
    data: 'Mes données',
    privacy: 'Confidentialité',
  },
};
