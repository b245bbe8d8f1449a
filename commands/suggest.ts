import { answerLimits } from '../src/communities/community-answer.ts';
import { maxOpen } from '../src/communities/submission.ts';
import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { text } from '../src/core/options.ts';
import type { Random } from '../src/core/ports.ts';
import { paragraph, reply } from '../src/core/reply.ts';
import type { CurationPorts } from '../src/views/choose-answer.ts';
import { ensureCommunity } from './shared/here.ts';
import { refusePrivateDetails } from './shared/no-private-details.ts';

export default defineCommand({
  path: 'lor suggest',
  summary: 'Suggest an answer for this community',
  examples: ['/lor suggest question:"Where do I park?" text:"In the garage behind the library."'],
  access: 'member',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    question: text('The question it answers', { max: answerLimits.question }),
    text: text('Your answer', { max: answerLimits.text, paragraphs: true }),
  },
  async run({ question, text: proposed }, context: Context<CurationPorts & { readonly random: Random }>) {
    const { actor, now, ports } = context;
    const { proposal } = ports.words.curation;
    refusePrivateDetails(question, 'question', ports.words);
    refusePrivateDetails(proposed, 'text', ports.words);
    const community = await ensureCommunity(context);
    const open = await ports.submissions.countOf(community, actor.id, 'proposal');
    if (open >= maxOpen.proposal) throw new UserProblem('limit-reached', proposal.limit(maxOpen.proposal));
    await ports.submissions.add({
      id: ports.random.id(now),
      community,
      member: actor.id,
      kind: 'proposal',
      question,
      text: proposed,
      at: now,
    });
    return reply(paragraph(proposal.thanks));
  },
});
