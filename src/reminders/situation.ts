import type { MemberId } from '../core/command.ts';
import type { Instant } from '../core/time.ts';
import { dayIn } from '../dates/calendar.ts';
import type { LetterStore } from '../letters/letter-store.ts';
import { isOfSeason, seasonOf } from '../letters/season.ts';
import { usualHours } from '../members/hours.ts';
import { defaultZone, type Preferences } from '../members/member.ts';
import type { Packs } from '../packs/pack.ts';
import type { Rhythm } from './agenda.ts';
import type { AgendaStore } from './agenda-store.ts';
import type { Situation } from './notices.ts';

export interface SituationPorts {
  readonly letters: Pick<LetterStore, 'list' | 'programs'>;
  readonly agenda: Pick<AgendaStore, 'lastChange'>;
  readonly packs: Packs;
}

/** All that the rules of reminding look at, of a member's present season. */
export async function situationOf(
  member: MemberId,
  said: Preferences,
  { letters, agenda, packs }: SituationPorts,
  now: Instant,
): Promise<Situation> {
  const { zone } = rhythmOf(said);
  const today = dayIn(zone, now);
  const season = seasonOf(said, packs, today);
  const changed = await agenda.lastChange(member);
  return {
    letters: (await letters.list(member)).filter(({ letter }) => isOfSeason(letter, season)),
    programs: (await letters.programs(member)).filter((program) => isOfSeason(program, season)),
    service: said.service,
    specialties: said.specialties,
    img: said.img,
    season: said.season,
    lastChange: changed === undefined ? null : dayIn(zone, changed),
    packs,
    today,
  };
}

/** How and when somebody wants to be told, by what they said. */
export function rhythmOf({ zone, hours, pausedUntil }: Pick<Preferences, 'zone' | 'hours' | 'pausedUntil'>): Rhythm {
  return { zone: zone ?? defaultZone, hours: hours ?? usualHours, pausedUntil };
}
