import { channel, code, type Line, link, strong } from '../../core/reply.ts';
import type { Words } from '../words.ts';
import { count, phrase } from './phrase.ts';

export const channels: Words['channels'] = {
  share: 'Partager dans ce canal',
  show: 'Voir la réponse',
  earlier: (minutes: number, url: string | undefined): Line => {
    const ago = minutes < 1 ? 'il y a un instant' : `il y a ${count(minutes, 'minute')}`;
    return url === undefined
      ? phrase`J’ai répondu à cela dans ce canal ${ago}.`
      : phrase`J’ai répondu à cela ${link(`dans ce canal ${ago}`, url)}.`;
  },
  shareOnlyInChannel: phrase`Il n’y a pas de canal ici où la partager.`,
  shareOff: phrase`Je suis désactivé dans ce canal; rien n’y est donc partagé.`,
  betterPrivately: phrase`Mieux vaut poser cette question là où personne d’autre ne la lit. Personne d’autre ne voit ce qui s’ouvre ici.`,
  openPrivately: 'Ouvrir en privé',
  pleaseDelete: phrase`Si ce message est de vous, supprimez-le : il semble contenir un identifiant, une adresse courriel ou des renseignements sur un patient ou une patiente, et tout le canal peut le lire. Je n’en ai rien gardé.`,
  askPrivately: phrase`Posez de nouveau la question avec ${code('/lor ask')}, sans ces détails. Personne d’autre ne voit la réponse.`,
  settings: {
    title: 'Canaux',
    none: phrase`Dans chaque canal, je réponds quand on me mentionne. Pour qu’il en soit autrement dans l’un d’eux : ${code('/lor-admin channel channel:#lor-help mode:désactivé')}.`,
    others: phrase`Dans tous les autres canaux, je réponds quand on me mentionne.`,
    entry: (where: string, mode: Line): Line => phrase`${channel(where)} : ${mode}`,
    mode: {
      off: phrase`${strong('désactivé')}. Je n’y dis rien, même quand on me mentionne.`,
      mention: phrase`${strong('mention')}. Je réponds quand on me mentionne.`,
      auto: phrase`${strong('auto')}. Je réponds aussi aux questions simples quand je suis sûr de moi; sinon, je me tais.`,
    },
    pause: (minutes: number): Line =>
      minutes === 0
        ? phrase`Je peux répondre de nouveau au même sujet tout de suite.`
        : phrase`Sur un même sujet, je réponds une seule fois en ${count(minutes, 'minute')}.`,
    saved: phrase`C’est enregistré.`,
    needsChannel: phrase`Dites de quel canal il s’agit : ${code('channel:#lor-help')}.`,
    cannotRead: phrase`Je ne peux pas lire ici les messages qui ne me mentionnent pas; ${code('mode:auto')} n’aurait donc aucun effet. La personne qui exploite ce robot doit d’abord définir ${code('LORBOT_READ_CHANNELS=on')} et m’accorder la permission qu’il faut pour cela sur la plateforme.`,
    notReading: phrase`La personne qui exploite ce robot m’a depuis retiré la lecture des canaux (${code('LORBOT_READ_CHANNELS')}) : ${code('auto')} fonctionne donc comme ${code('mention')}.`,
    limit: (max: number): Line => phrase`Il y a déjà des paramètres pour ${max} canaux, le maximum.`,
  },
};
