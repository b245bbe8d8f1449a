import type { HelperStore } from '../src/communities/helpers.ts';
import { maxOpen } from '../src/communities/submission.ts';
import { type Context, defineCommand } from '../src/core/command.ts';
import { UserProblem } from '../src/core/errors.ts';
import { text } from '../src/core/options.ts';
import type { Random } from '../src/core/ports.ts';
import { button, buttons, divider, note, paragraph, reply } from '../src/core/reply.ts';
import type { CurationPorts } from '../src/views/choose-answer.ts';
import { plainBlocks } from '../src/views/plain-blocks.ts';
import { ensureCommunity } from './shared/here.ts';
import { refusePrivateDetails } from './shared/no-private-details.ts';

type HumanPorts = CurationPorts & { readonly helpers: HelperStore; readonly random: Random };

/** Shows what would be posted. The words wait for a press, because not every button can hold them. */
export default defineCommand({
  path: 'lor human',
  summary: 'Ask a person of this community',
  examples: ['/lor human where do we park on the first day'],
  access: 'member',
  where: 'community',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: { question: text('Your question, without names of patients', { max: 1_000, paragraphs: true }) },
  async run({ question }, context: Context<HumanPorts>) {
    const { actor, now, ports } = context;
    const { human } = ports.words.curation;
    refusePrivateDetails(question, 'question', ports.words);
    const community = await ensureCommunity(context);
    const { channel, role } = await ports.helpers.get(community);
    if (channel === null) return reply(paragraph(human.nobody));
    const open = await ports.submissions.countOf(community, actor.id, 'request');
    if (open >= maxOpen.request) throw new UserProblem('limit-reached', human.limit(maxOpen.request));
    const request = ports.random.id(now);
    const text = null;
    await ports.submissions.add({ id: request, community, member: actor.id, kind: 'request', question, text, at: now });
    return reply(
      paragraph(human.confirm(channel, role)),
      divider(),
      ...plainBlocks(question),
      divider(),
      note(human.confirmNote),
      buttons(
        button(human.post, 'lor post', { request, post: 'yes' }, 'primary'),
        button(human.discard, 'lor post', { request, post: 'no' }),
      ),
    );
  },
});
