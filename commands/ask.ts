import { type Context, defineCommand } from '../src/core/command.ts';
import { inLanguage } from '../src/core/in-language.ts';
import type { Language } from '../src/core/language.ts';
import { choice, optional, text } from '../src/core/options.ts';
import type { Answer } from '../src/faq/answer.ts';
import type { Faq } from '../src/faq/faq.ts';
import type { MemberStore } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { answerReply, relatedTo, unsureReply } from '../src/views/answer.ts';
import { caseOf } from '../src/views/case.ts';
import type { Words } from '../src/words/words.ts';
import { services } from './shared/options.ts';

interface AskPorts {
  readonly faq: Faq;
  readonly packs: Packs;
  readonly members: MemberStore;
  readonly wordsIn: (language: Language) => Words;
}

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
  async run({ question, service, specialty }, { actor, today, ports }: Context<AskPorts>) {
    // A question is answered in the language in which it was asked, whatever its asker's settings say.
    const language = ports.faq.asked(question) ?? actor.language;
    const words = ports.wordsIn(language);
    const tell = (answer: Answer) => ports.faq.told(answer, language);
    const decision = ports.faq.decide(question);
    if (decision.kind === 'unsure') {
      return inLanguage(unsureReply({ nearest: decision.nearest.map(tell) }, words), language);
    }
    const member = await ports.members.get(actor.id, actor.account);
    const about = caseOf({ service, specialty }, ports.faq.mentions(question), member, ports.packs);
    const related = relatedTo(decision.answer, decision.nearest, ports.faq.answers).map(tell);
    return inLanguage(answerReply(tell(decision.answer), about, related, today, words), language);
  },
});
