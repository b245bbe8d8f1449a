import {
  type AnswerChange,
  type AnswerContent,
  answerLimits,
  type CommunityAnswer,
} from '../../src/communities/community-answer.ts';
import type { Context } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import type { Random } from '../../src/core/ports.ts';
import { button, buttons, type Line, note, paragraph, type Reply, reply } from '../../src/core/reply.ts';
import { type CurationPorts, topicFrom } from '../../src/views/choose-answer.ts';
import { ownAnswers } from '../../src/views/own-answer.ts';
import { checkSlug, readContent, type TypedContent } from '../shared/answer-content.ts';
import { ensureCommunity } from '../shared/here.ts';

export type SavePorts = CurationPorts & { readonly random: Random };

/** A new answer of the community, or one that was retired and is written anew. */
export async function makeAnswer(
  typed: TypedContent & { readonly topic: string },
  what: AnswerChange,
  context: Context<SavePorts>,
): Promise<CommunityAnswer> {
  const { ports, now } = context;
  const said = ports.words.curation.answer;
  const slug = checkSlug(topicFrom(typed.topic, ports.faq), ports.words);
  const all = await ownAnswers(context);
  if (all.some((one) => one.slug === slug)) throw new UserProblem('bad-value', said.exists(slug), { option: 'topic' });
  if (all.length >= answerLimits.answers) throw new UserProblem('limit-reached', said.limit(answerLimits.answers));
  const content = readContent(typed, { aliases: [], link: null }, all, ports.words);
  const community = await ensureCommunity(context);
  const before = await ports.communityAnswers.find(community, slug);
  const answer = { id: before?.id ?? ports.random.id(now), community, slug };
  return keepVersion(answer, content, what, context);
}

/** Adds the version that stands from now on. */
export async function keepVersion(
  { id, community, slug }: Pick<CommunityAnswer, 'id' | 'community' | 'slug'>,
  content: AnswerContent,
  what: AnswerChange,
  { actor, now, ports }: Context<CurationPorts>,
): Promise<CommunityAnswer> {
  const { title, question, text, aliases, link } = content;
  const version = { title, question, text, aliases, link, what, member: actor.id, at: now };
  await ports.communityAnswers.save({ id, community, slug }, version);
  const saved = await ports.communityAnswers.find(community, slug);
  if (!saved) throw new Error('an answer that was saved is there');
  return saved;
}

/** What a curator reads after an answer came to stand, with where to go on. */
export function savedReply(sentence: Line, answer: CommunityAnswer, { faq, words }: CurationPorts): Reply {
  const said = words.curation.answer;
  const builtIn = faq.answers.get(answer.slug);
  return reply(
    paragraph(sentence),
    builtIn && note(said.overrides(builtIn.title)),
    buttons(
      button(said.buttons.show, 'lor topics', { topic: answer.slug }),
      button(said.buttons.edit, 'lor-admin answer edit', { topic: answer.slug }),
      button(said.buttons.list, 'lor-admin answer list'),
    ),
  );
}
