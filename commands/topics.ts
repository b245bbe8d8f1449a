import { type Context, defineCommand } from '../src/core/command.ts';
import { choice, flag, optional, text } from '../src/core/options.ts';
import { type Block, button, buttons, type Choice, reply } from '../src/core/reply.ts';
import type { Answer } from '../src/faq/answer.ts';
import type { MemberStore } from '../src/members/member.ts';
import type { Packs } from '../src/packs/pack.ts';
import { answerReply, relatedTo, topicsReply } from '../src/views/answer.ts';
import { caseOf } from '../src/views/case.ts';
import { withVotes } from '../src/views/feedback.ts';
import { type OwnAnswerPorts, ownAnswerNamed, ownAnswerReply, ownAnswers } from '../src/views/own-answer.ts';
import type { Words } from '../src/words/words.ts';
import { rememberTopic } from './shared/conversation.ts';
import { type InChannelPorts, withShare } from './shared/in-channel.ts';
import { services } from './shared/options.ts';
import { answerArgs } from './shared/said.ts';

type TopicsPorts = InChannelPorts & OwnAnswerPorts & { readonly packs: Packs; readonly members: MemberStore };

export default defineCommand({
  path: 'lor topics',
  summary: 'Browse the answers by topic',
  examples: ['/lor topics', '/lor topics reuse-letter'],
  access: 'guest',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {
    topic: optional(text('Topic', { max: 60 })),
    service: optional(choice('Application service', services.labels, services.aliases)),
    specialty: optional(text('Specialty', { max: 60 })),
    img: optional(flag('For international graduates')),
    reapplicant: optional(flag('For those who apply again')),
    builtin: optional(flag('The built-in answer, not the local one')),
  },
  suggest: {
    topic: async (typed: string, context: Context<OwnAnswerPorts>) => (await found(typed, context)).map(toChoice),
  },
  async run({ topic, builtin, ...picked }, context: Context<TopicsPorts>) {
    const { actor, community, today, ports } = context;
    const { faq, words } = ports;
    const tell = (answer: Answer) => faq.told(answer, actor.language);
    if (topic === undefined) return topicsReply(await found('', context), words);
    const own = ownAnswerNamed(topic, await ownAnswers(context));
    // What curators wrote is the same for everybody; a case of its own is asked of the built-in answer.
    const builtIn = builtin === true || Object.values(picked).some((value) => value !== undefined);
    if (own && !(builtIn && faq.answers.has(own.slug)))
      return withVotes(ownAnswerReply(own, actor.zone, ports), own.slug, community, words);
    const near = await found(topic, context);
    const [only] = near.length === 1 ? near : [];
    const answer = faq.answers.get(topic) ?? faq.answers.get(only?.slug ?? '');
    if (!answer)
      return topicsReply(near.length > 0 ? near : await found('', context), words, words.answers.topics.none(topic));
    const member = await ports.members.get(actor.id, actor.account);
    const related = relatedTo(answer, [], faq.answers).map(tell);
    await rememberTopic(answer.slug, context);
    const made = answerReply(tell(answer), caseOf(picked, {}, member, ports.packs), related, today, words);
    const shared = await withShare(made, answerArgs(answer.slug, picked, {}, ports.packs), context);
    return withVotes(reply(...shared.blocks, own && ownInstead(own, words)), answer.slug, community, words);
  },
});

/** The community's own answers and the built-in ones that hold the words, each topic once. */
async function found(typed: string, context: Context<OwnAnswerPorts>): Promise<readonly Named[]> {
  const wanted = typed.trim().toLowerCase();
  const own = await ownAnswers(context);
  const fitting = own.filter(({ slug, title, aliases }) =>
    [slug, title, ...aliases].some((name) => name.toLowerCase().includes(wanted)),
  );
  const { actor, ports } = context;
  const built = ports.faq.search(typed).filter(({ slug }) => !own.some((one) => one.slug === slug));
  // What the member can read in their own language comes first.
  const foreign = ({ language }: Answer) => Number(language !== actor.language);
  const told = built.map((answer) => ports.faq.told(answer, actor.language));
  return [...fitting, ...told.sort((one, other) => foreign(one) - foreign(other))];
}

interface Named {
  readonly slug: string;
  readonly title: string;
}

function ownInstead({ slug }: Named, words: Words): Block {
  return buttons(button(words.curation.answer.buttons.own, 'lor topics', { topic: slug }));
}

function toChoice({ slug, title }: Named): Choice {
  return { value: slug, label: title };
}
