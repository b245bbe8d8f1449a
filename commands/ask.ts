import { type Context, defineCommand } from '../src/core/command.ts';
import { choice, optional, text } from '../src/core/options.ts';
import type { Faq } from '../src/faq/faq.ts';
import type { MemberStore } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { answerReply, relatedTo, unsureReply } from '../src/views/answer.ts';
import { caseOf } from '../src/views/case.ts';
import type { Words } from '../src/words/words.ts';
import { services } from './shared/options.ts';

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
  async run(
    { question, service, specialty },
    { actor, today, ports }: Context<{ faq: Faq; packs: Packs; members: MemberStore; words: Words }>,
  ) {
    const decision = ports.faq.decide(question, 'asked');
    if (decision.kind === 'unsure') return unsureReply(decision, ports.words);
    const member = await ports.members.get(actor.id, actor.account);
    const about = caseOf({ service, specialty }, ports.faq.mentions(question), member, ports.packs);
    const related = relatedTo(decision.answer, decision.nearest, ports.faq.answers);
    return answerReply(decision.answer, about, related, today, ports.words);
  },
});
