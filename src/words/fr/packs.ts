import { calendarNames } from '../../core/calendar-names.ts';
import { code, day, type Line, strong } from '../../core/reply.ts';
import { type Day, formatTime } from '../../core/time.ts';
import { isAddress } from '../../packs/address.ts';
import { type CalendarRow, exactDay } from '../../packs/calendar-row.ts';
import type { Confidence } from '../../packs/confidence.ts';
import type { Words } from '../words.ts';
import { count, either, phrase } from './phrase.ts';

const sure: Readonly<Record<Confidence, Line>> = {
  high: phrase`annoncée par l’organisme même`,
  medium: phrase`de seconde main`,
  low: phrase`seulement déduite : dans aucun bulletin avant que vous la confirmiez`,
};

/** A date, or only a month. */
function when(row: CalendarRow): Line {
  const exact = exactDay(row);
  const [year, month] = row.day.split('-');
  if (exact === undefined)
    return phrase`${calendarNames.fr.months[Number(month) - 1] ?? ''} ${year ?? ''}, jour inconnu`;
  return row.time === undefined ? [day(exact)] : phrase`${day(exact)}, ${formatTime(row.time, 'fr')} sur place`;
}

function source({ source: from, derived, confidence, checked }: CalendarRow): Line {
  const where: Line = isAddress(from) ? [{ kind: 'link', text: 'source', url: from }] : [from];
  const why: Line = derived === undefined ? [] : phrase`; ${derived}`;
  return [...sure[confidence], ' (', ...where, ', vérifiée le ', day(checked), ')', ...why];
}

export const packs: Words['packs'] = {
  title: 'Dates des saisons',
  none: phrase`Aucune saison que je connais n’a de date à venir.`,
  name: (name: string): Line => [strong(name)],
  counts: (dates: number, low: number, confirmed: number): Line =>
    phrase`${count(dates, 'date')}, dont ${low} seulement ${low < 2 ? 'déduite' : 'déduites'}${confirmed > 0 ? ` et ${confirmed} ${confirmed < 2 ? 'confirmée' : 'confirmées'} ici` : ''}`,
  checked: (on: Day): Line => phrase`Dernière vérification le ${day(on)}`,
  stale: (on: Day): Line =>
    phrase`Dernière vérification le ${day(on)}, il y a longtemps : cherchez les dates et confirmez-les`,
  whatIsStale: (days: number): Line =>
    phrase`Ce que personne n’a vérifié depuis plus de ${days} jours a pu changer. Les bulletins n’en disent rien.`,
  off: phrase`Ce qui est seulement déduit ne paraît dans aucun bulletin avant que l’administration en confirme le jour. Ce que vous confirmez ne compte que dans cette communauté.`,
  notFound: (typed: string, names: readonly string[]): Line =>
    names.length === 0
      ? phrase`Je ne connais pas de dates « ${typed} ».`
      : phrase`Je ne connais pas de dates « ${typed} ». Choisissez ${either(names)}.`,
  noSuchDate: (typed: string): Line =>
    phrase`Il n’y a pas de date « ${typed} ». ${code('/lor-admin pack show')} montre leurs identifiants.`,
  when,
  vouched: (on: Line): Line => [...on, ...phrase`, confirmée par les admins d’ici`],
  source,
  id: (id: string): Line => [code(id)],
  past: phrase`Ce jour est déjà passé. Donnez celui qui vient.`,
  confirmed: phrase`C’est confirmé. Les bulletins de cette communauté l’annoncent dès maintenant :`,
  holdsHere: phrase`La date y est dite confirmée par les admins d’ici; elle ne vaut dans aucune autre communauté.`,
  notConfirmed: phrase`Personne ici n’a confirmé cette date; il n’y a rien à retirer.`,
  takenBack: phrase`C’est retiré. La date compte de nouveau comme dans ma liste.`,
  buttons: { show: 'Voir les dates', confirm: 'Confirmer', takeBack: 'Retirer' },
  staleHere: (names: readonly string[]): Line =>
    phrase`Plus vérifiées depuis longtemps : les dates de ${names.join(', ')}. ${code('/lor-admin pack list')} montre lesquelles.`,
};
