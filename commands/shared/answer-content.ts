import { type AnswerContent, answerLimits, type CommunityAnswer } from '../../src/communities/community-answer.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { text } from '../../src/core/options.ts';
import type { Words } from '../../src/words/words.ts';

/** What curators say of an answer, as options. */
export const answerOptions = {
  topic: text('Short name, new or of a built-in topic', { max: answerLimits.title }),
  title: text('Title', { max: answerLimits.title }),
  question: text('The question in plain words', { max: answerLimits.question }),
  text: text('Answer; "- " begins an item of a list', { max: answerLimits.text, paragraphs: true }),
  aliases: text('Short forms, with commas between them', { max: answerLimits.aliases * (answerLimits.alias + 2) }),
  link: text('Link, https', { max: answerLimits.link }),
} as const;

/** An answer as it was typed: left out keeps what stands, `null` takes it away. */
export interface TypedContent {
  readonly title: string;
  readonly question: string;
  readonly text: string;
  readonly aliases?: string | null | undefined;
  readonly link?: string | null | undefined;
}

/** What was typed, checked: short forms apart, none of them another answer's, and a link that is one. */
export function readContent(
  typed: TypedContent,
  before: Pick<AnswerContent, 'aliases' | 'link'>,
  others: readonly CommunityAnswer[],
  words: Words,
): AnswerContent {
  const { title, question, text: said } = typed;
  const aliases = typed.aliases === undefined ? before.aliases : readAliases(typed.aliases ?? '', words);
  checkTaken(aliases, others, words);
  const link = typed.link === undefined ? before.link : readLink(typed.link, words);
  return { title, question, text: said, aliases, link };
}

/** A topic's short name that can be kept. */
export function checkSlug(slug: string, words: Words): string {
  const said = words.curation.answer;
  if (slug === '') throw new UserProblem('bad-value', said.noSlug, { option: 'topic' });
  if (slug.length > answerLimits.slug)
    throw new UserProblem('bad-value', said.slugTooLong(answerLimits.slug), { option: 'topic' });
  return slug;
}

function readAliases(typed: string, words: Words): readonly string[] {
  const said = words.curation.answer;
  const names = typed
    .split(/[,;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const aliases = [...new Set(names)];
  const long = aliases.find((name) => name.length > answerLimits.alias);
  if (long !== undefined)
    throw new UserProblem('bad-value', said.aliasTooLong(long, answerLimits.alias), { option: 'aliases' });
  if (aliases.length > answerLimits.aliases)
    throw new UserProblem('limit-reached', said.tooManyAliases(answerLimits.aliases), { option: 'aliases' });
  return aliases;
}

/** A short form always wins, so it can lead to one answer only. */
function checkTaken(aliases: readonly string[], others: readonly CommunityAnswer[], words: Words): void {
  for (const alias of aliases) {
    const wanted = alias.toLowerCase();
    const other = others.find((one) => one.aliases.some((name) => name.toLowerCase() === wanted));
    if (other)
      throw new UserProblem('bad-value', words.curation.answer.aliasTaken(alias, other.title), { option: 'aliases' });
  }
}

function readLink(typed: string | null, words: Words): string | null {
  if (typed === null) return null;
  if (/^https:\/\/[^\s/]+\.\S+$/iu.test(typed) && URL.canParse(typed)) return typed;
  throw new UserProblem('bad-value', words.curation.answer.notALink, { option: 'link' });
}
