import { findSpecialty } from '../packs/load-packs.ts';
import type { Packs, Specialty } from '../packs/pack.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Answer } from './answer.ts';
import type { Understand } from './understand.ts';

/** What a question comes to: one answer, or an honest "unsure"; in both cases what else is near. */
export type Decision =
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      /** How likely the answer is the right one, 0 to 1. */
      readonly confidence: number;
      readonly nearest: readonly Answer[];
    }
  | { readonly kind: 'unsure'; readonly nearest: readonly Answer[] };

/** What a question says about the asker's case. */
export interface Mentions {
  readonly service?: ServiceId;
  readonly specialty?: Specialty;
  readonly img?: true;
  readonly reapplicant?: true;
}

export interface Faq {
  readonly answers: ReadonlyMap<string, Answer>;
  decide(question: string): Decision;
  mentions(question: string): Mentions;
  /** Answers whose title, slug or short form holds the words. */
  search(typed: string): readonly Answer[];
}

/**
 * From this probability on a question is answered. On 665 questions in other styles than the
 * phrasings', three in four of those that have an answer get one, and 93 of 100 of these answers
 * are the right ones; of the messages that are not about letters, nine in ten get none.
 */
const sureFrom = 0.35;

/** How many topics are offered beside an answer or instead of one. */
const offered = 3;

const serviceNames: Readonly<Record<ServiceId, RegExp>> = {
  eras: /\b(?:my)?eras\b/iu,
  carms: /\bcarms\b/iu,
  residencycas: /\bresidency ?cas\b/iu,
  'sf-match': /\bsf ?match\b/iu,
};

const graduates =
  /\b(?:us-?|non-?us-?)?(?:img|fmg)s?\b|\b(?:international|foreign)(?: medical)? (?:graduate|grad|student)s?\b/iu;

const again =
  /\bre-?appl(?:y|ying|ied|icants?)\b|\bappl(?:y|ying) (?:again|a second time)\b|\bsecond (?:cycle|attempt)\b/iu;

/** `learned` makes the ranking when the first question comes; a command line that asks none never pays for it. */
export function createFaq(answers: ReadonlyMap<string, Answer>, packs: Packs, learned: () => Understand): Faq {
  let understand: Understand | undefined;
  const named = namesOf(answers);

  function decide(question: string): Decision {
    understand ??= learned();
    const asked = named.get(plain(question));
    const guesses = understand(question);
    const nearest = guesses.flatMap(({ topic }) => answers.get(topic) ?? []).slice(0, offered);
    if (asked) return { kind: 'answer', answer: asked, confidence: 1, nearest: without(nearest, asked) };
    const [best] = guesses;
    const answer = best && answers.get(best.topic);
    if (!answer || best.probability < sureFrom) return { kind: 'unsure', nearest };
    return { kind: 'answer', answer, confidence: best.probability, nearest: without(nearest, answer) };
  }

  function mentions(question: string): Mentions {
    const service = (Object.keys(serviceNames) as ServiceId[]).find((id) => serviceNames[id].test(question));
    const specialty = mentionedSpecialty(question, packs);
    return {
      ...(service && { service }),
      ...(specialty && { specialty }),
      ...(graduates.test(question) && { img: true }),
      ...(again.test(question) && { reapplicant: true }),
    };
  }

  function search(typed: string): readonly Answer[] {
    const wanted = plain(typed);
    const all = [...answers.values()];
    const fits = (text: string) => plain(text).includes(wanted);
    return all.filter(({ slug, title, aliases }) => [slug, title, ...aliases].some(fits));
  }

  return { answers, decide, mentions, search };
}

/** An answer asked for by its name: slug, title, typical question or short form. */
function namesOf(answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, Answer> {
  const names = new Map<string, Answer>();
  for (const answer of answers.values()) {
    for (const name of [...answer.aliases, answer.question, answer.title, answer.slug]) names.set(plain(name), answer);
  }
  return names;
}

function without(answers: readonly Answer[], one: Answer): readonly Answer[] {
  return answers.filter((answer) => answer !== one);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The first specialty that the words name, the longest name first. Short forms count only in
 * capitals: "IM" is internal medicine, "im applying" is not.
 */
function mentionedSpecialty(question: string, packs: Packs): Specialty | undefined {
  const words = question.split(/[^\p{L}\p{N}/-]+/u).filter((word) => word !== '');
  for (const length of [3, 2, 1]) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const name = words.slice(at, at + length).join(' ');
      if (length === 1 && name.length < 5 && name !== name.toUpperCase()) continue;
      if (/^medicine$/iu.test(name)) continue;
      const found = findSpecialty(packs, name);
      if (found) return found;
    }
  }
  return undefined;
}
