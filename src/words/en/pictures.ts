import { type Day, formatDay } from '../../core/time.ts';
import type { BoardWords } from '../../pictures/board.ts';
import type { TimelineWords } from '../../pictures/timeline.ts';
import { count } from './core.ts';
import { letters } from './letters.ts';

function date(day: Day, beside?: Day): string {
  const text = formatDay(day, 'en');
  return beside?.slice(0, 4) === day.slice(0, 4) ? text.replace(/ \d{4}$/u, '') : text;
}

function lost(sign: string): string {
  return `${sign} and # stand for what cannot be drawn here; the text has it.`;
}

function sentence(name: string, what: string, facts: readonly string[]): string {
  return `${name}${what && ` (${what})`}: ${facts.join(', ')}`;
}

const board: BoardWords = {
  stage: { ...letters.stage, requested: 'requested' },
  step: (reached, steps) => `step ${reached} of ${steps}`,
  count: {
    overdue: (number) => `${number} late`,
    soon: (number) => `${number} due soon`,
    later: (number) => `${number} later`,
    none: (number) => `${number} without a date`,
    in: (number) => `${number} arrived`,
    aside: (number) => `${number} not coming`,
  },
  left: (days) => (days < 0 ? `${count(-days, 'day')} late` : letters.daysLeft(days)),
  date,
  due: (day) => `upload by ${day}`,
  noDue: letters.noDue,
  arrived: 'arrived',
  mark: { unassigned: 'on no program yet', backup: 'backup stands by', lukewarm: 'lukewarm yes' },
  asides: 'Declined or dropped',
  empty: 'No letters yet.',
  more: (number) => `And ${count(number, 'more letter')}; the text has them all.`,
  lost,
  // Lines break behind an arrow, never inside a stage.
  ladder: (stages) => stages.map((stage) => stage.replaceAll(' ', '\u00a0')).join('\u00a0› '),
  overview: (title, day, facts) => `${title}, ${day}: ${facts.join(', ')}`,
  sentence,
};

const timeline: TimelineWords = {
  kind: { opens: 'opens', deadline: 'deadline', result: 'result', community: 'community' },
  left: letters.daysLeft,
  date,
  today: (day) => `Today · ${day}`,
  empty: 'No dates yet.',
  more: (number) => `And ${count(number, 'more date')}; the text has them all.`,
  lost,
  sentence,
};

/** What pictures say, and the texts that stand in their place. */
export const pictures = { board, timeline };
