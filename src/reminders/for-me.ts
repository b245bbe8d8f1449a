import { daysBetween } from '../dates/calendar.ts';
import type { LetterWithWriter } from '../letters/letter.ts';
import { isOutstanding } from '../letters/stages.ts';
import type { ServiceId } from '../packs/service.ts';
import type { AnnouncedDate } from './announced.ts';

/** What the dates of a digest mean for somebody's letters that are still to come in. */
export interface ForMe {
  /** Each date with the letters that it concerns, in the order of time. */
  readonly dates: readonly { readonly date: AnnouncedDate; readonly letters: readonly LetterWithWriter[] }[];
  /** Letters that none of them concerns. */
  readonly others: readonly LetterWithWriter[];
}

/**
 * Each letter stands at one date: of those that may concern it the one nearest to its own last day, and
 * where it has none the first.
 */
export function meaningFor(
  dates: readonly AnnouncedDate[],
  letters: readonly LetterWithWriter[],
  service: ServiceId | null,
): ForMe {
  const open = letters.filter(({ letter }) => isOutstanding(letter.stage));
  const placed = new Map(open.map((one) => [one, dateFor(one, dates, service)]));
  return {
    dates: dates.map((date) => ({ date, letters: open.filter((one) => placed.get(one) === date) })),
    others: open.filter((one) => placed.get(one) === undefined),
  };
}

function dateFor(
  { letter }: LetterWithWriter,
  dates: readonly AnnouncedDate[],
  service: ServiceId | null,
): AnnouncedDate | undefined {
  const { due } = letter;
  const through = letter.service ?? service;
  const fitting = dates.filter((date) => concernsLetters(date) && goesThrough(date, through));
  if (due === null) return fitting[0];
  const distance = ({ day }: AnnouncedDate) => Math.abs(daysBetween(due, day));
  return fitting.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Results and ranking come when letters have done their work. */
function concernsLetters({ kind, system }: AnnouncedDate): boolean {
  return kind !== 'result' && system !== 'nrmp';
}

/** A date of the community itself is for all; so is any where nobody said through which service a letter goes. */
function goesThrough({ system }: AnnouncedDate, service: ServiceId | null): boolean {
  return system === null || service === null || system === service;
}
