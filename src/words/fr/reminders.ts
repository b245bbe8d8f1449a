import { calendarNames } from '../../core/calendar-names.ts';
import { code, day, type Line, moment, strong } from '../../core/reply.ts';
import { type Day, formatTime, type Instant, type Zone } from '../../core/time.ts';
import { typeset } from '../../core/typeset.ts';
import type { Schedule } from '../../reminders/cron.ts';
import type { Words } from '../words.ts';
import { both, count, phrase } from './phrase.ts';

const { months, weekdays } = calendarNames.fr;

/** `chaque lundi à 9 h`, `le 1er et le 15 septembre à 17 h 30`. */
function schedule({ time, days, months: inMonths, weekdays: onWeekdays }: Schedule): string {
  const at = `à ${formatTime(time, 'fr')}`;
  const names = both(onWeekdays.map((number) => weekdays[number % 7] ?? ''));
  const dates = both(days.map((number) => `le ${number === 1 ? '1er' : number}`));
  const during = both(inMonths.map((number) => months[number - 1] ?? ''));
  const dated = `${dates} ${during === '' ? 'de chaque mois' : inMonths.length === 1 ? during : `en ${during}`}`;
  if (dates && names) return `${dated} et chaque ${names}, ${at}`;
  if (dates) return `${dated} ${at}`;
  const inMonth = during && ` en ${during}`;
  if (!names) return `chaque jour${inMonth} ${at}`;
  const workdays = onWeekdays.join() === '1,2,3,4,5';
  return `${workdays ? 'du lundi au vendredi' : `chaque ${names}`}${inMonth} ${at}`;
}

export const reminders: Words['reminders'] = {
  schedule,
  turnedOn: (zone: string): Line =>
    phrase`Les rappels sont activés. Si une lettre manque encore 14 jours avant son échéance, vous recevez un message privé, le matin de votre fuseau horaire (${zone}). ${code('/lor remind off')} les arrête.`,
  alreadyOn: phrase`Les rappels sont déjà activés.`,
  turnedOff: phrase`Les rappels sont désactivés. Je ne vous écrirai plus en premier.`,
  alreadyOff: phrase`Les rappels sont déjà désactivés.`,
  off: phrase`Les rappels sont désactivés; rien ne sera envoyé.`,
  turnOn: 'Activer les rappels',
  turnOff: 'Désactiver les rappels',
  list: {
    title: 'Rappels à venir',
    none: phrase`Rien n’est prévu. Une lettre qui a une échéance reçoit un seul rappel, de 14 à 7 jours avant.`,
    nudge: (name: string, on: Day, due: Day): Line =>
      phrase`${day(on)} : ${strong(name)}, si elle n’est pas téléversée d’ici là (échéance : ${day(due)})`,
    told: (name: string, due: Day): Line => phrase`${strong(name)} : déjà rappelée (échéance : ${day(due)})`,
  },
  nudge: {
    title: (number: number) => (number < 2 ? 'Une lettre manque encore' : `${number} lettres manquent encore`),
    notAsked: phrase`Vous n’avez pas encore demandé, et le temps presse : demandez aujourd’hui, et pensez à quelqu’un d’autre au besoin.`,
    asked: phrase`Toujours pas de réponse? Redemandez une fois, gentiment, et pensez à quelqu’un d’autre au besoin.`,
    waiting: phrase`C’est le moment d’une seule relance polie : merci, la date, une offre d’aide, et le lien ou le dossier de nouveau. Une fois suffit.`,
    why: phrase`Vous recevez ceci parce que vous avez activé les rappels et que la lettre est attendue d’ici 14 jours. Il n’y a qu’un rappel par lettre.`,
  },
  digest: {
    title: 'Échéances à venir',
    late: phrase`Ceci arrive en retard : la publication n’a pas pu se faire à temps.`,
    deadline: (name: string, when: Line, left: string): Line => phrase`${strong(name)} : ${when} (${left})`,
    none: (days: number): Line => phrase`Aucune échéance d’ici ${count(days, 'jour')}.`,
    tip: {
      label: typeset('Pour vos lettres :'),
      far: phrase`Plus de six semaines devant vous : pensez à qui peut raconter votre travail, et demandez en personne.`,
      ask: phrase`De quatre à six semaines avant une échéance, c’est le moment de demander, et d’envoyer le dossier aussitôt après un oui.`,
      nudge: phrase`D’une à deux semaines avant : une seule relance polie si une lettre tarde, et une solution de rechange en tête.`,
      close: phrase`Plus que quelques jours : vérifiez que chaque lettre est là et assignée. Ce qui manque peut souvent suivre plus tard.`,
      none: phrase`Une période calme est un bon moment pour remercier quelqu’un, ou pour trouver la prochaine personne.`,
    },
    mine: 'Mes lettres',
    why: (text: string, zone: string): Line =>
      phrase`Publié ${text} (${zone}). L’administration le gère avec ${code('/lor-admin digest')}.`,
  },
  at: (at: Instant, zone: Zone): Line => phrase`${moment(at, zone)}`,
};
