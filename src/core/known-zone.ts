import type { Zone } from './time.ts';

const known = new Map<string, boolean>();

/** Whether this machine knows a zone by that name, also by an old one such as `US/Eastern`. */
export function isZone(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const answer = tells(name);
  known.set(name, answer);
  return answer;
}

/** What rows of communities go by whose zone this machine does not know. */
export const zoneOfLastResort: Zone = 'UTC';

/** The zone, or the one to go by where this machine does not know it: time must go on for everybody else. */
export function zoneOr<T extends Zone | null>(name: string, instead: T): Zone | T {
  return isZone(name) ? name : instead;
}

function tells(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
