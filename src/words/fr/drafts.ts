import { day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { PacketItem } from '../../letters/packet.ts';
import type { Words } from '../words.ts';
import { mails } from './mails/index.ts';
import { both, phrase } from './phrase.ts';

const papers: Readonly<Record<PacketItem, string>> = {
  cv: 'votre CV',
  statement: 'votre lettre d’intention',
  request: 'la demande',
  sheet: 'votre aide-mémoire',
  programs: 'une liste de programmes',
  photo: 'votre photo',
};

export const drafts: Words['drafts'] = {
  mails,
  title: {
    ask: (name) => `Demander une lettre à ${name}`,
    packet: (name) => `Le dossier pour ${name}`,
    nudge: (name) => `Un rappel à ${name}`,
    'step-back': (name) => `Retirer votre demande à ${name}`,
    thanks: (name) => `Remercier ${name}`,
    result: (name) => `Le résultat, pour ${name}`,
  },
  to: 'À',
  subject: 'Objet',
  fill: (number) =>
    number === 1
      ? phrase`Ce n’est pas encore prêt. Remplissez ceci avant l’envoi :`
      : phrase`Ce n’est pas encore prêt. Remplissez ces passages avant l’envoi :`,
  filled: phrase`Il ne reste rien à remplir. Relisez le texte, et donnez-lui votre ton.`,
  attach: (items) =>
    phrase`Le texte annonce des pièces jointes, qu’aucun lien ne peut joindre pour vous : ${both(items.map((item) => papers[item]))}.`,
  write: (name) => `Écrire à ${name} dans votre messagerie`,
  copy: phrase`Le texte est trop long pour un lien; il faut le copier d’ici.`,
  rule: {
    ask: phrase`En personne, c’est mieux, dans un moment calme; le courriel convient si vous ne vous voyez plus. Une hésitation vaut un non.`,
    packet: phrase`Envoyez le tout en un seul courriel peu après le oui, sans rien qui puisse identifier un patient ou une patiente.`,
    nudge: phrase`Un seul rappel, une à deux semaines avant votre date, voilà ce que l’on conseille le plus souvent. Ensuite, adressez-vous à l’adjointe ou à la coordination.`,
    'step-back': phrase`Court, c’est aimable. Vous ne devez de raison à personne.`,
    thanks: phrase`Dans les jours qui suivent le téléversement. Beaucoup préfèrent un mot à la main; un courriel convient.`,
    result: phrase`Les signataires aiment savoir, quel que soit le résultat. Vous ne devez rien de plus à personne.`,
  },
  sends: phrase`Je n’écris jamais moi-même aux signataires.`,
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
