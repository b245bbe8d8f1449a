import { type Context, defineCommand } from '../../../src/core/command.ts';
import { optional, text } from '../../../src/core/options.ts';
import type { Random } from '../../../src/core/ports.ts';
import { paragraph, reply } from '../../../src/core/reply.ts';
import { dayIn } from '../../../src/dates/calendar.ts';
import type { DeliveryStore } from '../../../src/reminders/deliveries.ts';
import { digestDelivery, digestTarget } from '../../../src/reminders/plan.ts';
import { type DigestPorts, requireDigest, suggestDigests } from '../../../src/views/choose-digest.ts';

type NowPorts = DigestPorts & { readonly deliveries: DeliveryStore; readonly random: Random };

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
    const target = await digestTarget(ports.communities, digest);
    if (target) {
      const post = { key: `digest:${digest.id}:now:${delivery}`, day: dayIn(digest.zone, now), late: false };
      await ports.deliveries.enqueue(digestDelivery(digest, target, post, now, ports.random));
    }
    return reply(paragraph(ports.words.admin.digest.queued(digest.channel)));
  },
});
