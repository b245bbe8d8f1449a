import { calendarNames } from '../../core/calendar-names.ts';
import { code, day, type Line, line, strong } from '../../core/reply.ts';
import type { Day } from '../../core/time.ts';
import { isAddress } from '../../packs/address.ts';
import { type CalendarRow, exactDay } from '../../packs/calendar-row.ts';
import type { Confidence } from '../../packs/confidence.ts';
import { count, either } from './core.ts';

const sure: Readonly<Record<Confidence, string>> = {
  high: 'said by its owner',
  medium: 'not from its owner',
  low: 'only worked out: in no digest until you confirm it',
};

/** `Wed 1 Sep 2027, 09:00 there`, or only a month. */
function when(row: CalendarRow): Line {
  const exact = exactDay(row);
  const [year, month] = row.day.split('-');
  if (exact === undefined)
    return line`${calendarNames.en.months[Number(month) - 1] ?? ''} ${year ?? ''}, the day is not known`;
  return row.time === undefined ? [day(exact)] : line`${day(exact)}, ${row.time} there`;
}

function source({ source: from, derived, confidence, checked }: CalendarRow): Line {
  const where: Line = isAddress(from) ? [{ kind: 'link', text: 'source', url: from }] : [from];
  const why: Line = derived === undefined ? [] : [`; ${derived}`];
  return [`${sure[confidence]} (`, ...where, ', checked ', day(checked), ')', ...why];
}

export const packs = {
  title: 'Dates of the seasons',
  none: line`No season that I know of has a date to come.`,
  name: (name: string): Line => [strong(name)],
  counts: (dates: number, low: number, confirmed: number): Line =>
    line`${count(dates, 'date')}, ${low} of them only worked out${confirmed > 0 ? `, ${confirmed} confirmed here` : ''}`,
  checked: (on: Day): Line => line`Last checked ${day(on)}`,
  stale: (on: Day): Line => line`Last checked ${day(on)}, which is long ago: look the dates up and confirm them`,
  whatIsStale: (days: number): Line =>
    line`What nobody looked up for more than ${days} days may have changed. Digests do not say so.`,
  off: line`What was only worked out stands in no digest until an admin confirms its day. What you confirm counts in this community alone.`,
  notFound: (typed: string, names: readonly string[]): Line =>
    names.length === 0 ? line`I know no dates “${typed}”.` : line`I know no dates “${typed}”. Choose ${either(names)}.`,
  noSuchDate: (typed: string): Line =>
    line`There is no date “${typed}”. ${code('/lor-admin pack show')} shows the ids.`,
  when,
  vouched: (on: Line): Line => [...on, ', confirmed by the admins here'],
  source,
  id: (id: string): Line => [code(id)],
  past: line`That day has passed already. Give the one to come.`,
  confirmed: line`Confirmed. Digests of this community tell it from now on:`,
  holdsHere: line`It is named as confirmed by the admins here, and holds in no other community.`,
  notConfirmed: line`Nobody here confirmed that date, so there is nothing to take back.`,
  takenBack: line`Taken back. The date counts again as it is in my list.`,
  buttons: { show: 'Show dates', confirm: 'Confirm', takeBack: 'Take back' },
  /** For curators, where they see what members ask. */
  staleHere: (names: readonly string[]): Line =>
    line`Long not looked up: the dates of ${names.join(', ')}. ${code('/lor-admin pack list')} shows which.`,
};
