import { code, day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { PacketItem } from '../../letters/packet.ts';
import type { Stage } from '../../letters/stages.ts';
import type { Words } from '../words.ts';
import { letters } from './letters.ts';
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
  buttons: {
    sent: 'C’est envoyé',
    matched: 'Il y a jumelage',
    notMatched: 'Pas de jumelage',
    tone: { formal: 'Plus soutenu', warm: 'Plus chaleureux', brief: 'Plus court' },
  },
  noted: {
    ask: (name: string, on: Day): Line => phrase`${strong(name)} : demandée le ${day(on)}.`,
    packet: (name: string, on: Day): Line => phrase`${strong(name)} : dossier envoyé le ${day(on)}.`,
    nudge: (name: string, on: Day): Line =>
      phrase`${strong(name)} : relance le ${day(on)}. C’était la seule; la balle est dans son camp.`,
    'step-back': (name: string, on: Day): Line =>
      phrase`${strong(name)} : votre demande est retirée, le ${day(on)}. La lettre est abandonnée.`,
    thanks: (name: string, on: Day): Line => phrase`${strong(name)} : remerciements le ${day(on)}.`,
    result: (name: string, on: Day): Line =>
      phrase`${strong(name)} : résultat annoncé le ${day(on)}. Cela lui fera plaisir.`,
  },
  notedAlready: (name: string): Line => phrase`${strong(name)} : cette étape est déjà notée.`,
  notedAgain: (name: string, on: Day): Line =>
    phrase`${strong(name)} : deuxième relance le ${day(on)}. C’était la dernière; une troisième n’aide personne.`,
  early: (name: string, at: Stage): Line =>
    phrase`D’après vos notes, la lettre de ${strong(name)} n’est pas encore arrivée (${letters.stage[at]}), et ce courriel en parle comme si elle l’était. Quand elle sera arrivée, notez-le d’abord : ${code('/lor next')}`,
  notInYet: (name: string): Line =>
    phrase`La lettre de ${strong(name)} n’est pas encore arrivée. Notez d’abord le téléversement.`,
  notHere: (name: string, at: Stage): Line =>
    phrase`La lettre de ${strong(name)} en est à l’étape « ${letters.stage[at]} », ce qui ne va pas avec ce courriel. Rien n’a été noté.`,
  cannotStepBack: (name: string): Line =>
    phrase`La lettre de ${strong(name)} est arrivée; il n’y a plus de demande à retirer. Rien ne vous oblige à l’assigner.`,
  nudgeRule: {
    isIn: (name: string): Line => phrase`${name} n’a pas besoin de relance : cette lettre n’est plus en attente.`,
    notYet: (name: string): Line =>
      phrase`${name} n’a pas encore dit oui; il n’y a donc pas de retard. Demandez d’abord.`,
    tooEarly: (name: string, opens: Day): Line =>
      phrase`C’est tôt pour relancer ${strong(name)}. Une relance polie convient à partir du ${day(opens)}, 14 jours avant la date voulue; avant, elle ne fait que presser.`,
    wait: (name: string, on: Day, again: Day): Line =>
      phrase`Vous avez relancé ${strong(name)} le ${day(on)}. Laissez passer une semaine : une deuxième relance convient à partir du ${day(again)}, avec une raison. D’ici là, demandez à l’adjointe ou à l’adjoint, et prévoyez une relève.`,
    why: (name: string, on: Day): Line =>
      phrase`Vous avez déjà relancé ${strong(name)} le ${day(on)}. Pourquoi encore une fois? Choisissez la raison, et le courriel la dira.`,
    twice: (name: string): Line =>
      phrase`Vous avez relancé ${strong(name)} deux fois, et une troisième n’aide personne. Demandez à l’adjointe ou à l’adjoint, ou faites appel à la relève.`,
  },
};
