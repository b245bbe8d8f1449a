import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { optional, text } from '../../../src/core/options.ts';
import type { Random } from '../../../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import type { Instant } from '../../../src/core/time.ts';
import { dayIn } from '../../../src/dates/calendar.ts';
import type { DeliveryStore, LastPost } from '../../../src/reminders/deliveries.ts';
import { digestKey } from '../../../src/reminders/digest.ts';
import { digestDelivery, digestTarget } from '../../../src/reminders/plan-digests.ts';
import { type DigestPorts, requireDigest, suggestDigests } from '../../../src/views/choose-digest.ts';

type NowPorts = DigestPorts & { readonly deliveries: DeliveryStore; readonly random: Random };

/** Milliseconds in which a second "now" is a button that was pressed twice. */
const twice = 60_000;

export default defineCommand({
  path: 'lor-admin digest now',
  summary: 'Post a digest now',
  examples: ['/lor-admin digest now', '/lor-admin digest now 1'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: { digest: optional(text('Which digest: its number', { max: 40 })) },
  suggest: { digest: suggestDigests },
  async run({ digest: typed }, context: Context<NowPorts>) {
    const { delivery, now, ports } = context;
    const digest = await requireDigest(typed, context);
    const { words } = ports;
    const next = buttons(button(words.admin.digest.title, 'lor-admin digest list'));
    if (digest.paused)
      throw new UserProblem('not-legal', words.admin.digest.nowPaused(digest.number), { next: [next] });
    if (isFresh(await ports.deliveries.lastPost(digest.id), now))
      throw new UserProblem('nothing-to-do', words.admin.digest.justNow(digest.channel), { next: [next] });
    const target = await digestTarget(ports.communities, digest);
    if (target) {
      const post = { key: digestKey(digest.id, `now:${delivery}`), day: dayIn(digest.zone, now), late: false };
      await ports.deliveries.enqueue(digestDelivery(digest, target, post, now, ports.random));
    }
    return reply(paragraph(words.admin.digest.queued(digest.channel)), next);
  },
});

/** Whether a post went out, or is about to, so recently that another one would be a slip. */
function isFresh(last: LastPost | undefined, now: Instant): boolean {
  if (last === undefined || ['refused', 'parked', 'skipped', 'cancelled'].includes(last.state)) return false;
  return Date.parse(now) - Date.parse(last.runAt) < twice;
}
