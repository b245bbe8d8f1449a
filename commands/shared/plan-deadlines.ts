import type { Deadline } from '../../src/communities/community.ts';
import type { Instant } from '../../src/core/time.ts';
import { atWallClock, dayIn } from '../../src/dates/calendar.ts';
import type { EventTrouble, ReadEvent } from '../../src/exchange/read-calendar.ts';

/** A deadline to be added. */
export type NewDeadline = Pick<Deadline, 'name' | 'day' | 'time' | 'zone'>;

/** Why an entry does not become a deadline. */
export type LeftOut = EventTrouble | 'past' | 'known' | 'no-room';

export interface DeadlinePlan {
  readonly added: readonly NewDeadline[];
  readonly left: readonly { readonly name: string; readonly why: LeftOut }[];
}

/** What taking a calendar over would do, in the order of days. The same entry twice is one deadline. */
export function planDeadlines(
  events: readonly ReadEvent[],
  standing: readonly Deadline[],
  now: Instant,
  most: number,
): DeadlinePlan {
  const known = new Set(standing.map(keyOf));
  const added: NewDeadline[] = [];
  const left: DeadlinePlan['left'][number][] = [];
  for (const event of events) {
    const why = 'trouble' in event ? event.trouble : reason(event);
    if (why !== undefined) {
      left.push({ name: event.name, why });
    } else if (!('trouble' in event)) {
      known.add(keyOf(event));
      added.push(event);
    }
  }
  return { added: added.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)), left };

  function reason(event: NewDeadline): LeftOut | undefined {
    if (isPast(event, now)) return 'past';
    if (known.has(keyOf(event))) return 'known';
    return standing.length + added.length >= most ? 'no-room' : undefined;
  }
}

/** Whether a date lies behind, on the clock of its zone. */
export function isPast({ day, time, zone }: Omit<NewDeadline, 'name'>, now: Instant): boolean {
  return time === null ? day < dayIn(zone, now) : atWallClock(day, time, zone) <= now;
}

function keyOf({ name, day, time }: NewDeadline): string {
  return `${day} ${time ?? ''} ${name.toLowerCase()}`;
}
