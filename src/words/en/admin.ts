import { channel, code, type Line, line, moment, strong } from '../../core/reply.ts';
import type { Instant, Zone } from '../../core/time.ts';
import { mostEvents, type ReadCalendar } from '../../exchange/read-calendar.ts';
import type { CalendarSystem } from '../../packs/calendar-row.ts';
import { systemNames } from '../../packs/systems.ts';
import type { CronField, CronProblem } from '../../reminders/cron.ts';
import type { Post } from '../../reminders/posts.ts';
import { count, either } from './core.ts';
import { reminders } from './reminders.ts';

const field: Readonly<Record<CronField, string>> = {
  minute: 'the minute',
  hour: 'the hour',
  day: 'the day of the month',
  month: 'the month',
  weekday: 'the weekday',
};

function cronProblem(problem: CronProblem): Line {
  switch (problem.kind) {
    case 'fields':
      return line`A schedule has five parts (minute, hour, day, month, weekday), and this has ${problem.found}. ${code('0 9 * * MON')} is every Monday at 09:00.`;
    case 'too-often':
      return line`A digest is posted once a day at most, so ${field[problem.field]} must be one number, not ${code(problem.value)}. ${code('0 9 * * MON')} is every Monday at 09:00.`;
    case 'bad-field':
      return line`I cannot read ${code(problem.value)} as ${field[problem.field]}. ${code('0 9 * * MON')} is every Monday at 09:00.`;
    case 'never':
      return line`No year has such a day, so the digest would never come.`;
  }
}

const names = (systems: readonly CalendarSystem[]) => systems.map((system) => systemNames[system]);

/** What became of a post. */
function post({ runAt, byHand, state, reason }: Post, zone: Zone): Line {
  const why = reason !== null && state !== 'sent' ? line`: ${reason}` : line``;
  return line`${moment(runAt, zone)}${byHand ? ', posted by hand' : ''}: ${reminders.log.state[state]}${why}`;
}

/** Why an entry of a calendar becomes no deadline. */
const leftOut = {
  recurring: 'comes again and again',
  cancelled: 'was called off',
  'no-name': 'has no name',
  'no-date': 'has no date that I can read',
  past: 'is over',
  known: 'stands here already',
  'no-room': 'is one more than a community can have',
} as const;

type CalendarProblem = Exclude<ReadCalendar, { events: unknown }>;

export const admin = {
  cronProblem,
  digest: {
    title: 'Digests',
    none: line`No digest is set up yet.`,
    added: (number: number, where: string, text: string, zone: string): Line =>
      line`Digest ${strong(`#${number}`)} is set: ${text} (${zone}), in ${channel(where)}.`,
    entry: (number: number, where: string): Line => line`${strong(`#${number}`)} in ${channel(where)}`,
    schedule: (text: string, zone: string, cron: string): Line => line`${text} (${zone}), ${code(cron)}`,
    next: (at: Instant, zone: Zone): Line => line`Next: ${moment(at, zone)}`,
    ahead: (days: number): Line => line`Looks ${days} days ahead`,
    removed: (number: number): Line =>
      line`Digest ${strong(`#${number}`)} is removed. Nothing more will be posted by it.`,
    queued: (where: string): Line =>
      line`It is on its way to ${channel(where)}. If it does not appear there within a minute, ${code('/lor-admin digest list')} says why.`,
    justNow: (where: string): Line =>
      line`A post for ${channel(where)} was made less than a minute ago, so this one was left out. Wait a minute to post it again.`,
    failed: (at: Instant, zone: Zone, reason: string): Line =>
      line`The last post, ${moment(at, zone)}, did not arrive: ${reason}.`,
    trying: (at: Instant, zone: Zone): Line =>
      line`The last post, ${moment(at, zone)}, has not arrived yet as far as I know. I keep trying.`,
    preview: (where: string): Line => line`Only you see this. It would be posted in ${channel(where)}:`,
    notFound: (typed: string, numbers: readonly number[]): Line =>
      line`There is no digest “${typed}”. Choose ${either(numbers.map((number) => `#${number}`))}.`,
    which: (numbers: readonly number[]): Line =>
      line`There are several digests. Choose ${either(numbers.map((number) => `#${number}`))}.`,
    needsChannel: line`Say in which channel it is to be posted: ${code('channel:#deadlines')}.`,
    edited: (number: number): Line => line`Digest ${strong(`#${number}`)} is changed.`,
    unchanged: (number: number): Line => line`Digest ${strong(`#${number}`)} stands like that already.`,
    unknownService: (typed: string): Line =>
      line`I know no dates of “${typed}”. Choose among ${either(Object.keys(systemNames))}, with commas between, or ${code('all')} or ${code('none')}.`,
    services: (systems: readonly CalendarSystem[]): Line =>
      systems.length === 0
        ? line`No dates of the season, only your own`
        : line`Dates of the season: ${names(systems).join(', ')}`,
    withFigures: line`With figures of those who share theirs`,
    figuresNote: line`Figures stand in a post once ten members here share theirs. They change once a week at most; a preview makes no new ones.`,
    paused: (number: number): Line =>
      line`Digest ${strong(`#${number}`)} is paused: it posts nothing until you resume it. What falls into the pause is not posted later.`,
    alreadyPaused: (number: number): Line => line`Digest ${strong(`#${number}`)} is paused already.`,
    isPaused: (number: number): Line => line`Paused. ${code(`/lor-admin digest resume ${number}`)} lets it go on.`,
    nowPaused: (number: number): Line =>
      line`Digest ${strong(`#${number}`)} is paused, so nothing was posted. ${code(`/lor-admin digest resume ${number}`)} lets it go on.`,
    notPaused: (number: number): Line => line`Digest ${strong(`#${number}`)} is not paused.`,
    resumed: (number: number): Line => line`Digest ${strong(`#${number}`)} goes on.`,
    history: (number: number): string => `Posts of digest #${number}`,
    noPosts: line`It has posted nothing yet.`,
    post,
    onlyLast: (number: number): Line => line`These are the last ${number}.`,
    buttons: {
      preview: 'Preview',
      now: 'Post now',
      edit: 'Edit',
      pause: 'Pause',
      resume: 'Resume',
      history: 'History',
      remove: 'Remove',
      add: 'Add a digest',
    },
    limit: (max: number): Line => line`There are ${max} digests already, the most there can be. Remove one first.`,
  },
  deadline: {
    title: 'Deadlines',
    none: line`No deadline is set yet.`,
    added: (name: string): Line => line`Deadline ${strong(name)} is set.`,
    entry: (number: number, name: string): Line => line`${strong(`#${number}`)} ${name}`,
    removed: (name: string): Line => line`Deadline ${strong(name)} is removed.`,
    notFound: (typed: string): Line =>
      line`There is no deadline “${typed}”. ${code('/lor-admin deadline list')} shows them.`,
    empty: line`There is no deadline yet.`,
    past: line`That has passed already. Digests show what lies ahead.`,
    buttons: {
      edit: 'Edit',
      remove: 'Remove',
      add: 'Add a deadline',
      import: 'From a calendar file',
      take: (number: number): string => `Add ${count(number, 'deadline')}`,
    },
    edited: (name: string): Line => line`Deadline ${strong(name)} is changed.`,
    unchanged: (name: string): Line => line`Deadline ${strong(name)} stands like that already.`,
    importTitle: 'Deadlines from a calendar',
    wouldAdd: (number: number): Line => line`${count(number, 'deadline')} would be added:`,
    nothingToAdd: line`Nothing in this file becomes a deadline. Nothing was changed.`,
    more: (number: number): Line => line`And ${number} more.`,
    leftOut: (number: number): Line => line`${count(number, 'entry', 'entries')} left out:`,
    left: (name: string, why: keyof typeof leftOut): Line =>
      name === '' ? line`An entry: ${leftOut[why]}` : line`${strong(name)}: ${leftOut[why]}`,
    waits: line`The file waits for your yes for a day; then it is deleted.`,
    taken: (number: number): Line => line`${count(number, 'deadline')} added.`,
    fileGone: line`That file waits no more. Hand it over again with ${code('/lor-admin deadline import')}.`,
    fileProblem: (problem: CalendarProblem): Line => {
      switch (problem.problem) {
        case 'unreadable':
          return line`This is no calendar file that I can read. Export it again as .ics and try that.`;
        case 'empty':
          return line`There is no entry in this calendar.`;
        case 'too-many':
          return line`There are ${problem.found} entries in this calendar, and I read ${mostEvents} at most. Export fewer, such as those of one season.`;
      }
    },
    limit: (max: number): Line => line`There are ${max} deadlines already, the most there can be. Remove one first.`,
  },
};
