import { code, day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { Words } from '../words.ts';
import { count, phrase } from './phrase.ts';

export type Kept = Parameters<Words['data']['export']['done']>[0];

/** `2 signataires, 1 lettre et 0 programme`. */
export function kept({ writers, letters, programs }: Kept): string {
  return `${count(writers, 'signataire')}, ${count(letters, 'lettre')} et ${count(programs, 'programme')}`;
}

export const data: Words['data'] = {
  erase: {
    buttons: { keep: 'Exporter d’abord', erase: 'Tout supprimer' },
    asks: (what: Kept): Line =>
      phrase`Ceci supprime tout ce que je garde à votre sujet : ${kept(what)}, leur historique, vos paramètres, rappels, partages, propositions, votes et rôles. Rien ne peut être ramené, ni par « Annuler », ni par la prochaine sauvegarde. ${code('/lor data export')} vous en donne d’abord une copie.`,
    wrongWord: (typed: string): Line =>
      phrase`« ${typed} » ne confirme pas; rien n’a été supprimé. Tapez ${strong('SUPPRIMER')}.`,
    done: (what: Kept): Line => phrase`Supprimé : ${kept(what)}, et tout le reste que je gardais à votre sujet.`,
    after: phrase`Je repars de zéro si vous m’écrivez de nouveau. Une copie dans une sauvegarde faite plus tôt disparaît avec cette sauvegarde. Les réponses que votre communauté a publiées restent, sans votre nom. Je ne supprime pas ce qui est écrit dans la conversation, ni les fichiers que je vous ai remis.`,
  },
  export: {
    done: (what: Kept): Line => phrase`Voici tout ce que je garde à votre sujet : ${kept(what)}.`,
    files: phrase`Le fichier JSON contient tout et se redonne avec ${code('/lor data import')}, ailleurs aussi. Les fichiers CSV s’ouvrent dans un tableur.`,
    careful: phrase`Ils contiennent les noms et les courriels de vos signataires. Gardez-les comme vous garderiez les vôtres.`,
    jsonAlt: 'Tout ce qui est gardé à votre sujet, en JSON',
    lettersAlt: 'Vos lettres en tableau, une ligne chacune',
    programsAlt: 'Vos programmes en tableau, une ligne chacun',
  },
  calendar: {
    done: (events: number): Line =>
      phrase`Vos dates en fichier de calendrier, ${count(events, 'événement')} : ouvrez-le, et votre calendrier les prend.`,
    nothing: phrase`Il n’y a encore aucune date à mettre dans un calendrier. Donnez d’abord une échéance à une lettre ou à un programme.`,
    once: phrase`Le fichier dit où en sont les choses aujourd’hui; ce que vous changez ici plus tard ne l’atteint pas. Pour des dates qui suivent, demandez un abonnement : ${code('/lor data feed')}`,
    alt: 'Vos dates, pour un logiciel de calendrier',
  },
  feed: {
    done: phrase`Abonnez-vous à cette adresse dans votre calendrier, et vos dates suivront ce que vous changez ici :`,
    secret: phrase`Quiconque a l’adresse peut lire ces dates : ne la montrez à personne. Elle n’apparaît qu’une fois; une nouvelle met fin à l’ancienne.`,
    stands: (since: Day): Line =>
      phrase`Vous avez une adresse depuis le ${day(since)}. Je n’en garde pas de copie; si vous l’avez perdue, faites-en une nouvelle, et l’ancienne prend fin.`,
    revoked: phrase`L’adresse ne fonctionne plus.`,
    none: phrase`Vous n’avez pas d’adresse de calendrier.`,
    unavailable: phrase`Ce robot n’a pas d’adresse publique; il n’y a donc pas d’abonnement. ${code('/lor data calendar')} vous donne un fichier.`,
    buttons: {
      renew: 'Faire une nouvelle adresse',
      make: 'Faire une adresse',
      revoke: 'Y mettre fin',
      file: 'En fichier',
    },
  },
  import: {
    nothing: phrase`Il n’y a rien dans ce fichier que je puisse prendre.`,
    confirm: 'Prendre le tout',
    done: (what: Kept): Line => phrase`C’est fait : ${kept(what)}, nouveaux ou modifiés.`,
    columns: 'Corriger les colonnes',
    again: 'Donner un fichier',
    gone: phrase`Ce fichier a attendu plus d’un jour, ou un autre est venu après. Redonnez-le.`,
    waits: phrase`Rien n’est encore changé. Le fichier attend un jour, chiffré.`,
  },
};
