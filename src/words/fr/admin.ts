import { channel, code, type Line, moment, strong } from '../../core/reply.ts';
import type { Instant, Zone } from '../../core/time.ts';
import { mostEvents } from '../../exchange/read-calendar.ts';
import type { CalendarSystem } from '../../packs/calendar-row.ts';
import { systemNames } from '../../packs/systems.ts';
import type { CronField, CronProblem } from '../../reminders/cron.ts';
import type { Post } from '../../reminders/posts.ts';
import type { Words } from '../words.ts';
import { count, either, phrase } from './phrase.ts';
import { reminders } from './reminders.ts';

const field: Readonly<Record<CronField, string>> = {
  minute: 'la minute',
  hour: 'l’heure',
  day: 'le jour du mois',
  month: 'le mois',
  weekday: 'le jour de la semaine',
};

/** What a working schedule looks like. */
const sample = phrase`${code('0 9 * * MON')}, c’est chaque lundi à 9\u00a0h.`;

function cronProblem(problem: CronProblem): Line {
  switch (problem.kind) {
    case 'fields':
      return phrase`Un horaire a cinq parties (minute, heure, jour, mois, jour de la semaine), et celui-ci en a ${problem.found}. ${sample}`;
    case 'too-often':
      return phrase`Un bulletin paraît au plus une fois par jour : pour ${field[problem.field]}, il faut un seul nombre, pas ${code(problem.value)}. ${sample}`;
    case 'bad-field':
      return phrase`Je ne peux pas lire ${code(problem.value)} comme ${field[problem.field]}. ${sample}`;
    case 'never':
      return phrase`Aucune année n’a ce jour-là; le bulletin ne paraîtrait jamais.`;
  }
}

const numbered = (numbers: readonly number[]) => either(numbers.map((number) => `#${number}`));

const names = (systems: readonly CalendarSystem[]) => systems.map((system) => systemNames[system]);

/** What became of a post. */
function post({ runAt, byHand, state, reason }: Post, zone: Zone): Line {
  const why = reason !== null && state !== 'sent' ? phrase` (${reason})` : phrase``;
  return phrase`${moment(runAt, zone)}${byHand ? ', publié à la main' : ''} : ${reminders.log.state[state]}${why}`;
}

/** Why an entry of a calendar becomes no deadline. */
const leftOut = {
  recurring: 'se répète',
  cancelled: 'a été annulée',
  'no-name': 'n’a pas de nom',
  'no-date': 'n’a pas de date que je peux lire',
  past: 'est passée',
  known: 'est déjà ici',
  'no-room': 'dépasse ce qu’une communauté peut avoir',
} as const;

export const admin: Words['admin'] = {
  cronProblem,
  digest: {
    title: 'Bulletins',
    none: phrase`Aucun bulletin n’est encore prévu.`,
    added: (number: number, where: string, text: string, zone: string): Line =>
      phrase`Le bulletin ${strong(`#${number}`)} est prévu : ${text} (${zone}), dans ${channel(where)}.`,
    entry: (number: number, where: string): Line => phrase`${strong(`#${number}`)} dans ${channel(where)}`,
    schedule: (text: string, zone: string, cron: string): Line => phrase`${text} (${zone}), ${code(cron)}`,
    next: (at: Instant, zone: Zone): Line => phrase`Prochain : ${moment(at, zone)}`,
    ahead: (days: number): Line => phrase`Regarde ${count(days, 'jour')} à l’avance`,
    removed: (number: number): Line =>
      phrase`Le bulletin ${strong(`#${number}`)} est supprimé. Il ne publiera plus rien.`,
    queued: (where: string): Line =>
      phrase`Il est en route vers ${channel(where)}. S’il n’y paraît pas d’ici une minute, ${code('/lor-admin digest list')} dit pourquoi.`,
    justNow: (where: string): Line =>
      phrase`Une publication pour ${channel(where)} a été faite il y a moins d’une minute; celle-ci a donc été laissée de côté. Attendez une minute pour publier de nouveau.`,
    failed: (at: Instant, zone: Zone, reason: string): Line =>
      phrase`La dernière publication, le ${moment(at, zone)}, n’est pas arrivée : ${reason}.`,
    trying: (at: Instant, zone: Zone): Line =>
      phrase`La dernière publication, le ${moment(at, zone)}, n’est pas encore arrivée, à ma connaissance. Je continue d’essayer.`,
    preview: (where: string): Line =>
      phrase`Personne d’autre ne voit ceci. Voici ce qui paraîtrait, en anglais, dans ${channel(where)} :`,
    notFound: (typed: string, numbers: readonly number[]): Line =>
      phrase`Il n’y a pas de bulletin « ${typed} ». Choisissez ${numbered(numbers)}.`,
    which: (numbers: readonly number[]): Line => phrase`Il y a plusieurs bulletins. Choisissez ${numbered(numbers)}.`,
    needsChannel: phrase`Dites dans quel canal il doit paraître : ${code('channel:#deadlines')}.`,
    edited: (number: number): Line => phrase`Le bulletin ${strong(`#${number}`)} est modifié.`,
    unchanged: (number: number): Line => phrase`Le bulletin ${strong(`#${number}`)} est déjà réglé ainsi.`,
    unknownService: (typed: string): Line =>
      phrase`Je ne connais pas de dates de « ${typed} ». Choisissez parmi ${either(Object.keys(systemNames))}, séparés par des virgules, ou ${code('tous')} ou ${code('aucun')}.`,
    services: (systems: readonly CalendarSystem[]): Line =>
      systems.length === 0
        ? phrase`Aucune date de la saison, seulement les vôtres`
        : phrase`Dates de la saison : ${names(systems).join(', ')}`,
    withFigures: phrase`Avec les chiffres des membres qui partagent les leurs`,
    figuresNote: phrase`Les chiffres paraissent dès que dix membres d’ici partagent les leurs. Ils changent au plus une fois par semaine; un aperçu n’en fait pas de nouveaux.`,
    paused: (number: number): Line =>
      phrase`Le bulletin ${strong(`#${number}`)} est en pause : il ne publie rien jusqu’à ce que vous le repreniez. Ce qui tombe dans la pause ne paraîtra pas plus tard.`,
    alreadyPaused: (number: number): Line => phrase`Le bulletin ${strong(`#${number}`)} est déjà en pause.`,
    isPaused: (number: number): Line => phrase`En pause. ${code(`/lor-admin digest resume ${number}`)} le reprend.`,
    nowPaused: (number: number): Line =>
      phrase`Le bulletin ${strong(`#${number}`)} est en pause; rien n’a été publié. ${code(`/lor-admin digest resume ${number}`)} le reprend.`,
    notPaused: (number: number): Line => phrase`Le bulletin ${strong(`#${number}`)} n’est pas en pause.`,
    resumed: (number: number): Line => phrase`Le bulletin ${strong(`#${number}`)} reprend.`,
    history: (number: number): string => `Publications du bulletin #${number}`,
    noPosts: phrase`Il n’a encore rien publié.`,
    post,
    onlyLast: (number: number): Line => phrase`Ce sont les ${number} dernières.`,
    buttons: {
      preview: 'Aperçu',
      now: 'Publier maintenant',
      edit: 'Modifier',
      pause: 'Mettre en pause',
      resume: 'Reprendre',
      history: 'Historique',
      remove: 'Supprimer',
      add: 'Ajouter un bulletin',
    },
    limit: (max: number): Line => phrase`Il y a déjà ${max} bulletins, le maximum. Supprimez-en un d’abord.`,
  },
  deadline: {
    title: 'Échéances',
    none: phrase`Aucune échéance n’est encore annoncée.`,
    added: (name: string): Line => phrase`L’échéance ${strong(name)} est annoncée.`,
    entry: (number: number, name: string): Line => phrase`${strong(`#${number}`)} ${name}`,
    removed: (name: string): Line => phrase`L’échéance ${strong(name)} est supprimée.`,
    notFound: (typed: string): Line =>
      phrase`Il n’y a pas d’échéance « ${typed} ». ${code('/lor-admin deadline list')} les montre.`,
    empty: phrase`Il n’y a encore aucune échéance.`,
    past: phrase`C’est déjà passé. Les bulletins montrent ce qui vient.`,
    buttons: {
      edit: 'Modifier',
      remove: 'Supprimer',
      add: 'Ajouter une échéance',
      import: 'D’un fichier de calendrier',
      take: (number: number): string => `Ajouter ${count(number, 'échéance')}`,
    },
    edited: (name: string): Line => phrase`L’échéance ${strong(name)} est modifiée.`,
    unchanged: (name: string): Line => phrase`L’échéance ${strong(name)} est déjà réglée ainsi.`,
    importTitle: 'Échéances d’un calendrier',
    wouldAdd: (number: number): Line =>
      phrase`${count(number, 'échéance')} ${number < 2 ? 'serait ajoutée' : 'seraient ajoutées'} :`,
    nothingToAdd: phrase`Rien dans ce fichier ne devient une échéance. Rien n’a changé.`,
    more: (number: number): Line => phrase`Et ${number} de plus.`,
    leftOut: (number: number): Line =>
      phrase`${count(number, 'entrée')} ${number < 2 ? 'laissée' : 'laissées'} de côté :`,
    left: (name: string, why: keyof typeof leftOut): Line =>
      name === '' ? phrase`Une entrée : ${leftOut[why]}` : phrase`${strong(name)} : ${leftOut[why]}`,
    waits: phrase`Le fichier attend votre oui pendant un jour; il est ensuite supprimé.`,
    taken: (number: number): Line => phrase`${count(number, 'échéance')} ${number < 2 ? 'ajoutée' : 'ajoutées'}.`,
    fileGone: phrase`Ce fichier n’attend plus. Donnez-le de nouveau avec ${code('/lor-admin deadline import')}.`,
    fileProblem: (problem) => {
      switch (problem.problem) {
        case 'unreadable':
          return phrase`Ce n’est pas un fichier de calendrier que je peux lire. Exportez-le de nouveau en .ics, puis réessayez.`;
        case 'empty':
          return phrase`Il n’y a aucune entrée dans ce calendrier.`;
        case 'too-many':
          return phrase`Il y a ${problem.found} entrées dans ce calendrier, et j’en lis ${mostEvents} au plus. Exportez-en moins, par exemple celles d’une seule saison.`;
      }
    },
    limit: (max: number): Line => phrase`Il y a déjà ${max} échéances, le maximum. Supprimez-en une d’abord.`,
  },
};
