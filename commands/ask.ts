import { type Context, defineCommand } from '../src/core/command.ts';
import { choice, optional, text } from '../src/core/options.ts';
import type { MemberStore } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { answerReply, relatedTo, unsureReply } from '../src/views/answer.ts';
import { caseOf } from '../src/views/case.ts';
import { type FeedbackPorts, furtherHelp, withVotes } from '../src/views/feedback.ts';
import { ownAnswerReply, ownAnswers, ownAnswerTo } from '../src/views/own-answer.ts';
import { countGap, type GapPorts } from './shared/count-gap.ts';
import { services } from './shared/options.ts';

type AskPorts = FeedbackPorts & GapPorts & { readonly packs: Packs; readonly members: MemberStore };

export default defineCommand({
  path: 'lor ask',
  summary: 'Ask a question about letters',
  examples: ['/lor ask do i need 3 or 4 for IM', '/lor ask max letters per program service:carms'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {
    question: text('Your question', { max: 1_000, paragraphs: true }),
    service: optional(choice('Application service', services.labels, services.aliases)),
    specialty: optional(text('Specialty', { max: 60 })),
  },
  async run({ question, service, specialty }, context: Context<AskPorts>) {
    const { actor, community, today, ports } = context;
    const decision = ports.faq.decide(question);
    const own = ownAnswerTo(question, await ownAnswers(context), decision);
    if (own) return withVotes(ownAnswerReply(own, actor.zone, ports), own.slug, community, ports.words);
    if (decision.kind === 'unsure') {
      await countGap(decision, context);
      return unsureReply(decision, ports.words, await furtherHelp(question, context));
    }
    const member = await ports.members.get(actor.id, actor.account);
    const about = caseOf({ service, specialty }, ports.faq.mentions(question), member, ports.packs);
    const related = relatedTo(decision.answer, decision.nearest, ports.faq.answers);
    const made = answerReply(decision.answer, about, related, today, ports.words);
    return withVotes(made, decision.answer.slug, community, ports.words);
  },
});
