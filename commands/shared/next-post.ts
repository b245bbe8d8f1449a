import type { Instant } from '../../src/core/time.ts';
import { isSchedule, parseCron } from '../../src/reminders/cron.ts';
import type { Digest } from '../../src/reminders/digest.ts';
import type { PostStore } from '../../src/reminders/posts.ts';
import { rescheduled } from '../../src/reminders/reschedule.ts';

/** Posts that are looked through for those of today; by hand there can be some in a day. */
const recent = 50;

/** When a digest comes next by the times that it has now. `nextAt` still is what it was by those before. */
export async function nextPost(digest: Digest, posts: PostStore, now: Instant): Promise<Instant | null> {
  const schedule = parseCron(digest.cron);
  if (!isSchedule(schedule)) return null;
  const latest = await posts.of(digest.id, recent);
  const posted = new Set(latest.filter(({ byHand }) => !byHand).map(({ day }) => day));
  return rescheduled({ schedule, zone: digest.zone }, digest.nextAt, posted, now);
}
