import type { Deadline } from '../communities/community.ts';
import {
  bullets,
  button,
  buttons,
  day,
  heading,
  type Line,
  line,
  moment,
  note,
  paragraph,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import type { Instant } from '../core/time.ts';
import { formatZone } from '../core/time.ts';
import { addDays, atWallClock, dayIn, daysBetween } from '../dates/calendar.ts';
import { isSchedule, parseCron } from '../reminders/cron.ts';
import type { Digest } from '../reminders/digest.ts';
import type { Words } from '../words/words.ts';

/** The deadlines that lie ahead within so many days, the nearest first; a passed hour counts as past. */
export function upcoming(deadlines: readonly Deadline[], now: Instant, days: number): readonly Deadline[] {
  return deadlines.filter((deadline) => {
    const today = dayIn(deadline.zone, now);
    if (deadline.day < today || deadline.day > addDays(today, days)) return false;
    return deadline.time === null || atWallClock(deadline.day, deadline.time, deadline.zone) > now;
  });
}

/** A deadline with its date, on the reader's clock where it has an hour, and the days that are left. */
export function deadlineLine(deadline: Deadline, now: Instant, words: Words): Line {
  const { name, time, zone } = deadline;
  const left = daysBetween(dayIn(zone, now), deadline.day);
  const when: Line = time === null ? [day(deadline.day)] : [moment(atWallClock(deadline.day, time, zone), zone)];
  return words.reminders.digest.deadline(name, when, words.letters.daysLeft(left));
}

/** The post itself: nothing in it is about a single member. */
export function digestReply(
  digest: Pick<Digest, 'cron' | 'zone' | 'ahead'>,
  deadlines: readonly Deadline[],
  now: Instant,
  late: boolean,
  words: Words,
): Reply {
  const ahead = upcoming(deadlines, now, digest.ahead);
  const schedule = parseCron(digest.cron);
  const text = isSchedule(schedule) ? words.reminders.schedule(schedule) : digest.cron;
  const { digest: said } = words.reminders;
  return reply(
    heading(said.title),
    late && note(said.late),
    ahead.length > 0 ? bullets(ahead.map((one) => deadlineLine(one, now, words))) : paragraph(said.none(digest.ahead)),
    paragraph(line`${strong(said.tip.label)} ${tip(ahead, now, words)}`),
    buttons(button(said.mine, 'lor today')),
    note(said.why(text, formatZone(digest.zone))),
  );
}

/** The tip that fits the nearest deadline. */
function tip(ahead: readonly Deadline[], now: Instant, words: Words): Line {
  const { tip: tips } = words.reminders.digest;
  const [nearest] = ahead;
  if (!nearest) return tips.none;
  const left = daysBetween(dayIn(nearest.zone, now), nearest.day);
  if (left > 42) return tips.far;
  if (left > 14) return tips.ask;
  return left >= 7 ? tips.nudge : tips.close;
}
