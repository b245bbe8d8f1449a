import type { CommunityStore } from '../communities/community.ts';
import { type CommunityAnswer, type CommunityAnswerStore, toSlug } from '../communities/community-answer.ts';
import type { Submission, SubmissionStore } from '../communities/submission.ts';
import type { Context } from '../core/command.ts';
import { UserProblem } from '../core/errors.ts';
import { button, buttons, type Choice } from '../core/reply.ts';
import type { Faq } from '../faq/faq.ts';
import type { Words } from '../words/words.ts';
import { communityHere } from './here.ts';
import { ownAnswerNamed, ownAnswers } from './own-answer.ts';

export interface CurationPorts {
  readonly communities: CommunityStore;
  readonly communityAnswers: CommunityAnswerStore;
  readonly submissions: SubmissionStore;
  readonly faq: Faq;
  readonly words: Words;
}

/** The standing answer of this community that a short name or a title names. */
export async function requireOwnAnswer(typed: string, context: Context<CurationPorts>): Promise<CommunityAnswer> {
  const { words } = context.ports;
  const all = await ownAnswers(context);
  const found = ownAnswerNamed(typed, all);
  if (found) return found;
  const said = words.curation.answer;
  if (all.length > 0) throw new UserProblem('not-found', said.notFound(typed), { option: 'topic' });
  const next = [buttons(button(said.buttons.add, 'lor-admin answer add', {}, 'primary'))];
  throw new UserProblem('not-found', said.none, { next });
}

export async function suggestOwnAnswers(typed: string, context: Context<CurationPorts>): Promise<readonly Choice[]> {
  const wanted = typed.trim().toLowerCase();
  const all = await ownAnswers(context);
  return all
    .filter(({ slug, title }) => `${slug}\n${title}`.toLowerCase().includes(wanted))
    .map(({ slug, title }) => ({ value: slug, label: title }));
}

/** The topic that a curator means: a built-in one by its name or title, or a new short name. */
export function topicFrom(typed: string, faq: Faq): string {
  const slug = toSlug(typed);
  const named = [...faq.answers.values()].find(({ title }) => toSlug(title) === slug);
  return named?.slug ?? slug;
}

/** What members handed in here and nobody has dealt with. */
export async function submissionsHere(
  kind: Submission['kind'],
  context: Context<CurationPorts>,
): Promise<readonly Submission[]> {
  const here = await communityHere(context);
  return here === undefined ? [] : context.ports.submissions.list(here, kind);
}

/** The proposal that a number (`2`, `#2`) or an id names. */
export async function requireProposal(typed: string, context: Context<CurationPorts>): Promise<Submission> {
  const { proposal: said } = context.ports.words.curation;
  const all = await submissionsHere('proposal', context);
  const found = all.find(({ id, number }) => id === typed || `${number}` === typed.replace('#', ''));
  if (found) return found;
  if (all.length === 0) throw new UserProblem('not-found', said.none);
  throw new UserProblem('not-found', said.notFound(typed), { option: 'proposal' });
}

export async function suggestProposals(_: string, context: Context<CurationPorts>): Promise<readonly Choice[]> {
  const all = await submissionsHere('proposal', context);
  return all.map(({ id, number, question }) => ({ value: id, label: `#${number} ${question}` }));
}
