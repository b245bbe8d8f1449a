import { type Context, defineCommand } from '../../../src/core/command.ts';
import { channel, integer, optional, text } from '../../../src/core/options.ts';
import { bullets, button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { printSystems } from '../../../src/packs/systems.ts';
import type { Digest } from '../../../src/reminders/digest.ts';
import type { PostStore } from '../../../src/reminders/posts.ts';
import { type DigestPorts, requireDigest, suggestDigests } from '../../../src/views/choose-digest.ts';
import { digestLines } from '../../../src/views/digest-entry.ts';
import { requireZone } from '../../../src/views/require-zone.ts';
import { digestOptions, requireSchedule, requireSystems, suggestZones } from '../../shared/digest-options.ts';
import { nextPost } from '../../shared/next-post.ts';

export default defineCommand({
  path: 'lor-admin digest edit',
  summary: 'Change a digest: when, where, and what is in it',
  examples: ['/lor-admin digest edit 1 schedule:"0 8 * * MON"', '/lor-admin digest edit 1 services:eras,nrmp ahead:60'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    digest: text('Which digest: its number', { max: 40 }),
    ...digestOptions,
    schedule: optional(digestOptions.schedule),
    // What is left out of an edit stays.
    zone: optional(text('Time zone, or a city in it', { max: 60 })),
    channel: optional(channel('Channel')),
    ahead: optional(integer('Days to look ahead', { min: 1, max: 365 })),
  },
  suggest: { digest: suggestDigests, zone: suggestZones },
  async fill({ digest: typed }, context: Context<DigestPorts>) {
    const { id, cron, zone, channel: where, ahead, services, cohort } = await requireDigest(typed, context);
    return {
      digest: id,
      schedule: cron,
      zone,
      channel: where,
      ahead: String(ahead),
      services: printSystems(services),
      cohort: cohort ? 'yes' : 'no',
    };
  },
  async run(args, context: Context<DigestPorts & { readonly posts: PostStore }>) {
    const { now, ports } = context;
    const { words } = ports;
    const said = words.admin.digest;
    const before = await requireDigest(args.digest, context);
    const cron = args.schedule?.trim() ?? before.cron;
    const zone = args.zone === undefined ? before.zone : requireZone(args.zone, words);
    requireSchedule(cron, words);
    const edited: Digest = {
      ...before,
      cron,
      zone,
      channel: args.channel ?? before.channel,
      ahead: args.ahead ?? before.ahead,
      services: args.services === undefined ? before.services : requireSystems(args.services, words),
      cohort: args.cohort ?? before.cohort,
    };
    const otherTimes = cron !== before.cron || zone !== before.zone;
    const after =
      otherTimes && !before.paused ? { ...edited, nextAt: await nextPost(edited, ports.posts, now) } : edited;
    const changed = JSON.stringify(after) !== JSON.stringify(before);
    if (changed) await ports.digests.change(after);
    return reply(
      paragraph(changed ? said.edited(after.number) : said.unchanged(after.number)),
      bullets(digestLines(after, words)),
      buttons(
        button(said.buttons.preview, 'lor-admin digest preview', { digest: after.id }),
        button(said.title, 'lor-admin digest list'),
      ),
    );
  },
});
