import { day, type Line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import type { BackupPoint } from '../../letters/backup.ts';
import type { Words } from '../words.ts';
import { phrase } from './phrase.ts';

const what: Readonly<Record<BackupPoint, string>> = {
  'line-up': 'prévoir une relève',
  nudge: 'relancer la personne, une fois',
  activate: 'demander à la relève',
  submit: 'postuler sans la lettre et l’ajouter plus tard',
};

export const backup: Words['backup'] = {
  title: (name: string): string => `Si la lettre de ${name} tarde`,
  point: (point: BackupPoint, on: Day, done: boolean): Line =>
    done ? phrase`✓ ${day(on)} : ${what[point]}` : phrase`${day(on)} : ${what[point]}`,
  now: (point: BackupPoint): Line => phrase`${strong('Maintenant')} : ${what[point]}.`,
  never: phrase`N’occupez jamais une place avec une lettre dont vous ne voulez pas : après la candidature, elle peut y rester. Une place vide se remplit plus tard.`,
  noClock: phrase`L’horloge part une fois la lettre demandée et son échéance notée.`,
  nobody: phrase`Personne n’est encore en relève. Quelqu’un qui vous connaît bien et pourrait écrire en deux semaines suffit; dites-lui que ce ne sera peut-être pas nécessaire.`,
  standsBy: (name: string, since: Day): Line => phrase`${strong(name)} est en relève depuis le ${day(since)}.`,
  steppedIn: (name: string, on: Day): Line => phrase`${strong(name)} prend la relève depuis le ${day(on)}.`,
  lined: (name: string): Line => phrase`${strong(name)} est maintenant en relève.`,
  activated: (name: string, late: string): Line =>
    phrase`${strong(name)} prend la relève de ${strong(late)}. Une lettre de sa part est sur votre liste, pour le même usage, avec la même échéance. La première reste : si elle arrive tout de même, vous choisirez.`,
  removed: phrase`Il n’y a plus de relève.`,
  notItself: (name: string): Line => phrase`${strong(name)} écrit cette lettre. Nommez quelqu’un d’autre.`,
  none: phrase`Nommez d’abord la relève.`,
  already: (name: string, on: Day): Line => phrase`${strong(name)} prend déjà la relève depuis le ${day(on)}.`,
  notOutstanding: (name: string): Line =>
    phrase`La lettre de ${strong(name)} n’a pas besoin de relève : elle n’est pas en attente.`,
  pick: 'Qui est en relève',
  buttons: { activate: 'Faire appel à la relève', remove: 'Pas de relève', draft: 'Lui demander' },
};
