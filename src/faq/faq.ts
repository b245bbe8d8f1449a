import { type Language, usualLanguage } from '../core/language.ts';
import { findSpecialty } from '../packs/load-packs.ts';
import type { Packs, Specialty } from '../packs/pack.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Answer } from './answer.ts';
import { isFrench } from './is-french.ts';
import type { Understand } from './understand.ts';

/** What a question comes to: one answer, or an honest "unsure"; in both cases what else is near. */
export type Decision =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly nearest: readonly Answer[] }
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
  /** The answer as it is written in a language; as it is where it has not been translated. */
  told(answer: Answer, language: Language): Answer;
  /** The language in which a question is asked, where that is not the usual one. */
  asked(question: string): Language | undefined;
  decide(question: string): Decision;
  mentions(question: string): Mentions;
  /** Answers whose title, slug or short form holds the words. */
  search(typed: string): readonly Answer[];
}

/**
 * From this probability on a question is answered. On 665 questions in other styles than the
 * phrasings', three in four of those that have an answer get one, and 93 of 100 of these answers
 * are the right ones; of the messages that are not about letters, nine in ten get none. In French
 * far fewer phrasings are known, so it has to be surer.
 */
const sureFrom: Readonly<Record<Language, number>> = { en: 0.35, fr: 0.5 };

/** How many topics are offered beside an answer or instead of one. */
const offered = 3;

const serviceNames: Readonly<Record<ServiceId, RegExp>> = {
  eras: /\b(?:my)?eras\b/iu,
  carms: /\bcarms\b/iu,
  residencycas: /\bresidency ?cas\b/iu,
  'sf-match': /\bsf ?match\b/iu,
};

const graduates =
  /\b(?:us-?|non-?us-?)?(?:img|fmg|dim)s?\b|\b(?:international|foreign)(?: medical)? (?:graduate|grad|student)s?\b|\bdiplôm\S* (?:de l['’]étranger|à l['’]étranger|internation\S*)/iu;

const again =
  /\bre-?appl(?:y|ying|ied|icants?)\b|\bappl(?:y|ying) (?:again|a second time)\b|\bsecond (?:cycle|attempt)\b|\bpostul\S* (?:de|à) nouveau\b|\brepostul/iu;

/** What there is in a further language: some of the answers, and how people ask in it for any of them. */
export interface Translation {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly learned: () => Understand;
}

/**
 * `learned` makes the ranking when the first question comes; a command line that asks none never
 * pays for it. A question in French is ranked by how people ask in French.
 */
export function createFaq(
  answers: ReadonlyMap<string, Answer>,
  packs: Packs,
  learned: () => Understand,
  french: Translation = { answers: new Map(), learned },
): Faq {
  const rankings: Partial<Record<Language, Understand>> = {};
  const named = namesOf([...answers.values(), ...french.answers.values()], answers);

  function told(answer: Answer, language: Language): Answer {
    return (language === 'fr' && french.answers.get(answer.slug)) || answer;
  }

  function asked(question: string): Language | undefined {
    return isFrench(question) ? 'fr' : undefined;
  }

  function rankingFor(question: string): Understand {
    const language = asked(question) ?? usualLanguage;
    const ranking = rankings[language] ?? (language === 'fr' ? french.learned() : learned());
    rankings[language] = ranking;
    return ranking;
  }

  function decide(question: string): Decision {
    const meant = named.get(plain(question));
    const guesses = rankingFor(question)(question);
    const nearest = guesses.flatMap(({ topic }) => answers.get(topic) ?? []).slice(0, offered);
    if (meant) return { kind: 'answer', answer: meant, nearest: without(nearest, meant) };
    const [best] = guesses;
    const answer = best && answers.get(best.topic);
    if (!answer || best.probability < sureFrom[asked(question) ?? usualLanguage]) return { kind: 'unsure', nearest };
    return { kind: 'answer', answer, nearest: without(nearest, answer) };
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
    return all.filter((answer) =>
      [answer, told(answer, 'fr')].some(({ slug, title, aliases }) => [slug, title, ...aliases].some(fits)),
    );
  }

  return { answers, told, asked, decide, mentions, search };
}

/** An answer asked for by its name: slug, title, typical question or short form. */
function namesOf(named: readonly Answer[], answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, Answer> {
  const names = new Map<string, Answer>();
  for (const { slug, aliases, question, title } of named) {
    const answer = answers.get(slug);
    if (answer) for (const name of [...aliases, question, title, slug]) names.set(plain(name), answer);
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
