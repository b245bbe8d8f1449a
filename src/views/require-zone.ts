import { UserProblem } from '../core/errors.ts';
import type { Zone } from '../core/time.ts';
import { readZone } from '../members/zones.ts';
import type { Words } from '../words/words.ts';

/** The zone that a text names, or the nearest ones to choose from as a problem of the option `zone`. */
export function requireZone(typed: string, words: Words): Zone {
  const read = readZone(typed);
  if ('zone' in read) return read.zone;
  throw new UserProblem('bad-value', words.settings.unknownZone(typed, read.nearest), { option: 'zone' });
}
