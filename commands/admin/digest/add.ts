import { type CommunityStore, communityLimits } from '../../../src/communities/community.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { channel, integer, optional, text } from '../../../src/core/options.ts';
import type { Random } from '../../../src/core/ports.ts';
import { button, buttons, note, paragraph, reply } from '../../../src/core/reply.ts';
import { formatZone } from '../../../src/core/time.ts';
import { searchZones } from '../../../src/members/zones.ts';
import { isSchedule, parseCron } from '../../../src/reminders/cron.ts';
import type { DigestStore } from '../../../src/reminders/digest.ts';
import { nextOccurrence } from '../../../src/reminders/schedule.ts';
import { requireZone } from '../../../src/views/require-zone.ts';
import type { Words } from '../../../src/words/words.ts';

interface DigestPorts {
  readonly communities: CommunityStore;
  readonly digests: DigestStore;
  readonly random: Random;
  readonly words: Words;
}

/** Days that a digest looks ahead when nothing else is said. */
const usualAhead = 45;

export default defineCommand({
  path: 'lor-admin digest add',
  summary: 'Post the deadlines ahead in a channel, by schedule',
  examples: ['/lor-admin digest add 0 9 * * MON zone:America/New_York channel:#deadlines'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    schedule: text('Cron: minute, hour, day, month, weekday', { max: 100 }),
    zone: optional(text('Time zone, or a city in it; yours if left out', { max: 60 })),
    channel: optional(channel('Channel; this one if left out')),
    ahead: optional(integer('Days to look ahead; 45 if left out', { min: 1, max: 365 })),
  },
  suggest: { zone: (typed: string) => searchZones(typed, 25).map((zone) => ({ value: zone, label: zone })) },
  async run(args, context: Context<DigestPorts>) {
    const { actor, community: workspace, place, now, ports } = context;
    const { words, random } = ports;
    const schedule = parseCron(args.schedule);
    if (!isSchedule(schedule))
      throw new UserProblem('bad-value', words.admin.cronProblem(schedule), { option: 'schedule' });
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
