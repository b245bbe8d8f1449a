import { maxOpen, type SubmissionStore } from '../src/communities/submission.ts';
import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { text } from '../src/core/options.ts';
import type { Random } from '../src/core/ports.ts';
import { paragraph, reply } from '../src/core/reply.ts';
import type { OwnAnswerPorts } from '../src/views/own-answer.ts';
import { ensureCommunity } from './shared/here.ts';
import { refusePrivateDetails } from './shared/no-private-details.ts';

type SendPorts = OwnAnswerPorts & { readonly submissions: SubmissionStore; readonly random: Random };

export default defineCommand({
  path: 'lor send',
  summary: 'Send a question to the curators',
  examples: ['/lor send where do we park on the first day'],
  access: 'member',
  where: 'community',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: { question: text('Your question, without names of patients', { max: 1_000, paragraphs: true }) },
  async run({ question }, context: Context<SendPorts>) {
    const { actor, now, ports } = context;
    const { send } = ports.words.curation;
    refusePrivateDetails(question, 'question', ports.words);
    const community = await ensureCommunity(context);
    const open = await ports.submissions.countOf(community, actor.id, 'question');
    if (open >= maxOpen.question) throw new UserProblem('limit-reached', send.limit(maxOpen.question));
    await ports.submissions.add({
      id: ports.random.id(now),
      community,
      member: actor.id,
      kind: 'question',
      question,
      text: null,
      at: now,
    });
    return reply(paragraph(send.thanks));
  },
});
