import type { Zone } from '../core/time.ts';
import { defaultZone } from '../members/member.ts';

const known = new Map<Zone, boolean>();

/** Whether this machine can reckon in a zone. Asking is slow, so each answer is kept. */
function isKnown(zone: Zone): boolean {
  const answer = known.get(zone) ?? asks(zone);
  known.set(zone, answer);
  return answer;
}

function asks(zone: Zone): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * A zone as it lies in a row. One that this machine does not know (the file came from a newer one, say)
 * counts as the usual one: it would stop every beat, and with it the reminders of everybody else.
 */
export function toZone(stored: string): Zone {
  return isKnown(stored) ? stored : defaultZone;
}

/** The same of a member, who then counts as one who has said none. */
export function toSaidZone(stored: string | null): Zone | null {
  return stored !== null && isKnown(stored) ? stored : null;
}
