import { UserProblem } from '../../src/core/errors.ts';
import { channel, flag, integer, optional, text } from '../../src/core/options.ts';
import { searchZones } from '../../src/members/zones.ts';
import type { CalendarSystem } from '../../src/packs/calendar-row.ts';
import { readSystems } from '../../src/packs/systems.ts';
import { isSchedule, parseCron, type Schedule } from '../../src/reminders/cron.ts';
import type { Words } from '../../src/words/words.ts';

/** Days that a digest looks ahead when nothing else is said. */
export const usualAhead = 45;

/** What a digest can be told, when it is added and when it is edited. */
export const digestOptions = {
  schedule: text('Cron: minute, hour, day, month, weekday', { max: 100 }),
  zone: optional(text('Time zone, or a city in it; yours if left out', { max: 60 })),
  channel: optional(channel('Channel; this one if left out')),
  ahead: optional(integer('Days to look ahead; 45 if left out', { min: 1, max: 365 })),
  services: optional(text('Whose season dates: all, none, or eras, carms', { max: 60 })),
  cohort: optional(flag('With figures of those who share theirs?')),
};

export function suggestZones(typed: string) {
  return searchZones(typed, 25).map((zone) => ({ value: zone, label: zone }));
}

export function requireSchedule(typed: string, words: Words): Schedule {
  const schedule = parseCron(typed);
  if (isSchedule(schedule)) return schedule;
  throw new UserProblem('bad-value', words.admin.cronProblem(schedule), { option: 'schedule' });
}

export function requireSystems(typed: string, words: Words): readonly CalendarSystem[] | null {
  const systems = readSystems(typed);
  if (systems === null || !('unknown' in systems)) return systems;
  throw new UserProblem('bad-value', words.admin.digest.unknownService(systems.unknown), { option: 'services' });
}
