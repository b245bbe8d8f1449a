import type { Day } from '../core/time.ts';
import { addDays, daysBetween } from '../dates/calendar.ts';
import { type DateRules, dateRules, datesOf, type LetterDates } from '../letters/dates.ts';
import type { Letter, LetterWithWriter } from '../letters/letter.ts';
import type { Rules } from '../letters/program-rules.ts';
import { isIn, isOutstanding } from '../letters/stages.ts';
import type { Notice, NoticeRule } from './notice.ts';

/** Days after a yes on which the packet is still the next thing to do. */
const packetWithin = 21;

/** Days after the last day on which a letter that is missing is pointed out. */
const overdueWithin = 14;

/** Days after the upload on which thanks are not too late. */
const thanksWithin = 21;

/** Weeks for which a letter without a date is looked after. */
const checkedWeeks = 12;

/** What one rule says of a letter: the day that the notice hangs on, and the days on which it is of use. */
interface Window {
  readonly on: Day;
  readonly opens: Day;
  readonly closes: Day;
}

interface Case {
  readonly letter: Letter;
  readonly dates: LetterDates;
  readonly rules: DateRules;
  /** Days between two looks at whether it has come. */
  readonly every: number | undefined;
  readonly today: Day;
}

/** Each rule about a single letter; nothing where the letter is past it or lacks the date that it needs. */
const windows: Readonly<Partial<Record<NoticeRule, (one: Case) => readonly Window[]>>> = {
  'ask-window': ({ dates: { ask, uploadBy } }) =>
    ask && uploadBy ? [{ on: uploadBy, opens: ask.opens, closes: addDays(ask.closes, -1) }] : [],
  'ask-now': ({ dates: { ask, uploadBy } }) =>
    ask && uploadBy ? [{ on: uploadBy, opens: ask.closes, closes: uploadBy }] : [],
  'last-day': ({ dates: { lastDay } }) => (lastDay ? [{ on: lastDay, opens: lastDay, closes: lastDay }] : []),
  packet: ({ letter: { stage, answer, reached } }) =>
    stage === 'agreed' && answer !== 'lukewarm' && reached.agreed ? [after(reached.agreed, packetWithin)] : [],
  'no-answer': ({ letter: { stage }, dates: { uploadBy }, rules: { nudge } }) =>
    stage === 'asked' && uploadBy && nudge
      ? [{ on: uploadBy, opens: addDays(uploadBy, -nudge.from), closes: addDays(uploadBy, -nudge.to) }]
      : [],
  nudge: ({ letter: { nudges }, dates: { nudge, uploadBy } }) =>
    nudge && uploadBy && nudges.length === 0 ? [{ on: uploadBy, ...nudge }] : [],
  'line-up': (one) => backupWindow(one, 'line-up'),
  activate: (one) => backupWindow(one, 'activate'),
  due: ({ letter: { stage }, dates: { uploadBy } }) =>
    uploadBy && isOutstanding(stage) ? [{ on: uploadBy, opens: addDays(uploadBy, -1), closes: uploadBy }] : [],
  overdue: ({ letter: { stage }, dates: { uploadBy } }) =>
    uploadBy && isOutstanding(stage) ? [after(uploadBy, overdueWithin)] : [],
  check: checkWindows,
  thanks: ({ letter: { stage, thanked, reached } }) =>
    isIn(stage) && thanked === null && reached.uploaded ? [after(reached.uploaded, thanksWithin)] : [],
};

/** What a member is to be told of one letter, as it stands. */
export function letterNotices(
  { letter, writer }: LetterWithWriter,
  img: boolean | null,
  { packs, today }: Rules,
): readonly Notice[] {
  const rules = dateRules(letter, img, { packs, today });
  const dates = datesOf(letter, writer, rules);
  const one: Case = { letter, dates, rules, every: packs.rhythm.statusCheckDays.value, today };
  return (Object.keys(windows) as (keyof typeof windows)[]).flatMap((rule) =>
    (windows[rule]?.(one) ?? []).map(({ on, opens, closes }): Notice => {
      return { key: `${rule}:${letter.id}:${on}`, rule, about: letter.id, opens, closes };
    }),
  );
}

/** From the day after something on, for so many days. */
function after(on: Day, days: number): Window {
  return { on, opens: addDays(on, 1), closes: addDays(on, days) };
}

/** From a point of the backup's clock to the day before the next one, unless what it asks for is done. */
function backupWindow({ letter, dates: { backup, uploadBy } }: Case, wanted: 'line-up' | 'activate') {
  const index = backup.findIndex(({ point }) => point === wanted);
  const day = backup[index]?.day;
  const next = backup[index + 1]?.day;
  const isDone = wanted === 'line-up' ? letter.backup !== null : letter.backup?.activated != null;
  return day && next && uploadBy && !isDone ? [{ on: uploadBy, opens: day, closes: addDays(next, -1) }] : [];
}

/**
 * Once a week, from the request in the portal on: whether it has come. The present week and the next,
 * so that there is always one ahead. It ends with the date, after which other rules speak.
 */
function checkWindows({ letter: { stage, reached }, dates: { uploadBy }, every, today }: Case): readonly Window[] {
  const since = reached.requested;
  if (stage !== 'requested' || since === undefined || every === undefined) return [];
  const last = uploadBy === null ? addDays(since, checkedWeeks * every) : addDays(uploadBy, -2);
  const now = Math.floor(daysBetween(since, today) / every);
  return [now, now + 1]
    .filter((count) => count >= 1)
    .map((count) => addDays(since, count * every))
    .filter((day) => day <= last)
    .map((day) => ({ on: day, opens: day, closes: addDays(day, every - 1) }));
}
