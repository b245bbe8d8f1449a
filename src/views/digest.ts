import {
  type Block,
  bullets,
  button,
  buttons,
  day,
  file,
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
import type { Day, Instant } from '../core/time.ts';
import { formatZone } from '../core/time.ts';
import { atWallClock, dayIn, daysBetween } from '../dates/calendar.ts';
import type { Pictures } from '../pictures/pictures.ts';
import { type AnnouncedDate, upcoming } from '../reminders/announced.ts';
import type { ToldShare } from '../reminders/cohort.ts';
import { isSchedule, parseCron } from '../reminders/cron.ts';
import type { Digest } from '../reminders/digest.ts';
import type { Words } from '../words/words.ts';

/** The most dates of one post; the rest is counted. */
const shown = 20;

/** A date with its moment, on the reader's clock where it has an hour, and the days that are left. */
export function dateLine(
  date: Pick<AnnouncedDate, 'name' | 'day' | 'time' | 'zone'>,
  now: Instant,
  words: Words,
): Line {
  const { name, time, zone } = date;
  const left = daysBetween(dayIn(zone, now), date.day);
  const when: Line = time === null ? [day(date.day)] : [moment(atWallClock(date.day, time, zone), zone)];
  return words.reminders.digest.deadline(name, when, words.letters.daysLeft(left));
}

/** The same with who says so. */
function saidLine(date: AnnouncedDate, now: Instant, words: Words): Line {
  return [...dateLine(date, now, words), ...words.reminders.digest.by(date.by)];
}

/** What a post is written from. */
export interface DigestSource {
  readonly digest: Pick<Digest, 'id' | 'cron' | 'zone' | 'ahead'>;
  readonly dates: readonly AnnouncedDate[];
  readonly now: Instant;
  readonly late: boolean;
  /** Of those who share theirs; absent where there are too few, or nobody wants it here. */
  readonly share?: ToldShare | undefined;
}

/** The post itself: nothing in it is about a single member. */
export function digestReply(
  { digest, dates, now, late, share }: DigestSource,
  { pictures, words }: { readonly pictures: Pictures; readonly words: Words },
): Reply {
  const ahead = upcoming(dates, now, digest.ahead);
  const told = ahead.slice(0, shown);
  const schedule = parseCron(digest.cron);
  const text = isSchedule(schedule) ? words.reminders.schedule(schedule) : digest.cron;
  const { digest: said } = words.reminders;
  return reply(
    heading(said.title),
    late && note(said.late),
    told.length > 0 ? bullets(told.map((one) => saidLine(one, now, words))) : paragraph(said.none(digest.ahead)),
    ahead.length > told.length && note(said.more(ahead.length - told.length)),
    paragraph(line`${strong(said.tip.label)} ${tip(ahead, now, words)}`),
    share && paragraph(said.share(share)),
    told.length > 1 && picture(told, dayIn(digest.zone, now), pictures, words),
    buttons(
      told.length > 0 && button(said.forMe.button, 'lor for-me', { digest: digest.id }),
      button(said.mine, 'lor today'),
    ),
    note(said.why(text, formatZone(digest.zone))),
  );
}

/** The dates on a line, beside the text that has them all; one date makes no line. */
function picture(dates: readonly AnnouncedDate[], today: Day, pictures: Pictures, words: Words): Block {
  const { digest: said } = words.reminders;
  const timeline = { title: said.title, today, events: dates };
  return file(pictures.timeline(timeline, words.pictures.timeline, said.picture(dates.length)));
}

/** The tip that fits the nearest date that letters have to do with. */
function tip(ahead: readonly AnnouncedDate[], now: Instant, words: Words): Line {
  const { tip: tips } = words.reminders.digest;
  const nearest = ahead.find(({ kind, system }) => kind !== 'result' && system !== 'nrmp');
  if (!nearest) return tips.none;
  const left = daysBetween(dayIn(nearest.zone, now), nearest.day);
  if (left > 42) return tips.far;
  if (left > 14) return tips.ask;
  return left >= 7 ? tips.nudge : tips.close;
}
