import type { Line } from '../core/reply.ts';
import { formatZone } from '../core/time.ts';
import { isSchedule, parseCron } from '../reminders/cron.ts';
import type { Digest } from '../reminders/digest.ts';
import type { Words } from '../words/words.ts';

/** How a digest is set, for its admins: a line each. */
export function digestLines(digest: Digest, words: Words): readonly Line[] {
  const { cron, zone, ahead, nextAt, paused, services, cohort, number } = digest;
  const said = words.admin.digest;
  const schedule = parseCron(cron);
  const text = isSchedule(schedule) ? words.reminders.schedule(schedule) : cron;
  return [
    said.schedule(text, formatZone(zone), cron),
    ...(paused ? [said.isPaused(number)] : []),
    ...(nextAt === null ? [] : [said.next(nextAt, zone)]),
    said.ahead(ahead),
    ...(services === null ? [] : [said.services(services)]),
    ...(cohort ? [said.withFigures] : []),
  ];
}
