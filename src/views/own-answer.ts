import type { CommunityStore } from '../communities/community.ts';
import { type CommunityAnswer, type CommunityAnswerStore, toSlug } from '../communities/community-answer.ts';
import type { Context } from '../core/command.ts';
import { button, buttons, heading, line, link, note, type Reply, reply } from '../core/reply.ts';
import type { Zone } from '../core/time.ts';
import { dayIn } from '../dates/calendar.ts';
import type { Decision, Faq } from '../faq/faq.ts';
import { decides, nearestPhrasing } from '../faq/nearest-phrasing.ts';
import type { Words } from '../words/words.ts';
import { communityHere } from './here.ts';
import { plainBlocks } from './plain-blocks.ts';

export interface OwnAnswerPorts {
  readonly communities: CommunityStore;
  readonly communityAnswers: CommunityAnswerStore;
  readonly faq: Faq;
  readonly words: Words;
}

type Asked = Pick<Context<OwnAnswerPorts>, 'actor' | 'community' | 'ports'>;

/** The answers of the community in which something is asked; none where there is no community. */
export async function ownAnswers(context: Asked): Promise<readonly CommunityAnswer[]> {
  const here = await communityHere(context);
  return here === undefined ? [] : context.ports.communityAnswers.list(here);
}

/**
 * The community's answer to a question, where it has one: asked for by one of its names, standing
 * in the place of the built-in answer, or clearly nearer than what the built-in ones come to.
 */
export function ownAnswerTo(
  question: string,
  own: readonly CommunityAnswer[],
  decision: Decision,
): CommunityAnswer | undefined {
  const nearest = nearestPhrasing(question, own);
  if (nearest?.exact) return nearest.answer;
  const built = decision.kind === 'answer' ? decision.answer : undefined;
  const instead = own.find(({ slug }) => slug === built?.slug);
  if (instead) return instead;
  const certainty = decision.kind === 'answer' ? decision.confidence : 0;
  return nearest && decides(nearest, certainty) ? nearest.answer : undefined;
}

/** The community's answer that a topic names: its short name, or its title. */
export function ownAnswerNamed(typed: string, own: readonly CommunityAnswer[]): CommunityAnswer | undefined {
  const wanted = toSlug(typed);
  return own.find(({ slug }) => slug === wanted) ?? own.find(({ title }) => toSlug(title) === wanted);
}

/** What curators wrote, said to be theirs; the built-in answer is one tap away. */
export function ownAnswerReply(answer: CommunityAnswer, zone: Zone, { faq, words }: Asked['ports']): Reply {
  const said = words.curation.answer;
  return reply(
    heading(answer.title),
    ...plainBlocks(answer.text),
    answer.link !== null && note(line`${said.more}: ${link(answer.link, answer.link)}`),
    note(said.byCurators(dayIn(zone, answer.changedAt))),
    faq.answers.has(answer.slug) &&
      buttons(button(said.buttons.builtIn, 'lor topics', { topic: answer.slug, builtin: 'yes' })),
  );
}
