import type { Day } from '../core/time.ts';
import { addDays } from '../dates/calendar.ts';
import { alarms } from '../letters/alarm.ts';
import type { Dossier } from '../letters/dossier.ts';
import { expiryOfMember } from '../letters/expiry.ts';
import { matchDayOf } from '../letters/match-day.ts';
import { isIn } from '../letters/stages.ts';
import { packOf } from '../packs/pack-of.ts';
import { type ServiceId, serviceIds } from '../packs/service.ts';
import { letterNotices } from './letter-notices.ts';
import type { Notice, NoticeRule } from './notice.ts';

/** All that the rules of reminding look at. */
export interface Situation extends Dossier {
  /** The season that the member said. */
  readonly season: string | null;
  /** The day of the member's last change to their letters and programs; `null` where there was none. */
  readonly lastChange: Day | null;
}

/** Days after an upload on which its letter going nowhere is worth a word. */
const assignWithin = 60;

/** Days before a program's date on which it begins to press. */
const shortWithin = 7;

/** Days after Match Day on which a result is still news to a writer. */
const resultWithin = 21;

/**
 * All that a member is to be told, as their letters stand: what is open today, what lies ahead and what
 * is over. A pure function: who was told what already, and when a message may go out, is the agenda's.
 */
export function noticesOf(situation: Situation): readonly Notice[] {
  const { letters, img, packs, today } = situation;
  return [
    ...letters.flatMap((one) => letterNotices(one, img, { packs, today })),
    ...alarmNotices(situation),
    ...resultNotices(situation),
    ...expiryNotices(situation),
  ];
}

function notice(rule: NoticeRule, about: string | null, on: string, opens: Day, closes: Day): Notice {
  return { key: `${rule}:${about ?? ''}:${on}`, rule, about, opens, closes };
}

/** Letters that are in and go nowhere, and programs that lack some while their date comes near. */
function alarmNotices(situation: Situation): readonly Notice[] {
  const { letters, programs } = situation;
  return alarms(situation, shortWithin).flatMap((alarm): Notice[] => {
    if (alarm.code === 'short') {
      const due = programs.find(({ id }) => id === alarm.program)?.due;
      return due ? [notice('short', alarm.program, due, addDays(due, -shortWithin), due)] : [];
    }
    const arrived = letters.find(({ letter }) => letter.id === alarm.letter)?.letter.reached.uploaded;
    return arrived
      ? [notice('assign', alarm.letter, arrived, addDays(arrived, 1), addDays(arrived, assignWithin))]
      : [];
  });
}

/** Whoever wrote is glad to hear how it ended: once for a service, after its Match Day. */
function resultNotices({ letters, packs, today }: Situation): readonly Notice[] {
  const waiting = letters.filter(({ letter }) => isIn(letter.stage) && letter.told === null && letter.service !== null);
  const seasonOf = (service: ServiceId, season: string | null) => packOf(packs, service, season, today).season;
  return serviceIds.flatMap((service) => {
    const theirs = waiting.filter(({ letter }) => letter.service === service);
    const seasons = new Set(theirs.map(({ letter }) => seasonOf(service, letter.season)));
    return [...seasons].flatMap((season) => {
      const day = matchDayOf(packs, service, season);
      return day ? [notice('result', service, season, addDays(day, 1), addDays(day, resultWithin))] : [];
    });
  });
}

/** Two warnings before what somebody left behind is deleted. */
function expiryNotices({ letters, programs, service, season, packs, lastChange }: Situation): readonly Notice[] {
  if (lastChange === null || letters.length + programs.length === 0) return [];
  const expiry = expiryOfMember({ season, service }, packs, lastChange);
  if (!expiry) return [];
  // Nothing is deleted before the last warning arrived, so that one has no end.
  const ends = [...expiry.warnings.slice(1), addDays(expiry.on, 365)];
  return expiry.warnings.map((day, index) =>
    notice('expiry', null, `${expiry.on}:${index + 1}`, day, addDays(ends[index] ?? expiry.on, -1)),
  );
}
