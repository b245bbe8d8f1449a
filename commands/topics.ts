import { type Context, defineCommand } from '../src/core/command.ts';
import { choice, flag, optional, text } from '../src/core/options.ts';
import type { Choice } from '../src/core/reply.ts';
import type { Answer } from '../src/faq/answer.ts';
import type { Faq } from '../src/faq/faq.ts';
import type { MemberStore } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { answerReply, relatedTo, topicsReply } from '../src/views/answer.ts';
import { caseOf } from '../src/views/case.ts';
import type { Words } from '../src/words/words.ts';
import { services } from './shared/options.ts';

export default defineCommand({
  path: 'lor topics',
  summary: 'Browse the answers by topic',
  examples: ['/lor topics', '/lor topics reuse-letter'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {
    topic: optional(text('Topic', { max: 60 })),
    service: optional(choice('Application service', services.labels, services.aliases)),
    specialty: optional(text('Specialty', { max: 60 })),
    img: optional(flag('For international graduates')),
    reapplicant: optional(flag('For those who apply again')),
  },
  suggest: {
    topic: (typed: string, { actor, ports }: Context<{ faq: Faq }>) =>
      ports.faq.search(typed).map((answer) => toChoice(ports.faq.told(answer, actor.language))),
  },
  async run(
    { topic, ...picked },
    { actor, today, ports }: Context<{ faq: Faq; packs: Packs; members: MemberStore; words: Words }>,
  ) {
    const { faq, words } = ports;
    const tell = (answer: Answer) => faq.told(answer, actor.language);
    // What the member can read in their own language comes first.
    const foreign = ({ language }: Answer) => Number(language !== actor.language);
    const all = [...faq.answers.values()].map(tell).sort((one, other) => foreign(one) - foreign(other));
    if (topic === undefined) return topicsReply(all, words);
    const answer = faq.answers.get(topic) ?? only(faq.search(topic));
    if (!answer) {
      const near = faq.search(topic).map(tell);
      return topicsReply(near.length > 0 ? near : all, words, words.answers.topics.none(topic));
    }
    const member = await ports.members.get(actor.id, actor.account);
    const related = relatedTo(answer, [], faq.answers).map(tell);
    return answerReply(tell(answer), caseOf(picked, {}, member, ports.packs), related, today, words);
  },
});

function only(answers: readonly Answer[]): Answer | undefined {
  return answers.length === 1 ? answers[0] : undefined;
}

function toChoice({ slug, title }: Answer): Choice {
  return { value: slug, label: title };
}
