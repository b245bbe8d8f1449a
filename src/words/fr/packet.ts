import { day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { PacketItem } from '../../letters/packet.ts';
import type { Words } from '../words.ts';
import { letters } from './letters.ts';
import { phrase } from './phrase.ts';

export const packet: Words['packet'] = {
  title: (name: string): string => `Le dossier pour ${name}`,
  ready: (item: PacketItem, on: Day): Line => phrase`✓ ${letters.packetItem[item]}, en place le ${day(on)}`,
  missing: (item: PacketItem): Line => phrase`☐ ${letters.packetItem[item]}`,
  count: (ready: number, all: number): Line => phrase`${ready} sur ${all} en place.`,
  complete: phrase`Le dossier est complet. Envoyez-le en un seul courriel.`,
  incomplete: phrase`Vous pouvez l’envoyer tel quel. Complet, il épargne une question à qui écrit.`,
  hints: {
    cv: phrase`${strong('CV')} : à jour; deux pages suffisent amplement.`,
    statement: phrase`${strong('Lettre d’intention')} : une ébauche pour cette spécialité fait l’affaire.`,
    request: phrase`${strong('Comment la lettre arrive au portail')} : le lien ou le formulaire du service, et la date.`,
    sheet: phrase`${strong('Aide-mémoire')} : quelques points sur ce que vous avez fait ensemble. C’est la pièce la plus utile, et jamais avec quoi que ce soit qui dise qui est un patient ou une patiente.`,
    programs: phrase`${strong('Liste des programmes')} : du contexte seulement. Une lettre ne nomme aucun programme.`,
    photo: phrase`${strong('Photo')} : celle de votre candidature, pour qu’on sache de qui il s’agit.`,
  },
  ticked: (item: PacketItem): Line => phrase`${letters.packetItem[item]} : en place.`,
  unticked: (item: PacketItem): Line => phrase`${letters.packetItem[item]} : pas encore en place.`,
  sheetTitle: 'Aide-mémoire',
  sheetKept: phrase`L’aide-mémoire est gardé, chiffré. Il entre dans l’ébauche du courriel.`,
  sheetGone: phrase`L’aide-mémoire est supprimé.`,
  filesStay: phrase`Je garde des coches et des dates, aucun fichier.`,
  buttons: {
    item: (item: PacketItem, ready: boolean): string => `${ready ? '✓' : '☐'} ${letters.packetItem[item]}`,
    draft: 'Ébauche du courriel',
    sheet: 'Écrire l’aide-mémoire',
    editSheet: 'Modifier l’aide-mémoire',
  },
};
