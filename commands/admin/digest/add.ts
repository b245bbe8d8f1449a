import { type CommunityStore, communityLimits } from '../../../src/communities/community.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import type { Random } from '../../../src/core/ports.ts';
import { button, buttons, note, paragraph, reply } from '../../../src/core/reply.ts';
import { formatZone } from '../../../src/core/time.ts';
import type { DigestStore } from '../../../src/reminders/digest.ts';
import { nextOccurrence } from '../../../src/reminders/schedule.ts';
import { requireZone } from '../../../src/views/require-zone.ts';
import type { Words } from '../../../src/words/words.ts';
import {
  digestOptions,
  requireSchedule,
  requireSystems,
  suggestZones,
  usualAhead,
} from '../../shared/digest-options.ts';

interface DigestPorts {
  readonly communities: CommunityStore;
  readonly digests: DigestStore;
  readonly random: Random;
  readonly words: Words;
}

export default defineCommand({
  path: 'lor-admin digest add',
  summary: 'Post the deadlines ahead in a channel, by schedule',
  examples: ['/lor-admin digest add 0 9 * * MON zone:America/New_York channel:#deadlines'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: digestOptions,
  suggest: { zone: suggestZones },
  async run(args, context: Context<DigestPorts>) {
    const { actor, community: workspace, place, now, ports } = context;
    const { words, random } = ports;
    const schedule = requireSchedule(args.schedule, words);
    const services = args.services === undefined ? null : requireSystems(args.services, words);
    const zone = args.zone === undefined ? actor.zone : requireZone(args.zone, words);
    const where = args.channel ?? (place.kind === 'channel' ? place.channel : undefined);
    if (where === undefined) throw new UserProblem('bad-value', words.admin.digest.needsChannel, { option: 'channel' });

    const { platform } = actor.account;
    const community = await ports.communities.ensure(platform, workspace ?? '', random.id(now), now);
    const others = await ports.digests.list(community.id);
    if (others.length >= communityLimits.digests)
      throw new UserProblem('limit-reached', words.admin.digest.limit(communityLimits.digests));
    const next = nextOccurrence(schedule, zone, now);
    const digest = await ports.digests.add({
      id: random.id(now),
      community: community.id,
      channel: where,
      cron: args.schedule.trim(),
      zone,
      ahead: args.ahead ?? usualAhead,
      nextAt: next?.at ?? null,
      paused: false,
      services,
      cohort: args.cohort ?? false,
    });
    const text = words.reminders.schedule(schedule);
    return reply(
      paragraph(words.admin.digest.added(digest.number, where, text, formatZone(zone))),
      next && note(words.admin.digest.next(next.at, zone)),
      buttons(
        button(words.admin.digest.buttons.preview, 'lor-admin digest preview', { digest: digest.id }),
        button(words.admin.deadline.buttons.add, 'lor-admin deadline add'),
      ),
    );
  },
});
