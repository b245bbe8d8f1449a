import type { Tone } from '../../../drafts/draft.ts';
import type { WriteMail } from '../../../drafts/draft-words.ts';
import { gap } from '../../../drafts/mail-text.ts';
import { courriel, letter } from './parts.ts';

/** After the upload. The thanks are for time and trust, not for a text that the member has not read. */
export const thanks: Readonly<Record<Tone, WriteMail>> = {
  formal: (facts) => ({
    subject: courriel`Merci de votre lettre`,
    paragraphs: [
      courriel`Votre ${letter(facts)} a été téléversée. Merci de l’avoir écrite; je sais qu’il a fallu en trouver le temps quelque part.`,
      courriel`De tout ce que vous m’avez appris, je retiens surtout ceci : ${gap('une chose apprise de cette personne')}. Cela me suivra en résidence.`,
      courriel`Je vous écrirai de nouveau après le jumelage pour vous dire comment cela s’est passé.`,
    ],
    farewell: 'Avec toute ma reconnaissance,',
    attached: [],
  }),
  warm: () => ({
    subject: courriel`Merci de votre lettre`,
    paragraphs: [
      courriel`Votre lettre est arrivée, et je voulais vous remercier comme il se doit. Vous avez trouvé le temps de l’écrire dans une semaine bien remplie, et je ne le prends pas à la légère.`,
      courriel`Ce que je garderai de mon travail avec vous : ${gap('une chose apprise de cette personne')}. J’espère le transmettre un jour à mon tour.`,
      courriel`Après le jumelage, je vous donnerai des nouvelles, quelles qu’elles soient.`,
    ],
    farewell: 'Avec ma reconnaissance,',
    attached: [],
  }),
  brief: () => ({
    subject: courriel`Merci de votre lettre`,
    paragraphs: [
      courriel`Votre lettre est arrivée. Merci de l’avoir écrite, et d’avoir pris ce temps sur des journées bien remplies.`,
      courriel`J’ai beaucoup appris en travaillant avec vous, et je vous dirai après le jumelage comment cela s’est passé.`,
    ],
    farewell: 'Merci encore,',
    attached: [],
  }),
};
