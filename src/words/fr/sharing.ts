import { code, day, type Line, moment, person } from '../../core/reply.ts';
import type { Day, Instant, Zone } from '../../core/time.ts';
import type { Words } from '../words.ts';
import { phrase } from './phrase.ts';

export const sharing: Words['sharing'] = {
  shared: (who: string, until: Day): Line =>
    phrase`${person(who)} peut regarder votre tableau jusqu’au ${day(until)} : initiales, usage de chaque lettre, étapes et échéances. Les notes, les courriels, les programmes et les noms complets restent à vous.`,
  tellThem: phrase`Je n’écris à personne de moi-même. Dites-lui de me taper ${code('/lor share view')}.`,
  renewed: (who: string, until: Day): Line =>
    phrase`${person(who)} peut maintenant regarder votre tableau jusqu’au ${day(until)}.`,
  notYourself: phrase`Votre propre tableau vous est toujours ouvert.`,
  limit: (max: number): Line =>
    phrase`Vous partagez déjà votre tableau avec ${max} personnes, le maximum. Retirez d’abord un accès.`,
  listTitle: 'Qui peut regarder votre tableau',
  nobody: phrase`Personne d’autre que vous ne voit votre tableau.`,
  open: (until: Day): Line => phrase`jusqu’au ${day(until)}`,
  ended: (on: Day): Line => phrase`terminé le ${day(on)}`,
  looked: (views: number, last: Instant | null, zone: Zone): Line =>
    last === null ? phrase`pas encore regardé` : phrase`regardé ${views} fois, en dernier ${moment(last, zone)}`,
  stopped: (who: string): Line => phrase`${person(who)} ne peut plus regarder votre tableau.`,
  notShared: phrase`Ce tableau n’est pas partagé, ou ne l’est plus.`,
  notSharedWith: (who: string): Line => phrase`Vous ne partagez pas votre tableau avec ${person(who)}.`,
  offeredTitle: 'Tableaux partagés avec vous',
  noneOffered: phrase`Personne ne partage de tableau avec vous en ce moment.`,
  offered: (who: string, until: Day): Line => phrase`${person(who)} · jusqu’au ${day(until)}`,
  viewing: (who: string, until: Day): Line =>
    phrase`Le tableau de ${person(who)}, que vous pouvez regarder jusqu’au ${day(until)}. Cette personne voit quand vous l’avez regardé. Gardez-le pour vous.`,
  buttons: {
    stop: 'Retirer',
    look: 'Regarder',
    list: 'Qui peut regarder',
    share: 'Partager avec une personne-conseil',
  },
};
