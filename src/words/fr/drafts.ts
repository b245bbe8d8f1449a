import { day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { Words } from '../words.ts';
import { phrase } from './phrase.ts';

export const drafts: Words['drafts'] = {
  nudge: {
    title: (name) => `Un rappel à ${name}`,
    subject: (what): Line => phrase`${strong('Objet')} : ma lettre de recommandation${what === '' ? '' : ` (${what})`}`,
    body: (name, due: Day | null) => [
      phrase`Bonjour ${name},`,
      phrase`Merci encore d’avoir accepté d’écrire une lettre pour moi. Cela compte beaucoup, et je sais combien vos journées sont remplies.`,
      due === null
        ? phrase`J’espère réunir toutes mes lettres d’ici le [date]. Est-ce que cela vous convient toujours?`
        : phrase`J’espère réunir toutes mes lettres d’ici le ${day(due)}. Est-ce que cela vous convient toujours?`,
      phrase`Je joins de nouveau mon dossier. Si la demande est difficile à trouver, elle est peut-être dans vos courriels indésirables; sinon, dites-le-moi et je l’enverrai encore une fois. Si autre chose peut vous aider, je m’en occupe volontiers.`,
      phrase`Avec toute ma reconnaissance,`,
      phrase`[votre nom]`,
    ],
    gaps: phrase`Remplissez ce qui est entre [crochets] avant l’envoi. Je n’écris jamais moi-même aux signataires.`,
    once: phrase`Un seul rappel, une à deux semaines avant votre date, voilà ce que l’on conseille le plus souvent. Ensuite, adressez-vous à l’adjointe ou à la coordination.`,
    isIn: (name) => phrase`${name} n’a pas besoin d’un rappel : cette lettre n’est plus attendue.`,
    notYet: (name) => phrase`${name} n’a pas encore dit oui, il n’y a donc pas de retard. Demandez d’abord.`,
  },
};
