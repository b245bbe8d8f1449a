/** What the clocks of a zone show, by `Intl.DateTimeFormat` alone: nothing here is ours, and nothing is clever. */

export const minute = 60_000;
export const day = 24 * 60 * minute;

export type Wall = (at: number) => string;

/** Shows a moment as `2027-03-14 02:30`, which sorts as time does. */
export function wallOf(zone: string): Wall {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => format.format(at);
}

/** The minutes at which a zone's clocks are changed between two moments. */
export function changesOf(wall: Wall, from: number, until: number): readonly number[] {
  const ahead = (at: number) => Date.parse(`${wall(at).replace(' ', 'T')}Z`) - at;
  const found: number[] = [];
  const step = 6 * 60 * minute;
  for (let at = from; at < until; at += step) {
    const before = ahead(at);
    if (before === ahead(at + step)) continue;
    let change = at;
    while (ahead(change) === before) change += minute;
    found.push(change);
  }
  return found;
}

/** A stretch of time, looked at minute by minute. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  /** The first minute at which the clocks show this or something later. */
  readonly firstAt: (shown: string) => number | undefined;
  /** The dates that lie wholly within it, whether the zone has them or not. */
  readonly dates: readonly string[];
}

export function look(wall: Wall, from: number, until: number): Stretch {
  const first = new Map<string, number>();
  // What a minute shows is the first to reach whatever lies between it and the latest shown before.
  let latest = Date.parse(`${wall(from).replace(' ', 'T')}Z`);
  for (let at = from; at < until; at += minute) {
    const shown = Date.parse(`${wall(at).replace(' ', 'T')}Z`);
    for (let reached = latest + minute; reached <= shown; reached += minute) first.set(textOf(reached), at);
    latest = Math.max(latest, shown);
  }
  const dates: string[] = [];
  const start = Math.floor(Date.parse(`${wall(from).slice(0, 10)}T00:00Z`) / day) + 1;
  for (let date = start; date * day + day <= latest; date += 1) dates.push(textOf(date * day).slice(0, 10));
  return { from, until, firstAt: (shown) => first.get(shown), dates };
}

function textOf(shown: number): string {
  return new Date(shown).toISOString().slice(0, 16).replace('T', ' ');
}
