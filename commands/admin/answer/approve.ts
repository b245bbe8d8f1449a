import { answerLimits, toSlug } from '../../../src/communities/community-answer.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { optional, text } from '../../../src/core/options.ts';
import { shorten } from '../../../src/core/text.ts';
import { type CurationPorts, requireProposal, suggestProposals } from '../../../src/views/choose-answer.ts';
import { answerOptions } from '../../shared/answer-content.ts';
import { makeAnswer, type SavePorts, savedReply } from '../../shared/save-answer.ts';

export default defineCommand({
  path: 'lor-admin answer approve',
  summary: 'Take a suggested answer, with your edits',
  examples: ['/lor-admin answer approve 1 topic:parking title:Parking'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    proposal: text('Which proposal: its number', { max: 40 }),
    topic: optional(answerOptions.topic),
    title: optional(answerOptions.title),
    question: optional(answerOptions.question),
    text: optional(answerOptions.text),
    aliases: optional(answerOptions.aliases),
    link: optional(answerOptions.link),
  },
  suggest: { proposal: suggestProposals },
  async fill({ proposal: typed }, context: Context<CurationPorts>) {
    const { id, question, text: written } = await requireProposal(typed, context);
    return { proposal: id, ...namesFrom(question), question, text: written ?? '' };
  },
  async run({ proposal: typed, ...edits }, context: Context<SavePorts>) {
    const { ports } = context;
    const proposal = await requireProposal(typed, context);
    const names = namesFrom(proposal.question);
    const { topic = names.topic, title = names.title, question = proposal.question } = edits;
    const content = { ...edits, topic, title, question, text: edits.text ?? proposal.text ?? '' };
    const answer = await makeAnswer(content, 'approved', context);
    await ports.submissions.remove(proposal.community, proposal.id);
    return savedReply(ports.words.curation.proposal.approved(answer.title), answer, ports);
  },
});

/** A beginning that curators can change: the question itself, as long as it may be. */
function namesFrom(question: string): { readonly topic: string; readonly title: string } {
  const title = shorten(question.replace(/\?$/u, ''), answerLimits.title);
  const words = toSlug(question).split('-');
  const kept = words.filter((_, index) => words.slice(0, index + 1).join('-').length <= answerLimits.slug);
  return { topic: kept.join('-') || toSlug(question).slice(0, answerLimits.slug), title };
}
