import type { BoardMark, Urgency } from './board.ts';
import { type Tone, tones } from './palette.ts';
import { type Draw, symbols } from './symbols.ts';

/** How a meaning is shown: by shape and by colour, and always beside its word. */
export interface Look {
  readonly symbol: Draw;
  readonly tone: Tone;
}

export const urgencyLooks: Readonly<Record<Urgency | 'aside', Look>> = {
  overdue: { symbol: symbols.alert, tone: tones.vermillion },
  soon: { symbol: symbols.clock, tone: tones.orange },
  later: { symbol: symbols.calendar, tone: tones.blue },
  none: { symbol: symbols.open, tone: tones.grey },
  in: { symbol: symbols.tick, tone: tones.green },
  aside: { symbol: symbols.cross, tone: tones.grey },
};

export const markLooks: Readonly<Record<BoardMark, Look>> = {
  unassigned: { symbol: symbols.loose, tone: tones.purple },
  backup: { symbol: symbols.swap, tone: tones.grey },
  lukewarm: { symbol: symbols.wave, tone: tones.orange },
};
