import {
  type Block,
  button,
  buttons,
  heading,
  joinLines,
  type Line,
  line,
  link,
  menu,
  note,
  paragraph,
  type Reply,
  reply,
  strong,
} from '../core/reply.ts';
import type { Day } from '../core/time.ts';
import { daysBetween } from '../dates/calendar.ts';
import type { Answer } from '../faq/answer.ts';
import type { Decision } from '../faq/faq.ts';
import type { Specialty } from '../packs/pack.ts';
import { type ServiceId, serviceIds } from '../packs/service.ts';
import type { Words } from '../words/words.ts';

/** Whose case an answer is for; what is absent is not known. */
export interface Case {
  readonly service?: ServiceId | undefined;
  readonly specialties: readonly Specialty[];
  readonly img?: boolean | undefined;
  readonly reapplicant?: boolean | undefined;
}

/** A longer list would not be read on a phone. */
const maxRelated = 6;

/** Days after which an answer says that it was not checked for a while. */
const staleAfter = 183;

/**
 * An answer for one member's case: the short answer, what is different in their service and
 * specialty, the details, and where all of it comes from. What matters and is not known, such as
 * the service, is asked for with buttons.
 */
export function answerReply(answer: Answer, about: Case, nearest: readonly Answer[], today: Day, words: Words): Reply {
  return reply(
    heading(answer.title),
    answer.language !== words.core.language && note(words.answers.otherLanguage),
    paragraph(answer.short),
    ...serviceBlocks(answer, about, words),
    ...specialtyBlocks(answer, about, words),
    ...section(about.img ? answer.img : undefined, words.answers.forImg),
    ...section(about.reapplicant ? answer.reapplicant : undefined, words.answers.forReapplicants),
    ...answer.details,
    ...caseQuestions(answer, about, words),
    stepsBlock(answer, about, words),
    sources(answer, words),
    note(
      line`${words.answers.checked(answer.season.join(', '), answer.checked)} ${words.answers.confidence[answer.confidence]}`,
    ),
    daysBetween(answer.checked, today) > staleAfter && note(words.answers.stale),
    relatedBlock(nearest, words),
  );
}

/** What is different in the member's service. */
function serviceBlocks(answer: Answer, { service }: Case, words: Words): readonly Block[] {
  return service ? section(answer.variants[service], words.answers.inService(service)) : [];
}

function specialtyBlocks(answer: Answer, about: Case, words: Words): readonly Block[] {
  return [...answer.specialties].flatMap(([heading, blocks]) => {
    const called = heading.toLowerCase();
    const concerned = about.specialties.some(({ name, aliases }) =>
      [name, ...aliases].some((one) => one.toLowerCase() === called),
    );
    return concerned ? section(blocks, words.answers.forSpecialty(heading)) : [];
  });
}

/** What the answer depends on and nobody has said yet: asked for, since all cases at once would bury the own one. */
function caseQuestions(answer: Answer, about: Case, words: Words): readonly (Block | false)[] {
  const { slug, specialties } = answer;
  const differing = about.service ? [] : serviceIds.filter((id) => answer.variants[id]);
  const asksSpecialty = specialties.size > 0 && about.specialties.length === 0;
  const choices = [...specialties.keys()].map((name) => ({ value: name, label: name }));
  return [
    differing.length > 0 && paragraph(words.answers.whichService),
    differing.length > 0 &&
      buttons(
        ...differing.map((id) => button(words.answers.otherService(id), 'lor topics', { topic: slug, service: id })),
      ),
    asksSpecialty &&
      menu(words.answers.whichSpecialty, { path: 'lor topics', args: { topic: slug } }, 'specialty', choices),
  ];
}

/** What to do now, and what is different for people who have not said whether they are among them. */
function stepsBlock(answer: Answer, about: Case, words: Words): Block {
  const { slug, img, reapplicant, next } = answer;
  const groups = [
    img && about.img === undefined && button(words.answers.forImg, 'lor topics', { topic: slug, img: 'yes' }),
    reapplicant &&
      about.reapplicant === undefined &&
      button(words.answers.forReapplicants, 'lor topics', { topic: slug, reapplicant: 'yes' }),
  ];
  return buttons(
    ...next.map(({ label, call }) => button(label, call.path, call.args)),
    ...groups.filter((one) => typeof one === 'object'),
  );
}

function section(blocks: readonly Block[] | undefined, title: string): readonly Block[] {
  return blocks ? [paragraph([strong(title)]), ...blocks] : [];
}

function sources(answer: Answer, words: Words): Block {
  const links = answer.sources.map(
    ({ title, url, kind }): Line => line`${link(title, url)} (${words.answers.kind[kind]})`,
  );
  return note(line`${words.answers.sources} ${joinLines(links, '; ')}`);
}

function relatedBlock(nearest: readonly Answer[], words: Words): Block | false {
  if (nearest.length === 0) return false;
  const choices = nearest.map(({ slug, title }) => ({ value: slug, label: title }));
  return menu(words.answers.related, { path: 'lor topics', args: {} }, 'topic', choices);
}

/** What may have been meant instead, the likeliest first, and then the answer's own neighbours. */
export function relatedTo(
  answer: Answer,
  nearest: readonly Answer[],
  answers: ReadonlyMap<string, Answer>,
): readonly Answer[] {
  const neighbours = answer.neighbours.flatMap((slug) => answers.get(slug) ?? []);
  return [...new Set([...nearest, ...neighbours])].filter((one) => one !== answer).slice(0, maxRelated);
}

/** "I am not sure", with the nearest topics one tap away. */
export function unsureReply(
  { nearest }: Pick<Decision, 'nearest'>,
  words: Words,
  further: readonly Block[] = [],
): Reply {
  return reply(
    paragraph(words.answers.unsure),
    buttons(...nearest.map(({ slug, title }) => button(title, 'lor topics', { topic: slug }))),
    paragraph(words.answers.unsureHelp),
    ...further,
  );
}

/** All topics to browse. */
export function topicsReply(
  answers: readonly { readonly slug: string; readonly title: string }[],
  words: Words,
  first?: Line,
): Reply {
  const choices = answers.map(({ slug, title }) => ({ value: slug, label: title }));
  return reply(
    heading(words.answers.topics.title),
    paragraph(first ?? words.answers.topics.intro),
    menu(words.answers.topics.pick, { path: 'lor topics', args: {} }, 'topic', choices),
  );
}
