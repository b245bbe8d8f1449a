import { type Context, defineCommand } from '../src/core/command.ts';
import { optional, text } from '../src/core/options.ts';
import { paragraph, reply } from '../src/core/reply.ts';
import type { Faq } from '../src/faq/faq.ts';
import type { MemberStore } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { answerReply, relatedTo } from '../src/views/answer.ts';
import { caseOf } from '../src/views/case.ts';
import type { Words } from '../src/words/words.ts';

interface PrivatelyPorts {
  readonly faq: Faq;
  readonly packs: Packs;
  readonly members: MemberStore;
  readonly words: Words;
}

export default defineCommand({
  path: 'lor privately',
  summary: 'Answer in private what should not be asked in a channel',
  examples: ['/lor privately', '/lor privately letter-id-lrf'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  hidden: true,
  options: { topic: optional(text('Topic', { max: 60 })) },
  async run({ topic }, { actor, today, ports }: Context<PrivatelyPorts>) {
    const { faq, packs, words } = ports;
    const answer = topic === undefined ? undefined : faq.answers.get(topic);
    if (!answer) return reply(paragraph(words.channels.pleaseDelete), paragraph(words.channels.askPrivately));
    const about = caseOf({}, {}, await ports.members.get(actor.id, actor.account), packs);
    const { blocks } = answerReply(answer, about, relatedTo(answer, [], faq.answers), today, words);
    return reply(paragraph(words.channels.pleaseDelete), ...blocks);
  },
});
