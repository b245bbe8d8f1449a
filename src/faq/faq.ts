import type { Language } from '../core/language.ts';
import { findSpecialty } from '../packs/load-packs.ts';
import type { Packs, Specialty } from '../packs/pack.ts';
import type { ServiceId } from '../packs/service.ts';
import type { Answer } from './answer.ts';
import { isCourtesy } from './courtesy.ts';
import { isFrench } from './is-french.ts';
import { isAnswered, type Model, type Way } from './understand/model.ts';

interface Considered {
  /** How often the likeliest topic is the right one, of all messages that look like this: 0 to 1. */
  readonly confidence: number;
  /** What else is near, the nearest first. */
  readonly nearest: readonly Answer[];
}

/** What a question put to the bot comes to: one answer, or an honest "unsure". */
export type Decision = Considered &
  ({ readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'unsure' });

/** What a message comes to that was said where nobody asked the bot: an answer when it is all but sure, or silence. */
export type UnpromptedDecision = Considered &
  ({ readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'silent' });

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
  decide(question: string, way: 'asked'): Decision;
  decide(question: string, way: 'unprompted'): UnpromptedDecision;
  mentions(question: string): Mentions;
  /** Whether the words are a case and nothing else: the name of a service, a specialty or a group of applicants. */
  isCase(words: string): boolean;
  /** Answers whose title, slug or short form holds the words. */
  search(typed: string): readonly Answer[];
}

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

/**
 * `load` reads the trained model when the first question comes; a command line that asks none never
 * pays for it. `french` has the answers that there are in French, by the same slugs.
 */
export function createFaq(
  answers: ReadonlyMap<string, Answer>,
  packs: Packs,
  load: () => Model,
  french: ReadonlyMap<string, Answer> = new Map(),
): Faq {
  let model: Model | undefined;
  const names = namesOf([...answers.values(), ...french.values()], answers);

  function told(answer: Answer, language: Language): Answer {
    return (language === 'fr' && french.get(answer.slug)) || answer;
  }

  function asked(question: string): Language | undefined {
    return isFrench(question) ? 'fr' : undefined;
  }

  function decide(question: string, way: 'asked'): Decision;
  function decide(question: string, way: 'unprompted'): UnpromptedDecision;
  function decide(question: string, way: Way): Decision | UnpromptedDecision {
    model ??= load();
    const guess = model.guess(question);
    const { topics, confidence } = guess;
    const near = topics.flatMap((topic) => answers.get(topic) ?? []).slice(0, offered);
    const chosen = (answer: Answer, sure: number): Decision => ({
      kind: 'answer',
      answer,
      confidence: sure,
      nearest: near.filter((other) => other !== answer),
    });
    const polite = isCourtesy(question);
    const named = way === 'asked' && !polite ? names.get(plain(question)) : undefined;
    if (named) return chosen(named, 1);
    const answer = answers.get(topics[0] ?? '');
    if (answer && !polite && isAnswered(model.judgement, guess, way)) return chosen(answer, confidence);
    return { kind: way === 'asked' ? 'unsure' : 'silent', confidence, nearest: near };
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

  function isCase(words: string): boolean {
    const isWhole = (name: RegExp) => name.exec(words)?.[0].length === words.length;
    return (
      [...Object.values(serviceNames), graduates, again].some(isWhole) || findSpecialty(packs, words) !== undefined
    );
  }

  return { answers, told, asked, decide, mentions, isCase, search };
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

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Short forms that are words, too, unless they are written large: "im applying" is not internal medicine. */
const ambiguous: ReadonlySet<string> = new Set(
  'im ty fm em gs dr ir gas eye path prs nsg Im Ty Fm Em Gs Dr Ir Gas Eye Path'.split(' '),
);

/** The first specialty that the words name, the longest name first. */
function mentionedSpecialty(question: string, packs: Packs): Specialty | undefined {
  const words = question.split(/[^\p{L}\p{N}/-]+/u).filter((word) => word !== '');
  for (const length of [3, 2, 1]) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const name = words.slice(at, at + length).join(' ');
      if (length === 1 && ambiguous.has(name)) continue;
      if (/^medicine$/iu.test(name)) continue;
      const found = findSpecialty(packs, name);
      if (found) return found;
    }
  }
  return undefined;
}
