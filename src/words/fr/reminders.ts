import { calendarNames } from '../../core/calendar-names.ts';
import { code, day, type Line, moment, strong } from '../../core/reply.ts';
import { type Day, formatTime, type Instant, type Zone } from '../../core/time.ts';
import { typeset } from '../../core/typeset.ts';
import { isAddress } from '../../packs/address.ts';
import type { SaidBy } from '../../reminders/announced.ts';
import type { ToldShare } from '../../reminders/cohort.ts';
import type { Schedule } from '../../reminders/cron.ts';
import type { Repeats } from '../../reminders/own.ts';
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

const everyWords: Readonly<Record<Repeats, string>> = {
  never: 'une fois',
  daily: 'chaque jour',
  weekly: 'chaque semaine',
  monthly: 'chaque mois',
  yearly: 'chaque année',
};

/** Behind a date: who says so. */
function saidBy(by: SaidBy): Line {
  switch (by.who) {
    case 'community':
      return [];
    case 'admins':
      return phrase`, confirmée par les admins d’ici`;
    case 'source': {
      const where: Line = isAddress(by.source) ? [', ', { kind: 'link', text: 'source', url: by.source }] : [];
      return by.sure ? where : [...where, ...phrase`, de seconde main : vérifiez avant de vous y fier`];
    }
  }
}

export const reminders: Words['reminders'] = {
  schedule,
  turnedOn: (zone: string): Line =>
    phrase`Les rappels sont activés. Quand une lettre demande quelque chose (la demander, envoyer le dossier, en chercher une qui manque, remercier), vous recevez un message privé par jour au plus, le matin chez vous (${zone}). ${code('/lor remind list')} montre ce qui vient, ${code('/lor remind off')} arrête tout.`,
  alreadyOn: phrase`Les rappels sont déjà activés.`,
  resumed: phrase`La pause est finie : les rappels reviennent.`,
  turnedOff: (own: number): Line =>
    own === 0
      ? phrase`Les rappels sont désactivés. Je ne vous écrirai plus en premier.`
      : phrase`Les rappels sont désactivés. Il vous reste ${count(own, 'rappel')} à vous : ${code('/lor remind cancel')} les annule.`,
  alreadyOff: phrase`Les rappels sont déjà désactivés.`,
  off: phrase`Les rappels sur vos lettres sont désactivés.`,
  turnOn: 'Activer les rappels',
  turnOff: 'Désactiver les rappels',
  pause: {
    set: (until: Day): Line => phrase`Les rappels sont en pause : rien ne vient avant le ${day(until)}.`,
    past: phrase`Une pause finit un jour à venir. Donnez-en un, comme ${code('until:"dans 2 semaines"')}.`,
    off: phrase`Les rappels sont désactivés; il n’y a rien à mettre en pause.`,
    button: 'Finir la pause',
  },
  list: {
    title: 'Rappels à venir',
    none: phrase`Rien n’est prévu pour le moment. Ce sont les échéances qui donnent des rappels.`,
    paused: (until: Day): Line => phrase`En pause jusqu’au ${day(until)}.`,
    line: (on: Day, what: string, name: string): Line =>
      phrase`${day(on)} : ${what}${name === '' ? '' : typeset(' : ')}${strong(name)}`,
    more: (number: number): Line => phrase`Et ${number} plus tard.`,
    own: typeset('Les vôtres :'),
    waiting: typeset('Remis à plus tard :'),
    until: (at: Instant, zone: Zone): Line => phrase`jusqu’au ${moment(at, zone)}`,
  },
  about: {
    'ask-window': 'le moment de penser à demander',
    'ask-now': 'demander maintenant',
    'last-day': 'dernier jour ensemble, demander en personne',
    packet: 'envoyer le dossier',
    'no-answer': 'pas encore de réponse',
    check: 'voir si elle est arrivée',
    nudge: 'une seule relance polie',
    'line-up': 'prévoir une relève',
    activate: 'appeler la relève',
    due: 'dernier jour',
    overdue: 'en retard',
    thanks: 'remercier',
    assign: 'ne va à aucun programme',
    short: 'un programme manque de lettres',
    result: 'annoncer le résultat',
    expiry: 'vos lettres vont être effacées',
  },
  advice: {
    'ask-window': phrase`C’est le moment de demander : on compte de quatre à six semaines avant la date.`,
    'ask-now': phrase`Vous n’avez pas encore demandé, et le temps presse : demandez aujourd’hui, et pensez à quelqu’un d’autre au besoin.`,
    'last-day': phrase`C’est votre dernier jour ensemble. Rien ne vaut une demande en personne : demandez aujourd’hui.`,
    packet: phrase`C’est un oui. Envoyez le dossier en un seul courriel, tant que tout est frais.`,
    'no-answer': phrase`Toujours pas de réponse? Redemandez une fois, gentiment, et pensez à quelqu’un d’autre au besoin.`,
    check: phrase`La demande date d’un moment. Regardez dans le portail si la lettre y est, et notez-le ici.`,
    nudge: phrase`C’est le moment d’une seule relance polie : merci, la date, une offre d’aide, et le lien ou le dossier de nouveau. Une fois suffit.`,
    'line-up': phrase`Il reste trois semaines. Prévoyez quelqu’un, au cas où celle-ci ne viendrait pas : ${code('/lor backup')}.`,
    activate: phrase`Il reste quelques jours et elle manque. Appelez la relève, ou trouvez quelqu’un maintenant : ${code('/lor backup')}.`,
    due: phrase`Son dernier jour est là et, à ma connaissance, elle manque. Regardez dans le portail, et appelez plutôt que d’écrire.`,
    overdue: phrase`Son dernier jour est passé. Si elle est là malgré tout, notez-le; sinon, continuez sans elle, et ajoutez-la plus tard si le programme la prend.`,
    thanks: phrase`Elle est arrivée. Remerciez, à la main si vous le pouvez.`,
    assign: phrase`Elle est arrivée et ne va encore à aucun de vos programmes. ${code('/lor program propose')} montre où elle convient.`,
  },
  notices: {
    title: (number: number) =>
      number === 0
        ? 'Un mot sur vos lettres'
        : number === 1
          ? 'Une lettre a besoin de vous'
          : `${number} choses vous attendent`,
    late: phrase`Ceci arrive en retard : l’envoi n’a pas pu se faire à temps.`,
    more: (number: number): Line =>
      phrase`Et ${count(number, 'autre lettre', 'autres lettres')} : ${code('/lor today')} les montre toutes.`,
    result: phrase`Le jour du jumelage est passé. Les personnes qui ont écrit pour vous aimeraient savoir comment cela s’est terminé, quelle que soit l’issue.`,
    expiry: (on: Day): Line =>
      phrase`Rien n’a changé ici depuis longtemps et la saison est finie : vos lettres et vos programmes seront effacés le ${day(on)}. Le moindre changement les garde; une exportation vous en donne une copie.`,
    why: phrase`Vous recevez ceci parce que les rappels sont activés. Chacun ne vient qu’une fois. ${code('/lor remind pause')} et ${code('/lor settings')} changent le moment; ${code('/lor remind off')} arrête tout.`,
    write: 'Écrire le courriel',
  },
  own: {
    title: 'Votre rappel',
    set: (number: number, at: Instant, zone: Zone): Line =>
      phrase`Le rappel ${strong(`#${number}`)} est noté : ${moment(at, zone)}.`,
    past: phrase`Ce moment est passé. Donnez un autre jour, ou une heure plus tard aujourd’hui.`,
    limit: (max: number): Line =>
      phrase`Vous avez ${max} rappels à vous, le plus possible. ${code('/lor remind cancel')} en annule un.`,
    entry: (number: number, text: string): Line => phrase`${strong(`#${number}`)} ${text}`,
    next: (at: Instant, zone: Zone, every: Repeats): Line =>
      phrase`${moment(at, zone)}${every === 'never' ? '' : `, ${everyWords[every]}`}`,
    why: (every: Repeats): Line =>
      every === 'never'
        ? phrase`Vous m’avez demandé de vous le dire maintenant.`
        : phrase`Vous m’avez demandé de vous le dire ${everyWords[every]}.`,
    stop: 'Arrêter ce rappel',
    cancel: 'Annuler',
    cancelled: (number: number): Line => phrase`Le rappel ${strong(`#${number}`)} est annulé.`,
    notFound: (typed: string): Line =>
      phrase`Vous n’avez pas de rappel « ${typed} ». ${code('/lor remind list')} les montre avec leurs numéros.`,
    which: phrase`Lequel? ${code('/lor remind list')} montre vos rappels avec leurs numéros.`,
    none: phrase`Vous n’avez pas de rappel à vous.`,
  },
  snooze: {
    set: (at: Instant, zone: Zone): Line => phrase`Je vous le redirai : ${moment(at, zone)}.`,
    nothing: phrase`Il n’y a pas de message à remettre : aucun n’est encore venu.`,
    buttons: { hour: 'Dans 1 heure', tomorrow: 'Demain', week: 'Dans une semaine' },
  },
  undelivered: {
    title: (since: Instant, zone: Zone): Line =>
      phrase`${strong('Un message privé ne vous est pas parvenu')} (${moment(since, zone)}) : vous n’en acceptez pas de moi. Voici ce que j’avais à dire :`,
    line: (what: string, name: string): Line => phrase`${what}${name === '' ? '' : typeset(' : ')}${strong(name)}`,
    again: phrase`Je réessaie dès maintenant. Acceptez mes messages privés, ou désactivez les rappels; ${code('/lor today')} montre toujours ce qui vous attend.`,
  },
  done: {
    said: phrase`C’est fait. Je n’y reviendrai pas.`,
    button: 'C’est fait',
  },
  log: {
    title: 'Messages qui vous sont venus',
    none: phrase`Je ne vous ai encore envoyé aucun message de moi-même.`,
    line: (at: Instant, zone: Zone, what: string, state: string): Line =>
      phrase`${moment(at, zone)} : ${what}, ${state}`,
    what: { notices: 'rappels', own: 'un rappel à vous', other: 'un message' },
    state: {
      pending: 'en attente',
      attempting: 'en route',
      unsure: 'peut-être arrivé; je vérifie',
      sent: 'envoyé',
      refused: 'non remis',
      parked: 'abandonné',
      cancelled: 'annulé',
      skipped: 'omis',
    },
    because: (reason: string): string => ` (${reason})`,
  },
  digest: {
    title: 'Échéances à venir',
    late: phrase`Ceci arrive en retard : la publication n’a pas pu se faire à temps.`,
    deadline: (name: string, when: Line, left: string): Line => phrase`${strong(name)} : ${when} (${left})`,
    by: saidBy,
    more: (number: number): Line => phrase`Et ${number} plus tard.`,
    picture: (number: number): string => `Les ${number} dates ci-dessus sur une ligne.`,
    none: (days: number): Line => phrase`Aucune échéance d’ici ${count(days, 'jour')}.`,
    tip: {
      label: typeset('Pour vos lettres :'),
      far: phrase`Plus de six semaines devant vous : pensez à qui peut raconter votre travail, et demandez en personne.`,
      ask: phrase`De quatre à six semaines avant une échéance, c’est le moment de demander, et d’envoyer le dossier aussitôt après un oui.`,
      nudge: phrase`D’une à deux semaines avant : une seule relance polie si une lettre tarde, et une solution de rechange en tête.`,
      close: phrase`Plus que quelques jours : vérifiez que chaque lettre est là et assignée. Ce qui manque peut souvent suivre plus tard.`,
      none: phrase`Une période calme est un bon moment pour remercier quelqu’un, ou pour trouver la prochaine personne.`,
    },
    share: ({ members, from, to }: ToldShare): Line =>
      phrase`Parmi au moins ${members} membres d’ici qui partagent leurs chiffres, de ${from} à ${to} % ont fait toutes leurs demandes.`,
    mine: 'Mes lettres',
    forMe: {
      button: typeset('Et pour moi?'),
      title: 'Ce que ces dates changent pour vos lettres',
      start: phrase`Vous n’avez encore aucune lettre ici. Ajoutez-en une avec la personne qui doit l’écrire, et ces dates compteront pour elle.`,
      allIn: phrase`Aucune de vos lettres ne manque encore; aucune date ici ne vous presse.`,
      rest: phrase`Aucune de vos lettres ne dépend de celles-ci :`,
      others: (number: number): Line =>
        phrase`${count(number, 'lettre')} ${number < 2 ? 'passe' : 'passent'} par un service dont aucune date n’est ici. ${code('/lor list')} les montre toutes.`,
      private: phrase`Personne d’autre ne voit ceci. C’est l’état d’aujourd’hui.`,
      gone: phrase`Ce bulletin n’existe plus. ${code('/lor today')} montre ce qui vous attend.`,
    },
    why: (text: string, zone: string): Line =>
      phrase`Publié ${text} (${zone}). L’administration le gère avec ${code('/lor-admin digest')}.`,
  },
  at: (at: Instant, zone: Zone): Line => phrase`${moment(at, zone)}`,
};
