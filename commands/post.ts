import type { HelperStore } from '../src/communities/helpers.ts';
import type { Submission } from '../src/communities/submission.ts';
import { type Context, defineCommand } from '../src/core/command.ts';
import { flag, text } from '../src/core/options.ts';
import type { Random } from '../src/core/ports.ts';
import { paragraph, reply } from '../src/core/reply.ts';
import type { DeliveryStore, NewDelivery } from '../src/reminders/deliveries.ts';
import type { CurationPorts } from '../src/views/choose-answer.ts';
import { communityHere } from '../src/views/here.ts';

type PostPorts = CurationPorts & {
  readonly helpers: HelperStore;
  readonly deliveries: DeliveryStore;
  readonly random: Random;
};

export default defineCommand({
  path: 'lor post',
  summary: 'Post your question for a person, or delete it',
  examples: ['/lor post 01J post:yes'],
  access: 'member',
  where: 'community',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: { request: text('Which question', { max: 40 }), post: flag('Post it?') },
  async run({ request: id, post }, context: Context<PostPorts>) {
    const { actor, ports } = context;
    const { human } = ports.words.curation;
    const community = await communityHere(context);
    const request = await ports.submissions.get(id);
    // Nobody posts or deletes what is another's, or from another community.
    const own = request?.kind === 'request' && request.member === actor.id && request.community === community;
    if (!own) return reply(paragraph(human.already));
    if (!post) {
      await ports.submissions.remove(request.community, request.id);
      return reply(paragraph(human.discarded));
    }
    const { channel } = await ports.helpers.get(request.community);
    if (channel === null) return reply(paragraph(human.nobody));
    const queued = await ports.deliveries.enqueue(deliveryOf(request, channel, context));
    return reply(paragraph(queued ? human.posted(channel) : human.already));
  },
});

/** In the outbox once, however often the button is pressed. */
function deliveryOf(
  { id, community, member }: Submission,
  channel: string,
  { actor, community: workspace, now, ports }: Context<PostPorts>,
): NewDelivery {
  return {
    id: ports.random.id(now),
    key: `request:${id}`,
    member,
    community,
    target: { kind: 'channel', platform: actor.account.platform, workspace: workspace ?? '', channel },
    zone: actor.zone,
    payload: { kind: 'request', request: id },
    runAt: now,
  };
}
