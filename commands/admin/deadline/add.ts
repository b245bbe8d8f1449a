import { type CommunityStore, communityLimits } from '../../../src/communities/community.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { date, optional, text, time } from '../../../src/core/options.ts';
import type { Random } from '../../../src/core/ports.ts';
import { bullets, button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { dateLine } from '../../../src/views/digest.ts';
import { requireZone } from '../../../src/views/require-zone.ts';
import type { Words } from '../../../src/words/words.ts';
import { longestName } from '../../shared/deadline-file.ts';
import { suggestZones } from '../../shared/digest-options.ts';
import { isPast } from '../../shared/plan-deadlines.ts';

interface DeadlinePorts {
  readonly communities: CommunityStore;
  readonly random: Random;
  readonly words: Words;
}

export default defineCommand({
  path: 'lor-admin deadline add',
  summary: 'Announce a date in the digests of this community',
  examples: ['/lor-admin deadline add ERAS letters due date:"sep 22" time:17:00'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    name: text('What is due', { max: longestName }),
    date: date('On which day'),
    time: optional(time('At what time; the whole day if left out')),
    zone: optional(text('Time zone, or a city in it; yours if left out', { max: 60 })),
  },
  suggest: { zone: suggestZones },
  async run(args, context: Context<DeadlinePorts>) {
    const { actor, community: workspace, now, ports } = context;
    const { words, random, communities } = ports;
    const zone = args.zone === undefined ? actor.zone : requireZone(args.zone, words);
    if (isPast({ day: args.date, time: args.time ?? null, zone }, now))
      throw new UserProblem('bad-value', words.admin.deadline.past, { option: 'date' });
    const community = await communities.ensure(actor.account.platform, workspace ?? '', random.id(now), now);
    const others = await communities.deadlines(community.id);
    if (others.length >= communityLimits.deadlines)
      throw new UserProblem('limit-reached', words.admin.deadline.limit(communityLimits.deadlines));
    const deadline = await communities.addDeadline({
      id: random.id(now),
      community: community.id,
      name: args.name,
      day: args.date,
      time: args.time ?? null,
      zone,
    });
    return reply(
      paragraph(words.admin.deadline.added(deadline.name)),
      bullets([dateLine(deadline, now, words)]),
      buttons(
        button(words.admin.deadline.title, 'lor-admin deadline list'),
        button(words.admin.deadline.buttons.remove, 'lor-admin deadline remove', { deadline: deadline.id }, 'danger'),
      ),
    );
  },
});
