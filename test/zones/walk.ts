import type { Day, Instant, Zone } from '../../src/core/time.ts';
import { atWallClock, instantOf } from '../../src/dates/calendar.ts';
import type { Schedule } from '../../src/reminders/cron.ts';
import { nextTime, type OwnReminder } from '../../src/reminders/own.ts';
import { nextOccurrence, type Occurrence } from '../../src/reminders/schedule.ts';
import { changesOf, day, look, minute, type Stretch, wallOf } from './wall.ts';

type Following = (zone: Zone, after: Instant) => Occurrence | undefined;

interface Rule {
  readonly name: string;
  readonly time: string;
  readonly isOn: (date: Date) => boolean;
  readonly following: Following;
  /** Rare ones are asked for only where they come, as looking for them elsewhere takes long. */
  readonly rare?: true;
}

export interface Walked {
  readonly checked: number;
  readonly differences: readonly string[];
}

const times = ['00:00', '00:30', '02:00', '02:30', '03:00', '23:30'] as const;

function daysIn(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

function digest(name: string, some: Partial<Schedule> & Pick<Schedule, 'time'>, isOn: Rule['isOn']): Rule {
  const schedule: Schedule = { days: [], months: [], weekdays: [], ...some };
  return { name, time: some.time, isOn, following: (zone, after) => nextOccurrence(schedule, zone, after) };
}

function own(name: string, kind: Pick<OwnReminder, 'day' | 'time' | 'repeats'>, isOn: Rule['isOn']): Rule {
  return { name, time: kind.time, isOn, following: (zone, after) => nextTime(kind, zone, after) };
}

/** For each time of day: what comes daily, on Sundays (when most clocks change), on the 31st and on 29 February. */
const rules: readonly Rule[] = times.flatMap((time) => [
  digest(`digest daily ${time}`, { time }, () => true),
  digest(`digest on Sundays ${time}`, { time, weekdays: [7] }, (date) => date.getUTCDay() === 0),
  digest(`digest on the 31st ${time}`, { time, days: [31] }, (date) => date.getUTCDate() === 31),
  {
    ...digest(`digest on 29 February ${time}`, { time, days: [29], months: [2] }, (date) =>
      date.toISOString().includes('-02-29'),
    ),
    rare: true as const,
  },
  own(`own daily ${time}`, { day: '2004-01-01', time, repeats: 'daily' }, () => true),
  own(`own on Sundays ${time}`, { day: '2004-01-04', time, repeats: 'weekly' }, (date) => date.getUTCDay() === 0),
  own(`own on the 31st ${time}`, { day: '2004-01-31', time, repeats: 'monthly' }, (date) => {
    return date.getUTCDate() === daysIn(date);
  }),
  own(`own on 29 February ${time}`, { day: '2004-02-29', time, repeats: 'yearly' }, (date) => {
    return date.getUTCMonth() === 1 && date.getUTCDate() === Math.min(29, daysIn(date));
  }),
]);

/** Compares what follows moment after moment through a stretch with what its minutes show. */
function compareRule(rule: Rule, zone: Zone, stretch: Stretch): readonly string[] {
  const wanted = stretch.dates
    .filter((date) => rule.isOn(new Date(`${date}T00:00Z`)))
    .map((date) => stretch.firstAt(`${date} ${rule.time}`))
    .filter((at) => at !== undefined);
  if (rule.rare && wanted.length === 0) return [];
  const end = stretch.firstAt(`${stretch.dates.at(-1)} 23:59`) ?? stretch.until;
  const found: number[] = [];
  let after = (stretch.firstAt(`${stretch.dates[0]} 00:00`) ?? stretch.from) - 1;
  for (;;) {
    const at = Date.parse(rule.following(zone, instantOf(after))?.at ?? '');
    if (!(at <= end)) break;
    found.push(at);
    after = at;
  }
  const read = (list: readonly number[]) => list.map((at) => new Date(at).toISOString()).join(' ');
  const [ours, theirs] = [read(found), read([...new Set(wanted)])];
  return ours === theirs ? [] : [`${zone}, ${rule.name}: ${ours || 'never'}, and the clocks say ${theirs || 'never'}`];
}

/** Every minute of the dates on which, or next to which, the clocks are changed. */
function compareMinutes(zone: Zone, stretch: Stretch): Walked {
  const differences: string[] = [];
  let checked = 0;
  const middle = Math.floor(stretch.dates.length / 2);
  for (const date of stretch.dates.slice(middle - 1, middle + 2)) {
    for (let shown = 0; shown < 24 * 60; shown += 1) {
      const time = new Date(shown * minute).toISOString().slice(11, 16);
      const [ours, theirs] = [Date.parse(atWallClock(date as Day, time, zone)), stretch.firstAt(`${date} ${time}`)];
      checked += 1;
      if (ours !== theirs) differences.push(`${zone}, ${date} ${time}: ${new Date(ours).toISOString()}`);
    }
  }
  return { checked, differences };
}

/** Moments that are no change of the clocks: days drawn for each zone, and 29 February. */
function otherMoments(from: number, until: number, draw: () => number, count: number): readonly number[] {
  const drawn = Array.from({ length: count }, () => from + Math.floor(draw() * ((until - from) / minute)) * minute);
  const februaries = [Date.UTC(2026, 1, 28, 12), Date.UTC(2028, 1, 29, 12)];
  return [...februaries.filter((moment) => moment >= from && moment < until), ...drawn];
}

export interface WalkOptions {
  readonly from: number;
  readonly until: number;
  /** Between 0 and 1, the same ones for the same seed. */
  readonly draw: () => number;
  readonly others: number;
  readonly everyMinute: boolean;
}

/** Walks through two days before and after each change of a zone's clocks, and through other days. */
export function walkZone(zone: Zone, { from, until, draw, others, everyMinute }: WalkOptions): Walked {
  const wall = wallOf(zone);
  const differences: string[] = [];
  let checked = 0;
  const note = (some: Walked) => {
    checked += some.checked;
    differences.push(...some.differences);
  };
  // A day more on either side, so that the two are whole ones in any zone.
  const around = (moment: number) => look(wall, moment - 3 * day, moment + 3 * day);
  const changes = changesOf(wall, from, until);
  for (const moment of [...changes, ...otherMoments(from, until, draw, others)]) {
    const stretch = around(moment);
    for (const rule of rules) note({ checked: stretch.dates.length, differences: compareRule(rule, zone, stretch) });
    if (everyMinute && changes.includes(moment)) note(compareMinutes(zone, stretch));
  }
  return { checked, differences };
}
