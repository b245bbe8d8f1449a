import type { FeedbackStore } from '../src/communities/feedback.ts';
import { type Context, defineCommand } from '../src/core/command.ts';
import { flag, text } from '../src/core/options.ts';
import type { Random } from '../src/core/ports.ts';
import { menu, paragraph, reply } from '../src/core/reply.ts';
import { relatedTo } from '../src/views/answer.ts';
import { type FeedbackPorts, furtherHelp } from '../src/views/feedback.ts';
import { ownAnswers } from '../src/views/own-answer.ts';
import { ensureCommunity } from './shared/here.ts';

type VotePorts = FeedbackPorts & { readonly feedback: FeedbackStore; readonly random: Random };

export default defineCommand({
  path: 'lor vote',
  summary: 'Say whether an answer helped',
  examples: ['/lor vote reuse-letter helped:yes'],
  access: 'member',
  where: 'community',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: { topic: text('Topic', { max: 60 }), helped: flag('Did it help?') },
  async run({ topic, helped }, context: Context<VotePorts>) {
    const { actor, ports } = context;
    const { vote } = ports.words.curation;
    const community = await ensureCommunity(context);
    // A name that is no topic's can only be forged; it is thanked for and not counted.
    const own = (await ownAnswers(context)).find(({ slug }) => slug === topic);
    const known = own !== undefined || ports.faq.answers.has(topic);
    if (known) await ports.feedback.vote({ community, topic, member: actor.id, helped });
    if (helped) return reply(paragraph(vote.thanks));
    const choices = nearestTo(topic, own?.question, ports).map(({ slug, title }) => ({ value: slug, label: title }));
    return reply(
      paragraph(choices.length > 0 ? vote.sorry : vote.sorryAlone),
      choices.length > 0 && menu(vote.nearest, { path: 'lor topics', args: {} }, 'topic', choices),
      ...(await furtherHelp(undefined, context)),
    );
  },
});

/** A built-in answer names its neighbours; near a community's answer is what its question comes to. */
function nearestTo(topic: string, question: string | undefined, { faq }: VotePorts) {
  const answer = faq.answers.get(topic);
  if (answer) return relatedTo(answer, [], faq.answers);
  return question === undefined ? [] : faq.decide(question, 'asked').nearest;
}
