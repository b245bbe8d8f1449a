import { type Context, defineCommand } from '../src/core/command.ts';
import { choice, flag, optional, text } from '../src/core/options.ts';
import type { Choice } from '../src/core/reply.ts';
import type { Answer } from '../src/faq/answer.ts';
import type { Faq } from '../src/faq/faq.ts';
import type { MemberStore } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { answerReply, relatedTo, topicsReply } from '../src/views/answer.ts';
import { caseOf } from '../src/views/case.ts';
import { rememberTopic } from './shared/conversation.ts';
import { type InChannelPorts, withShare } from './shared/in-channel.ts';
import { services } from './shared/options.ts';
import { answerArgs } from './shared/said.ts';

interface TopicsPorts extends InChannelPorts {
  readonly faq: Faq;
  readonly packs: Packs;
  readonly members: MemberStore;
}

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
    topic: (typed: string, { ports }: Context<{ faq: Faq }>) => ports.faq.search(typed).map(toChoice),
  },
  async run({ topic, ...picked }, context: Context<TopicsPorts>) {
    const { actor, today, ports } = context;
    const { faq, words } = ports;
    const all = [...faq.answers.values()];
    if (topic === undefined) return topicsReply(all, words);
    const answer = faq.answers.get(topic) ?? only(faq.search(topic));
    if (!answer) {
      const near = faq.search(topic);
      return topicsReply(near.length > 0 ? near : all, words, words.answers.topics.none(topic));
    }
    const member = await ports.members.get(actor.id, actor.account);
    const related = relatedTo(answer, [], faq.answers);
    await rememberTopic(answer.slug, context);
    const answered = answerReply(answer, caseOf(picked, {}, member, ports.packs), related, today, words);
    return withShare(answered, answerArgs(answer.slug, picked, {}, ports.packs), context);
  },
});

function only(answers: readonly Answer[]): Answer | undefined {
  return answers.length === 1 ? answers[0] : undefined;
}

function toChoice({ slug, title }: Answer): Choice {
  return { value: slug, label: title };
}
